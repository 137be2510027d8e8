// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/scan/mount_point.h"

#include <sys/stat.h>

namespace notes {

bool is_mount_point(const std::string& folder) {
  struct stat inside {};
  struct stat above {};
  return ::stat(folder.c_str(), &inside) == 0 && ::stat((folder + "/..").c_str(), &above) == 0 &&
         inside.st_dev != above.st_dev;
}

}  // namespace notes
