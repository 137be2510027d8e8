// Keeps hostile nesting away from the Markdown parser: cmark-gfm visits every open block once a
// line, so 50 kB of list markers above 50 kB of empty lines take it half a minute.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace notes {

// The text with its deepest markers of lists and quotes made letters, each in its place, so that
// lines and bytes agree with the original. Nothing when no line nests deeper than people write.
std::optional<std::string> with_shallow_nesting(std::string_view text);

}  // namespace notes
