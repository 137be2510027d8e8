// SPDX-License-Identifier: GPL-2.0-or-later
// A result as JSON values: the shape that result.schema.json describes. How the values become bytes
// is the business of json.cc and jsonl.cc.
#pragma once

#include <nlohmann/json.hpp>

#include "query/search/show/hit.h"

namespace notes {

enum class Detail : std::uint8_t { plain, explained };

nlohmann::ordered_json json_of(const Hit& hit, Detail detail);

// Its parts that other values have too.
nlohmann::ordered_json json_of(const std::vector<Tag>& tags);
void add_date(const std::optional<DateSpan>& date, nlohmann::ordered_json& json);

// All members but `results`, and `results` as an empty array at the end.
nlohmann::ordered_json envelope_of(const SearchResult& result, Detail detail);

}  // namespace notes
