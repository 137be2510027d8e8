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
    Named{"context", &Shares::context}, Named{"foreign", &Shares::foreign},
    Named{"links", &Shares::links},
};

Shares of_a_question() {
  Shares shares;
  shares.exact = .25;
  shares.title = .25;
  shares.near = .08;
  shares.row = .08;
  return shares;
}

// NOTES_RANKING in the environment changes some, as in "title=0,near=0": for measuring alone. With
// `kind` before it, "question.title=0", those of one kind of query.
Shares changed(Shares shares, const std::string& kind) {
  std::istringstream changes(environment("NOTES_RANKING").value_or(""));
  for (std::string change; std::getline(changes, change, ',');) {
    if (change.starts_with(kind)) change.erase(0, kind.size());
    for (const auto& [name, share] : kNames)
      if (change.starts_with(std::string(name) + "="))
        shares.*share = std::stod(change.substr(name.size() + 1));
  }
  return shares;
}

}  // namespace

const Shares& shares_of(Reading reading) {
  static const Shares kLookUp = changed({}, "lookup.");
  static const Shares kQuestion = changed(of_a_question(), "question.");
  return reading == Reading::sentence ? kQuestion : kLookUp;
}

}  // namespace notes
