// SPDX-License-Identifier: GPL-2.0-or-later
// A tag or a name in the form that is compared: tags differ in spelling more than in meaning.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace notes {

// Case folded, with `_` and blanks as `-`, and without marks around: "#ML/Post Training" gives
// "ml/post-training". Empty for a label without letters or digits.
std::string fold_label(std::string_view label);

// The parents of a label and itself: "ml/quant/int2" gives "ml", "ml/quant", "ml/quant/int2", and
// "stage.seed" gives "stage", "stage.seed".
std::vector<std::string> parents_and_label(std::string_view folded_label);

// What the index holds for a label, after the prefix of its field: the label folded, then as it is
// written. So a label, its spellings and those below it stand together in the order of terms. A
// label that carries marks is found without them too, by a key of its own: café by "cafe".
struct LabelKey {
  std::string_view folded;  // or without its marks
  std::string_view written;
  bool without_marks = false;
};

std::vector<std::string> label_keys(std::string_view written);  // none for a label of signs alone
LabelKey read_label_key(std::string_view key);                  // into the bytes of `key`

// Whether the key is of that label or of one below it.
bool answers_to(std::string_view key, std::string_view folded_label);

}  // namespace notes
