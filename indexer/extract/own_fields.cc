// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/own_fields.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <unordered_set>
#include <utility>

#include "common/text/ascii.h"
#include "common/text/label.h"
#include "common/text/note_name.h"
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
  const bool is_verbatim = run.text.end - run.text.begin == run.source.end - run.source.begin;
  const std::string_view from = is_verbatim ? source : reading.text();
  const std::uint32_t begin =
      is_verbatim ? run.source.begin + (part.begin - run.text.begin) : part.begin;
  text += from.substr(begin, part.end - part.begin);
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

class FieldGatherer {
 public:
  explicit FieldGatherer(const NoteParts& note)
      : note_(note), sections_(note.outline.entries.size()) {}

  std::vector<ExtractedSection> gather() {
    add_front_matter_tags(note_.front_matter, tags_);
    add_links_of_front_matter();
    for (current_ = 0; current_ < sections_.size(); ++current_) {
      for (const TextRun& run : note_.outline.entries[current_].runs) add_run(run);
      finish_entry();
    }
    for (const Link& link : note_.tree.links)
      if (ExtractedSection* section = section_at(link.line)) {
        if (is_web_address(link.target))
          section->section.urls.push_back(link.target);
        else if (auto path = linked_path(link.target, note_.rel_path))
          section->links.push_back(std::move(*path));
      }
    for (const FeatureUse& use : note_.tree.features)
      if (ExtractedSection* section = section_at(use.line)) section->has.emplace_back(use.feature);
    for (ExtractedSection& section : sections_) {
      remove_repeated(section.section.urls);
      sort_without_repeats(section.has);
      sort_without_repeats(section.links);
    }
    return std::move(sections_);
  }

 private:
  // The one whose own text has the line; null for the lines of a table of contents.
  ExtractedSection* section_at(std::uint32_t line) {
    const auto& entries = note_.outline.entries;
    const auto first_line = [](const OutlineEntry& entry) { return entry.heading->first_line; };
    const auto entry = std::prev(
        std::ranges::upper_bound(entries.begin() + 1, entries.end(), line, {}, first_line));
    return line < entry->end_line ? sections_.data() + (entry - entries.begin()) : nullptr;
  }

  // Properties are also text, and their addresses are found there.
  void add_links_of_front_matter() {
    for (const FrontMatterEntry& entry : note_.front_matter.entries)
      for (std::string_view value : entry.values) {
        if (entry.is_property) break;
        add_linked_notes(value);
        while (!value.empty())
          if (const auto word = take_until(value, ' '); is_web_address(word))
            sections_[0].section.urls.emplace_back(word);
      }
  }

  void add_linked_notes(std::string_view value) {
    for (auto at = value.find("[["); at != value.npos; at = value.find("[[", at)) {
      const std::size_t end = value.find("]]", at);
      if (end == value.npos) return;
      add_linked_note(value.substr(at + 2, end - at - 2));
      at = end;
    }
  }

  void add_run(const TextRun& run) {
    const std::string text = running_text(note_.tree.reading, run.block, note_.lines.text());
    const std::string_view source = note_.lines.text_of(
        {note_.lines.begin_of(run.first_line), note_.lines.begin_of(run.last_line + 1)});
    if (has_dollar_math(text) || has_bracket_math(source)) add_feature("math");
    count_names(text, names_);
    for (const ReadLink& link : note_.tree.reading.links_of(run.block))
      if (link.kind == LinkKind::wiki) add_wiki_link(link);
    add_text_tags(text, source, run.first_line, tags_);
  }

  void add_feature(const char* feature) { sections_[current_].has.emplace_back(feature); }

  // `[[note#heading]]` or `![[picture.png]]`. Links within the note have no name.
  void add_wiki_link(const ReadLink& link) {
    const std::string_view target = trimmed(note_.lines.text_of(link.target));
    const bool is_embedded = wiki_link(note_.lines.text(), link).starts_with('!');
    add_feature("link");
    if (is_embedded && is_image_file(target)) add_feature("image");
    add_linked_note(target);
  }

  void add_linked_note(std::string_view target) {
    std::string name = fold_note_name(trimmed(target.substr(0, target.find_first_of("#|"))));
    if (!name.empty()) sections_[current_].links.push_back(std::move(name));
  }

  void finish_entry() {
    const std::vector<std::string> tags = std::exchange(tags_, {}).tags;
    std::vector<Tag>& all = sections_[current_].section.tags;
    for (const std::string& tag : tags) all.push_back({tag, TagSource::tag});
    for (std::string& name : frequent_names(std::exchange(names_, {}), tags))
      all.push_back({std::move(name), TagSource::name});
  }

  const NoteParts& note_;
  std::vector<ExtractedSection> sections_;
  TagList tags_;
  NameCounts names_;
  std::size_t current_ = 0;  // the entry at hand
};

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
  return FieldGatherer(note).gather();
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
