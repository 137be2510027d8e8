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

// The label and each of its parents: "ml/quant/int2" gives "ml", "ml/quant", "ml/quant/int2", and
// "stage.seed" gives "stage", "stage.seed". Then those of them that carry marks without the marks:
// "café" gives "cafe" as well.
std::vector<std::string> label_and_parents(std::string_view folded_label);

}  // namespace notes
