// SPDX-License-Identifier: GPL-2.0-or-later
// How the path of a note is written for people, for programs and in links.
#pragma once

#include <string>
#include <string_view>

#include "query/render/filled_form.h"
#include "query/render/renderer.h"

namespace notes {

// Relative when below the current directory, else as it is. Same bytes, so programs can open it.
std::string path_from_here(std::string_view path, const RenderOptions& options);

// For people: also `~/` below the home directory, and printable.
std::string shown_path(std::string_view path, const RenderOptions& options);

// Where a link to the place leads: file://host/home/me/my%20notes.md#52, or what --link-form says.
std::string place_url(std::string_view path, const TextPlace& place, const RenderOptions& options);

}  // namespace notes
