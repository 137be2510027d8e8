// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/safe_text.h"

#include <cstdint>
#include <limits>
#include <vector>

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

// Maps ranges of the old text to the new text. For any input, the result is ascending ranges inside
// the text.
class Edges {
 public:
  explicit Edges(std::span<const ByteRange> ranges) {
    for (const ByteRange range : ranges) edges_.insert(edges_.end(), {range.begin, range.end});
  }

  void pass(std::size_t old_at, std::size_t new_at) {
    for (; next_ < edges_.size() && edges_[next_] <= old_at; ++next_) {
      edges_[next_] = static_cast<std::uint32_t>(new_at);
    }
  }

  std::vector<ByteRange> finish(std::size_t new_size) {
    pass(std::numeric_limits<std::uint32_t>::max(), new_size);
    std::vector<ByteRange> ranges;
    for (std::size_t i = 0; i + 1 < edges_.size(); i += 2) {
      if (edges_[i] < edges_[i + 1]) ranges.push_back({edges_[i], edges_[i + 1]});
    }
    return ranges;
  }

 private:
  std::vector<std::uint32_t> edges_;
  std::size_t next_ = 0;
};

MarkedText rewritten(std::string_view text, std::span<const ByteRange> highlights,
                     Rewrite rewrite) {
  MarkedText result;
  result.text.reserve(text.size());
  Edges edges(highlights);
  for (std::size_t at = 0; at < text.size();) {
    edges.pass(at, result.text.size());
    const CodePoint point = code_point_at(text, at);
    result.text += rewrite(text.substr(at, point.bytes), point);
    at += point.bytes;
  }
  result.highlights = edges.finish(result.text.size());
  return result;
}

}  // namespace

MarkedText printable(std::string_view text, std::span<const ByteRange> highlights) {
  return rewritten(text, highlights, printable_character);
}

std::string printable_path(std::string_view path) {
  return rewritten(path, {}, as_printable_path).text;
}

std::string valid_utf8(std::string_view text) {
  return rewritten(text, {}, as_valid_utf8).text;
}

MarkedText valid_utf8(std::string_view text, std::span<const ByteRange> highlights) {
  return rewritten(text, highlights, as_valid_utf8);
}

}  // namespace notes
