// SPDX-License-Identifier: GPL-2.0-or-later
// Terms as one line each, so that a test can state the whole expected result.
#pragma once

#include <span>
#include <string>

#include "common/text/analyzer.h"

namespace notes::testing {

inline std::string role_text(TermRole role) {
  switch (role) {
    case TermRole::word:
      return "word";
    case TermRole::piece:
      return "piece";
    case TermRole::joined:
      return "joined";
    case TermRole::sigil:
      return "sigil";
    case TermRole::bigram:
      return "bigram";
  }
  return "?";
}

// `word:quantiz/quantization@0[0,12)`; the exact form only where it is another than the stem.
inline std::string term_text(const Term& term) {
  std::string text = role_text(term.role) + ":" + std::string(term.stem);
  if (term.exact != term.stem) text += "/" + std::string(term.exact);
  return text + "@" + std::to_string(term.position) + "[" + std::to_string(term.begin_byte) + "," +
         std::to_string(term.end_byte) + ")";
}

inline std::string terms_text(std::span<const Term> terms) {
  std::string text;
  for (const Term& term : terms) text += (text.empty() ? "" : " ") + term_text(term);
  return text;
}

}  // namespace notes::testing
