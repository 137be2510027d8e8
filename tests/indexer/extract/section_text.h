// SPDX-License-Identifier: GPL-2.0-or-later
// Sections as text, so that tests can compare whole results.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/section_builder.h"

namespace notes::test {

inline NoteFile note_of(std::string_view bytes, std::string_view rel_path = "folder/note.md") {
  NoteFile note;
  note.root_path = "/root";
  note.rel_path = rel_path;
  note.path = "/root/" + note.rel_path;
  note.bytes = bytes;
  return note;
}

inline std::vector<ExtractedSection> extract(std::string_view bytes,
                                             std::string_view rel_path = "folder/note.md") {
  std::vector<Diagnostic> diagnostics;
  return extract_sections(note_of(bytes, rel_path), diagnostics).sections;
}

inline std::string joined(const std::vector<std::string>& parts, std::string_view mark = " ") {
  std::string text;
  for (const std::string& part : parts) {
    if (!text.empty()) text += mark;
    text += part;
  }
  return text;
}

// "thread 3-5 note > Soups": level, lines, breadcrumb; one a line.
inline std::string outline_text(const std::vector<ExtractedSection>& sections) {
  std::string text;
  for (const ExtractedSection& extracted : sections) {
    const Section& section = extracted.section;
    text += level_name(section.level);
    text += ' ' + std::to_string(section.heading_line()) + '-' + std::to_string(section.last_line);
    std::vector<std::string> titles;
    for (const Crumb& crumb : section.breadcrumb) titles.push_back(crumb.title);
    text += ' ' + joined(titles, " > ") + '\n';
  }
  return text;
}

inline std::string outline_of(std::string_view bytes,
                              std::string_view rel_path = "folder/note.md") {
  return outline_text(extract(bytes, rel_path));
}

inline std::string date_text(const std::optional<DateSpan>& date) {
  if (!date) return "none";
  const std::string end = end_text(*date);
  return end.empty() ? begin_text(*date) : begin_text(*date) + ".." + end;
}

// The tags of a section, or its names, with a comma between.
inline std::string tags_text(const Section& section, TagSource source) {
  std::vector<std::string> names;
  for (const Tag& tag : section.tags)
    if (tag.source == source) names.push_back(tag.name);
  return joined(names, ", ");
}

}  // namespace notes::test
