// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/label.h"

#include <algorithm>

#include "common/text/ascii.h"
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

}  // namespace notes
