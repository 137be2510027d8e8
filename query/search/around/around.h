// SPDX-License-Identifier: GPL-2.0-or-later
// What is asked about an index besides a search (search.h): a section or a note by its name,
// similar sections, facets, and completions.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/open_index.h"
#include "query/language/query_parser.h"
#include "query/search/search.h"

namespace notes {

struct FoundSection {
  Xapian::docid docid = 0;
  Section section;
};

FoundSection read_section(const OpenIndex& index, Xapian::docid docid);

// `name` is an id, PATH for the whole note, or PATH:LINE or PATH:LINE:COLUMN for the deepest
// section that contains the line.
std::optional<FoundSection> find_section(const OpenIndex& index, const std::string& name);

// Explains why there is none (nothing_found).
Error unknown_section(const OpenIndex& index, const std::string& name);

// The sections of a note, in order; none if the index does not have the note. `path` is relative to
// the working directory, or else to a root.
std::vector<FoundSection> find_note_sections(const OpenIndex& index, const std::string& path);

struct NoteOutline {
  std::string path;               // absolute
  std::vector<Section> sections;  // in the order of the note
  std::uint32_t linked_from = 0;  // number of sections of other notes that link to it
  bool stale = false;             // the note changed since it was indexed: lines may be wrong
};

// `path` as for find_note_sections. Has no sections if the index does not have the note.
NoteOutline read_outline(const OpenIndex& index, const std::string& path);

// Those that enclose the section, the section itself, and those below it, in this order.
std::vector<FoundSection> nested_with(const OpenIndex& index, const Section& section);

// Of those, the section itself and those below it: what it is about.
std::span<const FoundSection> with_below(const FoundSection& found,
                                         std::span<const FoundSection> nested);

// Throws Error (damaged_index) if the section's root does not exist.
std::string path_of(const OpenIndex& index, const Section& section);

// The section as a hit, without matches. Names the places of its first 20 twins.
Hit plain_hit(const OpenIndex& index, const FoundSection& found);

// Other sections with the same heading and text.
std::vector<Xapian::docid> find_twins(const OpenIndex& index, Xapian::docid docid);

// Sections that share the distinctive words of a section. Leaves out the section itself, those
// around and below it, and its twins. `name` as for find_section; nothing if there is no such
// section. Only returns sections that meet the `conditions`.
std::optional<SearchResult> find_similar(const OpenIndex& index, const std::string& name,
                                         const ParsedQuery& conditions,
                                         const SearchRequest& request);

// Completes the last word of a half-typed query to a field, a value, a label, or a word in the
// index. Fast, because it reads only terms. Returns whole words, with any signs before them (`-`,
// `(`), the most common of each kind first. At most `limit`.
std::vector<std::string> complete_word(const OpenIndex& index, std::string_view typed,
                                       std::size_t limit);

inline constexpr std::string_view kTagsFacet = "tags";
inline constexpr std::string_view kNamesFacet = "names";

struct ValueCount {
  std::string value;        // in its most frequent spelling
  std::uint64_t count = 0;  // sections
};

struct Facet {
  std::string_view name;           // as in the table of facets
  std::vector<ValueCount> values;  // most frequent first, then by value
  std::size_t distinct = 0;        // number of different values, including those cut off
};

struct FacetCounts {
  std::uint64_t sections = 0;  // that match
  std::vector<Facet> facets;   // in the order requested
};

// Names of all facets: "tags", "names", "year", "site", "level".
std::vector<std::string_view> facet_names();

// Counts sections that have every word and meet every condition of the query; all sections if the
// query is blank. The same text in two places counts once. `names` are names from the table.
FacetCounts count_facets(const OpenIndex& index, const ParsedQuery& parsed,
                         const SearchRequest& request, std::span<const std::string_view> names);

// Tags and names of all sections. Reads only the counts in the index, so the same text in two
// places counts twice.
FacetCounts count_labels(const OpenIndex& index);

// The Markdown of a section and everything below it. If it is too long, it is cut before a section,
// else between paragraphs, else inside a paragraph.
struct Passage {
  Hit hit;
  std::string markdown;           // byte for byte as in the note
  std::size_t whole_bytes = 0;    // before the cut
  std::uint32_t last_line = 1;    // line of the note where `markdown` ends
  std::vector<Section> left_out;  // sections below that did not fit, in order
};

// `name` as for find_section; returns at most `max_bytes` of Markdown.
std::optional<Passage> find_passage(const OpenIndex& index, const std::string& name,
                                    std::size_t max_bytes);

// The longest start of `text` with at most `max_bytes` that ends with a paragraph, else with a
// line, else with a character. Blank lines in code do not end a paragraph.
std::string_view whole_paragraphs(std::string_view text, std::span<const TextBlock> blocks,
                                  std::size_t max_bytes);

}  // namespace notes
