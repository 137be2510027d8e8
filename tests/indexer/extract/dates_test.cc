// SPDX-License-Identifier: GPL-2.0-or-later
// Where dates are found, and where not.
#include "indexer/extract/dates.h"

#include <boost/test/unit_test.hpp>

#include "indexer/extract/date_pattern.h"
#include "tests/indexer/extract/section_text.h"

namespace notes::test {
namespace {

struct Row {
  const char* input;
  const char* expected;
};

std::string found_in(std::string_view text) {
  const auto match = find_date(text);
  return match ? date_text(match->span) : "none";
}

BOOST_AUTO_TEST_SUITE(unit)

BOOST_AUTO_TEST_CASE(dates_are_read_in_the_forms_people_write) {
  const std::initializer_list<Row> rows{
      {"2024-02-13", "2024-02-13"},
      {"2024-02-13 21:25", "2024-02-13T21:25"},
      {"2024-02-13T21:25", "2024-02-13T21:25"},
      {"2024-02-13T21:25:07.123+03:00", "2024-02-13T21:25"},
      {"2024-02-13 9:25 pm", "2024-02-13T21:25"},
      {"2024-02-13 12:05 AM", "2024-02-13T00:05"},
      {"2024-02-13 9pm", "2024-02-13T21:00"},
      {"2021-12-31 1946", "2021-12-31T19:46"},
      {"2024/2/3", "2024-02-03"},
      {"2021.05.20", "2021-05-20"},
      {"2024_05_30", "2024-05-30"},
      {"20240213", "2024-02-13"},
      {"202402132125", "2024-02-13T21:25"},
      {"02021-07-28", "2021-07-28"},
      {"2018-1-6", "2018-01-06"},
      {"2024-02", "2024-02-01..2024-02-29"},
      {"2026-W17", "2026-04-20..2026-04-26"},
      {"2022week41", "2022-10-10..2022-10-16"},
      {"13.02.2024", "2024-02-13"},
      {"03/19/2023", "2023-03-19"},
      {"19/03/2023", "2023-03-19"},
      {"05/05/2023", "2023-05-05"},
      {"01/06/2019", "none"},
      {"07/2019", "2019-07-01..2019-07-31"},
      {"August 2019", "2019-08-01..2019-08-31"},
      {"_August 2019_", "2019-08-01..2019-08-31"},
      {"Feb 2024", "2024-02-01..2024-02-29"},
      {"Mar 7, 2024", "2024-03-07"},
      {"7th March 2024", "2024-03-07"},
      {"Tuesday, 13 February 2024 at 21:25", "2024-02-13T21:25"},
      {"13. März 2024", "2024-03-13"},
      {"Di, 13.02.2024 um 21:25", "2024-02-13T21:25"},
      {"1er août 2019", "2019-08-01"},
      {"13 de febrero de 2024", "2024-02-13"},
      {"3 MARÇO 2020", "2020-03-03"},
      {"5 maggio 2021", "2021-05-05"},
      {"12 mei 2021", "2021-05-12"},
      {"2016 March", "2016-03-01..2016-03-31"},
      {"2025年1月4日", "2025-01-04"},
      {"2025年1月", "2025-01-01..2025-01-31"},
      {"2024-02-30", "none"},
      {"2024-13-01", "none"},
      {"9999-12-31 9999", "none"},
      {"NaN-NaN-NaN", "none"},
      {"1234-05-06", "none"},
      {"2024", "none"},
      {"v2.1.0", "none"},
      {"2401.04088", "none"},
      {"12:30", "none"},
      {"May I?", "none"},
      {"x20240213", "none"},
      {"20240213x", "none"},
      {"", "none"},
  };
  for (const Row& row : rows)
    BOOST_TEST_CONTEXT(row.input) BOOST_TEST(found_in(row.input) == row.expected);
}

BOOST_AUTO_TEST_CASE(a_line_is_a_date_when_most_of_it_is) {
  const std::initializer_list<Row> rows{
      {"2024-02-13 21:25", "2024-02-13T21:25"},
      {"[[2024-02-13]]", "2024-02-13"},
      {"on 2024-02-13", "2024-02-13"},
      {"2024-02-13 we met", "2024-02-13"},
      {"2024-02-13 we met in the garden", "none"},
      {"done ✅ 2026-03-21 and more", "none"},
      {"2:10 PM", "none"},
  };
  for (const Row& row : rows)
    BOOST_TEST_CONTEXT(row.input) BOOST_TEST(date_text(date_of_line(row.input)) == row.expected);
}

BOOST_AUTO_TEST_CASE(a_heading_is_dated_when_mostly_a_date_or_by_its_parenthesis) {
  const std::initializer_list<Row> rows{
      {"2016-11 (workshop edition)", "2016-11-01..2016-11-30"},
      {"2024-12 (0)", "2024-12-01..2024-12-31"},
      {"02021-07-28", "2021-07-28"},
      {"追記(2025年1月4日)", "2025-01-04"},
      {"Issue 42（20190201）", "2019-02-01"},
      {"Update (2024-03-05)", "2024-03-05"},
      {"Plans for 2024-03-05 and later", "none"},
      {"Thoughts (see chapter 2)", "none"},
  };
  for (const Row& row : rows)
    BOOST_TEST_CONTEXT(row.input) BOOST_TEST(date_text(date_of_heading(row.input)) == row.expected);
}

BOOST_AUTO_TEST_CASE(front_matter_also_knows_seconds_milliseconds_and_years) {
  const std::initializer_list<Row> rows{
      {"1641105063849", "2022-01-02T06:31"},
      {"1641105063", "2022-01-02T06:31"},
      {"2020", "2020-01-01..2020-12-31"},
      {"2012-04-21T17:30:00-05:00", "2012-04-21T17:30"},
      {"true", "none"},
      {"120", "none"},
      {"NaN-NaN-NaN", "none"},
      {"20240213", "2024-02-13"},
  };
  for (const Row& row : rows)
    BOOST_TEST_CONTEXT(row.input) BOOST_TEST(date_text(date_of_value(row.input)) == row.expected);
}

BOOST_AUTO_TEST_CASE(paths_carry_dates) {
  const std::initializer_list<Row> names{
      {"a/2018-02-21-title.md", "2018-02-21"},
      {"log.daily.2021.05.20.md", "2021-05-20"},
      {"Feb 2024 notes.md", "2024-02-01..2024-02-29"},
      {"2024_05_30.md", "2024-05-30"},
      {"2024-01-01/plain.md", "none"},
  };
  for (const Row& row : names) BOOST_TEST_CONTEXT(row.input)
  BOOST_TEST(date_text(date_of_file_name(row.input)) == row.expected);
  const std::initializer_list<Row> folders{
      {"2026-06-12/plain.md", "2026-06-12"},
      {"2026-06-12/2026-06-13/plain.md", "2026-06-13"},
      {"2024/05/30.md", "2024-05-30"},
      {"2024/plain.md", "none"},
      {"plain.md", "none"},
  };
  for (const Row& row : folders)
    BOOST_TEST_CONTEXT(row.input) BOOST_TEST(date_text(date_of_folders(row.input)) == row.expected);
}

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

BOOST_AUTO_TEST_CASE(sections_take_the_first_date_in_order_of_trust_and_inherit) {
  const std::initializer_list<NoteRow> rows{
      {"a line below a thread, inherited by its questions, not by others", "a.md",
       "# T\n\n## A\n\n2024-02-13 21:25\n\n### Q\n## B\n",
       "none 2024-02-13T21:25 2024-02-13T21:25 none"},
      {"a month line below the title, for all", "a.md", "# [T](x)\n\n_August 2019_\n\n#### A\n",
       "2019-08-01..2019-08-31 2019-08-01..2019-08-31"},
      {"the second line below, but not the third", "a.md",
       "# T\n## A\nby me\n2024-02-13\n## B\na\nb\n2024-02-14\n", "none 2024-02-13 none"},
      {"a labelled line anywhere", "a.md", "# T\n## A\na\n\nb\n\nc\n\nDate: 2024-02-13\n",
       "none 2024-02-13"},
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
      {"a contents list dates nobody", "a.md", "# T\n## Contents\n2020-01-01\n[A](#a)\n## A\n",
       "none none"},
  };
  for (const NoteRow& row : rows)
    BOOST_TEST_CONTEXT(row.why) BOOST_TEST(dates_of(row) == row.dates);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace notes::test
