// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/front_matter.h"

#include <algorithm>
#include <optional>

#include "indexer/extract/ascii.h"
#include "indexer/extract/front_matter_value.h"

namespace notes {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

struct KeyAndValue {
  std::string_view key;
  std::string_view value;
};

bool is_key(std::string_view key) {
  return !key.empty() && key.size() <= 64 && std::ranges::all_of(key, [](char c) {
    return is_alphanumeric(c) || c == '_' || c == '-' || c == '.' || c == ' ' || is_beyond_ascii(c);
  });
}

// `key: value` where a blank or nothing follows the sign; "https://…" is no key.
std::optional<KeyAndValue> split_pair(std::string_view line, std::string_view sign) {
  const std::size_t at = line.find(sign);
  if (at == line.npos) return std::nullopt;
  const std::string key = unquoted(line.substr(0, at));
  const std::string_view value = line.substr(at + sign.size());
  if (!is_key(key) || (sign != "=" && !value.empty() && !is_blank(value.front())))
    return std::nullopt;
  std::string_view shown = trimmed(line.substr(0, at));
  if (shown.size() != key.size()) shown = shown.substr(1, key.size());
  return KeyAndValue{shown, trimmed(value)};
}

// One block, read into entries.
class BlockReader {
 public:
  BlockReader(const LineTable& lines, std::string_view sign, FrontMatter& result)
      : lines_(lines), sign_(sign), result_(result) {}

  void read(std::uint32_t first, std::uint32_t end) {
    for (line_ = first; line_ < end; ++line_) read_line(trimmed_end(lines_.text_of(line_)));
    close_list();
  }

 private:
  static std::string_view trimmed_end(std::string_view text) {
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
  }

  void read_line(std::string_view text) {
    if (text.empty() || text.front() == '#') return;
    if (!open_list_.empty()) return continue_list(text);
    const std::string_view content = trimmed(text);
    if (content.starts_with("- ")) return add_value(content.substr(2));
    if (is_blank(text.front())) return continue_value(content);
    if (const auto pair = split_pair(text, sign_)) add_entry(*pair);
  }

  void add_entry(const KeyAndValue& pair) {
    result_.entries.push_back({to_lower(pair.key), {}, line_, false});
    is_text_block_ = pair.value.starts_with('|') || pair.value.starts_with('>');
    if (is_text_block_ || pair.value.empty()) return;
    if (is_open_list(pair.value)) {
      open_list_ = pair.value;
    } else if (pair.value.starts_with('[') && !pair.value.starts_with("[[")) {
      set_list(pair.value);
    } else if (std::string value = unquoted(pair.value); !value.empty()) {
      result_.entries.back().values.push_back(std::move(value));
    }
  }

  void set_list(std::string_view list) {
    result_.entries.back().values = inline_list(list);
    result_.entries.back().is_list = true;
  }

  void continue_list(std::string_view text) {
    open_list_.append(" ").append(trimmed(text));
    if (text.ends_with(']')) close_list();
  }

  void close_list() {
    if (!open_list_.empty()) set_list(open_list_);
    open_list_.clear();
  }

  void add_value(std::string_view item) {
    std::string value = unquoted(item);
    if (result_.entries.empty() || value.empty()) return;
    result_.entries.back().values.push_back(std::move(value));
    result_.entries.back().is_list = true;
  }

  // Lines of `key: |` belong together; of nested mappings nobody asks.
  void continue_value(std::string_view content) {
    if (!is_text_block_ || result_.entries.empty()) return;
    auto& values = result_.entries.back().values;
    if (values.empty())
      values.emplace_back(unquoted(content));
    else
      values.front().append(" ").append(unquoted(content));
  }

  const LineTable& lines_;
  std::string_view sign_;
  FrontMatter& result_;
  std::uint32_t line_ = 1;
  std::string open_list_;  // of an inline list over several lines
  bool is_text_block_ = false;
};

bool is_mark(std::string_view text, std::string_view mark) {
  return text.starts_with(mark) && trimmed(text.substr(mark.size())).empty();
}

// The first line that says something is a pair; a rule above prose opens no front matter.
bool opens_with_pair(const LineTable& lines, std::uint32_t line, std::string_view sign) {
  for (; line <= lines.count(); ++line) {
    const std::string_view text = lines.text_of(line);
    if (trimmed(text).empty() || text.front() == '#') continue;
    return split_pair(text, sign) || is_mark(text, "---") || is_mark(text, "+++");
  }
  return false;
}

std::uint32_t find_closing_mark(const LineTable& lines, std::uint32_t line, std::string_view mark) {
  for (; line <= lines.count(); ++line) {
    const std::string_view text = lines.text_of(line);
    if (is_mark(text, mark) || (mark == "---" && is_mark(text, "..."))) return line;
  }
  return 0;
}

// Takes the block that opens at `line`, whose text is `mark`. False when there is none.
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
  result.body_line = closing + 1;
  result.body_byte = lines.begin_of(closing + 1);
  return true;
}

bool is_pair_or_item(std::string_view text) {
  return trimmed(text).empty() || is_blank(text.front()) || text.starts_with("- ") ||
         split_pair(text, ":").has_value();
}

// Tools stack a block of their own below the writer's: `---` and nothing but pairs.
void read_second_block(const LineTable& lines, FrontMatter& result) {
  std::uint32_t line = result.body_line;
  while (line <= lines.count() && lines.is_blank_line(line)) ++line;
  const bool opens = is_mark(lines.text_of(line), "---");
  const std::uint32_t first = opens ? line + 1 : line;
  std::uint32_t end = first;
  while (end <= lines.count() && !is_mark(lines.text_of(end), "---") &&
         is_pair_or_item(lines.text_of(end)))
    ++end;
  const bool closes = end > first && is_mark(lines.text_of(end), "---");
  if (!closes || !opens_with_pair(lines, first, ":")) return;
  BlockReader(lines, ":", result).read(first, end);
  result.body_line = end + 1;
  result.body_byte = lines.begin_of(end + 1);
}

// They stay part of the text; whether their words are worth indexing is visible_text's question.
void read_properties(const LineTable& lines, FrontMatter& result) {
  std::uint32_t line = result.body_line;
  while (line <= lines.count() && lines.is_blank_line(line)) ++line;
  for (; line <= lines.count(); ++line) {
    std::string_view text = trimmed(lines.text_of(line));
    if (text.starts_with("- ")) text.remove_prefix(2);
    const auto pair = split_pair(text, "::");
    if (!pair || pair->key.find(' ') != pair->key.npos) return;
    FrontMatterEntry entry{to_lower(pair->key), {}, line, false};
    if (!pair->value.empty()) entry.values.push_back(unquoted(pair->value));
    result.entries.push_back(std::move(entry));
  }
}

}  // namespace

const FrontMatterEntry* FrontMatter::find(std::initializer_list<std::string_view> keys) const {
  for (const std::string_view key : keys)
    for (const FrontMatterEntry& entry : entries)
      if (entry.key == key && !entry.values.empty()) return &entry;
  return nullptr;
}

FrontMatter read_front_matter(const LineTable& lines) {
  FrontMatter result;
  std::string_view first = lines.text_of(1);
  if (first.starts_with(kByteOrderMark)) {
    first.remove_prefix(kByteOrderMark.size());
    result.body_byte = kByteOrderMark.size();
  }
  for (const std::string_view mark : {"---", "+++"})
    if (is_mark(first, mark) && read_block(lines, 1, mark, result))
      if (mark == "---") read_second_block(lines, result);
  read_properties(lines, result);
  return result;
}

}  // namespace notes
