// SPDX-License-Identifier: GPL-2.0-or-later
// Notes that Windows programs save as UTF-16 are read as UTF-8: their bytes, in every offset that
// the index or an output names, count the converted text.
#pragma once

#include <string>
#include <string_view>

namespace notes {

// Whether the bytes begin with the byte order mark of UTF-16, of either order.
bool is_utf16(std::string_view bytes);

// The mark stays as that of UTF-8. Half a pair, or half a unit at the end, gives U+FFFD.
std::string utf8_from_utf16(std::string_view bytes);

}  // namespace notes
