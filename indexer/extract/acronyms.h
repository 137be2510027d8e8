// SPDX-License-Identifier: GPL-2.0-or-later
// Acronyms explained in headings. "Post-Training Quantization (PTQ)" and "PTQ (post-training
// quantization)" do so explicitly. If the note uses an acronym of three letters or more, a heading
// with its initials explains it too: capitalised words, as in "Post-Training Quantization of
// Models", or one whole term, as in "Static single assignment".
#pragma once

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

using CapitalWords = std::set<std::string>;

// The words of a note that look like acronyms, in lower case.
CapitalWords find_capital_words(std::string_view text);

std::vector<Acronym> taught_acronyms(std::string_view heading, const CapitalWords& written);

}  // namespace notes
