// SPDX-License-Identifier: GPL-2.0-or-later
// Folds tags and names for comparison, which differ in spelling more often than in meaning. So do
// the names of notes in links and queries: "Sea%20Charts.md", "sea-charts" and "Sea charts" are
// one. A path begins with '/': "/harbour/sea-charts".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace notes {

// Folds case, replaces `_` and blanks by `-`, and removes marks at both ends: "#ML/Post Training"
// gives "ml/post-training". Empty for a label without letters or digits.
std::string fold_label(std::string_view label);

// The label and its parents: "ml/quant/int2" gives "ml", "ml/quant", "ml/quant/int2", and
// "stage.seed" gives "stage", "stage.seed".
std::vector<std::string> parents_and_label(std::string_view folded_label);

// What the index holds for a label, after the prefix of its field: the folded label, then the label
// as written. So a label, its spellings and the labels below it are adjacent in the order of terms.
// A label with accents has a second key without them: "cafe" for café.
struct LabelKey {
  std::string_view folded;  // or without accents
  std::string_view written;
  bool without_marks = false;
};

std::vector<std::string> label_keys(std::string_view written);  // none for a label of signs only
LabelKey read_label_key(std::string_view key);                  // into the bytes of `key`

// Whether the key belongs to that label or one below it.
bool answers_to(std::string_view key, std::string_view folded_label);

// Removes an extension that notes have; others stay.
std::string_view without_note_extension(std::string_view name);

std::string percent_decoded(std::string_view text);

std::string fold_note_name(std::string_view name);

// The name of a note by its path below a root. README and index are named after their folder.
std::string fold_note_path(std::string_view rel_path);

}  // namespace notes
