// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rank/shares.h"

namespace notes {
namespace {

// tests/relevance/ablation.py changes these lines, one at a time.
constexpr Shares kLookUp{
    .exact = .75,
    .title = .4,
    .synonym = .8,
    .all = .3,
    .guess = .9,
    .row = .1,
    .stop_row = .8,
    .context = .2,
    .foreign = .6,
    .links = .5,
};
constexpr Shares kQuestion{
    .exact = .25,
    .title = .25,
    .synonym = .8,
    .all = .3,
    .guess = .9,
    .near = .08,
    .row = .08,
    .stop_row = .08,
    .context = .2,
    .foreign = .6,
    .links = .5,
};

}  // namespace

const Shares& shares_of(Reading reading) {
  return reading == Reading::sentence ? kQuestion : kLookUp;
}

}  // namespace notes
