// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/note_name.h"

#include <cstdint>
#include <optional>

#include "common/text/ascii.h"
#include "common/text/joined.h"
#include "common/text/label.h"
#include "common/text/whole_number.h"

namespace notes {
namespace {

std::optional<char> hexadecimal_byte(std::string_view digits) {
  const auto value = whole_number<std::uint8_t>(digits, 16);
  if (digits.size() != 2 || !value || *value < ' ') return std::nullopt;
  return static_cast<char>(*value);
}

}  // namespace

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
