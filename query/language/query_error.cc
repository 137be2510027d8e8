#include "query/language/query_error.h"

#include <utility>

#include "query/language/query_characters.h"

namespace notes {
namespace {

constexpr std::size_t kBytesBefore = 60;
constexpr std::size_t kBytesAfter = 60;
constexpr std::string_view kIndent = "  ";
constexpr std::string_view kCut = "\u2026";

struct Shown {
  std::string text;
  int columns = 0;
};

// A blank for every blank and control character: a line stays a line.
Shown show(std::string_view part) {
  Shown shown;
  for (std::size_t i = 0; i < part.size();) {
    const CodePoint c = code_point_at(part, i);
    if (is_blank(c.value)) {
      shown.text += ' ';
    } else if (c.value == kBadCharacter) {
      shown.text += "\uFFFD";
    } else {
      shown.text += part.substr(i, c.size);
    }
    shown.columns += is_blank(c.value) ? 1 : display_width(c.value);
    i += c.size;
  }
  return shown;
}

bool is_inside_character(std::string_view text, std::size_t byte) {
  return byte < text.size() && (static_cast<unsigned char>(text[byte]) & 0xC0) == 0x80;
}

Shown show_before(std::string_view before) {
  if (before.size() <= kBytesBefore) return show(before);
  std::size_t begin = before.size() - kBytesBefore;
  while (is_inside_character(before, begin)) ++begin;
  Shown shown = show(before.substr(begin));
  return {std::string(kCut) + shown.text, shown.columns + 1};
}

std::string show_after(std::string_view after) {
  if (after.size() <= kBytesAfter) return show(after).text;
  std::size_t end = kBytesAfter;
  while (is_inside_character(after, end)) ++end;
  return show(after.substr(0, end)).text + std::string(kCut);
}

}  // namespace

Error query_error(std::string_view query, std::size_t byte, const std::string& text,
                  std::string hint) {
  const Shown before = show_before(query.substr(0, byte));
  std::string message = text + "\n";
  message.append(kIndent).append(before.text).append(show_after(query.substr(byte))).append("\n");
  message.append(kIndent).append(static_cast<std::size_t>(before.columns), ' ').append("^");
  return Error(ExitCode::failure, std::move(message), std::move(hint));
}

}  // namespace notes
