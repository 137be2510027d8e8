// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "common/text/web_address.h"
#include "indexer/extract/ascii.h"
#include "indexer/extract/dates.h"
#include "indexer/extract/front_matter.h"
#include "indexer/extract/outline.h"

namespace notes {
namespace {

constexpr int kMaxWordsBesideLinks = 3;  // "Back to the [start](README.md)"

// The position after the bracket that closes the first one; 0 if none does.
std::size_t end_of_brackets(std::string_view text) {
  int depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '[') ++depth;
    if (text[at] == ']' && --depth == 0) return at + 1;
  }
  return 0;
}

// Removes a link, an image, a footnote or a bare address from the front; false if there is none.
bool take_link(std::string_view& text) {
  const std::size_t bang = text.starts_with("![") ? 1 : 0;
  const std::string_view link = text.substr(bang);
  std::size_t end = 0;
  if (link.starts_with('[')) {
    end = end_of_brackets(link);
    const std::string_view target = link.substr(end);
    if (end > 0 && target.starts_with('(')) end += target.find(')') + 1;
    if (end > 0 && target.starts_with('[')) end += target.find(']') + 1;
  } else if (is_web_address(link.substr(0, link.find_first_of(" \t")))) {
    end = std::min(link.find_first_of(" \t"), link.size());
  }
  text.remove_prefix(end == 0 ? 0 : bang + end);
  return end > 0;
}

// A line of links or tags with at most a few other words.
bool is_navigation(std::string_view line) {
  int links = 0;
  int words = 0;
  const bool is_sentence = line.ends_with('.');
  while (line = trimmed(line), !line.empty()) {
    if (take_link(line)) {
      ++links;
      continue;
    }
    const std::size_t end = std::min(line.find_first_of(" \t[", 1), line.size());
    const std::string_view word = line.substr(0, end);
    if (word.size() > 1 && word[0] == '#' && word[1] != '#')
      ++links;
    else if (std::ranges::any_of(word, is_of_word))
      ++words;
    line.remove_prefix(end);
  }
  return links > 0 && words <= kMaxWordsBesideLinks && !(is_sentence && words > 0);
}

// `key:: value`, `key: value` or `**Key:** value`, also as a list item.
bool is_property_line(std::string_view line) {
  constexpr std::ptrdiff_t kMaxKeyBlanks = 2;
  constexpr std::size_t kMaxValueBytes = 200;  // for `key: value`; anything longer is a paragraph
  std::string text(trimmed(line));
  if (text.starts_with("- ") || text.starts_with("* ")) text.erase(0, 2);
  std::erase(text, '*');
  if (const auto pair = split_pair(text, "::"))
    if (pair->key.find(' ') == pair->key.npos) return true;
  const auto pair = split_pair(text, ":");
  return pair && !pair->value.empty() && pair->value.size() <= kMaxValueBytes &&
         std::ranges::count(pair->key, ' ') <= kMaxKeyBlanks;
}

// Goes through the lines and remembers what is open: a comment, HTML, a callout, or the list of a
// property.
class PreambleReader {
 public:
  bool passes(std::string_view line) {
    const std::string_view text = trimmed(line);
    if (!closing_.empty()) {
      const bool is_html = closing_ == "\n";  // a blank line closes it
      if (is_html ? text.empty() : text.find(closing_) != text.npos) closing_ = {};
      return true;
    }
    if (text.empty()) return true;
    if (text.starts_with("<!--")) return open("-->", text);
    if (text.starts_with("{/*")) return open("*/}", text);
    if (text.starts_with("%%")) return open("%%", text.substr(2));
    if (text.starts_with('<') && !is_web_address(text.substr(1))) return open("\n", text);
    if (text.starts_with(":::")) return open(":::", text.substr(3));
    const bool is_below = is_blank(line.front()) || text.starts_with("- ");
    if (opens_list_ && is_below) return true;
    constexpr std::string_view kListKeys =
        "tags: keywords: aliases: links: categories: topics: related:";
    opens_list_ =
        text.starts_with("!!!") || text.starts_with("???") || is_among(kListKeys, to_lower(text));
    return opens_list_ || is_mark(text) || is_property_line(text) || date_of_line(text) ||
           is_navigation(text);
  }

 private:
  bool open(std::string_view closing, std::string_view text) {
    if (text.find(closing) == text.npos) closing_ = closing;
    return true;
  }

  // Quotes, rules, shortcodes, imports and `[toc]`.
  static bool is_mark(std::string_view text) {
    const bool is_rule = text.find_first_not_of("-*_=+ .") == text.npos;
    const bool is_module = (text.starts_with("import ") || text.starts_with("export ")) &&
                           text.find_first_of("'\"={") != text.npos;
    const bool is_reference = text.starts_with('[') && text.find("]:") != text.npos;
    return is_rule || is_module || is_reference || text.starts_with('>') ||
           is_among("{{ {% {:", text.substr(0, 2));
  }

  std::string_view closing_;  // of the open construct
  bool opens_list_ = false;   // items and indented lines below belong to the line above
};

}  // namespace

bool says_no_text(const LineTable& lines, std::uint32_t first, std::uint32_t end) {
  PreambleReader reader;
  for (std::uint32_t line = first; line < end; ++line)
    if (!reader.passes(lines.text_of(line))) return false;
  return true;
}

}  // namespace notes
