#include "indexer/extract/nesting_guard.h"

#include "indexer/extract/ascii.h"

namespace notes {
namespace {

constexpr std::size_t kMaxMarkers = 50;  // on one line
constexpr std::size_t kMaxColumn = 200;  // of a marker: open items are 2 columns wide at least
constexpr std::size_t kTabColumns = 4;

bool ends_marker(std::string_view text, std::size_t at) {
  return at >= text.size() || is_blank(text[at]);
}

// Length of the marker of a list item or quote at `at`; 0 when there is none.
std::size_t marker_length(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '>') return 1;
  if (c == '-' || c == '*' || c == '+') return ends_marker(text, at + 1) ? 1 : 0;
  std::size_t end = at;
  while (end < text.size() && end < at + 9 && is_digit(text[end])) ++end;
  const bool numbered = end > at && end < text.size() && (text[end] == '.' || text[end] == ')');
  return numbered && ends_marker(text, end + 1) ? end + 1 - at : 0;
}

// Goes over the markers that open a line, up to the first text.
class LinePrefix {
 public:
  LinePrefix(std::string_view text, std::size_t begin) : text_(text), at_(begin) {}

  // Where the first marker stands that nests too deep; the size of the text when none does.
  std::size_t find_excess() {
    while (skip_blanks(), at_ < text_.size()) {
      const std::size_t length = marker_length(text_, at_);
      if (length == 0) return text_.size();
      if (++markers_ > kMaxMarkers || column_ > kMaxColumn) return at_;
      at_ += length;
      column_ += length;
    }
    return text_.size();
  }

 private:
  void skip_blanks() {
    for (; at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t'); ++at_)
      column_ += text_[at_] == '\t' ? kTabColumns : 1;
  }

  std::string_view text_;
  std::size_t at_;
  std::size_t column_ = 0;
  std::size_t markers_ = 0;
};

std::size_t end_of_line(std::string_view text, std::size_t at) {
  const std::size_t end = text.find_first_of("\r\n", at);
  return end == text.npos ? text.size() : end;
}

bool is_line_end(char c) {
  return c == '\n' || c == '\r';
}

}  // namespace

std::optional<std::string> with_shallow_nesting(std::string_view text) {
  std::optional<std::string> shallow;
  for (std::size_t begin = 0; begin < text.size();) {
    const char first = text[begin];
    const bool may_nest = !is_letter(first) && first != '#' && first != '<' && !is_line_end(first);
    const std::size_t excess = may_nest ? LinePrefix(text, begin).find_excess() : text.size();
    if (excess < text.size()) {
      if (!shallow) shallow = std::string(text);
      (*shallow)[excess] = 'x';
    }
    begin = end_of_line(text, begin);
    while (begin < text.size() && is_line_end(text[begin])) ++begin;
  }
  return shallow;
}

}  // namespace notes
