// SPDX-License-Identifier: GPL-2.0-or-later
// Finds sections by an id, or by a note and a line, and reads their Markdown.
#include <algorithm>
#include <filesystem>
#include <iterator>
#include <utility>

#include "common/environment.h"
#include "common/index/document_terms.h"
#include "common/schema.h"
#include "common/section.h"
#include "common/text/ascii.h"
#include "common/text/code_point.h"
#include "common/text/joined.h"
#include "query/search/around/around.h"
#include "query/search/match/query_compiler.h"
#include "query/search/show/note_text.h"

namespace notes {
namespace {

constexpr std::size_t kMaxTwins = 20;

std::vector<FoundSection> sections_under(const OpenIndex& index, const Root& root,
                                         std::string_view rel_path) {
  const std::string term = note_term(root.path, rel_path);
  std::vector<FoundSection> found;
  for (auto posting = index.database.postlist_begin(term);
       posting != index.database.postlist_end(term); ++posting)
    found.push_back(read_section(index, *posting));
  // A note without a title heading may start at the same place as its first thread.
  std::ranges::sort(found, {}, [](const FoundSection& one) {
    return std::pair(one.section.begin_byte, one.section.breadcrumb.size());
  });
  return found;
}

// `path` is absolute. Nothing if it is not below the root.
std::optional<std::string> path_below(const Root& root, const std::string& path) {
  if (!root.is_file) return place_below(path, root.path);
  return path == root.path ? std::optional(path.substr(path.rfind('/') + 1)) : std::nullopt;
}

std::vector<FoundSection> sections_at(const OpenIndex& index, const std::string& absolute) {
  for (const Root& root : index.settings.roots)
    if (const auto rel_path = path_below(root, absolute))
      if (auto found = sections_under(index, root, *rel_path); !found.empty()) return found;
  return {};
}

// An editor may use a different path to the note than the index does.
std::string without_links(const std::string& path) {
  std::error_code unreadable;
  const auto real = std::filesystem::canonical(path, unreadable);
  return unreadable ? path : real.string();
}

// Cuts a colon and a number off the end of `name`. Returns the number.
std::optional<std::uint32_t> cut_number(std::string& name) {
  const std::size_t colon = name.rfind(':');
  if (colon == name.npos || colon == 0) return std::nullopt;
  const auto number = whole_number<std::uint32_t>(std::string_view(name).substr(colon + 1));
  if (number) name.resize(colon);
  return number;
}

// A section's own text extends to the next heading, including blank lines. Lines above the first
// heading, such as front matter, belong to the note.
std::optional<FoundSection> deepest_at(const std::vector<FoundSection>& sections,
                                       std::uint32_t line) {
  if (sections.empty() || line == 0 || line > sections.front().section.last_line_below)
    return std::nullopt;
  const auto next = std::ranges::upper_bound(
      sections, line, {}, [](const FoundSection& found) { return found.section.first_line; });
  return next == sections.begin() ? *next : *std::prev(next);
}

struct NotePlace {
  std::vector<FoundSection> sections;
  std::uint32_t line = 0;
};

// `name` is PATH:LINE, or PATH:LINE:COLUMN as in the output of other programs.
std::optional<NotePlace> find_place(const OpenIndex& index, std::string name) {
  for (int numbers = 1; numbers <= 2; ++numbers) {
    const auto line = cut_number(name);
    if (!line) break;
    auto sections = find_note_sections(index, name);
    if (!sections.empty()) return NotePlace{std::move(sections), *line};
  }
  return std::nullopt;
}

std::optional<FoundSection> section_of_id(const OpenIndex& index, const std::string& id) {
  if (id.size() != kIdLength) return std::nullopt;
  const Xapian::Database& database = index.database;
  const std::string start = note_terms_of(id);
  for (auto note = database.allterms_begin(start); note != database.allterms_end(start); ++note)
    for (auto posting = database.postlist_begin(*note); posting != database.postlist_end(*note);
         ++posting)
      if (auto found = read_section(index, *posting); found.section.id == id) return found;
  return std::nullopt;
}

bool encloses(const Section& outer, const Section& inner) {
  return outer.begin_byte <= inner.begin_byte && inner.end_byte_below <= outer.end_byte_below;
}

std::uint32_t line_count(std::string_view text) {
  return static_cast<std::uint32_t>(lines_of(text).size());
}

void cut_own_text(Passage& passage, std::size_t max_bytes) {
  const Section& section = passage.hit.section;
  const std::string_view own =
      std::string_view(passage.markdown).substr(0, section.end_byte - section.begin_byte);
  passage.markdown.resize(whole_paragraphs(own, section.blocks, max_bytes).size());
  passage.last_line = section.first_line + std::max(line_count(passage.markdown), 1U) - 1;
}

void leave_out_front_matter(Passage& passage) {
  Section& section = passage.hit.section;
  std::size_t at = 0;
  for (const TextBlock& block : section.blocks)
    if (block.kind == BlockKind::front_matter) at = block.bytes.end;
  while (at > 0 && at < passage.markdown.size()) {
    const std::size_t end = std::min(passage.markdown.find('\n', at), passage.markdown.size() - 1);
    const auto line = ascii::trimmed(std::string_view(passage.markdown).substr(at, end - at));
    at = end + 1;
    if (!is_among("--- ... +++ ;;;", line)) continue;
    std::erase_if(section.blocks, [&](const TextBlock& block) { return block.bytes.begin < at; });
    for (TextBlock& block : section.blocks)
      block.bytes = {block.bytes.begin - static_cast<std::uint32_t>(at),
                     block.bytes.end - static_cast<std::uint32_t>(at)};
    section.begin_byte += at;
    section.first_line += line_count(std::string_view(passage.markdown).substr(0, at));
    passage.markdown.erase(0, at);
    return;
  }
}

// `sections` are the passage's own section and those below it.
void cut(Passage& passage, std::span<const FoundSection> sections, std::size_t max_bytes) {
  const Section& section = passage.hit.section;
  // Their texts follow each other.
  const auto misfit = std::ranges::find_if(sections, [&](const FoundSection& found) {
    return found.section.end_byte - section.begin_byte > max_bytes;
  });
  const auto fitting = static_cast<std::size_t>(misfit - sections.begin());
  if (fitting == 0) {
    cut_own_text(passage, max_bytes);
  } else {
    const Section& last = sections[fitting - 1].section;
    passage.markdown.resize(
        std::min<std::size_t>(passage.markdown.size(), last.end_byte - section.begin_byte));
    passage.last_line = last.last_line;
  }
  for (std::size_t i = std::max<std::size_t>(fitting, 1); i < sections.size(); ++i)
    passage.left_out.push_back(sections[i].section);
}

}  // namespace

FoundSection read_section(const OpenIndex& index, Xapian::docid docid) {
  return {docid,
          unpack_section(index.database.get_document(docid).get_value(slot::section)).section};
}

std::optional<FoundSection> find_section(const OpenIndex& index, const std::string& name) {
  if (name.empty()) return std::nullopt;
  if (auto found = section_of_id(index, name)) return found;
  if (auto sections = find_note_sections(index, name); !sections.empty()) return sections.front();
  const auto place = find_place(index, name);
  return place ? deepest_at(place->sections, place->line) : std::nullopt;
}

Error unknown_section(const OpenIndex& index, const std::string& name) {
  if (const auto place = find_place(index, name))
    return Error(
        ExitCode::nothing_found, name + ": the note has no line " + std::to_string(place->line),
        "its last line is " + std::to_string(place->sections.front().section.last_line_below));
  return Error(ExitCode::nothing_found, "no section " + name,
               "give the id of a hit, which --json shows, or PATH:LINE in an indexed note");
}

std::vector<FoundSection> find_note_sections(const OpenIndex& index, const std::string& path) {
  const std::string absolute = absolute_path(path);
  if (auto found = sections_at(index, absolute); !found.empty()) return found;
  if (auto found = sections_at(index, without_links(absolute)); !found.empty()) return found;
  for (const Root& root : index.settings.roots)
    if (auto found = sections_under(index, root, path); !found.empty()) return found;
  return {};
}

NoteOutline read_outline(const OpenIndex& index, const std::string& path) {
  NoteOutline outline;
  for (FoundSection& found : find_note_sections(index, path)) {
    if (outline.sections.empty()) {
      outline.path = path_of(index, found.section);
      outline.linked_from = count_links_to(found.docid, index.database);
    }
    const NoteText text = read_section_text(outline.path, found.section, TextExtent::own);
    outline.stale = outline.stale || !text.current;
    outline.sections.push_back(std::move(found.section));
  }
  return outline;
}

std::vector<FoundSection> nested_with(const OpenIndex& index, const Section& section) {
  const Root* root = find_root(index.settings, section.root);
  if (root == nullptr) return {};
  auto sections = sections_under(index, *root, section.rel_path);
  std::erase_if(sections, [&](const FoundSection& other) {
    return !encloses(section, other.section) && !encloses(other.section, section);
  });
  return sections;
}

std::span<const FoundSection> with_below(const FoundSection& found,
                                         std::span<const FoundSection> nested) {
  return {std::ranges::find(nested, found.docid, &FoundSection::docid), nested.end()};
}

std::string path_of(const OpenIndex& index, const Section& section) {
  const Root* root = find_root(index.settings, section.root);
  if (root == nullptr)
    throw Error(ExitCode::damaged_index, "the index has a section without a root",
                "run notes-index --rebuild");
  return note_path(*root, section.rel_path);
}

Hit plain_hit(const OpenIndex& index, const FoundSection& found) {
  Hit hit;
  hit.section = found.section;
  hit.path = path_of(index, found.section);
  hit.place.line = found.section.heading_line();
  for (const Xapian::docid twin : find_twins(index, found.docid)) {
    if (hit.twins.size() == kMaxTwins) break;
    const Section section = read_section(index, twin).section;
    hit.twins.push_back({path_of(index, section), section.heading_line()});
  }
  return hit;
}

std::vector<Xapian::docid> find_twins(const OpenIndex& index, Xapian::docid docid) {
  std::vector<Xapian::docid> twins;
  const auto key_of = [&](Xapian::docid section) {
    return index.database.get_document(section, Xapian::DOC_ASSUME_VALID).get_value(slot::twin);
  };
  const std::string key = key_of(docid);
  if (key.empty()) return twins;
  const std::string term = twin_term(key);
  for (auto posting = index.database.postlist_begin(term);
       posting != index.database.postlist_end(term); ++posting)
    if (*posting != docid && key_of(*posting) == key) twins.push_back(*posting);
  return twins;
}

std::string_view whole_paragraphs(std::string_view text, std::span<const TextBlock> blocks,
                                  std::size_t max_bytes) {
  if (text.size() <= max_bytes) return text;
  const auto is_in_code = [&](std::uint32_t byte) {
    while (!blocks.empty() && blocks.front().bytes.end < byte) blocks = blocks.subspan(1);
    return !blocks.empty() && blocks.front().kind == BlockKind::code &&
           blocks.front().bytes.begin <= byte;
  };
  std::size_t paragraph_end = 0;
  std::size_t line_end = 0;
  bool in_paragraph = false;
  for (const auto& [begin, end] : lines_of(text)) {
    const bool separates =
        ascii::trimmed(text.substr(begin, end - begin)).empty() && !is_in_code(begin);
    if (separates && in_paragraph && begin <= max_bytes) paragraph_end = begin;
    in_paragraph = !separates;
    if (begin > max_bytes) break;
    line_end = begin;  // where the previous line ends
  }
  if (paragraph_end > 0) return text.substr(0, paragraph_end);
  return text.substr(0, line_end > 0 ? line_end : begin_of_character(text, max_bytes));
}

std::optional<Passage> find_passage(const OpenIndex& index, const std::string& name,
                                    std::size_t max_bytes) {
  const auto found = find_section(index, name);
  if (!found) return std::nullopt;
  Passage passage;
  passage.hit = plain_hit(index, *found);
  NoteText text = read_section_text(passage.hit.path, found->section, TextExtent::with_below);
  passage.hit.stale = !text.current;
  passage.markdown = std::move(text.bytes);
  leave_out_front_matter(passage);
  passage.whole_bytes = passage.markdown.size();
  passage.last_line = found->section.last_line_below;
  if (passage.markdown.size() <= max_bytes) return passage;
  cut(passage, with_below(*found, nested_with(index, found->section)), max_bytes);
  return passage;
}

}  // namespace notes
