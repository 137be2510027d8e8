// What was typed on notes-query's command line, checked and resolved once.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/day.h"
#include "query/search/search_request.h"

namespace notes {

enum class RefreshMode : std::uint8_t { automatic, always, never };
enum class ColorMode : std::uint8_t { automatic, always, never };

struct QueryOptions {
  std::string query;             // the words joined by blanks
  std::optional<std::string> db; // --db
  SearchRequest search;
  RefreshMode refresh = RefreshMode::automatic;
  std::string format = "text";
  ColorMode color = ColorMode::automatic;
  bool nul_separated = false;
  std::vector<std::string> conditions;  // --level --tag --path --after --before as `field:value`
  CivilDay today;
};

}  // namespace notes
