// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/label.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "common/text/ascii.h"
#include "common/text/joined.h"
#include "common/text/unicode_fold.h"

namespace notes {
namespace {

// Never part of a label.
constexpr char kWrittenSign = '\x01';
constexpr char kWithoutMarksSign = '\x02';
constexpr std::string_view kSigns = "\x01\x02";
constexpr std::size_t kMaxLabelBytes = 200;
constexpr std::size_t kMaxKeyBytes = 240;  // Xapian takes terms of up to 245 bytes

bool separates(char c) {
  return c == '_' || c == ' ' || c == '\t' || c == '-';
}

bool is_divider(std::string_view label, std::size_t at) {
  if (label[at] == '/') return true;
  return label[at] == '.' && at > 0 && at + 1 < label.size() && !ascii::is_digit(label[at + 1]);
}

bool is_ascii_sign(char c) {
  return ascii::is_ascii(c) && !ascii::is_alphanumeric(c);
}

// The words of a label without accents; signs stay.
std::string without_marks(std::string_view label) {
  std::string plain;
  while (!label.empty()) {
    const auto sign = std::ranges::find_if(label, is_ascii_sign);
    const auto length = static_cast<std::size_t>(sign - label.begin());
    if (length > 0) plain += fold_word(label.substr(0, length));
    plain += label.substr(length, 1);
    label.remove_prefix(std::min(length + 1, label.size()));
  }
  return plain;
}

std::string key_of(std::string_view folded, char sign, std::string_view written) {
  std::string key(folded.substr(0, kMaxLabelBytes));
  key += sign;
  if (written != folded && key.size() + written.size() <= kMaxKeyBytes) key += written;
  return key;
}

std::optional<char> hexadecimal_byte(std::string_view digits) {
  const auto value = whole_number<std::uint8_t>(digits, 16);
  if (digits.size() != 2 || !value || *value < ' ') return std::nullopt;
  return static_cast<char>(*value);
}

}  // namespace

std::string fold_label(std::string_view label) {
  std::string folded;
  if (label.starts_with('#')) label.remove_prefix(1);
  for (const char c : fold_case(label)) {
    const char next = separates(c) ? '-' : c;
    const bool repeated = (next == '-' || next == '/') && (folded.empty() || folded.back() == next);
    if (!repeated) folded.push_back(next);
  }
  while (!folded.empty() && (folded.back() == '-' || folded.back() == '/')) folded.pop_back();
  return folded;
}

std::vector<std::string> parents_and_label(std::string_view folded_label) {
  std::vector<std::string> labels;
  for (std::size_t at = 0; at < folded_label.size(); ++at)
    if (is_divider(folded_label, at)) labels.emplace_back(folded_label.substr(0, at));
  labels.emplace_back(folded_label);
  return labels;
}

std::vector<std::string> label_keys(std::string_view written) {
  const std::string folded = fold_label(written);
  if (folded.empty()) return {};
  std::vector<std::string> keys{key_of(folded, kWrittenSign, written)};
  if (ascii::is_ascii(folded)) return keys;
  if (const std::string plain = without_marks(folded); plain != folded)
    keys.push_back(key_of(plain, kWithoutMarksSign, written));
  return keys;
}

LabelKey read_label_key(std::string_view key) {
  const std::size_t end = std::min(key.find_first_of(kSigns), key.size());
  const std::string_view folded = key.substr(0, end);
  const std::string_view written = key.substr(std::min(end + 1, key.size()));
  const bool without_marks = end < key.size() && key[end] == kWithoutMarksSign;
  return {folded, written.empty() ? folded : written, without_marks};
}

bool answers_to(std::string_view key, std::string_view label) {
  label = label.substr(0, kMaxLabelBytes);
  const std::string_view folded = read_label_key(key).folded;
  return folded.starts_with(label) &&
         (folded.size() == label.size() || is_divider(folded, label.size()));
}

std::string_view without_note_extension(std::string_view name) {
  constexpr std::string_view kExtensions = "md markdown mdown mkd mdx qmd rmd txt adoc org";
  const std::size_t dot = name.rfind('.');
  if (dot == name.npos || dot == 0 || name[dot - 1] == '/') return name;
  const bool is_known = is_among(kExtensions, ascii::to_lower(name.substr(dot + 1)));
  return is_known ? name.substr(0, dot) : name;
}

std::string percent_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = text[at] == '%' ? hexadecimal_byte(text.substr(at + 1, 2)) : std::nullopt;
    decoded += byte.value_or(text[at]);
    if (byte) at += 2;
  }
  return decoded;
}

std::string fold_note_name(std::string_view name) {
  return fold_label(percent_decoded(without_note_extension(name)));
}

std::string fold_note_path(std::string_view rel_path) {
  std::string path = '/' + fold_note_name(rel_path);
  for (const std::string_view name : {"/readme", "/index"})
    if (path.ends_with(name)) path.resize(path.size() - name.size());
  return path.empty() ? "/" : path;
}

}  // namespace notes
