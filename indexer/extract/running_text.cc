// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/running_text.h"

#include <algorithm>
#include <vector>

#include "common/text/ascii.h"
#include "indexer/extract/ascii.h"

namespace notes {
namespace {

class TextWriter {
 public:
  TextWriter(const TextReading& reading, std::string_view source)
      : reading_(reading), source_(source) {}

  void copy(std::uint32_t from, std::uint32_t to) {
    const auto runs = reading_.runs();
    for (std::size_t run = reading_.run_at(from); run < runs.size() && from < to; ++run) {
      const ByteRange part{std::max(from, runs[run].text.begin), std::min(to, runs[run].text.end)};
      if (part.begin >= to) break;
      if (from < part.begin) text_ += '\n';  // the end of a cell or a line of code
      copy(runs[run], part);
      from = part.end;
    }
  }
  void hold_place() {
    if (!text_.ends_with(kPlaceholder)) text_ += kPlaceholder;
  }
  void add(std::string_view text) { text_ += text; }
  std::string take() { return std::move(text_); }

 private:
  void copy(const Run& run, ByteRange part) {
    if (run.kind == PartKind::aside) return;
    if (run.kind == PartKind::code || run.kind == PartKind::image) return hold_place();
    const bool begins = part.begin == run.text.begin && run.source.begin > 0;
    if (begins && source_.substr(run.source.begin - 1).starts_with("\\#")) hold_place();
    const bool is_verbatim = run.text.end - run.text.begin == run.source.end - run.source.begin;
    const std::string_view from = is_verbatim ? source_ : reading_.text();
    const std::uint32_t begin =
        is_verbatim ? run.source.begin + (part.begin - run.text.begin) : part.begin;
    text_ += from.substr(begin, part.end - part.begin);
  }

  const TextReading& reading_;
  std::string_view source_;
  std::string text_;
};

// In the order of their text.
std::vector<ReadLink> links_with_text(const TextReading& reading, std::size_t block) {
  std::vector<ReadLink> links;
  for (const ReadLink& link : reading.links_of(block))
    if (link.kind == LinkKind::link || link.kind == LinkKind::wiki) links.push_back(link);
  std::ranges::sort(links, {}, [](const ReadLink& link) { return link.text.begin; });
  return links;
}

// Including its marks.
std::string_view wiki_link(std::string_view source, const ReadLink& link) {
  const bool is_embedded = link.target.begin > 2 && source[link.target.begin - 3] == '!';
  const std::size_t begin = link.target.begin - (is_embedded ? 3 : 2);
  return source.substr(begin, source.find("]]", begin) + 2 - begin);
}

}  // namespace

std::string running_text(const TextReading& reading, std::size_t block, std::string_view source) {
  TextWriter writer(reading, source);
  const ByteRange text = reading.text_of(block);
  std::uint32_t at = text.begin;
  for (const ReadLink& link : links_with_text(reading, block)) {
    if (link.text.begin < at) continue;  // inside another link
    writer.copy(at, link.text.begin);
    if (link.kind == LinkKind::wiki) {
      writer.add(wiki_link(source, link));
    } else {
      writer.hold_place();
      writer.copy(link.text.begin, link.text.end);
      writer.hold_place();
    }
    at = link.text.end;
  }
  writer.copy(at, text.end);
  return writer.take();
}

std::string_view formula_at(std::string_view text, std::size_t open) {
  constexpr std::size_t kMaxBytes = 500;
  const std::size_t close = text.find_first_of("$\n", open + 1);
  if (close == kNone || text[close] == '\n' || close - open - 1 > kMaxBytes) return {};
  const std::string_view math = text.substr(open + 1, close - open - 1);
  // "$5 and $6" is money: in a price, a digit follows the sign.
  const bool is_price = close + 1 < text.size() && is_digit(text[close + 1]);
  const bool is_tight = !math.empty() && !is_blank(math.front()) && !is_blank(math.back());
  return is_tight && !is_price ? math : std::string_view();
}

std::string shown_text(const TextReading& reading, std::size_t block) {
  const ByteRange text = reading.text_of(block);
  std::string shown;
  std::string of_images;
  const auto runs = reading.runs();
  for (std::size_t run = reading.run_at(text.begin); run < runs.size(); ++run) {
    const ByteRange part = runs[run].text;
    if (part.begin >= text.end || runs[run].kind == PartKind::aside) break;
    (runs[run].kind == PartKind::image ? of_images : shown) +=
        reading.text().substr(part.begin, part.end - part.begin);
  }
  return shown.find_first_not_of(' ') == shown.npos ? of_images : shown;
}

}  // namespace notes
