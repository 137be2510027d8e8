// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/durable_file.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <unistd.h>

#include "common/error.h"

namespace notes {
namespace {

Error system_error(const std::string& path, const char* what) {
  return Error(ExitCode::failure, path + ": " + what + ": " + std::strerror(errno),
               "check the permissions and the space of that disk");
}

void write_and_sync(const std::string& path, std::string_view content) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << content;
  file.close();
  if (!file) throw system_error(path, "cannot be written");
  sync_path(path);
}

}  // namespace

void sync_path(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) throw system_error(path, "cannot be opened");
  const int result = ::fsync(descriptor);
  ::close(descriptor);
  if (result != 0) throw system_error(path, "cannot be synced");
}

void replace_file(const std::string& path, std::string_view content) {
  const std::string temporary = path + std::string(kUnfinished);
  try {
    write_and_sync(temporary, content);
    if (::rename(temporary.c_str(), path.c_str()) != 0)
      throw system_error(temporary, "cannot be renamed");
  } catch (...) {
    ::unlink(temporary.c_str());
    throw;
  }
  sync_path(std::filesystem::path(path).parent_path().string());
}

}  // namespace notes
