// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/mcp/tool.h"

#include <algorithm>
#include <array>

#include "common/cli/shell_words.h"
#include "common/error.h"
#include "common/text/nearest_word.h"
#include "query/mcp/budget.h"

namespace notes::mcp {
namespace {

constexpr int kLeastTokens = 200;
constexpr int kMostTokens = 25'000;  // what known clients pass on at most

constexpr Parameter budget(int fallback) {
  return {"max_tokens",
          "The answer's size; a token is four bytes",
          ParameterKind::number,
          false,
          kLeastTokens,
          kMostTokens,
          fallback};
}

constexpr std::array<Parameter, 10> kSearch{{
    {"query",
     "A few words, or a whole question. Also \"a phrase\", -word, OR, word*, and conditions such "
     "as "
     "tag:x title:x path:x date:2024-02.. has:code. Empty lists the newest sections",
     ParameterKind::text, true},
    {"limit", "The most hits to return", ParameterKind::number, false, 1, 50, 8},
    {"offset", "Skip this many hits: the next_offset of the previous page", ParameterKind::number,
     false, 0, 100'000, 0},
    {"tag", "Only sections with all of these tags", ParameterKind::texts},
    {"path", "Only notes with these words in their path", ParameterKind::text},
    {"after", "Only sections dated this day or later: 2024-02-16, 2024-02, yesterday, 30d",
     ParameterKind::text},
    {"before", "Only sections dated before this day", ParameterKind::text},
    {"level", "Only sections of this kind", ParameterKind::text, false, 0, 0, 0,
     "note thread question"},
    {"sort", "Default relevance. By date, only sections with every word", ParameterKind::text,
     false, 0, 0, 0, "relevance newest oldest"},
    budget(2000),
}};

constexpr std::array<Parameter, 3> kGet{{
    {"section", "The id of a hit, or PATH for a whole note, PATH:LINE for the section at a line",
     ParameterKind::text, true},
    {"parents", "So many levels wider: 1 gives the section around it", ParameterKind::number, false,
     0, 10, 0},
    budget(4000),
}};

constexpr std::array<Parameter, 2> kOutline{{
    {"path", "The path of a note, absolute or below an indexed folder", ParameterKind::text, true},
    budget(2000),
}};

constexpr std::array<Parameter, 4> kTags{{
    {"prefix", "Only tags that begin so", ParameterKind::text},
    {"query", "Only the tags of sections that match this search", ParameterKind::text},
    {"limit", "The most tags to return, most used first", ParameterKind::number, false, 1, 1000,
     50},
    budget(2000),
}};

constexpr std::string_view kHits = R"({"type":"object","properties":{
"hits":{"type":"array","items":{"type":"object","properties":{
 "id":{"type":"string","description":"For get_section"},
 "path":{"type":"string"},
 "line":{"type":"integer","description":"Of the best line"},
 "lines":{"type":"array","items":{"type":"integer"},"description":"First and last of the section"},
 "breadcrumb":{"type":"array","items":{"type":"string"},"description":"From the note's title to the section's"},
 "date":{"type":"string"},
 "matched":{"enum":["all","spread","some"],"description":"Whether every word stands in the section, only with those below it, or only some do"},
 "snippet":{"type":"array","items":{"type":"object","properties":{"line":{"type":"integer"},"text":{"type":"string"}},"required":["line","text"],"additionalProperties":false}},
 "also_at":{"type":"array","items":{"type":"string"},"description":"The same text elsewhere"}},
 "required":["id","path","line","lines","breadcrumb","matched","snippet"],"additionalProperties":false}},
"total":{"type":"integer","description":"Sections that match, about"},
"next_offset":{"type":"integer","description":"Of the next page, if any"},
"relaxed":{"type":"array","items":{"type":"string"},"description":"What was read otherwise than typed"},
"hint":{"type":"string","description":"What to try when there are no hits"},
"stale":{"type":"boolean","description":"Whether notes may have changed since they were indexed"}},
"required":["hits","total","relaxed","stale"],"additionalProperties":false})";

constexpr std::string_view kSections = R"({"type":"object","properties":{
"path":{"type":"string"},
"sections":{"type":"array","items":{"type":"object","properties":{
 "id":{"type":"string","description":"For get_section"},
 "depth":{"type":"integer","description":"0 is the note"},
 "lines":{"type":"array","items":{"type":"integer"},"description":"First and last, with what is below"},
 "title":{"type":"string"},
 "date":{"type":"string"}},
 "required":["id","depth","lines","title"],"additionalProperties":false}},
"linked_from":{"type":"integer","description":"Sections of other notes that link here"},
"left_out":{"type":"integer","description":"Sections that did not fit, the deepest first"},
"hint":{"type":"string","description":"How to get those"},
"stale":{"type":"boolean"}},
"required":["path","sections","linked_from","left_out","stale"],"additionalProperties":false})";

constexpr std::string_view kTagCounts = R"({"type":"object","properties":{
"tags":{"type":"array","items":{"type":"object","properties":{
 "name":{"type":"string"},
 "count":{"type":"integer","description":"Sections that have it"},
 "source":{"enum":["tag","name"],"description":"Written as a tag, or a name found in the text"}},
 "required":["name","count","source"],"additionalProperties":false}},
"left_out":{"type":"integer"},
"hint":{"type":"string","description":"How to get those left out, or why there are none"}},
"required":["tags","left_out"],"additionalProperties":false})";

constexpr std::string_view kStatus = R"({"type":"object","properties":{
"index":{"type":"string"},
"roots":{"type":"array","items":{"type":"string"},"description":"Folders and files that are indexed"},
"notes":{"type":"integer"},"sections":{"type":"integer"},"schema":{"type":"integer"},
"age_seconds":{"type":"integer","description":"Since the index was last brought up to date"},
"unread":{"type":"array","items":{"type":"string"},"description":"Places that cannot be read"},
"left_out":{"type":"integer","description":"Roots and places that did not fit"},
"stale":{"type":"boolean"},
"remark":{"type":"string"}},
"required":["index","roots","notes","sections","schema","age_seconds","unread","left_out","stale"],"additionalProperties":false})";

constexpr std::array<Tool, 5> kTools{{
    {"search_notes", "Search notes",
     "Finds the sections of the user's own Markdown notes that answer, best first, each with the "
     "lines that match. Slips are corrected and said in `relaxed`. Read a hit with get_section; do "
     "not open the whole file.",
     kSearch, kHits, search_notes},
    {"get_section", "Read a section",
     "The Markdown of one section with all below it, cut at section ends to max_tokens; names what "
     "was left out. Takes the id of a hit, PATH, or PATH:LINE.",
     kGet, "", get_section},
    {"outline_note", "Outline of a note",
     "The headings of one note with ids, lines and dates, to choose a section from.", kOutline,
     kSections, outline_note},
    {"list_tags", "List tags",
     "Tags, then names found in the texts, with the number of sections that have them. Either "
     "works as the tag of search_notes.",
     kTags, kTagCounts, list_tags},
    {"index_status",
     "Status of the index",
     "Which folders are indexed, how many notes, and whether the index is up to date.",
     {},
     kStatus,
     index_status},
}};

const Tool& require_tool(const std::string& name) {
  const auto tool = std::ranges::find(kTools, std::string_view(name), &Tool::name);
  if (tool != kTools.end()) return *tool;
  std::vector<std::string> known;
  for (const Tool& row : kTools) known.emplace_back(row.name);
  const std::string nearest = nearest_word(name, known);
  throw RequestError(code::invalid_params,
                     "there is no tool " + shortened(name, 80) +
                         (nearest.empty() ? "" : "; did you mean " + nearest + "?"));
}

ToolAnswer answer_of(const Error& error, const Workspace& workspace) {
  std::string hint = error.hint();
  if (error.exit_code() == ExitCode::no_index)
    hint = "make one with: notes-index --db " +
           shell_quoted(workspace.search.index_directory, '\0') + " FOLDER-OF-THE-NOTES";
  return {error.text() + "\n" + (hint.empty() ? "" : hint + "\n"), nullptr, true};
}

}  // namespace

std::span<const Tool> tools() {
  return kTools;
}

ToolAnswer call_tool(const std::string& name, const Json& arguments, Workspace& workspace) {
  const Tool& tool = require_tool(name);
  try {
    workspace.search.today = workspace.search.request.today = today();
    return tool.run(Arguments(tool.parameters, arguments), workspace);
  } catch (const Error& error) {
    return answer_of(error, workspace);
  }
}

}  // namespace notes::mcp
