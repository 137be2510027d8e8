// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/display_width.h"

#include <algorithm>

#include <utf8proc.h>

#include "common/text/code_point.h"

namespace notes {
namespace {

constexpr std::size_t kWidest = 2;
constexpr char32_t kEmojiPresentation = U'\uFE0F';

std::size_t columns_of(char32_t value) {
  return static_cast<std::size_t>(utf8proc_charwidth(static_cast<utf8proc_int32_t>(value)));
}

bool starts_cluster(char32_t before, char32_t value, utf8proc_int32_t& state) {
  return utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(before),
                                          static_cast<utf8proc_int32_t>(value), &state);
}

// Nothing combines with a character before ASCII.
bool is_plain(std::string_view text, std::size_t at) {
  const bool ends_before_ascii = at + 1 == text.size() || (text[at + 1] & 0x80) == 0;
  return text[at] >= ' ' && text[at] < '\x7f' && ends_before_ascii;
}

}  // namespace

Cluster cluster_at(std::string_view text, std::size_t at) {
  if (is_plain(text, at)) return {1, 1};
  CodePoint point = code_point_at(text, at);
  Cluster cluster{point.bytes, columns_of(point.value)};
  utf8proc_int32_t state = 0;
  while (at + cluster.bytes < text.size()) {
    const CodePoint next = code_point_at(text, at + cluster.bytes);
    if (starts_cluster(point.value, next.value, state)) break;
    const bool as_emoji = next.value == kEmojiPresentation;
    cluster.columns = std::min(kWidest, cluster.columns + columns_of(next.value));
    if (as_emoji) cluster.columns = kWidest;
    cluster.bytes += next.bytes;
    point = next;
  }
  return cluster;
}

std::size_t display_width(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Cluster cluster = cluster_at(text, at);
    columns += cluster.columns;
    at += cluster.bytes;
  }
  return columns;
}

}  // namespace notes
