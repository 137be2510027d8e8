// SPDX-License-Identifier: GPL-2.0-or-later
// Writes the path of a note for people, for programs and in links.
#pragma once

#include <string>
#include <string_view>

#include "query/render/filled_form.h"
#include "query/render/renderer.h"

namespace notes {

// Relative if below the current directory, else unchanged. Escapes nothing, so that programs can
// open the path.
std::string path_from_here(std::string_view path, const RenderOptions& options);

// For people: also shortens the home directory to `~/`, and makes the path printable.
std::string shown_path(std::string_view path, const RenderOptions& options);

// The link to a place: file://host/home/me/my%20notes.md#52, or what --link-form says.
std::string place_url(std::string_view path, const TextPlace& place, const RenderOptions& options);

}  // namespace notes
