// SPDX-License-Identifier: GPL-2.0-or-later
// A server for agents. It serves one client in both eras of MCP: revisions up to 2025-11-25, which
// start with `initialize`, and 2026-07-28, in which each request names its revision. The request
// itself shows its era, so one process serves both.
#pragma once

#include <cstdio>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "query/fresh/fresh_reading.h"
#include "query/language/saved_searches.h"
#include "query/mcp/message.h"
#include "query/search/search.h"

namespace notes::mcp {

// The arguments of a tool call, as its input schema says, with the defaults of those not given.
// Accepts "8" for 8 and one text for a list of one; null is the same as no argument. Throws Error
// that names what is wrong and says what would be right. The schema may use `type` (string,
// integer, or array of strings), `enum`, `minimum`, `maximum`, `default` and `required`.
Json checked_arguments(const Json& schema, const Json& given);

std::size_t max_bytes(const Json& arguments);  // from `max_tokens`

// What all calls share.
struct Workspace {
  SearchRequest search;  // without a query
  SavedSearches saved_searches;
  IndexRefresh refresh;
  bool verbose = false;  // log each request on stderr
};

// The answer to a request, or an error.
std::string answer_line(const Message& request, Workspace& workspace);

// Reads on a thread of its own and answers on this one, in order, so that requests can be cancelled
// and only one thread writes. Returns when the input has ended and every request is answered.
// Throws Error if an answer cannot be written.
void serve(std::FILE* input, Workspace& workspace);

// The tools, as `tools/list` describes them. Nothing that a note says gets into it.
Json list_tools(const Json& params, Workspace& workspace);

// Throws RequestError for an unknown tool; any other failure is an answer.
Json call_tool(const Json& params, Workspace& workspace);

// What each tool answers: an object in the shape of its output schema, or only text.
Json search_notes(const Json& arguments, Workspace& workspace);
Json get_section(const Json& arguments, Workspace& workspace);
Json outline_note(const Json& arguments, Workspace& workspace);
Json list_tags(const Json& arguments, Workspace& workspace);
Json index_status(const Json& arguments, Workspace& workspace);

// Keep answers within a number of tokens, and fence the text of notes.

// The answer with as many of the `count` rows as fit into `max_bytes`. If not even one row fits,
// the answer without rows. `make` returns the answer with the first `rows` rows.
Json fitted(std::size_t count, std::size_t max_bytes,
            const std::function<Json(std::size_t rows)>& make);

// The message about an unknown name, with the nearest known one.
std::string no_such(const std::string& kind, const std::string& name,
                    const std::vector<std::string>& known);

// Printable; cut after `max_bytes` at most, between characters, with an ellipsis.
std::string shortened(std::string_view text, std::size_t max_bytes);

// The text between fences longer than any inside it. It tells a model that the text is data,
// whatever the text asks for.
std::string fenced(std::string_view text);

// What a model reads of an answer: its text, or its JSON as data.
std::string text_of(const Json& answer);

// Notes and sections as resources, note:///PATH, for people who attach them by hand.

// A page of notes, by path, from `cursor` on (none: the first page). Throws Error as with_index
// does, and RequestError for an unknown cursor.
Json list_resources(const Json& params, Workspace& workspace);
Json list_resource_templates(const Json& params, Workspace& workspace);
// The Markdown of the note or section `uri`. Throws RequestError (resource_not_found).
Json read_resource(const Json& params, Workspace& workspace);

}  // namespace notes::mcp
