// SPDX-License-Identifier: GPL-2.0-or-later
// What the rules of a root take, and what of the rest the user may miss. Lists folders, reads no
// notes.
#pragma once

#include <string>

#include "common/index/settings.h"

namespace notes {

// Whether a walk of the root comes to this file or folder below it. False when it cannot be walked.
bool takes(const Root& root, const std::string& path);

// One sentence when .gitignore leaves out most of the notes, or when texts lie there whose
// extension is not taken; else "". It names the option that takes them.
std::string remark_on_gitignore(const Root& root);
std::string remark_on_extensions(const Root& root);

}  // namespace notes
