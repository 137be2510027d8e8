// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/section_builder.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

#include <xxhash.h>

#include "common/index/document_terms.h"
#include "common/text/label.h"
#include "indexer/extract/ascii.h"
#include "indexer/extract/dates.h"
#include "indexer/extract/front_matter.h"
#include "indexer/extract/line_table.h"
#include "indexer/extract/markdown_tree.h"
#include "indexer/extract/note_limits.h"
#include "indexer/extract/outline.h"
#include "indexer/extract/own_fields.h"
#include "indexer/extract/titles.h"

namespace notes {
namespace {

constexpr std::size_t kManyLinks = 5;

std::size_t size_of(const ExtractedSection& extracted) {
  std::size_t size = sizeof extracted + extracted.section.rel_path.size();
  for (const Crumb& crumb : extracted.section.breadcrumb) size += sizeof crumb + crumb.title.size();
  for (const Tag& tag : extracted.section.tags) size += sizeof tag + tag.name.size();
  for (const std::string& url : extracted.section.urls) size += sizeof(std::string) + url.size();
  return size;
}

class SectionBuilder {
 public:
  explicit SectionBuilder(const NoteFile& note)
      : note_(note),
        lines_(note.bytes),
        front_matter_(read_front_matter(lines_)),
        tree_(parse_markdown(lines_, front_matter_)),
        outline_(build_outline(tree_, lines_, front_matter_.body_line, note.rel_path)) {}

  ExtractedNote build() {
    const NoteParts parts{lines_, front_matter_, tree_, outline_, note_.rel_path};
    sections_ = sections_with_own_fields(parts);
    add_dates(parts, sections_);
    text_ = std::make_unique<const std::string>(tree_.reading.take_text());
    for (std::size_t i = 0; i < sections_.size(); ++i) complete(sections_[i], outline_.entries[i]);
    name_note(sections_[0]);
    for (std::size_t i = sections_.size(); i-- > 1;) {  // parents come before their children
      const Section& section = sections_[i].section;
      Section& parent = sections_[*sections_[i].parent].section;
      parent.last_line_below = std::max(parent.last_line_below, section.last_line_below);
      parent.end_byte_below = std::max(parent.end_byte_below, section.end_byte_below);
    }
    return {std::move(text_), std::move(sections_)};
  }

  void diagnose(std::vector<Diagnostic>& diagnostics) const {
    const auto report = [&](std::uint32_t line, std::string text) {
      diagnostics.push_back({note_.path, line, std::move(text)});
    };
    if (front_matter_.is_unclosed) report(1, "front matter starts here but is never closed");
    const FrontMatterEntry* date = front_matter_.find({"date"});
    const auto is_in_template = [](std::string_view value) {  // {{date}}, <% tp.date.now() %>
      return value.find("{{") != value.npos || value.find("<%") != value.npos;
    };
    if (date && !is_in_template(date->values[0]) && !date_of_value(date->values[0]))
      report(date->line, "not a readable date: " + clean_title(date->values[0]));
  }

 private:
  void complete(ExtractedSection& extracted, const OutlineEntry& entry) {
    extracted.parent = entry.parent;
    if (const Heading* heading = entry.heading)
      extracted.heading = {lines_.begin_of(heading->first_line), lines_.end_of(heading->last_line)};
    Section& section = extracted.section;
    section.level = entry.level;
    section.root = note_.root;
    section.rel_path = note_.rel_path;
    place(section, entry);
    add_text(extracted, entry);
    add_crumbs(section, entry);
    section.id = next_id(section);
    if (entry.parent) inherit_tags(section, parent_of(entry));
    if (is_question(section.title())) extracted.is.emplace_back("question");
    if (entry.heading) extracted.acronyms = taught_acronyms(entry.heading->title, capital_words_);
    require_at_most(kMaxSectionBytes, sections_bytes_ += size_of(extracted));
  }

  const Section& parent_of(const OutlineEntry& entry) const {
    return sections_[*entry.parent].section;
  }

  void place(Section& section, const OutlineEntry& entry) const {
    const bool is_note = entry.level == Level::note;
    section.begin_byte =
        lines_.begin_of(is_note ? front_matter_.body_line : entry.heading->first_line);
    section.end_byte = lines_.begin_of(entry.end_line);
    if (outline_.may_have_contents) {
      const ByteRange kept = without_contents_block(own_text(section));
      section.end_byte = section.begin_byte + kept.end;
      section.begin_byte += kept.begin;
    }
    // The texts of front matter belong to the note's own section, before the heading. They are left
    // out if the note starts with a table of contents.
    const bool has_texts =
        is_note && !tree_.blocks.empty() && tree_.blocks.front().kind == BlockKind::front_matter;
    if (has_texts && section.begin_byte == lines_.begin_of(front_matter_.body_line))
      section.begin_byte = lines_.begin_of(lines_.line_at(tree_.blocks.front().bytes.begin));
    section.first_line = lines_.line_at(section.begin_byte);
    const std::string_view own = own_text(section);
    section.own_hash = XXH3_64bits(own.data(), own.size());
    section.last_line = last_line_of(section, entry);
    section.end_byte_below = section.end_byte;
    section.last_line_below = section.last_line;
  }

  std::string_view own_text(const Section& section) const {
    return lines_.text().substr(section.begin_byte, section.end_byte - section.begin_byte);
  }

  // Sections have the same order as their blocks, and so do their texts in the reading.
  void add_text(ExtractedSection& extracted, const OutlineEntry& entry) const {
    Section& section = extracted.section;
    const auto blocks_before = [&](std::uint64_t byte) {
      const auto begin_of = [](const TextBlock& block) { return block.bytes.begin; };
      const auto behind = std::ranges::lower_bound(tree_.blocks, byte, {}, begin_of);
      return static_cast<std::size_t>(behind - tree_.blocks.begin());
    };
    const std::size_t first = blocks_before(section.begin_byte);
    const std::size_t end = blocks_before(section.end_byte);
    if (first == end) return;
    const auto base = static_cast<std::uint32_t>(section.begin_byte);
    for (std::size_t i = first; i < end; ++i) {
      const auto [bytes, kind] = tree_.blocks[i];
      section.blocks.push_back({{bytes.begin - base, bytes.end - base}, kind});
    }
    const std::uint32_t begin = tree_.reading.text_of(first).begin;
    extracted.text =
        std::string_view(*text_).substr(begin, tree_.reading.text_of(end - 1).end - begin);
    // A list of links has words of everything it leads to, so it ranks lower. A few links count as
    // such a list only if the rest of the note is one too: a thread about one address does not.
    const std::size_t links = prevailing_links(first, end);
    if (links >= kManyLinks || (links > 0 && links_of_note_ >= kManyLinks))
      extracted.is.emplace_back("links");
    if (!entry.heading || entry.heading->block < first || entry.heading->block >= end) return;
    const ByteRange heading = tree_.reading.text_of(entry.heading->block);
    extracted.heading_text = {heading.begin - begin, heading.end - begin};
  }

  // The links that make up at least half of the text without headings; 0 if they do not.
  std::size_t prevailing_links(std::size_t first_block, std::size_t end_block) const {
    std::size_t links = 0;
    std::size_t linked = 0;
    std::size_t all = 0;
    for (std::size_t block = first_block; block < end_block; ++block) {
      if (std::ranges::binary_search(tree_.headings, block, {}, &Heading::block)) continue;
      const ByteRange text = tree_.reading.text_of(block);
      all += text.size();
      for (const ReadLink& link : tree_.reading.links_of(block)) {
        if (link.kind == LinkKind::image || link.kind == LinkKind::html_image) continue;
        linked += link.text.size();
        ++links;
      }
    }
    return 2 * linked >= all ? links : 0;
  }

  std::uint32_t last_line_of(const Section& section, const OutlineEntry& entry) const {
    const std::uint32_t least =
        std::max(entry.heading ? entry.heading->last_line : 1, section.first_line);
    std::uint32_t line = section.end_byte > 0 ? lines_.line_at(section.end_byte - 1) : 1;
    while (line > least && lines_.is_blank_line(line)) --line;
    return std::max(line, least);
  }

  void add_crumbs(Section& section, const OutlineEntry& entry) const {
    if (entry.parent) section.breadcrumb = parent_of(entry).breadcrumb;
    const std::uint32_t first_line = std::max(section.first_line, front_matter_.body_line);
    section.breadcrumb.push_back(
        {entry.parent ? entry.heading->title : note_title(),
         entry.heading ? entry.heading->first_line : std::min(first_line, lines_.count())});
  }

  // False for the title of a template. A title that only mentions {{placeholders}} is fine.
  static bool names_something(std::string_view title) {
    const bool is_left_open = (title.starts_with("{{") && title.ends_with("}}")) ||
                              (title.starts_with("<%") && title.ends_with("%>"));
    return !title.empty() && !is_left_open;
  }

  std::string note_title() const {
    if (const FrontMatterEntry* entry = front_matter_.find({"title"}))
      if (std::string title = clean_title(entry->values[0]); names_something(title)) return title;
    if (const Heading* heading = outline_.entries[0].heading)
      if (names_something(heading->title)) return heading->title;
    if (tree_.html_title)
      if (std::string title = clean_title(*tree_.html_title); !title.empty()) return title;
    return title_of_path(note_.root_path, note_.rel_path);
  }

  void name_note(ExtractedSection& note) const {
    constexpr std::size_t kMaxAliases = 50;
    std::vector<std::string> seen;
    const auto add = [&](std::vector<std::string>& names, std::string name) {
      std::string folded = fold_label(name);
      if (folded.empty() || std::ranges::find(seen, folded) != seen.end()) return;
      seen.push_back(std::move(folded));
      names.push_back(std::move(name));
    };
    if (outline_.entries[0].heading) seen.push_back(fold_label(outline_.entries[0].heading->title));
    add(note.section.other_titles, note.section.title());
    add(note.section.other_titles, words_of_file_name(note_.rel_path));
    std::size_t aliases = 0;
    if (const FrontMatterEntry* entry = front_matter_.find({"aliases", "alias"}))
      for (std::string_view rest : entry->values)
        while (!rest.empty() && aliases++ < kMaxAliases)
          add(note.section.other_titles,
              clean_title(take_until(rest, entry->is_list ? '\0' : ',')));
    std::vector<std::string> titles = note.section.other_titles;
    titles.push_back(note.section.title());
    note.names = names_of_note(note_.rel_path, titles);
    for (const Tag& tag : note.section.tags)
      if (tag.source == TagSource::tag) add(note.tag_words, tag.name);
  }

  // Does not use the note's title: changing it changes the id of no section. Sections under the
  // same headings, or whose hashes are equal by chance, are told apart by a number.
  std::string next_id(const Section& section) {
    std::string key = note_.root_path + '\0' + note_.rel_path;
    for (std::size_t i = 1; i < section.breadcrumb.size(); ++i)
      key.append(1, '\0').append(section.breadcrumb[i].title);
    key.append(2, '\0');
    const std::uint64_t note = note_hash(note_.root_path, note_.rel_path);
    std::string id = section_id(note, key + '0');
    while (const std::size_t taken = ids_[id]++) id = section_id(note, key + std::to_string(taken));
    return id;
  }

  // Between the own tags and the names.
  static void inherit_tags(Section& section, const Section& parent) {
    const auto names = std::ranges::find(section.tags, TagSource::name, &Tag::source);
    std::set<std::string> own;  // folded
    for (auto tag = section.tags.begin(); tag != names; ++tag) own.insert(fold_label(tag->name));
    std::vector<Tag> inherited;
    for (const Tag& tag : parent.tags)
      if (tag.source == TagSource::tag && (own.empty() || !own.contains(fold_label(tag.name))))
        inherited.push_back(tag);
    section.tags.insert(names, inherited.begin(), inherited.end());
  }

  const NoteFile& note_;
  LineTable lines_;
  FrontMatter front_matter_;
  MarkdownTree tree_;
  Outline outline_;
  std::unique_ptr<const std::string> text_;
  CapitalWords capital_words_ = find_capital_words(lines_.text());
  std::size_t links_of_note_ = prevailing_links(0, tree_.blocks.size());
  std::vector<ExtractedSection> sections_;
  std::size_t sections_bytes_ = 0;
  std::unordered_map<std::string, std::size_t> ids_;  // how often each was wanted
};

}  // namespace

ExtractedNote extract_sections(const NoteFile& note, std::vector<Diagnostic>& diagnostics) {
  SectionBuilder builder(note);
  builder.diagnose(diagnostics);
  return builder.build();
}

}  // namespace notes
