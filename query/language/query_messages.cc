// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/query_messages.h"

#include "common/text/printable.h"

namespace notes {
namespace {

constexpr std::size_t kMostBytes = 60;
constexpr const char* kEllipsis = "\u2026";

}  // namespace

std::string show_begin(std::string_view part) {
  if (part.size() <= kMostBytes) return printable(part);
  return printable(part.substr(0, begin_of_character(part, kMostBytes))) + kEllipsis;
}

Error query_error(std::string_view query, std::size_t byte, const std::string& text,
                  std::string hint) {
  const std::string_view head = query.substr(0, byte);
  const std::string before =
      head.size() <= kMostBytes
          ? printable(head)
          : kEllipsis + printable(head.substr(begin_of_character(head, byte - kMostBytes)));
  const std::string message = text + "\n  " + before + show_begin(query.substr(byte)) + "\n  " +
                              std::string(display_width(before), ' ') + "^";
  return Error(ExitCode::failure, message, std::move(hint)).at_column(byte + 1);
}

void Remarks::add_about(std::size_t begin, std::size_t end, const std::string& what) {
  add("`" + show_begin(query_.substr(begin, end - begin)) + "` at column " +
      std::to_string(begin + 1) + what);
}

void Remarks::add_unclosed(std::string sentence) {
  has_unclosed_ = true;
  if (typing_ != Typing::partial) add(std::move(sentence));
}

std::vector<std::string> Remarks::take() {
  constexpr std::size_t kMost = 10;
  if (sentences_.size() > kMost) {
    const std::string others = std::to_string(sentences_.size() - kMost);
    sentences_.resize(kMost);
    add("and " + others + " more such places");
  }
  return std::move(sentences_);
}

}  // namespace notes
