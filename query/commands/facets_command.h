// SPDX-License-Identifier: GPL-2.0-or-later
// Counts values of fields over the sections that a query matches.
#pragma once

#include <span>
#include <string_view>

#include "query/commands/command.h"
#include "query/search/around/facets.h"

namespace notes {

CommandOutput facets_command(const CommandRequest& request);

// The counts of an index that was brought up to date first.
FacetCounts count_fresh_facets(const CommandRequest& request,
                               std::span<const std::string_view> names);

}  // namespace notes
