// SPDX-License-Identifier: GPL-2.0-or-later
// What holds for the sections of any note, whatever its bytes. Shared by tests and the fuzzer.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "common/text/code_point.h"
#include "indexer/extract/line_table.h"
#include "indexer/extract/section_builder.h"

namespace notes::test {

inline std::string broken_range(const NoteFile& note, const LineTable& lines,
                                const ExtractedSection& extracted) {
  const Section& section = extracted.section;
  if (section.begin_byte > section.end_byte) return "bytes run backwards";
  if (section.end_byte > section.end_byte_below) return "below ends before own";
  if (section.end_byte_below > note.bytes.size()) return "bytes behind the end";
  if (section.first_line < 1 || section.first_line > section.last_line) return "lines backwards";
  if (section.last_line > section.last_line_below) return "lines below end before own";
  if (section.last_line_below > lines.count()) return "lines behind the end";
  if (section.level == Level::note) return {};
  if (lines.line_at(section.begin_byte) != section.first_line) return "first line is elsewhere";
  if (lines.line_at(section.end_byte - 1) < section.last_line) return "last line is elsewhere";
  const bool at_heading = extracted.heading.begin == section.begin_byte &&
                          extracted.heading.end > extracted.heading.begin &&
                          extracted.heading.end <= section.end_byte;
  return at_heading ? std::string() : "the heading does not open the section";
}

inline std::string broken_nesting(const std::vector<ExtractedSection>& sections, std::size_t i) {
  const ExtractedSection& extracted = sections[i];
  if (i == 0) return extracted.parent ? "the note has a parent" : std::string();
  if (!extracted.parent || *extracted.parent >= i) return "no earlier parent";
  const Section& section = extracted.section;
  const Section& parent = sections[*extracted.parent].section;
  if (section.begin_byte < sections[i - 1].section.end_byte) return "own texts overlap";
  if (section.end_byte_below > parent.end_byte_below) return "ends outside of its parent";
  if (section.last_line_below > parent.last_line_below) return "lines outside of its parent";
  if (section.breadcrumb.size() != parent.breadcrumb.size() + 1)
    return "breadcrumb of wrong length";
  return {};
}

// The first promise that is broken; empty when all are kept.
inline std::string broken_promise(const NoteFile& note,
                                  const std::vector<ExtractedSection>& sections) {
  if (sections.empty() || sections[0].section.level != Level::note) return "no section of the note";
  const LineTable lines(note.bytes);
  std::set<std::string> ids;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const Section& section = sections[i].section;
    if (std::string broken = broken_range(note, lines, sections[i]); !broken.empty()) return broken;
    if (std::string broken = broken_nesting(sections, i); !broken.empty()) return broken;
    if (!ids.insert(section.id).second) return "an id stands twice";
    if (find_bad_utf8(section.title())) return "a title is no UTF-8";
    for (const Tag& tag : section.tags)
      if (find_bad_utf8(tag.name)) return "a tag is no UTF-8";
    for (const std::string& url : section.urls)
      if (find_bad_utf8(url)) return "an address is no UTF-8";
  }
  return {};
}

}  // namespace notes::test
