// SPDX-License-Identifier: GPL-2.0-or-later
#include <array>

#include "common/date_reader.h"
#include "indexer/extract/ascii.h"
#include "indexer/extract/dates.h"
#include "indexer/extract/running_text.h"

namespace notes {
namespace {

constexpr int kDateLinesBelowHeading = 2;  // not counting blank lines

using Candidate = std::optional<SectionDate>;

// Most reliable first.
enum Place : std::size_t { key, line, heading, file_name, folder, created, published };

// The dates that a section has of its own: the first in each place.
class Candidates {
 public:
  void add(Place place, const std::optional<DateSpan>& date, DateSource source) {
    if (!found_[place] && date) found_[place] = SectionDate{*date, source};
  }
  void add(DateLabel label, Place place_of_date, const std::optional<DateSpan>& date,
           DateSource source) {
    if (label == DateLabel::date) return add(place_of_date, date, source);
    add(label == DateLabel::created ? created : published, date, source);
  }

  Candidate best() const {
    Candidate best;
    for (const Candidate& candidate : found_) {
      if (!candidate) continue;
      const bool is_finer = best && is_whole_months(best->span) && best->span != candidate->span &&
                            holds(best->span, candidate->span);
      if (!best || is_finer) best = candidate;
    }
    return best;
  }

 private:
  std::array<Candidate, 7> found_;
};

class DateFinder {
 public:
  explicit DateFinder(const NoteParts& note) : note_(note) {}

  std::vector<Candidate> find() {
    for (std::size_t entry = 0; entry < note_.outline.entries.size(); ++entry) {
      const auto parent = note_.outline.entries[entry].parent;
      Candidates found;
      Around around = parent ? around_[*parent] : read_surroundings(found);
      read_lines(entry, found, around);
      read_heading(entry, found, around);
      const Candidate own = found.best();
      dates_.push_back(own || !parent ? own : dates_[*parent]);
      around_.push_back(own ? Around(own->span) : around);
    }
    return std::move(dates_);
  }

 private:
  // Dates of the note as a whole.
  Around read_surroundings(Candidates& found) const {
    for (const FrontMatterEntry& entry : note_.front_matter.entries)
      if (const auto label = date_label(entry.key); label && !entry.values.empty())
        found.add(*label, key, date_of_value(entry.values.front()), DateSource::front_matter);
    const PathDates path = dates_of_path(note_.rel_path);
    found.add(file_name, path.file_name, DateSource::file_name);
    found.add(folder, path.folder, DateSource::folder);
    const Candidate best = found.best();
    return path.around || !best ? path.around : Around(best->span);
  }

  void read_heading(std::size_t entry, Candidates& found, Around& around) const {
    const Heading* title = note_.outline.entries[entry].heading;
    if (!title) return;
    found.add(heading, date_of_heading(title->title, around), DateSource::heading);
    if (const auto year = read_date(title->title); year && is_year(*year)) around = year;
  }

  // Runs and their entries come in the order of the file.
  void read_lines(std::size_t entry, Candidates& found, const Around& around) {
    const Heading* title = note_.outline.entries[entry].heading;
    const std::uint32_t first = title ? title->last_line + 1 : note_.front_matter.body_line;
    const std::uint32_t last = last_date_line_of(entry, first);
    for (; next_run_ < note_.tree.runs.size(); ++next_run_) {
      const TextRun& run = note_.tree.runs[next_run_];
      const auto owner = note_.outline.find_entry_at(run.first_line);
      if (owner && *owner > entry) return;
      if (owner != entry || run.is_task || run.first_line < first) continue;
      const std::string text = running_text(note_.tree.reading, run.block, note_.lines.text());
      std::string_view rest = text;
      for (std::uint32_t number = run.first_line; !rest.empty(); ++number)
        read_line(number, take_until(rest, '\n'), number <= last, found, around);
    }
  }

  // An unlabelled date counts only near the heading, and a list item must be only a date: `- Heron
  // 2.1, 3 March 2021` dates the heron.
  void read_line(std::uint32_t number, std::string_view shown, bool is_near, Candidates& found,
                 const Around& around) const {
    if (const auto labelled = date_of_labelled_line(shown, around))
      return found.add(labelled->label, line, labelled->span, DateSource::line);
    if (!is_near) return;
    const bool is_item = is_list_item(note_.lines.text_of(number));
    found.add(line, date_of_line(shown, around, is_item ? 0 : kFewWords), DateSource::line);
  }

  std::uint32_t last_date_line_of(std::size_t entry, std::uint32_t number) const {
    int said = 0;
    for (; number < note_.outline.entries[entry].end_line; ++number)
      if (!note_.lines.is_blank_line(number) && ++said == kDateLinesBelowHeading) return number;
    return number;
  }

  const NoteParts& note_;
  std::vector<Candidate> dates_;  // of the entries so far
  std::vector<Around> around_;    // what completes the dates below each entry
  std::size_t next_run_ = 0;
};

}  // namespace

std::vector<std::optional<SectionDate>> section_dates(const NoteParts& note) {
  return DateFinder(note).find();
}

}  // namespace notes
