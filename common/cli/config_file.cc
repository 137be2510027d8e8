// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/config_file.h"

#include <algorithm>
#include <array>

#include "common/environment.h"
#include "common/text/ascii.h"
#include "common/text/nearest_word.h"

namespace notes {
namespace {

const std::array<std::string, 3>& section_names() {
  static const std::array<std::string, 3> names{"notes-query", "notes-index",
                                                std::string(kSearchesSection)};
  return names;
}

class ConfigReader {
 public:
  explicit ConfigReader(const std::string& path) { file_.path = path; }

  void take(std::string_view line) {
    ++line_;
    const std::string text(ascii::trimmed(line));
    if (text.empty() || text.front() == '#') return;
    if (text.front() == '[')
      enter(text);
    else
      add(text);
  }

  ConfigFile result() && { return std::move(file_); }

 private:
  [[noreturn]] void fail(const std::string& text, const std::string& hint) const {
    throw config_error(file_, line_, text, hint);
  }

  void enter(const std::string& text) {
    const std::size_t close = text.find(']');
    const std::string name(ascii::trimmed(std::string_view(text).substr(1, close - 1)));
    const auto& names = section_names();
    if (close != text.npos && close + 1 < text.size())
      fail("no such section: " + text, "end the line after the ]; put a comment on its own line");
    if (text.back() != ']' || std::ranges::find(names, name) == names.end()) {
      const std::string nearest = nearest_word(name, names);
      fail("no such section: " + text, nearest.empty() || nearest == name
                                           ? "use [notes-query], [notes-index] or [searches]"
                                           : "did you mean [" + nearest + "]?");
    }
    section_ = name;
  }

  void add(const std::string& text) {
    const std::size_t equals = text.find('=');
    const std::string name(ascii::trimmed(std::string_view(text).substr(0, equals)));
    const std::string value(
        equals == text.npos ? "" : ascii::trimmed(std::string_view(text).substr(equals + 1)));
    if (name.empty() || value.empty())
      fail("'" + text + "' is not a setting", "write NAME = VALUE");
    if (section_.empty())
      fail("'" + name + "' is in no section", "put [notes-query] on a line above it");
    file_.lines.push_back({section_, name, value, line_});
  }

  ConfigFile file_;
  std::string section_;
  std::uint32_t line_ = 0;
};

}  // namespace

ConfigFile parse_config(const std::string& path, std::string_view text) {
  ConfigReader reader(path);
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    reader.take(text.substr(0, end));
    text = end == text.npos ? std::string_view() : text.substr(end + 1);
  }
  return std::move(reader).result();
}

ConfigFile read_config() {
  const auto file = read_user_file("config");
  return file ? parse_config(file->path, file->text) : ConfigFile{};
}

Error config_error(const ConfigFile& file, std::uint32_t line, const std::string& text,
                   const std::string& hint) {
  return Error(ExitCode::failure, file.path + ":" + std::to_string(line) + ": " + text, hint);
}

}  // namespace notes
