// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/label.h"

#include <algorithm>
#include <cstdlib>
#include <memory>

#include <utf8proc.h>

#include "common/text/ascii.h"
#include "common/text/unicode_fold.h"

namespace notes {
namespace {

std::string case_folded(std::string_view text) {
  utf8proc_uint8_t* mapped = nullptr;
  const auto flags = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE |
                                                    UTF8PROC_COMPAT | UTF8PROC_CASEFOLD);
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()), &mapped, flags);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
  if (size < 0) return std::string(text);  // bad UTF-8: compared byte by byte
  return {reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size)};
}

bool separates(char c) {
  return c == '_' || c == ' ' || c == '\t' || c == '-';
}

bool is_divider(std::string_view label, std::size_t at) {
  if (label[at] == '/') return true;
  return label[at] == '.' && at > 0 && at + 1 < label.size() && !ascii::is_digit(label[at + 1]);
}

bool is_sign(char c) {
  return static_cast<unsigned char>(c) < 0x80 && !ascii::is_alphanumeric(c);
}

// The words of a label without their marks; its signs stay.
std::string without_marks(std::string_view label) {
  UnicodeFolder folder;
  std::string plain;
  while (!label.empty()) {
    const auto sign = std::ranges::find_if(label, is_sign);
    const auto length = static_cast<std::size_t>(sign - label.begin());
    if (length > 0) plain += folder.fold(label.substr(0, length)).plain;
    plain += label.substr(length, 1);
    label.remove_prefix(std::min(length + 1, label.size()));
  }
  return plain;
}

}  // namespace

std::string fold_label(std::string_view label) {
  std::string folded;
  if (label.starts_with('#')) label.remove_prefix(1);
  for (const char c : case_folded(label)) {
    const char next = separates(c) ? '-' : c;
    const bool repeated = (next == '-' || next == '/') && (folded.empty() || folded.back() == next);
    if (!repeated) folded.push_back(next);
  }
  while (!folded.empty() && (folded.back() == '-' || folded.back() == '/')) folded.pop_back();
  return folded;
}

std::vector<std::string> label_and_parents(std::string_view folded_label) {
  std::vector<std::string> labels;
  for (std::size_t at = 0; at < folded_label.size(); ++at)
    if (is_divider(folded_label, at)) labels.emplace_back(folded_label.substr(0, at));
  if (!folded_label.empty()) labels.emplace_back(folded_label);
  const bool is_ascii = std::ranges::all_of(
      folded_label, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (is_ascii) return labels;
  for (std::size_t i = 0, count = labels.size(); i < count; ++i)
    if (std::string plain = without_marks(labels[i]); plain != labels[i])
      labels.push_back(std::move(plain));
  return labels;
}

}  // namespace notes
