// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/own_fields.h"

#include <algorithm>
#include <unordered_set>

#include "indexer/extract/ascii.h"
#include "indexer/extract/dates.h"
#include "indexer/extract/names.h"
#include "indexer/extract/tags.h"

namespace notes {
namespace {

constexpr int kDateLinesBelowHeading = 2;  // not counting blank lines

template <typename... Date>
std::optional<DateSpan> first_of(const Date&... dates) {
  std::optional<DateSpan> first;
  ((first ? void() : void(first = dates)), ...);
  return first;
}

std::optional<DateSpan> date_of_keys(const FrontMatter& front_matter,
                                     std::initializer_list<std::string_view> keys) {
  const FrontMatterEntry* entry = front_matter.find(keys);
  return entry ? date_of_value(entry->values.front()) : std::nullopt;
}

void remove_repeated(std::vector<std::string>& values) {
  std::unordered_set<std::string> seen;
  std::erase_if(values, [&](const std::string& value) { return !seen.insert(value).second; });
}

class FieldGatherer {
 public:
  explicit FieldGatherer(const NoteParts& note)
      : note_(note), fields_(note.outline.entries.size()) {}

  std::vector<OwnFields> gather() {
    add_front_matter_tags(note_.front_matter, tags_);
    current_ = 0;
    last_date_line_ = last_date_line_of(0);
    for (const TextRun& run : note_.tree.runs) add_run(run);
    finish_entry();
    for (const Link& link : note_.tree.web_links)
      if (OwnFields* fields = fields_at(link.line)) fields->urls.push_back(link.target);
    for (const FeatureUse& use : note_.tree.features)
      if (OwnFields* fields = fields_at(use.line))
        fields->has.emplace_back(feature_name(use.feature));
    for (OwnFields& fields : fields_) {
      remove_repeated(fields.urls);
      std::ranges::sort(fields.has);
      fields.has.erase(std::unique(fields.has.begin(), fields.has.end()), fields.has.end());
    }
    date_headings();
    return std::move(fields_);
  }

 private:
  OwnFields* fields_at(std::uint32_t line) {
    const auto entry = note_.outline.find_entry_at(line);
    return entry ? &fields_[*entry] : nullptr;
  }

  // Runs come in order of the file, and so do the entries that own them.
  void add_run(const TextRun& run) {
    const auto entry = note_.outline.find_entry_at(run.first_line);
    if (!entry) return;
    if (*entry != current_) {
      finish_entry();
      current_ = *entry;
      last_date_line_ = last_date_line_of(current_);
    }
    const std::string_view text = note_.tree.text_of(run);
    names_.add_text(text);
    add_text_tags(text, source_of(run), run.first_line, tags_);
    if (!fields_[current_].date) find_date_in(run, text);
  }

  void finish_entry() {
    OwnFields& fields = fields_[current_];
    fields.tags = tags_.take();
    tags_ = {};
    fields.names = names_.take(fields.tags);
  }

  std::string_view source_of(const TextRun& run) const {
    const std::uint32_t begin = note_.lines.begin_of(run.first_line);
    return note_.lines.text().substr(begin, note_.lines.begin_of(run.last_line + 1) - begin);
  }

  std::uint32_t first_line_below_heading(std::size_t entry) const {
    const Heading* heading = note_.outline.entries[entry].heading;
    return heading ? heading->last_line + 1 : note_.front_matter.body_line;
  }

  std::uint32_t last_date_line_of(std::size_t entry) const {
    int said = 0;
    std::uint32_t line = first_line_below_heading(entry);
    for (; line < note_.outline.entries[entry].end_line; ++line)
      if (!note_.lines.is_blank_line(line) && ++said == kDateLinesBelowHeading) return line;
    return line;
  }

  void find_date_in(const TextRun& run, std::string_view text) {
    OwnFields& fields = fields_[current_];
    if (run.is_task || run.first_line < first_line_below_heading(current_)) return;
    for (std::uint32_t line = run.first_line; !text.empty() && !fields.date; ++line) {
      const std::string_view line_text = take_until(text, '\n');
      if (line <= last_date_line_) fields.date = date_of_line(line_text);
      if (!fields.date) fields.date = date_of_labelled_line(line_text);
    }
  }

  void date_headings() {
    for (std::size_t i = 0; i < fields_.size(); ++i) {
      const Heading* heading = note_.outline.entries[i].heading;
      if (heading && !fields_[i].date) fields_[i].date = date_of_heading(heading->title);
    }
    const FrontMatter& front_matter = note_.front_matter;
    fields_[0].date =
        first_of(date_of_keys(front_matter, {"date"}), fields_[0].date,
                 date_of_file_name(note_.rel_path), date_of_folders(note_.rel_path),
                 date_of_keys(front_matter, {"created", "created_at", "date created"}),
                 date_of_keys(front_matter, {"published", "publishdate", "pubdate"}));
  }

  const NoteParts& note_;
  std::vector<OwnFields> fields_;
  TagList tags_;
  NameCounter names_;
  std::size_t current_ = 0;
  std::uint32_t last_date_line_ = 0;  // of the current entry
};

}  // namespace

std::vector<OwnFields> own_fields(const NoteParts& note) {
  return FieldGatherer(note).gather();
}

}  // namespace notes
