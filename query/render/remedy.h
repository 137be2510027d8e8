// SPDX-License-Identifier: GPL-2.0-or-later
// What to try when a query found nothing.
#pragma once

#include <string>

#include "query/language/obstacle.h"

namespace notes {

// "try fewer or other words, or the beginning of one with a star, like sourd*"
std::string remedy(const Obstacle& obstacle);

}  // namespace notes
