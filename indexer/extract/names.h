// SPDX-License-Identifier: GPL-2.0-or-later
// Finds names: what a reader would tag a section with if its author did not (INT2, BRECQ,
// TensorRT-LLM). A name is a word of running text, outside code and addresses, with
//   - at least two capitals (PTQ, SMoE, Z-Fold, OmniQuant), or
//   - a small letter before a capital (iPhone), or
//   - letters and digits (INT2, GPT-4), unless it is a number with a unit or a version.
// Plain words, alone or joined by dashes (Post-Training), are not names; nor are chat abbreviations
// (IMO, TODO), shouted words (NOT), lines in capitals, file names, identifiers and hashes. MoEs
// becomes MoE.
//
// Acronyms explained in headings. "Post-Training Quantization (PTQ)" and "PTQ (post-training
// quantization)" do so explicitly. If the note uses an acronym of three letters or more, a heading
// with its initials explains it too: capitalised words, as in "Post-Training Quantization of
// Models", or one whole term, as in "Static single assignment".
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace notes {

struct NameCount {
  std::uint32_t times = 0;
  std::uint32_t order = 0;  // of first appearance
};
using NameCounts = std::unordered_map<std::string, NameCount>;  // of one section

void count_names(std::string_view run, NameCounts& counts);

// The most frequent names that are not tags of the section; equally frequent ones in order of
// appearance.
std::vector<std::string> frequent_names(const NameCounts& counts,
                                        const std::vector<std::string>& tags);

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
