// SPDX-License-Identifier: GPL-2.0-or-later
// Acronyms that headings teach. "Post-Training Quantization (PTQ)" and "PTQ (post-training
// quantization)" say it outright. An acronym of three letters or more that the note itself writes
// somewhere is taught by capitals alone, as in "Post-Training Quantization of Models", and by a
// heading that is nothing else, as "Static single assignment".
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace notes {

struct Acronym {
  std::string letters;    // as written: PTQ, MoE; without a plural s
  std::string expansion;  // as written: Post-Training Quantization
  bool operator==(const Acronym&) const = default;
};

using CapitalWords = std::set<std::string, std::less<>>;

// The words of a note that look like acronyms, in lower case.
CapitalWords find_capital_words(std::string_view text);

std::vector<Acronym> taught_acronyms(std::string_view heading, const CapitalWords& written);

}  // namespace notes
