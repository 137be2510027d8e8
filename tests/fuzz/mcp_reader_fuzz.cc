// SPDX-License-Identifier: GPL-2.0-or-later
// Feeds any bytes to the server: it answers each line with lines of valid JSON, or ignores it.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <sys/mman.h>
#include <unistd.h>

#include "query/mcp/mcp.h"

namespace {

using namespace notes::mcp;

// Names no index: this tries what comes before one is opened.
Workspace& workspace() {
  static Workspace one = [] {
    notes::SearchRequest nowhere;
    nowhere.index_directory = "/nowhere/index";
    nowhere.refresh = notes::RefreshMode::never;
    return Workspace{nowhere, {}, notes::IndexRefresh(nowhere)};
  }();
  return one;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const int input = ::memfd_create("input", MFD_CLOEXEC);
  if (::write(input, bytes, size) != static_cast<ssize_t>(size)) std::abort();
  ::lseek(input, 0, SEEK_SET);
  std::FILE* lines = ::fdopen(input, "r");
  while (const auto line = read_line(lines)) {
    if (line->size() > kLongestLine + 1) std::abort();
    for (const Message& message : read_messages(*line)) {
      const std::string written = answer_line(message, workspace());
      if (written.find('\n') != written.size() - 1 || !Json::accept(written)) std::abort();
      // A fault of the JSON library that was not foreseen.
      if (written.find(R"("code":-32603,"message":"[)") != written.npos) std::abort();
    }
  }
  std::fclose(lines);
  return 0;
}
