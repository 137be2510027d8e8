// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/front_matter.h"

#include <algorithm>
#include <optional>

#include "indexer/extract/ascii.h"
#include "indexer/extract/front_matter_value.h"
#include "indexer/extract/note_limits.h"

namespace notes {
namespace {

struct KeyAndValue {
  std::string_view key;
  std::string_view value;
};

bool is_key(std::string_view key) {
  return !key.empty() && key.size() <= 64 && std::ranges::all_of(key, [](char c) {
    return is_of_word(c) || c == '_' || c == '-' || c == '.' || c == ' ';
  });
}

// Splits `key: value`. The colon must be followed by a blank or the end, so "https://…" has no key.
// JSON needs no blank after its quoted keys, and separates entries by commas.
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
    const std::uint32_t begin = byte_of(value);
    const std::string_view rest = lines_.text().substr(begin, end_byte_ - begin);
    const std::size_t size = end_of_flow(rest);
    found_unclosed_ = size == 0;
    const std::string_view whole = rest.substr(0, size);
    if (found_unclosed_ || (opens_quote(value) && !is_indented_below(whole))) return value;
    line_ = lines_.line_at(begin + size - 1);
    return whole;
  }

  void add_entry(const KeyAndValue& pair, const std::string& parent) {
    FrontMatterEntry entry;
    entry.key = parent + to_lower(pair.key);
    entry.line = lines_.line_at(byte_of(pair.key));
    require_at_most(kMaxFrontMatterValues, result_.entries.size() + values_);
    result_.entries.push_back(entry);
    is_text_block_ = pair.value.starts_with('|') || pair.value.starts_with('>');
    if (pair.value.empty() || is_text_block_) return;
    const std::string_view value = whole_value(pair.value);
    if (!is_flow(value)) return add_value(without_comment(value));
    if (value.front() == '{') return read_map(value, entry.key + '.');
    result_.entries.back().is_list = true;
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
    const std::uint32_t begin = byte_of(written);
    require_at_most(kMaxFrontMatterValues, ++values_);
    FrontMatterEntry& entry = result_.entries.back();
    entry.values.push_back(std::move(value));
    entry.ranges.push_back({begin, begin + static_cast<std::uint32_t>(written.size())});
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
    entry.ranges.back().end = byte_of(content) + static_cast<std::uint32_t>(content.size());
  }

  std::uint32_t byte_of(std::string_view text) const {
    return static_cast<std::uint32_t>(text.data() - lines_.text().data());
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

std::uint32_t find_closing_mark(const LineTable& lines, std::uint32_t line, std::string_view mark) {
  for (; line <= lines.count(); ++line) {
    const std::string_view text = lines.text_of(line);
    if (is_mark(text, mark)) return line;
    if (mark == "---" && (is_mark(text, "...") || is_mark(text, ";;;"))) return line;
  }
  return 0;
}

// Reads the block that starts at `line`, whose text is `mark`. False if there is none.
bool read_block(const LineTable& lines, std::uint32_t line, std::string_view mark,
                FrontMatter& result) {
  const std::string_view sign = mark == "+++" ? "=" : ":";
  if (!opens_with_pair(lines, line + 1, sign)) return false;
  const std::uint32_t closing = find_closing_mark(lines, line + 1, mark);
  if (closing == 0) {
    result.unclosed_line = line;
    return false;
  }
  BlockReader(lines, sign, result).read(line + 1, closing);
  return true;
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

bool is_pair_or_item(std::string_view text) {
  return trimmed(text).empty() || is_blank(text.front()) || text.starts_with("- ") ||
         split_pair(text, ":").has_value();
}

// Some tools add a second block below the author's: `---` and only pairs.
void read_second_block(const LineTable& lines, FrontMatter& result) {
  std::uint32_t line = result.body_line;
  while (line <= lines.count() && lines.is_blank_line(line)) ++line;
  const std::uint32_t first = is_mark(lines.text_of(line), "---") ? line + 1 : line;
  std::uint32_t end = first;
  while (end <= lines.count() && !is_mark(lines.text_of(end), "---") &&
         is_pair_or_item(lines.text_of(end)))
    ++end;
  const bool closes = end > first && is_mark(lines.text_of(end), "---");
  if (!closes || !opens_with_pair(lines, first, ":")) return;
  BlockReader(lines, ":", result).read(first, end);
}

void read_properties(const LineTable& lines, FrontMatter& result) {
  std::uint32_t line = result.body_line;
  while (line <= lines.count() && lines.is_blank_line(line)) ++line;
  for (; line <= lines.count(); ++line) {
    std::string_view text = trimmed(lines.text_of(line));
    if (text.starts_with("- ")) text.remove_prefix(2);
    const auto pair = split_pair(text, "::");
    if (!pair || pair->key.find(' ') != pair->key.npos) return;
    FrontMatterEntry entry;
    entry.key = to_lower(pair->key);
    entry.line = line;
    entry.is_property = true;
    if (!pair->value.empty()) entry.values.push_back(unquoted(pair->value));
    require_at_most(kMaxFrontMatterValues, result.entries.size());
    result.entries.push_back(std::move(entry));
  }
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

FrontMatter read_front_matter(const LineTable& lines) {
  FrontMatter result;
  for (const std::string_view mark : {"---", "+++", ";;;"})
    if (is_mark(lines.text_of(1), mark) && read_block(lines, 1, mark, result))
      if (mark == "---") read_second_block(lines, result);
  read_properties(lines, result);
  return result;
}

}  // namespace notes
