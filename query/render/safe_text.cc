// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/safe_text.h"

#include <algorithm>
#include <cstdint>

#include "common/text/code_point.h"

namespace notes {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// Returns the replacement of a character: `bytes` are its bytes in the text.
using Rewrite = std::string (*)(std::string_view bytes, CodePoint point);

std::string as_printable_path(std::string_view bytes, CodePoint point) {
  return point.valid ? printable_character(bytes, point) : std::string(bytes);
}

std::string as_valid_utf8(std::string_view bytes, CodePoint point) {
  return std::string(point.valid ? bytes : kReplacement);
}

// For any highlights, the new ones are ascending ranges inside the new text.
MarkedText rewritten(std::string_view text, std::span<const ByteRange> highlights,
                     Rewrite rewrite) {
  MarkedText result;
  std::size_t at = 0;
  const auto rewrite_until = [&](std::size_t end) {
    while (at < std::min(end, text.size())) {
      const CodePoint point = code_point_at(text, at);
      result.text += rewrite(text.substr(at, point.bytes), point);
      at += point.bytes;
    }
    return static_cast<std::uint32_t>(result.text.size());
  };
  for (const ByteRange range : highlights) {
    const std::uint32_t begin = rewrite_until(range.begin);
    const std::uint32_t end = rewrite_until(range.end);
    if (begin < end) result.highlights.push_back({begin, end});
  }
  rewrite_until(text.size());
  return result;
}

}  // namespace

MarkedText printable(std::string_view text, std::span<const ByteRange> highlights) {
  return rewritten(text, highlights, printable_character);
}

std::string printable_path(std::string_view path) {
  return rewritten(path, {}, as_printable_path).text;
}

MarkedText valid_utf8(std::string_view text, std::span<const ByteRange> highlights) {
  return rewritten(text, highlights, as_valid_utf8);
}

}  // namespace notes
