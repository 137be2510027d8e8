// SPDX-License-Identifier: GPL-2.0-or-later
// What the rules of a root include, and what the user may miss of the rest. Lists folders, reads no
// notes.
#pragma once

#include <string>

#include "common/index/settings.h"

namespace notes {

// Whether a walk of the root reaches this file or folder below it. False if it cannot be walked.
bool takes(const Root& root, const std::string& path);

// One sentence if .gitignore leaves out most of the notes, or if there are texts whose extension is
// not indexed; else "". It names the option that includes them.
std::string remark_on_gitignore(const Root& root);
std::string remark_on_extensions(const Root& root);

}  // namespace notes
