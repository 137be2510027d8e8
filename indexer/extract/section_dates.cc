// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/section_dates.h"

#include <array>

#include "common/date_reader.h"
#include "indexer/extract/ascii.h"
#include "indexer/extract/dates.h"
#include "indexer/extract/running_text.h"

namespace notes {
namespace {

constexpr int kDateLinesBelowHeading = 2;  // not counting blank lines

using Candidate = std::optional<SectionDate>;

// In order of trust.
enum Place : std::size_t { key, line, heading, file_name, folder, created, published };

// The dates that one section has of its own, the first of each place.
using Candidates = std::array<Candidate, 7>;

void fill(Candidate& candidate, const std::optional<DateSpan>& date, DateSource source) {
  if (!candidate && date) candidate = SectionDate{*date, source};
}

Place place_of(DateLabel label, Place of_date) {
  if (label == DateLabel::date) return of_date;
  return label == DateLabel::created ? created : published;
}

Candidate best_of(const Candidates& found) {
  Candidate best;
  for (const Candidate& candidate : found) {
    if (!candidate) continue;
    const bool is_finer = best && is_whole_months(best->span) && best->span != candidate->span &&
                          holds(best->span, candidate->span);
    if (!best || is_finer) best = candidate;
  }
  return best;
}

class DateFinder {
 public:
  explicit DateFinder(const NoteParts& note) : note_(note) {}

  std::vector<Candidate> find() {
    for (std::size_t entry = 0; entry < note_.outline.entries.size(); ++entry) {
      const auto parent = note_.outline.entries[entry].parent;
      Candidates found;
      Around around;
      if (parent)
        around = around_[*parent];
      else
        read_surroundings(found, around);
      read_lines(entry, found, around);
      read_heading(entry, found, around);
      const Candidate own = best_of(found);
      dates_.push_back(own || !parent ? own : dates_[*parent]);
      around_.push_back(own ? Around(own->span) : around);
    }
    return std::move(dates_);
  }

 private:
  // Of the note as a whole.
  void read_surroundings(Candidates& found, Around& around) const {
    for (const FrontMatterEntry& entry : note_.front_matter.entries)
      if (const auto label = date_label(entry.key); label && !entry.values.empty())
        fill(found[place_of(*label, key)], date_of_value(entry.values.front()),
             DateSource::front_matter);
    const PathDates path = dates_of_path(note_.rel_path);
    fill(found[Place::file_name], path.file_name, DateSource::file_name);
    fill(found[Place::folder], path.folder, DateSource::folder);
    const Candidate best = best_of(found);
    around = path.around || !best ? path.around : Around(best->span);
  }

  void read_heading(std::size_t entry, Candidates& found, Around& around) const {
    const Heading* heading = note_.outline.entries[entry].heading;
    if (!heading) return;
    fill(found[Place::heading], date_of_heading(heading->title, around), DateSource::heading);
    if (const auto year = read_date(heading->title); year && is_year(*year)) around = year;
  }

  // Runs come in order of the file, and so do the entries that own them.
  void read_lines(std::size_t entry, Candidates& found, const Around& around) {
    const std::uint32_t first = first_line_below_heading(entry);
    const std::uint32_t last = last_date_line_of(entry, first);
    for (; next_run_ < note_.tree.runs.size(); ++next_run_) {
      const TextRun& run = note_.tree.runs[next_run_];
      const auto owner = note_.outline.find_entry_at(run.first_line);
      if (owner && *owner > entry) return;
      if (owner != entry || run.is_task || run.first_line < first) continue;
      const std::string text = running_text(note_.tree.reading, run.block, note_.lines.text());
      std::string_view rest = text;
      for (std::uint32_t line = run.first_line; !rest.empty(); ++line) {
        const std::string_view shown = take_until(rest, '\n');
        if (const auto labelled = date_of_labelled_line(shown, around))
          fill(found[place_of(labelled->label, Place::line)], labelled->span, DateSource::line);
        else if (line <= last)
          fill(found[Place::line], unlabelled_date(line, shown, around), DateSource::line);
      }
    }
  }

  std::optional<DateSpan> unlabelled_date(std::uint32_t line, std::string_view shown,
                                          const Around& around) const {
    const bool is_item = is_list_item(note_.lines.text_of(line));
    return is_item ? date_of_list_item(shown, around) : date_of_line(shown, around);
  }

  std::uint32_t first_line_below_heading(std::size_t entry) const {
    const Heading* heading = note_.outline.entries[entry].heading;
    return heading ? heading->last_line + 1 : note_.front_matter.body_line;
  }

  std::uint32_t last_date_line_of(std::size_t entry, std::uint32_t line) const {
    int said = 0;
    for (; line < note_.outline.entries[entry].end_line; ++line)
      if (!note_.lines.is_blank_line(line) && ++said == kDateLinesBelowHeading) return line;
    return line;
  }

  const NoteParts& note_;
  std::vector<Candidate> dates_;  // of the entries so far
  std::vector<Around> around_;    // what completes the dates below them
  std::size_t next_run_ = 0;
};

}  // namespace

std::vector<std::optional<SectionDate>> section_dates(const NoteParts& note) {
  return DateFinder(note).find();
}

}  // namespace notes
