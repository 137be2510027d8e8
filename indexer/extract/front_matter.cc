// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/front_matter.h"

#include <algorithm>

#include "common/text/ascii.h"
#include "common/text/code_point.h"
#include "indexer/extract/ascii.h"
#include "indexer/extract/note_limits.h"

namespace notes {
namespace {

bool opens_quote(std::string_view value) {
  return value.starts_with('"') || value.starts_with('\'');
}

// A [list] or a {map}, but not "[[page]]".
bool opens_flow(std::string_view value) {
  return (value.starts_with('[') && !value.starts_with("[[")) ||
         (value.starts_with('{') && !value.starts_with("{{"));
}

// The position after the quoted text at the start of `value`; 0 if the quote is not closed. Within
// single quotes `''` is a quote, within double quotes `\"` is one.
std::size_t end_of_quoted(std::string_view value) {
  const char quote = value.front();
  for (std::size_t at = 1; at < value.size(); ++at) {
    const bool is_escape = quote == '"' ? value[at] == '\\' : value.substr(at).starts_with("''");
    if (is_escape)
      ++at;
    else if (value[at] == quote)
      return at + 1;
  }
  return 0;
}

std::optional<std::uint32_t> read_four_digits(std::string_view digits) {  // hexadecimal
  return digits.size() == 4 ? whole_number<std::uint32_t>(digits, 16) : std::nullopt;
}

// `rest` starts after `\u`. JSON writes characters above U+FFFF as pairs.
void append_code_unit(std::string& text, std::string_view& rest) {
  const auto unit = read_four_digits(rest.substr(0, 4));
  rest.remove_prefix(unit ? 4 : 0);
  if (!unit) return;
  const auto low = rest.starts_with("\\u") ? read_four_digits(rest.substr(2, 4)) : std::nullopt;
  const bool is_pair = *unit >> 10 == 0xD800 >> 10 && low && *low >> 10 == 0xDC00 >> 10;
  if (is_pair) rest.remove_prefix(6);
  text += utf8_of(is_pair ? 0x10000 + ((*unit & 0x3FF) << 10) + (*low & 0x3FF) : *unit);
}

std::string without_escapes(std::string_view inner) {
  std::string text;
  while (!inner.empty()) {
    text += take_until(inner, '\\');
    if (inner.empty()) break;
    const char escaped = inner.front();
    inner.remove_prefix(1);
    if (escaped == 'u')
      append_code_unit(text, inner);
    else
      text += std::string_view("nrtbf").find(escaped) == std::string_view::npos ? escaped : ' ';
  }
  return text;
}

// A quote counts only at the start of a value, not in "it's".
bool opens_quoted(std::string_view value, std::size_t at) {
  if (!opens_quote(value.substr(at))) return false;
  const std::string_view above = trimmed(value.substr(0, at));
  return above.empty() || std::string_view("[{,:").find(above.back()) != std::string_view::npos;
}

bool opens_comment(std::string_view value, std::size_t at) {
  return value[at] == '#' && at + 1 < value.size() && is_blank(value[at + 1]) &&
         (at == 0 || is_blank(value[at - 1]));
}

// The end of the quoted text or comment at `at` if there is one, otherwise the end of the
// character.
std::size_t pass(std::string_view value, std::size_t at) {
  if (opens_comment(value, at)) return std::min(value.find('\n', at), value.size());
  const std::size_t quoted = opens_quoted(value, at) ? end_of_quoted(value.substr(at)) : 0;
  return at + std::max<std::size_t>(quoted, 1);
}

// "'it''s'" gives "it's", and "\"a \\\"b\\\"\"" gives "a \"b\"". A line end becomes a blank.
// Valid UTF-8 without blanks around.
std::string unquoted(std::string_view value) {
  value = trimmed(value);
  if (!opens_quote(value) || end_of_quoted(value) != value.size()) return with_valid_utf8(value);
  const std::string_view inner = value.substr(1, value.size() - 2);
  const std::string text =
      value.front() == '"' ? without_escapes(inner) : with_replaced(std::string(inner), "''", "'");
  std::string line;
  for (std::string_view rest = trimmed(text); !rest.empty();)
    line.append(line.empty() ? "" : " ").append(trimmed(take_until(rest, '\n')));
  return with_valid_utf8(line);
}

// Without the ` # comment` after it. "#a" is not a comment but a tag.
std::string_view without_comment(std::string_view value) {
  value = trimmed(value);
  const std::size_t quoted = opens_quote(value) ? end_of_quoted(value) : 0;
  for (std::size_t at = value.find('#', quoted); at != value.npos; at = value.find('#', at + 1)) {
    const bool is_comment = at > 0 ? is_blank(value[at - 1]) && value.front() != '#'
                                   : value.size() == 1 || is_blank(value[1]);
    if (is_comment) return trimmed(value.substr(0, at));
  }
  return value;
}

// The end of the quoted text, list or map at the start of `value`; 0 if it is not closed.
std::size_t end_of_flow(std::string_view value) {
  if (opens_quote(value)) return end_of_quoted(value);
  const char open = value.front();
  const char close = open == '[' ? ']' : '}';
  int depth = 0;
  for (std::size_t at = 0; at < value.size(); at = pass(value, at)) {
    if (value[at] == open) ++depth;
    if (value[at] == close && --depth == 0) return at + 1;
  }
  return 0;
}

// The items of "[a, 'b, c', [[d]]]" or "{a: 1}" as written, without blank ones. The closing bracket
// may be missing.
std::vector<std::string_view> flow_items(std::string_view value) {
  std::vector<std::string_view> items;
  const std::size_t end = end_of_flow(value);
  const std::string_view inner = end > 0 ? value.substr(1, end - 2) : value.substr(1);
  int depth = 0;
  std::size_t begin = 0;
  std::size_t comment = inner.npos;  // after the item
  const auto item_up_to = [&](std::size_t at) {
    return trimmed(inner.substr(begin, std::min(at, comment) - begin));
  };
  const auto add = [&](std::size_t at) {
    if (const auto item = item_up_to(at); !item.empty()) items.push_back(item);
    begin = at + 1;
    comment = inner.npos;
  };
  for (std::size_t at = 0; at < inner.size(); at = pass(inner, at)) {
    if (opens_comment(inner, at)) {
      if (item_up_to(at).empty())
        begin = pass(inner, at);
      else
        comment = std::min(comment, at);
    }
    if (inner[at] == '[' || inner[at] == '{') ++depth;
    if (inner[at] == ']' || inner[at] == '}') --depth;
    if (inner[at] == ',' && depth <= 0) add(at);
  }
  add(inner.size());
  return items;
}

bool is_key(std::string_view key) {
  return !key.empty() && key.size() <= 64 && std::ranges::all_of(key, [](char c) {
    return is_of_word(c) || c == '_' || c == '-' || c == '.' || c == ' ';
  });
}

bool is_indented_below(std::string_view text) {
  for (std::size_t end = text.find('\n'); end != text.npos; end = text.find('\n', end + 1))
    if (end + 1 < text.size() && !is_blank(text[end + 1])) return false;
  return true;
}

// A list or a map, with at most a comment after it: "[Draft] A title" is text.
bool is_flow(std::string_view value) {
  if (!opens_flow(value)) return false;
  const std::size_t end = end_of_flow(value);
  const std::string_view behind = trimmed(end == 0 ? std::string_view() : value.substr(end));
  return behind.empty() || behind.front() == '#';
}

class BlockReader {
 public:
  BlockReader(const LineTable& lines, std::string_view sign, FrontMatter& result)
      : lines_(lines), sign_(sign), result_(result) {}

  // Reads the lines before `end`, where the mark is that closes the block.
  void read(std::uint32_t first, std::uint32_t end) {
    end_byte_ = lines_.begin_of(end);
    for (line_ = first; line_ < end; ++line_) read_line(lines_.text_of(line_));
    result_.body_line = end + 1;
  }

 private:
  void read_line(std::string_view text) {
    const std::string_view content = trimmed(text);
    if (content.empty() || text.front() == '#') return;
    if (is_text_block_ && is_blank(text.front())) return continue_value(content);
    if (content.front() == '{') return read_map(whole_value(content), "");
    if (content.starts_with("- ")) return add_item(trimmed(content.substr(2)));
    if (is_blank(text.front())) return continue_value(content);
    parent_.clear();
    if (const auto pair = split_pair(text, sign_)) add_entry(*pair, "");
  }

  // `value` with the following lines of the same quoted text, list or map. After one that is never
  // closed, all others end with their line; otherwise each would search the whole block.
  std::string_view whole_value(std::string_view value) {
    const bool opens = opens_flow(value) || opens_quote(value);
    if (!opens || found_unclosed_ || end_of_flow(value) > 0) return value;
    const std::uint32_t begin = lines_.range_of(value).begin;
    const std::string_view rest = lines_.text_of({begin, end_byte_});
    const std::size_t size = end_of_flow(rest);
    found_unclosed_ = size == 0;
    const std::string_view whole = rest.substr(0, size);
    if (found_unclosed_ || (opens_quote(value) && !is_indented_below(whole))) return value;
    line_ = lines_.line_at(begin + size - 1);
    return whole;
  }

  void add_entry(const KeyAndValue& pair, const std::string& parent) {
    require_at_most(kMaxFrontMatterValues, result_.entries.size() + values_);
    FrontMatterEntry& entry = result_.entries.emplace_back();
    entry.key = parent + to_lower(pair.key);
    entry.line = lines_.line_at(lines_.range_of(pair.key).begin);
    is_text_block_ = pair.value.starts_with('|') || pair.value.starts_with('>');
    if (pair.value.empty() || is_text_block_) return;
    const std::string_view value = whole_value(pair.value);
    if (!is_flow(value)) return add_value(without_comment(value));
    if (value.front() == '{') return read_map(value, entry.key + '.');
    entry.is_list = true;
    for (const std::string_view item : flow_items(value)) add_value(item);
  }

  // A map in JSON, or in YAML on one line.
  void read_map(std::string_view map, const std::string& parent) {
    constexpr std::ptrdiff_t kMaxDepth = 4;
    if (std::ranges::count(parent, '.') > kMaxDepth) return;
    for (const std::string_view item : flow_items(map))
      if (const auto pair = split_pair(item, ":")) add_entry(*pair, parent);
  }

  void add_item(std::string_view item) {
    if (result_.entries.empty()) return;
    result_.entries.back().is_list = true;
    add_value(without_comment(whole_value(item)));
  }

  void add_value(std::string_view written) {
    std::string value = unquoted(written);
    if (value.empty() || written == "~" || to_lower(written) == "null") return;
    require_at_most(kMaxFrontMatterValues, ++values_);
    FrontMatterEntry& entry = result_.entries.back();
    entry.values.push_back(std::move(value));
    entry.ranges.push_back(lines_.range_of(written));
  }

  // An indented line continues a value, or has a value for the key above it.
  void continue_value(std::string_view content) {
    if (result_.entries.empty()) return;
    FrontMatterEntry& entry = result_.entries.back();
    const auto pair = is_text_block_ ? std::nullopt : split_pair(content, sign_);
    if (pair && (entry.values.empty() || !parent_.empty())) {
      if (parent_.empty()) parent_ = entry.key + '.';
      return add_entry(*pair, parent_);
    }
    if (entry.values.empty()) return add_value(content);
    entry.values.back().append(" ").append(unquoted(content));
    entry.ranges.back().end = lines_.range_of(content).end;
  }

  const LineTable& lines_;
  std::string_view sign_;
  FrontMatter& result_;
  std::uint32_t line_ = 1;
  std::uint32_t end_byte_ = 0;
  std::size_t values_ = 0;
  std::string parent_;  // "key." while lines are indented below that key
  bool is_text_block_ = false;
  bool found_unclosed_ = false;
};

bool is_mark(std::string_view text, std::string_view mark) {
  return text.starts_with(mark) && trimmed(text.substr(mark.size())).empty();
}

// Whether the first line with content is a pair or a map. A rule above prose does not start front
// matter.
bool opens_with_pair(const LineTable& lines, std::uint32_t line, std::string_view sign) {
  for (; line <= lines.count(); ++line) {
    const std::string_view text = lines.text_of(line);
    if (trimmed(text).empty() || text.front() == '#') continue;
    return text.front() == '{' || split_pair(text, sign) || is_mark(text, "---") ||
           is_mark(text, "+++");
  }
  return false;
}

bool is_closing_mark(std::string_view text, std::string_view mark) {
  return is_mark(text, mark) || (mark == "---" && (is_mark(text, "...") || is_mark(text, ";;;")));
}

std::uint32_t first_line_with_text(const LineTable& lines, std::uint32_t line) {
  while (line <= lines.count() && lines.is_blank_line(line)) ++line;
  return line;
}

// Some tools add a second block below the author's: only pairs and items, and `---`.
void read_second_block(const LineTable& lines, FrontMatter& result) {
  const std::uint32_t line = first_line_with_text(lines, result.body_line);
  const std::uint32_t first = is_mark(lines.text_of(line), "---") ? line + 1 : line;
  for (std::uint32_t end = first; end <= lines.count(); ++end) {
    const std::string_view text = lines.text_of(end);
    if (end > first && is_mark(text, "---") && opens_with_pair(lines, first, ":"))
      return BlockReader(lines, ":", result).read(first, end);
    const bool goes_on = trimmed(text).empty() || is_blank(text.front()) ||
                         text.starts_with("- ") || split_pair(text, ":");
    if (!goes_on) return;
  }
}

// Reads the block that starts in the first line, whose text is `mark`, and one below it.
void read_blocks(const LineTable& lines, std::string_view mark, FrontMatter& result) {
  const std::string_view sign = mark == "+++" ? "=" : ":";
  if (!opens_with_pair(lines, 2, sign)) return;
  std::uint32_t closing = 2;
  while (closing <= lines.count() && !is_closing_mark(lines.text_of(closing), mark)) ++closing;
  result.is_unclosed = closing > lines.count();
  if (result.is_unclosed) return;
  BlockReader(lines, sign, result).read(2, closing);
  if (mark == "---") read_second_block(lines, result);
}

void read_properties(const LineTable& lines, FrontMatter& result) {
  std::uint32_t line = first_line_with_text(lines, result.body_line);
  for (; line <= lines.count(); ++line) {
    std::string_view text = trimmed(lines.text_of(line));
    if (text.starts_with("- ")) text.remove_prefix(2);
    const auto pair = split_pair(text, "::");
    if (!pair || pair->key.find(' ') != pair->key.npos) return;
    require_at_most(kMaxFrontMatterValues, result.entries.size());
    FrontMatterEntry& entry = result.entries.emplace_back();
    entry.key = to_lower(pair->key);
    entry.line = line;
    entry.is_property = true;
    if (!pair->value.empty()) entry.values.push_back(unquoted(pair->value));
  }
}

// Titles, tags, dates and values for programs are not text, and neither are numbers and switches.
bool is_text(std::string_view key, std::string_view value) {
  constexpr std::string_view kRead =
      "title alias aliases tag tags keyword keywords topic topics date category layout permalink "
      "slug categories id uid uuid hash cssclass cssclasses created published updated modified "
      "template";
  const bool is_number = is_digit(value.front()) && value.find(' ') == value.npos;
  return has_letter(value) && !is_number && !is_among(kRead, key) &&
         !is_among("true false yes no null none", to_lower(value));
}

}  // namespace

std::vector<ByteRange> FrontMatter::texts() const {
  std::vector<ByteRange> texts;
  for (const FrontMatterEntry& entry : entries)
    for (std::size_t i = 0; i < entry.ranges.size(); ++i)
      if (is_text(entry.key, entry.values[i])) texts.push_back(entry.ranges[i]);
  std::ranges::sort(texts, {}, &ByteRange::begin);
  return texts;
}

const FrontMatterEntry* FrontMatter::find(std::initializer_list<std::string_view> keys) const {
  for (const std::string_view key : keys)
    for (const FrontMatterEntry& entry : entries)
      if (entry.key == key && !entry.values.empty()) return &entry;
  return nullptr;
}

std::optional<KeyAndValue> split_pair(std::string_view line, std::string_view sign) {
  const std::size_t at = line.find(sign);
  if (at == line.npos) return std::nullopt;
  const std::string key = unquoted(line.substr(0, at));
  std::string_view shown = trimmed(line.substr(0, at));
  std::string_view value = trimmed(line.substr(at + sign.size()));
  const bool is_json = sign == ":" && shown.starts_with('"');
  const bool is_divided = value.empty() || is_blank(line[at + sign.size()]);
  if (!is_key(key) || (sign != "=" && !is_json && !is_divided)) return std::nullopt;
  if (is_json && value.ends_with(',')) value.remove_suffix(1);
  if (shown.size() != key.size()) shown = shown.substr(1, key.size());
  return KeyAndValue{shown, value};
}

FrontMatter read_front_matter(const LineTable& lines) {
  FrontMatter result;
  for (const std::string_view mark : {"---", "+++", ";;;"})
    if (is_mark(lines.text_of(1), mark)) read_blocks(lines, mark, result);
  read_properties(lines, result);
  return result;
}

}  // namespace notes
