// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>

#include "common/cli/shell_words.h"
#include "common/error.h"
#include "common/text/code_point.h"
#include "common/text/nearest_word.h"
#include "common/text/printable.h"
#include "query/mcp/mcp.h"

namespace notes::mcp {
namespace {

// A row of THE table of tools. Nothing that a note says gets into it.
struct Tool {
  std::string_view name;
  std::string_view title;
  std::string_view description;
  Json input_schema;
  Json output_schema;  // null: its answers are only text
  Json (*run)(const Json& arguments, Workspace& workspace);
};

// Known clients pass on 25,000 tokens at most.
constexpr std::string_view kSearch = R"({"type":"object","properties":{
"query":{"type":"string","description":"A few words, or a whole question. Also \"a phrase\", -word, OR, word*, and conditions such as tag:x title:x path:x date:2024-02.. has:code. Empty lists the newest sections"},
"limit":{"type":"integer","minimum":1,"maximum":50,"default":8,"description":"The most hits to return"},
"offset":{"type":"integer","minimum":0,"maximum":100000,"default":0,"description":"Skip this many hits: the next_offset of the previous page"},
"tag":{"type":"array","items":{"type":"string"},"description":"Only sections with all of these tags"},
"path":{"type":"string","description":"Only notes with these words in their path"},
"after":{"type":"string","description":"Only sections dated this day or later: 2024-02-16, 2024-02, yesterday, 30d"},
"before":{"type":"string","description":"Only sections dated before this day"},
"level":{"type":"string","enum":["note","thread","question"],"description":"Only sections of this kind"},
"sort":{"type":"string","enum":["relevance","newest","oldest"],"default":"relevance","description":"Sorting by date finds only sections with every word"},
"max_tokens":{"type":"integer","minimum":200,"maximum":25000,"default":2000,"description":"The size of the answer; a token is four bytes"}},
"required":["query"],"additionalProperties":false})";

constexpr std::string_view kGet = R"({"type":"object","properties":{
"section":{"type":"string","description":"The id of a hit, PATH for a whole note, or PATH:LINE for the section at a line"},
"parents":{"type":"integer","minimum":0,"maximum":10,"default":0,"description":"How many levels to go up: 1 gives the enclosing section"},
"max_tokens":{"type":"integer","minimum":200,"maximum":25000,"default":4000,"description":"The size of the answer; a token is four bytes"}},
"required":["section"],"additionalProperties":false})";

constexpr std::string_view kOutline = R"({"type":"object","properties":{
"path":{"type":"string","description":"The path of a note, absolute or below an indexed folder"},
"max_tokens":{"type":"integer","minimum":200,"maximum":25000,"default":2000,"description":"The size of the answer; a token is four bytes"}},
"required":["path"],"additionalProperties":false})";

constexpr std::string_view kTags = R"({"type":"object","properties":{
"prefix":{"type":"string","description":"Only tags that start with this"},
"query":{"type":"string","description":"Only tags of sections that match this search"},
"limit":{"type":"integer","minimum":1,"maximum":1000,"default":50,"description":"The most tags to return, the most used first"},
"max_tokens":{"type":"integer","minimum":200,"maximum":25000,"default":2000,"description":"The size of the answer; a token is four bytes"}},
"additionalProperties":false})";

constexpr std::string_view kNothing =
    R"({"type":"object","properties":{},"additionalProperties":false})";

constexpr std::string_view kHits = R"({"type":"object","properties":{
"hits":{"type":"array","items":{"type":"object","properties":{
 "id":{"type":"string","description":"For get_section"},
 "path":{"type":"string"},
 "line":{"type":"integer","description":"The best matching line"},
 "lines":{"type":"array","items":{"type":"integer"},"description":"The first and last line of the section"},
 "breadcrumb":{"type":"array","items":{"type":"string"},"description":"The titles from the note down to the section"},
 "date":{"type":"string"},
 "matched":{"enum":["all","spread","some"],"description":"all: the section has every word; spread: some words are only in sections below it; some: it lacks words"},
 "snippet":{"type":"array","items":{"type":"object","properties":{"line":{"type":"integer"},"text":{"type":"string"}},"required":["line","text"],"additionalProperties":false}},
 "also_at":{"type":"array","items":{"type":"string"},"description":"Other places with the same text"}},
 "required":["id","path","line","lines","breadcrumb","matched","snippet"],"additionalProperties":false}},
"total":{"type":"integer","description":"About how many sections match"},
"next_offset":{"type":"integer","description":"The offset of the next page, if there is one"},
"relaxed":{"type":"array","items":{"type":"string"},"description":"How the query was corrected or relaxed"},
"hint":{"type":"string","description":"What to try if there are no hits"},
"stale":{"type":"boolean","description":"Whether notes may have changed since they were indexed"}},
"required":["hits","total","relaxed","stale"],"additionalProperties":false})";

constexpr std::string_view kSections = R"({"type":"object","properties":{
"path":{"type":"string"},
"sections":{"type":"array","items":{"type":"object","properties":{
 "id":{"type":"string","description":"For get_section"},
 "depth":{"type":"integer","description":"0 is the note"},
 "lines":{"type":"array","items":{"type":"integer"},"description":"The first and last line, with the sections below"},
 "title":{"type":"string"},
 "date":{"type":"string"}},
 "required":["id","depth","lines","title"],"additionalProperties":false}},
"linked_from":{"type":"integer","description":"How many sections of other notes link to this note"},
"left_out":{"type":"integer","description":"How many sections did not fit; the deepest are left out first"},
"hint":{"type":"string","description":"How to get what was left out"},
"stale":{"type":"boolean","description":"Whether the note changed since it was indexed"}},
"required":["path","sections","linked_from","left_out","stale"],"additionalProperties":false})";

constexpr std::string_view kTagCounts = R"({"type":"object","properties":{
"tags":{"type":"array","items":{"type":"object","properties":{
 "name":{"type":"string"},
 "count":{"type":"integer","description":"How many sections have it"},
 "source":{"enum":["tag","name"],"description":"tag: written as a tag; name: found in the text"}},
 "required":["name","count","source"],"additionalProperties":false}},
"left_out":{"type":"integer"},
"hint":{"type":"string","description":"How to get what was left out, or why there are no tags"}},
"required":["tags","left_out"],"additionalProperties":false})";

constexpr std::string_view kStatus = R"({"type":"object","properties":{
"index":{"type":"string"},
"roots":{"type":"array","items":{"type":"string"},"description":"The folders and files that are indexed"},
"notes":{"type":"integer"},"sections":{"type":"integer"},"schema":{"type":"integer"},
"age_seconds":{"type":"integer","description":"Seconds since the index was last brought up to date"},
"unread":{"type":"array","items":{"type":"string"},"description":"Places that cannot be read"},
"left_out":{"type":"integer","description":"How many roots and places did not fit"},
"stale":{"type":"boolean"},
"remark":{"type":"string"}},
"required":["index","roots","notes","sections","schema","age_seconds","unread","left_out","stale"],"additionalProperties":false})";

const std::array<Tool, 5>& tools() {
  static const std::array<Tool, 5> kTools{{
      {"search_notes", "Search notes",
       "Finds sections of the user's own Markdown notes, best first, each with the lines that "
       "match. Corrects spelling and says so in `relaxed`. Read a hit with get_section instead of "
       "opening the whole file.",
       Json::parse(kSearch), Json::parse(kHits), search_notes},
      {"get_section", "Read a section",
       "Returns the Markdown of a section with everything below it. To keep to max_tokens it stops "
       "at the end of a section and names what it left out. Takes the id of a hit, PATH, or "
       "PATH:LINE.",
       Json::parse(kGet), nullptr, get_section},
      {"outline_note", "Outline of a note",
       "Lists the headings of one note with ids, lines and dates, to choose a section from.",
       Json::parse(kOutline), Json::parse(kSections), outline_note},
      {"list_tags", "List tags",
       "Lists tags, then names found in the text, each with the number of sections that have it. "
       "search_notes takes either as a tag.",
       Json::parse(kTags), Json::parse(kTagCounts), list_tags},
      {"index_status", "Status of the index",
       "Says which folders are indexed, how many notes there are, and whether the index is up to "
       "date.",
       Json::parse(kNothing), Json::parse(kStatus), index_status},
  }};
  return kTools;
}

const Tool& require_tool(const std::string& name) {
  std::vector<std::string> known;
  for (const Tool& tool : tools()) {
    if (tool.name == name) return tool;
    known.emplace_back(tool.name);
  }
  throw RequestError(code::invalid_params, no_such("tool", name, known));
}

std::string text_of(const Error& error, const Workspace& workspace) {
  std::string hint = error.hint();
  if (error.exit_code() == ExitCode::no_index)
    hint = "make one with: notes-index --db " +
           shell_quoted(workspace.search.index_directory, '\0') + " FOLDER-OF-THE-NOTES";
  return error.text() + "\n" + (hint.empty() ? "" : hint + "\n");
}

Json with_text(const Json& text) {
  return {{"content", {{{"type", "text"}, {"text", text}}}}};
}

}  // namespace

Json list_tools(const Json& /*params*/, Workspace& /*workspace*/) {
  Json rows = Json::array();
  for (const Tool& tool : tools()) {
    Json row = {{"name", tool.name},
                {"title", tool.title},
                {"description", tool.description},
                {"inputSchema", tool.input_schema}};
    if (!tool.output_schema.is_null()) row["outputSchema"] = tool.output_schema;
    row["annotations"] = {{"title", tool.title},
                          {"readOnlyHint", true},
                          {"destructiveHint", false},
                          {"idempotentHint", true},
                          {"openWorldHint", false}};
    rows.push_back(std::move(row));
  }
  return {{"tools", rows}};
}

Json call_tool(const Json& params, Workspace& workspace) {
  const Tool& tool = require_tool(require_text(params, "name"));
  Json result;
  try {
    workspace.search.today = today();
    const Json given = params.value("arguments", Json::object());
    Json answer = tool.run(checked_arguments(tool.input_schema, given), workspace);
    result = with_text(answer.is_string() ? answer : Json(one_line(answer)));
    if (!answer.is_string()) result["structuredContent"] = std::move(answer);
    result["isError"] = false;
  } catch (const Error& error) {
    result = with_text(text_of(error, workspace));
    result["isError"] = true;
  }
  return result;
}

Json fitted(std::size_t count, std::size_t max_bytes,
            const std::function<Json(std::size_t rows)>& make) {
  const auto fits = [&](std::size_t rows) { return one_line(make(rows)).size() <= max_bytes; };
  if (fits(count)) return make(count);
  std::size_t rows = 0;
  for (std::size_t too_many = count; rows + 1 < too_many;) {
    const std::size_t middle = rows + (too_many - rows) / 2;
    (fits(middle) ? rows : too_many) = middle;
  }
  return make(rows);
}

std::string no_such(const std::string& kind, const std::string& name,
                    const std::vector<std::string>& known) {
  const std::string nearest = nearest_word(name, known);
  return "there is no " + kind + " " + shortened(name, 80) +
         (nearest.empty() ? "" : "; did you mean " + nearest + "?");
}

std::string shortened(std::string_view text, std::size_t max_bytes) {
  std::string whole = printable(text);
  if (whole.size() <= max_bytes) return whole;
  return whole.substr(0, begin_of_character(whole, max_bytes)) + "…";
}

std::string fenced(std::string_view text) {
  constexpr std::size_t kShortest = 3;
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(std::max(kShortest, longest + 1), '`');
  const std::string end = text.empty() || text.ends_with('\n') ? "" : "\n";
  return fence + "\n" + std::string(text) + end + fence + "\n";
}

}  // namespace notes::mcp
