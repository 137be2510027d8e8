// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "common/cli/shell_words.h"
#include "common/error.h"
#include "common/text/ascii.h"
#include "common/text/code_point.h"
#include "common/text/joined.h"
#include "common/text/nearest_word.h"
#include "common/text/printable.h"
#include "query/mcp/mcp.h"
#include "query/render/shown_text.h"

namespace notes::mcp {
namespace {

// A row of THE table of tools. Nothing that a note says gets into it. Known clients pass on 25,000
// tokens at most.
struct Tool {
  Json (*run)(const Json& arguments, Workspace& workspace);
  std::string_view json;  // as `tools/list` gives it, without the annotations
};

constexpr std::array<Tool, 5> kTools{{
    {search_notes, R"({"name":"search_notes","title":"Search notes",
"description":"Finds sections of the user's own Markdown notes, best first, each with the lines that match. Corrects spelling and says so in `relaxed`. Read a hit with get_section instead of opening the whole file.",
"inputSchema":{"type":"object","properties":{
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
"required":["query"],"additionalProperties":false},
"outputSchema":{"type":"object","properties":{
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
"required":["hits","total","relaxed","stale"],"additionalProperties":false}})"},
    {get_section, R"({"name":"get_section","title":"Read a section",
"description":"Returns the Markdown of a section with everything below it. To keep to max_tokens it stops at the end of a section and names what it left out. Takes the id of a hit, PATH, or PATH:LINE.",
"inputSchema":{"type":"object","properties":{
"section":{"type":"string","description":"The id of a hit, PATH for a whole note, or PATH:LINE for the section at a line"},
"parents":{"type":"integer","minimum":0,"maximum":10,"default":0,"description":"How many levels to go up: 1 gives the enclosing section"},
"max_tokens":{"type":"integer","minimum":200,"maximum":25000,"default":4000,"description":"The size of the answer; a token is four bytes"}},
"required":["section"],"additionalProperties":false}})"},
    {outline_note, R"({"name":"outline_note","title":"Outline of a note",
"description":"Lists the headings of one note with ids, lines and dates, to choose a section from.",
"inputSchema":{"type":"object","properties":{
"path":{"type":"string","description":"The path of a note, absolute or below an indexed folder"},
"max_tokens":{"type":"integer","minimum":200,"maximum":25000,"default":2000,"description":"The size of the answer; a token is four bytes"}},
"required":["path"],"additionalProperties":false},
"outputSchema":{"type":"object","properties":{
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
"required":["path","sections","linked_from","left_out","stale"],"additionalProperties":false}})"},
    {list_tags, R"({"name":"list_tags","title":"List tags",
"description":"Lists tags, then names found in the text, each with the number of sections that have it. search_notes takes either as a tag.",
"inputSchema":{"type":"object","properties":{
"prefix":{"type":"string","description":"Only tags that start with this"},
"query":{"type":"string","description":"Only tags of sections that match this search"},
"limit":{"type":"integer","minimum":1,"maximum":1000,"default":50,"description":"The most tags to return, the most used first"},
"max_tokens":{"type":"integer","minimum":200,"maximum":25000,"default":2000,"description":"The size of the answer; a token is four bytes"}},
"additionalProperties":false},
"outputSchema":{"type":"object","properties":{
"tags":{"type":"array","items":{"type":"object","properties":{
 "name":{"type":"string"},
 "count":{"type":"integer","description":"How many sections have it"},
 "source":{"enum":["tag","name"],"description":"tag: written as a tag; name: found in the text"}},
 "required":["name","count","source"],"additionalProperties":false}},
"left_out":{"type":"integer"},
"hint":{"type":"string","description":"How to get what was left out, or why there are no tags"}},
"required":["tags","left_out"],"additionalProperties":false}})"},
    {index_status, R"({"name":"index_status","title":"Status of the index",
"description":"Says which folders are indexed, how many notes there are, and whether the index is up to date.",
"inputSchema":{"type":"object","properties":{},"additionalProperties":false},
"outputSchema":{"type":"object","properties":{
"index":{"type":"string"},
"roots":{"type":"array","items":{"type":"string"},"description":"The folders and files that are indexed"},
"notes":{"type":"integer"},"sections":{"type":"integer"},"schema":{"type":"integer"},
"age_seconds":{"type":"integer","description":"Seconds since the index was last brought up to date"},
"unread":{"type":"array","items":{"type":"string"},"description":"Places that cannot be read"},
"left_out":{"type":"integer","description":"How many roots and places did not fit"},
"stale":{"type":"boolean"},
"remark":{"type":"string"}},
"required":["index","roots","notes","sections","schema","age_seconds","unread","left_out","stale"],"additionalProperties":false}})"},
}};

const Json& described_tools() {
  static const Json kAll = [] {
    Json all = Json::array();
    for (const Tool& tool : kTools) {
      Json one = Json::parse(tool.json);
      one["annotations"] = {{"title", one["title"]},
                            {"readOnlyHint", true},
                            {"destructiveHint", false},
                            {"idempotentHint", true},
                            {"openWorldHint", false}};
      all.push_back(std::move(one));
    }
    return all;
  }();
  return kAll;
}

// Its place in the table.
std::size_t require_tool(const std::string& name) {
  std::vector<std::string> known;
  for (const Json& tool : described_tools()) known.push_back(tool["name"]);
  const auto found = std::ranges::find(known, name);
  if (found == known.end()) throw RequestError(code::invalid_params, no_such("tool", name, known));
  return static_cast<std::size_t>(found - known.begin());
}

std::string shown(const Json& value) {
  constexpr std::size_t kMostBytes = 80;
  return printable(one_line(value).substr(0, kMostBytes));
}

Error wrong_value(const std::string& name, const Json& value, const std::string& remedy) {
  return Error(ExitCode::failure, name + ": " + shown(value) + " is not valid", remedy);
}

Json checked_number(const std::string& name, const Json& schema, const Json& value) {
  std::optional<double> number;
  if (value.is_number()) number = value.get<double>();
  if (value.is_string()) number = whole_number<int>(value.get_ref<const std::string&>());
  if (!number || *number != std::floor(*number) || *number < schema["minimum"].get<double>() ||
      *number > schema["maximum"].get<double>())
    throw wrong_value(name, value,
                      "give a whole number from " + one_line(schema["minimum"]) + " to " +
                          one_line(schema["maximum"]));
  return static_cast<int>(*number);
}

Json checked_text(const std::string& name, const Json& schema, const Json& value) {
  // An agent may write a year or an id without quotes.
  if (value.is_number_integer()) return one_line(value);
  if (!value.is_string()) throw wrong_value(name, value, "give a string");
  const auto choices = schema.value("enum", std::vector<std::string>());
  if (!choices.empty() && std::ranges::find(choices, value.get<std::string>()) == choices.end())
    throw wrong_value(name, value, "use one of " + joined(choices, ", "));
  return value;
}

Json checked(const std::string& name, const Json& schema, const Json& value) {
  if (schema["type"] == "integer") return checked_number(name, schema, value);
  if (schema["type"] == "string") return checked_text(name, schema, value);
  if (!value.is_array()) return Json::array({checked_text(name, schema, value)});
  Json texts = Json::array();
  for (const Json& one : value) texts.push_back(checked_text(name, schema, one));
  return texts;
}

Error unknown_name(const Json& parameters, const std::string& name) {
  std::vector<std::string> known;
  for (const auto& [parameter, schema] : parameters.items()) known.push_back(parameter);
  const std::string nearest = nearest_word(name, known);
  const std::string all =
      known.empty() ? "it takes no parameters" : "its parameters are " + joined(known, ", ");
  return Error(ExitCode::failure, "there is no parameter " + shown(name),
               nearest.empty() ? all : "did you mean \"" + nearest + "\"? " + all);
}

std::string text_of(const Error& error, const Workspace& workspace) {
  std::string hint = error.hint();
  if (error.exit_code() == ExitCode::no_index)
    hint = "make one with: notes-index --db " +
           shell_quoted(workspace.search.index_directory, '\0') + " FOLDER-OF-THE-NOTES";
  return error.text() + "\n" + (hint.empty() ? "" : hint + "\n");
}

}  // namespace

Json list_tools(const Json& /*params*/, Workspace& /*workspace*/) {
  return {{"tools", described_tools()}};
}

Json call_tool(const Json& params, Workspace& workspace) {
  const std::size_t number = require_tool(require_text(params, "name"));
  Json answer;
  bool is_error = false;
  try {
    workspace.search.today = today();
    const Json given = params.value("arguments", Json::object());
    const Json& schema = described_tools()[number]["inputSchema"];
    answer = kTools[number].run(checked_arguments(schema, given), workspace);
  } catch (const Error& error) {
    answer = text_of(error, workspace);
    is_error = true;
  }
  Json result = {{"content", {{{"type", "text"}, {"text", text_of(answer)}}}}};
  if (!answer.is_string()) result["structuredContent"] = std::move(answer);
  result["isError"] = is_error;
  return result;
}

Json checked_arguments(const Json& schema, const Json& given) {
  Json arguments = Json::object();
  const Json& parameters = schema["properties"];
  for (const auto& [name, parameter] : parameters.items())
    if (parameter.contains("default")) arguments[name] = parameter["default"];
  if (!given.is_object() && !given.is_null())
    throw Error(ExitCode::failure, "arguments: give an object");
  for (const auto& [name, value] : given.items()) {
    if (!parameters.contains(name)) throw unknown_name(parameters, name);
    if (!value.is_null()) arguments[name] = checked(name, parameters[name], value);
  }
  for (const auto& name : schema.value("required", std::vector<std::string>()))
    if (!arguments.contains(name))
      throw Error(ExitCode::failure, name + " is missing",
                  parameters[name]["description"].get<std::string>());
  return arguments;
}

std::size_t max_bytes(const Json& arguments) {
  return arguments["max_tokens"].get<std::size_t>() * kBytesPerToken;
}

Json fitted(std::size_t count, std::size_t max_bytes,
            const std::function<Json(std::size_t rows)>& make) {
  const auto fits = [&](std::size_t rows) { return text_of(make(rows)).size() <= max_bytes; };
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

std::string text_of(const Json& answer) {
  return answer.is_string() ? answer.get<std::string>() : fenced(one_line(answer));
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
