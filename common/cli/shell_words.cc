// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/shell_words.h"

#include "common/text/ascii.h"

namespace notes {
namespace {

constexpr std::string_view kBlanks = " \t\n";
constexpr std::string_view kSpecialInQuotes = "\"\\$`";

class Reader {
 public:
  explicit Reader(std::string_view breaks) : breaks_(breaks) {}

  ShellLine read(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '\\' && escapes(text.substr(i + 1))) {
        if (++i < text.size()) add(text[i]);  // at the end, the escaped character is not typed yet
      } else if (line_.quote != '\0') {
        take_quoted(text[i]);
      } else {
        take_bare(text[i]);
      }
    }
    return std::move(line_);
  }

 private:
  bool escapes(std::string_view rest) const {
    if (line_.quote == '\'') return false;
    return line_.quote == '\0' || rest.empty() || kSpecialInQuotes.find(rest[0]) != rest.npos;
  }

  void take_quoted(char c) {
    if (c != line_.quote) return add(c);
    line_.quote = '\0';
    line_.kept = before_quote_;
  }

  void take_bare(char c) {
    if (c == '"' || c == '\'') {
      begin_word();
      before_quote_ = line_.kept;
      line_.kept = line_.words.back();
      line_.quote = c;
    } else if (kBlanks.find(c) != kBlanks.npos) {
      line_.ends_in_word = false;
    } else {
      add(c);
      // Bash counts these two as part of what follows.
      if (breaks_.find(c) != breaks_.npos) line_.kept = line_.words.back();
      if (line_.kept.size() == line_.words.back().size() && (c == '@' || c == '$'))
        line_.kept.pop_back();
    }
  }

  void begin_word() {
    if (line_.ends_in_word) return;
    line_.words.emplace_back();
    line_.ends_in_word = true;
    line_.kept.clear();
  }

  void add(char c) {
    begin_word();
    line_.words.back() += c;
  }

  std::string_view breaks_;
  std::string before_quote_;
  ShellLine line_;
};

bool is_plain(char c) {
  constexpr std::string_view kPlain = "_./:=@%+,-";
  return ascii::is_alphanumeric(c) || static_cast<unsigned char>(c) >= 0x80 ||
         kPlain.find(c) != kPlain.npos;
}

}  // namespace

ShellLine read_shell_line(std::string_view line, std::string_view breaks) {
  return Reader(breaks).read(line);
}

std::string shell_quoted(std::string_view text, char quote) {
  std::string quoted;
  for (const char c : text) {
    if (quote == '\'' && c == '\'') {
      quoted += "'\\''";
    } else if (quote == '"' && c == '!') {
      quoted += "\"\\!\"";  // would recall an earlier command, even here
    } else {
      const bool is_special =
          quote == '"' ? kSpecialInQuotes.find(c) != kSpecialInQuotes.npos : !is_plain(c);
      if (quote != '\'' && is_special) quoted += '\\';
      quoted += c;
    }
  }
  return quoted;
}

}  // namespace notes
