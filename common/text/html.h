// SPDX-License-Identifier: GPL-2.0-or-later
// The HTML in Markdown. Recognises the tags of known elements, so that `<T>` and `<your name>` stay
// words, and characters by name or number: &amp; &eacute; &#8217; &#x2014;
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace notes {

// Where the tag that starts with `<` at `begin` ends. Nothing if it is not a tag, or is not closed
// within its paragraph and 1024 bytes.
std::optional<std::size_t> end_of_html_tag(std::string_view text, std::size_t begin);

// The name of the element and the value of an attribute, for a tag that end_of_html_tag found.
std::string_view element_of(std::string_view tag);
std::optional<std::string_view> attribute_of(std::string_view tag, std::string_view name);

// Whether its tags do not separate words: `sub`, `b`, `span`.
bool stands_in_word(std::string_view element);

// Whether its content is for a program, not a reader.
bool holds_no_text(std::string_view element);

// Just after the first `</element>` from `from` on; the end of the text if there is none.
std::size_t find_closing_tag(std::string_view text, std::size_t from, std::string_view element);

struct Entity {
  std::string text;    // UTF-8; a no-break space is a blank
  std::size_t length;  // in the source, from `&` to `;`
};

// The entity that starts at `at`. Knows the names of HTML 4, and those of HTML 5 for ASCII.
std::optional<Entity> entity_at(std::string_view text, std::size_t at);

}  // namespace notes
