// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rank/shares.h"

#include <array>
#include <sstream>
#include <string>
#include <string_view>

#include "common/environment.h"

namespace notes {
namespace {

struct Named {
  std::string_view name;
  double Shares::*share;
};

constexpr std::array kNames{
    Named{"exact", &Shares::exact},     Named{"title", &Shares::title},
    Named{"synonym", &Shares::synonym}, Named{"all", &Shares::all},
    Named{"guess", &Shares::guess},     Named{"stop", &Shares::stop},
    Named{"near", &Shares::near},       Named{"row", &Shares::row},
    Named{"context", &Shares::context}, Named{"saturation", &Shares::saturation},
};

Shares read_shares() {
  Shares shares;
  std::istringstream changes(environment("NOTES_RANKING").value_or(""));
  for (std::string change; std::getline(changes, change, ',');)
    for (const Named& named : kNames)
      if (change.starts_with(std::string(named.name) + "="))
        shares.*named.share = std::stod(change.substr(named.name.size() + 1));
  return shares;
}

}  // namespace

const Shares& shares() {
  static const Shares kShares = read_shares();
  return kShares;
}

}  // namespace notes
