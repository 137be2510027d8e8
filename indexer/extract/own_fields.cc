// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/own_fields.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <unordered_set>
#include <utility>

#include "common/text/ascii.h"
#include "common/text/label.h"
#include "common/text/web_address.h"
#include "indexer/extract/ascii.h"
#include "indexer/extract/names.h"
#include "indexer/extract/tags.h"

namespace notes {
namespace {

constexpr std::size_t kMaxLinkedBytes = 400;

// The path below the root that a relative target in the note `rel_path` leads to, folded; nothing
// for a web address, an anchor, or a file that is not a note.
std::optional<std::string> linked_path(std::string_view target, std::string_view rel_path) {
  target = target.substr(0, target.find_first_of("#?"));
  const bool has_scheme =
      target.starts_with("//") || target.substr(0, target.find('/')).find(':') != target.npos;
  if (target.empty() || target.size() > kMaxLinkedBytes || has_scheme) return std::nullopt;
  const std::string decoded = percent_decoded(target);
  const std::string_view name = std::string_view(decoded).substr(decoded.rfind('/') + 1);
  const bool is_other_file = name.find('.') != name.npos && without_note_extension(name) == name &&
                             name != "." && name != "..";
  if (is_other_file) return std::nullopt;
  std::string path = "/";  // the root, or the folder of the note
  if (!decoded.starts_with('/')) path.append(rel_path).append("/../");
  path = std::filesystem::path(path + decoded).lexically_normal().string();
  path.erase(0, path.find_first_not_of('/'));
  if (path.ends_with('/')) path.pop_back();
  return fold_note_path(path);
}

void hold_place(std::string& text) {
  if (!text.ends_with(kPlaceholder)) text += kPlaceholder;
}

void add_part(const TextReading& reading, std::string_view source, const Run& run, ByteRange part,
              std::string& text) {
  if (run.kind == PartKind::aside) return;
  if (run.kind == PartKind::code || run.kind == PartKind::image) return hold_place(text);
  const bool begins = part.begin == run.text.begin && run.source.begin > 0;
  if (begins && source.substr(run.source.begin - 1).starts_with("\\#")) hold_place(text);
  const std::size_t in_source = run.source.begin + (part.begin - run.text.begin);
  text += run.is_verbatim() ? source.substr(in_source, part.size()) : part.in(reading.text());
}

void add_parts(const TextReading& reading, std::string_view source, ByteRange bytes,
               std::string& text) {
  const auto runs = reading.runs();
  for (std::size_t i = reading.run_at(bytes.begin); i < runs.size(); ++i) {
    const ByteRange part{std::max(bytes.begin, runs[i].text.begin),
                         std::min(bytes.end, runs[i].text.end)};
    if (part.begin >= bytes.end) return;
    if (bytes.begin < part.begin) text += '\n';  // the end of a cell or a line of code
    add_part(reading, source, runs[i], part, text);
    bytes.begin = part.end;
  }
}

// In the order of their text.
std::vector<ReadLink> links_with_text(const TextReading& reading, std::size_t block) {
  std::vector<ReadLink> links;
  for (const ReadLink& link : reading.links_of(block))
    if (link.kind == LinkKind::link || link.kind == LinkKind::wiki) links.push_back(link);
  std::ranges::sort(links, {}, [](const ReadLink& link) { return link.text.begin; });
  return links;
}

// Including its marks.
std::string_view wiki_link(std::string_view source, const ReadLink& link) {
  const bool is_embedded = link.target.begin > 2 && source[link.target.begin - 3] == '!';
  const std::size_t begin = link.target.begin - (is_embedded ? 3 : 2);
  return source.substr(begin, source.find("]]", begin) + 2 - begin);
}

bool looks_like_tex(std::string_view math) {
  return math.find_first_of("\\^_{}=<>") != kNone || (math.size() == 1 && is_letter(math[0]));
}

bool has_closed_bracket(std::string_view source, std::string_view open, std::string_view close) {
  const std::size_t begin = std::min(source.find(open), source.size());
  const std::size_t end = source.find(close, begin + open.size());
  return end != kNone && end > begin + open.size();
}

// $$…$$, or $…$ around something that looks like TeX.
bool has_dollar_math(std::string_view paragraph) {
  while (!paragraph.empty()) {
    const std::string_view line = take_until(paragraph, '\n');
    for (std::size_t at = line.find('$'); at != kNone; at = line.find('$', at + 1))
      if (looks_like_tex(formula_at(line, at))) return true;
    if (trimmed(line).starts_with("$$") || trimmed(line).ends_with("$$")) return true;
  }
  return false;
}

// \(…\) or \[…\]. Markdown reads these as escaped brackets, so `source` is the text in the note.
bool has_bracket_math(std::string_view source) {
  if (source.find('\\') == kNone || source.find('`') != kNone)
    return false;  // more likely a regular expression than a formula
  return has_closed_bracket(source, "\\(", "\\)") || has_closed_bracket(source, "\\[", "\\]");
}

bool is_image_file(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot != kNone && dot > 0 &&
         is_among("png jpg jpeg gif webp svg bmp avif", to_lower(name.substr(dot + 1)));
}

void sort_without_repeats(std::vector<std::string>& values) {
  std::ranges::sort(values);
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

void remove_repeated(std::vector<std::string>& values) {
  std::unordered_set<std::string> seen;
  std::erase_if(values, [&](const std::string& value) { return !seen.insert(value).second; });
}

void add_linked_note(std::string_view target, ExtractedSection& section) {
  std::string name = fold_note_name(trimmed(target.substr(0, target.find_first_of("#|"))));
  if (!name.empty()) section.links.push_back(std::move(name));
}

void add_linked_notes(std::string_view value, ExtractedSection& section) {
  for (auto at = value.find("[["); at != value.npos; at = value.find("[[", at)) {
    const std::size_t end = value.find("]]", at);
    if (end == value.npos) return;
    add_linked_note(value.substr(at + 2, end - at - 2), section);
    at = end;
  }
}

// Properties are also text, and their addresses are found there.
void add_links(const FrontMatter& front_matter, ExtractedSection& note) {
  for (const FrontMatterEntry& entry : front_matter.entries)
    for (std::string_view value : entry.values) {
      if (entry.is_property) break;
      add_linked_notes(value, note);
      while (!value.empty())
        if (const auto word = take_until(value, ' '); is_web_address(word))
          note.section.urls.emplace_back(word);
    }
}

// `[[note#heading]]` or `![[picture.png]]`. Links within the note have no name.
void add_wiki_link(const LineTable& lines, const ReadLink& link, ExtractedSection& section) {
  const std::string_view target = trimmed(lines.text_of(link.target));
  const bool is_embedded = wiki_link(lines.text(), link).starts_with('!');
  section.has.emplace_back("link");
  if (is_embedded && is_image_file(target)) section.has.emplace_back("image");
  add_linked_note(target, section);
}

void add_run(const NoteParts& note, const TextRun& run, ExtractedSection& section, TagList& tags,
             NameCounts& names) {
  const LineTable& lines = note.lines;
  const std::string text = running_text(note.tree.reading, run.block, lines.text());
  const std::string_view source =
      lines.text_of({lines.begin_of(run.first_line), lines.begin_of(run.last_line + 1)});
  if (has_dollar_math(text) || has_bracket_math(source)) section.has.emplace_back("math");
  count_names(text, names);
  for (const ReadLink& link : note.tree.reading.links_of(run.block))
    if (link.kind == LinkKind::wiki) add_wiki_link(lines, link, section);
  add_text_tags(text, source, run.first_line, tags);
}

void add_runs(const NoteParts& note, const OutlineEntry& entry, TagList tags,
              ExtractedSection& section) {
  NameCounts names;
  for (const TextRun& run : entry.runs) add_run(note, run, section, tags, names);
  std::vector<Tag>& all = section.section.tags;
  for (const std::string& tag : tags.tags) all.push_back({tag, TagSource::tag});
  for (std::string& name : frequent_names(names, tags.tags))
    all.push_back({std::move(name), TagSource::name});
}

}  // namespace

std::string running_text(const TextReading& reading, std::size_t block, std::string_view source) {
  std::string text;
  ByteRange rest = reading.text_of(block);
  for (const ReadLink& link : links_with_text(reading, block)) {
    if (link.text.begin < rest.begin) continue;  // inside another link
    add_parts(reading, source, {rest.begin, link.text.begin}, text);
    if (link.kind == LinkKind::wiki) {
      text += wiki_link(source, link);
    } else {
      hold_place(text);
      add_parts(reading, source, link.text, text);
      hold_place(text);
    }
    rest.begin = link.text.end;
  }
  add_parts(reading, source, rest, text);
  return text;
}

std::vector<ExtractedSection> sections_with_own_fields(const NoteParts& note) {
  const std::vector<OutlineEntry>& entries = note.outline.entries;
  std::vector<ExtractedSection> sections(entries.size());
  // The section whose own text has the line; null for the lines of a table of contents.
  const auto section_at = [&](std::uint32_t line) {
    const auto first_line = [](const OutlineEntry& entry) { return entry.heading->first_line; };
    const auto entry = std::prev(
        std::ranges::upper_bound(entries.begin() + 1, entries.end(), line, {}, first_line));
    return line < entry->end_line ? sections.data() + (entry - entries.begin()) : nullptr;
  };
  TagList tags;
  add_front_matter_tags(note.front_matter, tags);
  add_links(note.front_matter, sections[0]);
  for (std::size_t i = 0; i < sections.size(); ++i)
    add_runs(note, entries[i], std::exchange(tags, {}), sections[i]);
  for (const Link& link : note.tree.links)
    if (ExtractedSection* section = section_at(link.line)) {
      if (is_web_address(link.target))
        section->section.urls.push_back(link.target);
      else if (auto path = linked_path(link.target, note.rel_path))
        section->links.push_back(std::move(*path));
    }
  for (const FeatureUse& use : note.tree.features)
    if (ExtractedSection* section = section_at(use.line)) section->has.emplace_back(use.feature);
  for (ExtractedSection& section : sections) {
    remove_repeated(section.section.urls);
    sort_without_repeats(section.has);
    sort_without_repeats(section.links);
  }
  return sections;
}

std::vector<std::string> names_of_note(std::string_view rel_path,
                                       const std::vector<std::string>& titles) {
  constexpr std::size_t kMaxNamesOfNote = 40;
  std::vector<std::string> names{fold_note_path(rel_path)};
  const std::string file = '/' + fold_note_name(rel_path);
  for (const std::string& path : {names.front(), file})
    for (std::size_t slash = path.find('/'); slash != path.npos; slash = path.find('/', slash + 1))
      if (slash + 1 < path.size()) names.push_back(path.substr(slash + 1));
  for (const std::string& title : titles) names.push_back('=' + fold_label(title));
  sort_without_repeats(names);
  names.resize(std::min(names.size(), kMaxNamesOfNote));
  return names;
}

}  // namespace notes
