// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/query_error.h"

#include <utility>

#include "query/language/shown_text.h"

namespace notes {

Error query_error(std::string_view query, std::size_t byte, const std::string& text,
                  std::string hint) {
  constexpr std::string_view kIndent = "  ";
  const ShownText before = show_end(query.substr(0, byte));
  std::string message = text + "\n";
  message.append(kIndent).append(before.text).append(show_begin(query.substr(byte)).text);
  message.append("\n").append(kIndent);
  message.append(before.columns, ' ').append("^");
  return Error(ExitCode::failure, message, std::move(hint)).at_column(byte + 1);
}

}  // namespace notes
