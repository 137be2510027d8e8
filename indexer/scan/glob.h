// SPDX-License-Identifier: GPL-2.0-or-later
// Whether a name matches a shell glob as git reads it: * ? [a-z] [!a-z] [[:alpha:]] and \ before a
// literal. Bytes, not characters; '/' is a byte like any other: paths are ignore_rules' matter.
#pragma once

#include <string_view>

namespace notes {

// A glob that is malformed ("[" without "]", a lone "\" at the end) matches nothing. Takes at most
// time glob x name, whatever the number of stars.
bool matches_glob(std::string_view glob, std::string_view name);

}  // namespace notes
