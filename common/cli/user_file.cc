// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/user_file.h"

#include <fstream>
#include <iterator>
#include <string_view>
#include <sys/stat.h>

#include "common/environment.h"
#include "common/error.h"

namespace notes {

std::optional<UserFile> read_user_file(const std::string& name) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  const auto folder = config_folder();
  struct ::stat status {};
  if (!folder || ::stat((*folder + "/" + name).c_str(), &status) != 0) return std::nullopt;
  UserFile file{*folder + "/" + name, {}};
  std::ifstream in(file.path);
  if (!in || S_ISDIR(status.st_mode))
    throw Error(ExitCode::failure, file.path + ": cannot be read",
                "make it a readable file, or give --no-config");
  file.text.assign(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  if (file.text.starts_with(kByteOrderMark)) file.text.erase(0, kByteOrderMark.size());
  return file;
}

}  // namespace notes
