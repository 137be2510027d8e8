// SPDX-License-Identifier: GPL-2.0-or-later
// Where dates are found, and where not.
#include "indexer/extract/dates.h"

#include <boost/test/unit_test.hpp>

#include "tests/indexer/extract/section_text.h"

namespace notes::test {
namespace {

struct Row {
  const char* input;
  const char* expected;
};

struct NoteRow {
  const char* why;
  const char* rel_path;
  const char* note;
  const char* dates;  // of each section
};

std::string dates_of(const NoteRow& row) {
  std::vector<std::string> dates;
  for (const ExtractedSection& extracted : extract(row.note, row.rel_path))
    dates.push_back(date_text(extracted.section.date));
  return joined(dates);
}

// The date of the last section.
std::string date_in(const std::string& note, const std::string& rel_path = "a.md") {
  return date_text(extract(note, rel_path).back().section.date);
}

BOOST_AUTO_TEST_SUITE(unit)

BOOST_AUTO_TEST_CASE(a_line_is_a_date_if_most_of_it_is) {
  const std::initializer_list<Row> rows{
      {"2024-02-13 21:25", "2024-02-13T21:25"},
      {"[[2024-02-13]]", "2024-02-13"},
      {"on 2024-02-13", "2024-02-13"},
      {"2024-02-13 we met", "2024-02-13"},
      {"3 March 2021, 14:00 - 15:30 (room 4, upstairs)", "2021-03-03T14:00"},
      {"Posted on 3 March 2021", "2021-03-03"},
      {"2024-02-13 we met in the garden", "none"},
      {"Oslo, 3 March 2021", "2021-03-03"},
      {"我们在2021年3月3日开始写这个很长很长的句子", "none"},
      {"Next review: 2021-03-03", "none"},
      {"End date: 2021-03-03", "none"},
      {"done ✅ 2026-03-21 and more", "none"},
      {"2:10 PM", "none"},
      {"Deadline 3 March 2021", "none"},
      {"born 3 March 2021", "none"},
      {"fällig am 3. März 2021", "none"},
      {"Last updated 3 March 2021", "none"},
      {"until 3 March 2021", "none"},
      {"<< [[2021-03-02]] | [[2021-03-04]] >>", "none"},
      {"2021-03-02 to 2021-03-04", "2021-03-02..2021-03-04"},
      {"2021-03-02 (updated 2021-03-04)", "2021-03-02"},
      {"2 March 2021, edited 4 March 2021", "2021-03-02"},
  };
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.input)
    BOOST_TEST(date_text(date_of_line(row.input)) == row.expected);
  }
}

BOOST_AUTO_TEST_CASE(a_heading_has_its_date_at_the_start_at_the_end_or_in_parentheses) {
  const std::initializer_list<Row> rows{
      {"2016-11 (workshop edition)", "2016-11-01..2016-11-30"},
      {"2024-12 (0)", "2024-12-01..2024-12-31"},
      {"02021-07-28", "2021-07-28"},
      {"追記(2025年1月4日)", "2025-01-04"},
      {"Issue 42（20190201）", "2019-02-01"},
      {"Update (2024-03-05) of the plan", "2024-03-05"},
      {"[0.12.0-rc1] - 2021-03-03", "2021-03-03"},
      {"Release 12.4 / 3 Mar 2021 / codename Heron", "2021-03-03"},
      {"2021-03-03 Wednesday", "2021-03-03"},
      {"Wednesday, 3rd March 2021", "2021-03-03"},
      {"Tag 3: Mi, 03.03.2021 an der See", "2021-03-03"},
      {"12. 2021-03-03, retrospective", "2021-03-03"},
      {"2021-03-03 — we begin", "2021-03-03"},
      {"Board of trustees, 3 March 2021", "2021-03-03"},
      {"Trip 2021-03-03 to 2021-03-09 (Norway)", "2021-03-03..2021-03-09"},
      {"Besprechung am 3.3.2021, 14:00 Uhr", "2021-03-03T14:00"},
      {"Created 2021-03-03", "2021-03-03"},
      {"Plans for 2024-03-05 and later", "none"},
      {"What 2021-03-03 changed for us", "none"},
      {"At the session of 2021-03-03 we voted", "none"},
      {"Thoughts (see chapter 2)", "none"},
      {"Due 2021-03-03", "none"},
      {"Essay, deadline 3 March 2021", "none"},
      {"Frist: 03.03.2021", "none"},
      {"Grace Hopper (born December 9, 1906)", "none"},
      {"Valid until 2021-03-03", "none"},
      {"Report by 3 March 2021", "none"},
  };
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.input)
    BOOST_TEST(date_in("# T\n## " + std::string(row.input) + "\n") == row.expected);
  }
}

// `date` comes before the heading, `published` after `created`.
std::string label_of(const std::string& line) {
  const std::string below = "\n\na\n\nb\n\nc\n\n" + line + "\n";
  const auto is_date_of = [&](const std::string& section) {
    return date_in("# T\n" + section).starts_with("2021-03-03");
  };
  if (is_date_of("## 2020-01-01" + below)) return "date";
  if (!is_date_of("## A" + below)) return "none";
  return is_date_of("## A" + below + "\nCreated: 2020-01-01\n") ? "created" : "published";
}

BOOST_AUTO_TEST_CASE(labels_say_which_date_they_are) {
  const std::initializer_list<Row> rows{
      {"Date: 2021-03-03", "date"},
      {"date:: [[2021/03/03]]", "date"},
      {"Session date: Wed, 2021-03-03 (upstairs)", "date"},
      {"Date of the interview: 3 March 2021", "date"},
      {"| Datum | 3.3.2021 |", "date"},
      {"日付：2021年3月3日", "date"},
      {"Date written: 2021-03-03", "created"},
      {"createdAt: 2021-03-03T10:00:00Z", "created"},
      {"creation_date: 2021-03-03", "created"},
      {"Erstellt am: 3.3.2021", "created"},
      {"Recorded on: 2021-03-03 at home", "created"},
      {"Posted: by Ann, 3 March 2021", "published"},
      {"publish-date: 2021-03-03", "published"},
      {"Дата публикации: 3 марта 2021", "published"},
      {"Due date: 2021-03-03", "none"},
      {"End date: 2021-03-03", "none"},
      {"Date of birth: 2021-03-03", "none"},
      {"Expires: 2021-03-03", "none"},
      {"Update: 2021-03-03", "none"},
      {"Note: 2021-03-03", "none"},
      {"Date: soon", "none"},
  };
  for (const Row& row : rows)
    BOOST_TEST_CONTEXT(row.input) BOOST_TEST(label_of(row.input) == row.expected);
}

BOOST_AUTO_TEST_CASE(front_matter_dates_can_be_seconds_milliseconds_and_years) {
  const std::initializer_list<Row> rows{
      {"1641105063849", "2022-01-02T06:31"},
      {"1641105063", "2022-01-02T06:31"},
      {"2020", "2020-01-01..2020-12-31"},
      {"2012-04-21T17:30:00-05:00", "2012-04-21T17:30"},
      {"true", "none"},
      {"120", "none"},
      {"NaN-NaN-NaN", "none"},
      {"20240213", "2024-02-13"},
      {"2021-03-03 (Wed)", "2021-03-03"},
  };
  for (const Row& row : rows)
    BOOST_TEST_CONTEXT(row.input) BOOST_TEST(date_text(date_of_value(row.input)) == row.expected);
}

BOOST_AUTO_TEST_CASE(paths_carry_dates) {
  const std::initializer_list<Row> rows{
      {"a/2018-02-21-title.md", "2018-02-21"},
      {"log.daily.2021.05.20.md", "2021-05-20"},
      {"Feb 2024 notes.md", "2024-02-01..2024-02-29"},
      {"2024_05_30.md", "2024-05-30"},
      {"2026-06-12/plain.md", "2026-06-12"},
      {"2026-06-12/2026-06-13/plain.md", "2026-06-13"},
      {"2026-06-12/2026-06-14-plain.md", "2026-06-14"},
      {"2024/05/30.md", "2024-05-30"},
      {"2024/05-May/30.md", "2024-05-30"},
      {"2024/May/the 30th.md", "2024-05-01..2024-05-31"},
      {"2024/05-30.md", "2024-05-30"},
      {"2024-05/may-30.md", "2024-05-30"},
      {"2024/plain.md", "none"},
      {"2024/01-intro.md", "none"},
      {"05/30.md", "none"},
      {"1984.md", "none"},
      {"plain.md", "none"},
  };
  for (const Row& row : rows)
    BOOST_TEST_CONTEXT(row.input) BOOST_TEST(date_in("text\n", row.input) == row.expected);
}

BOOST_AUTO_TEST_CASE(sections_use_the_most_reliable_date_and_inherit_it) {
  const std::initializer_list<NoteRow> rows{
      {"a line below a thread, inherited by its questions, not by others", "a.md",
       "# T\n\n## A\n\n2024-02-13 21:25\n\n### Q\n## B\n",
       "none 2024-02-13T21:25 2024-02-13T21:25 none"},
      {"a label above the title", "a.md", "Place: here\nDate: 13.02.2024\n\n# T\n## A\n",
       "2024-02-13 2024-02-13"},
      {"a line above the title", "a.md", "*13 February 2024*\n\n# T\n", "2024-02-13"},
      {"not the days before and after", "a.md", "# 2021-03-03\n\n[[2021-03-02]] | [[2021-03-04]]\n",
       "2021-03-03"},
      {"a month line below the title, for all", "a.md", "# [T](x)\n\n_August 2019_\n\n#### A\n",
       "2019-08-01..2019-08-31 2019-08-01..2019-08-31"},
      {"the second line below, but not the third", "a.md",
       "# T\n## A\nby me\n2024-02-13\n## B\na\nb\n2024-02-14\n", "none 2024-02-13 none"},
      {"a labelled line anywhere", "a.md", "# T\n## A\na\n\nb\n\nc\n\nDate: 2024-02-13\n",
       "none 2024-02-13"},
      {"a list item that is nothing but a date", "a.md",
       "# T\n## A\n- 3 March 2021, 14:00\n- Ann, Ben\n## B\n1. [[2021-03-04]]\n",
       "none 2021-03-03T14:00 2021-03-04"},
      {"not out of a list of what has a date", "a.md",
       "# T\n## A\n- [pie](pie.md) - 2021-03-03\n- [jam](jam.md) - 2021-03-04\n"
       "## B\n1. Heron (2021-03-03)\n## C\n+ 2021-03-03 pruned\n## D\n* until 3 March 2021\n",
       "none none none none none"},
      {"a row of a table", "a.md", "# T\n| Key | Value |\n|---|---|\n| **Date:** | 13 Feb 2024 |\n",
       "2024-02-13"},
      {"not out of a table of what has a date", "a.md",
       "# T\n| 2024-02-13 | pie |\n|---|---|\n| 2024-02-14 | jam |\n", "none"},
      {"a label in a list", "a.md", "# T\n## A\n* Ann, Ben\n* Date: 3 March 2021\n",
       "none 2021-03-03"},
      {"a property", "a.md", "# T\n## A\n- date:: [[2024/05/30]]\n", "none 2024-05-30"},
      {"when it was changed is another matter", "a.md",
       "# T\n## A\na\n\nLast Updated: 2019-07-04\n", "none none"},
      {"headings that are dates, for their part only", "a.md",
       "# T\n## 02021-07-28\n### Q\n## 2016-11 (x)\n## C\n",
       "none 2021-07-28 2021-07-28 2016-11-01..2016-11-30 none"},
      {"not out of the tags of a heading", "a.md", "# T\n## <a name=20191212></a>12. Why?\n",
       "none none"},
      {"front matter beats a property", "a.md",
       "---\ndate: 2020-03-04\n---\ndate:: [[2024/05/30]]\n", "2020-03-04"},
      {"a property fills the gap", "a.md", "---\ndate:\n---\ndate:: [[2024/05/30]]\n",
       "2024-05-30"},
      {"an addendum", "a.md", "# T\n## A\n## More (2025年1月4日)\n", "none none 2025-01-04"},
      {"front matter beats the file name", "2020-01-01-a.md", "---\ndate: 2021-02-03\n---\n",
       "2021-02-03"},
      {"the file name beats created", "log.daily.2021.05.20.md",
       "---\ncreated: 1641105063849\n---\n", "2021-05-20"},
      {"the text beats folder and file name", "2024-01-01/2024-01-02.md", "2024-01-03\n",
       "2024-01-03"},
      {"the folder beats created", "2024-01-01/a.md", "---\ncreated: 2023-01-01\n---\n",
       "2024-01-01"},
      {"created beats published", "a.md", "---\npublished: 2023-02-02\ncreated: 2022-01-01\n---\n",
       "2022-01-01"},
      {"published: true says nothing", "a.md", "---\npublished: true\n---\n", "none"},
      {"an empty date says nothing", "a.md", "---\ndate:\ncreated: 2022-01-01\n---\n",
       "2022-01-01"},
      {"TOML", "a.md", "+++\ndate = \"2012-04-21T17:30:00-05:00\"\n+++\n", "2012-04-21T17:30"},
      {"not out of link targets, images, addresses and code", "a.md",
       "# T\n## A\n[x](http://a.b/2020-10-10/)\n![](bg2021042902.jpg)\n"
       "## B\nhttp://a.b/2020-10-10\n## C\n`2020-10-10`\n",
       "none none none none"},
      {"not out of tasks", "a.md", "# T\n## A\n- [x] 2026-03-21\n", "none none"},
      {"not out of a fence", "a.md", "# T\n## A\n```\n2026-03-21\n```\n", "none none"},
      {"a label beats the heading when it says date, else it comes behind", "a.md",
       "# T\n## 2021-03-03\nDate: 2021-03-04\n## 2021-03-05\nx\n\ny\n\nCreated: 2021-03-06\n",
       "none 2021-03-04 2021-03-05"},
      {"created as a line", "a.md", "# T\n\n- Author: Ann\n- Place: here\n- Created: 2021-03-03\n",
       "2021-03-03"},
      {"keys in any spelling", "a.md", "---\ndateCreated: 2021-03-03\n---\n", "2021-03-03"},
      {"another's date", "a.md", "---\ndue-date: 2021-03-03\n---\n# T\n\nDue: 2021-03-04\n",
       "none"},
      {"the day beats the month that holds it", "2021-03/a.md", "# Choir, 3 March 2021\n",
       "2021-03-03"},
      {"but not another month", "2021-03/a.md", "# Choir, 3 April 2021\n", "2021-04-03"},
      {"nor a span", "2021-03-04 choir.md", "# 2021-03-03 to 2021-03-05\n",
       "2021-03-03..2021-03-05"},
      {"the folder's year", "2021-03/a.md", "# T\n## March 3\n## 5. März: Chor\n",
       "2021-03-01..2021-03-31 2021-03-03 2021-03-05"},
      {"the file name's year", "2021-03.md", "## Wed 3\n## March 5\n",
       "2021-03-01..2021-03-31 2021-03-03 2021-03-05"},
      {"the year of a heading above", "a.md", "# T\n## 2021\n### March 3\n## 2022\n### March 3\n",
       "none none 2021-03-03 none 2022-03-03"},
      {"months below a year, days below a month", "a.md",
       "# 2021\n## March\n### March 3\n## April\n",
       "none 2021-03-01..2021-03-31 2021-03-03 2021-04-01..2021-04-30"},
      {"days below a week", "2021-W05.md", "## Monday\n## Sat 6\n## Sonntag, 7.\n## Sunday roast\n",
       "2021-02-01..2021-02-07 2021-02-01 2021-02-06 2021-02-07 2021-02-01..2021-02-07"},
      {"the year of the note's date", "a.md", "---\ndate: 2021-12-30\n---\n## January 2\n## B\n",
       "2021-12-30 2022-01-02 2021-12-30"},
      {"no year anywhere", "a.md", "# T\n## March 3\n", "none none"},
      {"a contents list dates nobody", "a.md", "# T\n## Contents\n2020-01-01\n[A](#a)\n## A\n",
       "none none"},
  };
  for (const NoteRow& row : rows)
    BOOST_TEST_CONTEXT(row.why) BOOST_TEST(dates_of(row) == row.dates);
}

BOOST_AUTO_TEST_CASE(sections_say_where_their_date_was_read) {
  const std::initializer_list<NoteRow> rows{
      {"in order", "a.md", "# T\n## 2021-03-03\n### Q\n## B\n2021-03-04\n",
       "none, heading, heading, line"},
      {"front matter", "a.md", "---\ncreated: 2021-03-03\n---\n# T\n## B\n",
       "front matter, front matter"},
      {"file name", "2021-03-03.md", "x\n", "file name"},
      {"folder", "2021-03-03/a.md", "x\n", "folder"},
      {"the finer one", "2021-03/a.md", "# 3 March 2021\n", "heading"},
  };
  for (const NoteRow& row : rows) {
    std::vector<std::string> sources;
    for (const ExtractedSection& extracted : extract(row.note, row.rel_path))
      sources.emplace_back(extracted.section.date ? date_source_name(extracted.section.date_source)
                                                  : "none");
    BOOST_TEST_CONTEXT(row.why) BOOST_TEST(joined(sources, ", ") == row.dates);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace notes::test
