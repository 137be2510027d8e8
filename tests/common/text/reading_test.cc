// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/reading.h"

#include <string>
#include <string_view>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "tests/common/text/reading_properties.h"

namespace notes {
namespace {

struct Row {
  std::string_view source;
  std::string_view text;
};

TextBlock whole(std::string_view source, BlockKind kind) {
  return {{0, static_cast<std::uint32_t>(source.size())}, kind};
}

void check(const std::vector<Row>& rows, BlockKind kind = BlockKind::prose) {
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.source) {
      const TextBlock block = whole(row.source, kind);
      const TextReading reading = read_text(row.source, {&block, 1});
      BOOST_TEST(reading.text() == row.text);
      BOOST_TEST(testing::fault_of(reading, row.source) == "");
    }
  }
}

// The part of the text, and the source it comes from.
std::string source_of(std::string_view source, std::string_view part, BlockKind kind) {
  const TextBlock block = whole(source, kind);
  const TextReading reading = read_text(source, {&block, 1});
  const auto at = static_cast<std::uint32_t>(reading.text().find(part));
  const ByteRange bytes = reading.source_of({at, at + static_cast<std::uint32_t>(part.size())});
  return std::string(source.substr(bytes.begin, bytes.end - bytes.begin));
}

BOOST_AUTO_TEST_SUITE(unit)
BOOST_AUTO_TEST_SUITE(reading)

BOOST_AUTO_TEST_CASE(marks_of_emphasis_disappear_and_split_no_word) {
  check({
      {"**H**yper **T**ext", "Hyper Text"},
      {"a *soft* and __firm__ tone", "a soft and firm tone"},
      {"over***all*** ~~not~~ ~so~ bad", "overall not so bad"},
      {"my_file_name and 7 * 8 * 9", "my_file_name and 7 * 8 * 9"},
      {"call(*args, **options)", "call(*args, **options)"},
      {"**open and *closed*", "**open and closed"},
      {"***both* one**", "both one"},
  });
}

BOOST_AUTO_TEST_CASE(escapes_and_entities_are_their_characters) {
  check({
      {"snow\\_flake\\.txt \\[y\\] \\d", "snow_flake.txt [y] \\d"},
      {"B&amp;B, na&iuml;ve, &#8364;5, &#x41;", "B&B, na\u00EFve, \u20AC5, A"},
      {"salt&nbsp;mine, fish & chips, &nothing; &", "salt mine, fish & chips, &nothing; &"},
      {"one\u00A0two\u202Fthree", "one two three"},
      {"don&apos;t &lt;b&gt;", "don't <b>"},
  });
}

BOOST_AUTO_TEST_CASE(code_is_shown_as_it_is) {
  check({
      {"use `a*b*c` or ``x`y`` or ` z `", "use a*b*c or x`y or z"},
      {"`&amp; <b> \\_`", "&amp; <b> \\_"},
      {"an `open tick *here*", "an `open tick here"},
      {"`over\n> lines`", "over lines"},
  });
}

BOOST_AUTO_TEST_CASE(tags_disappear_and_only_block_tags_split_words) {
  check({
      {"CH<sub>4</sub> and x<sup>2</sup>", "CH4 and x2"},
      {"one<br>two<br/>three", "one two three"},
      {"vector<T> and <your name>", "vector<T> and <your name>"},
      {"a <!-- hidden\nfor good --> b", "a b"},
      {"see <img src=\"x.png\" alt=\"a fox &amp; a hen\" width=3> there",
       "see a fox & a hen there"},
      {"<img alt=sole><IMG ALT='two cod'>", "sole two cod"},
      {"an <!-- open comment", "an <!-- open comment"},
  });
}

BOOST_AUTO_TEST_CASE(links_show_their_text) {
  check({
      {"see [the *big* map](maps/big.md \"Map\") now", "see the big map now"},
      {"![a fox](img/red%20fox-2.png) runs", "a fox runs\nred\nfox-2"},
      {"[paper](https://arxiv.org/abs/2101.00001v2) is new", "paper is new\n2101.00001"},
      {"[[Blue bay|the bay]], [[Harbor]], ![[pier.png|300]]", "the bay, Harbor, pier.png"},
      {"the [guide][1] and [rules][] but row[i][j]", "the guide and rules but row[i][j]"},
      {"it is so[^2]. [^a]", "it is so."},
      {"[^2]: Because of rain.", "Because of rain."},
      {"[home]: https://example.net/x 'Title'\n[b]: y.md", "[home]: [b]:"},
      {"[not](a link", "[not](a link"},
      {"[a [b](c) d](e)", "[a b d](e)"},
      {"[![pic](p.png)](https://e.net)", "pic\np"},
      {"[[1]](https://example.net/a)", "[1]"},
      {"![a](data:,)![b](data:,)", "a b"},
  });
}

BOOST_AUTO_TEST_CASE(bare_addresses_are_a_separate_kind_of_text) {
  check({
      {"at https://example.net/a_b_c*d, *or* www.acme.test.",
       "at https://example.net/a_b_c*d, or www.acme.test."},
      {"<https://example.net> <me@example.net> <http bad>",
       "https://example.net me@example.net <http bad>"},
      {"![x](data:image/png;base64,AAAA) data:text/plain;base64,QUJD end", "x end"},
  });
  const std::string_view source = "see http://a.test/b now";
  const TextBlock block = whole(source, BlockKind::prose);
  const TextReading reading = read_text(source, {&block, 1});
  BOOST_REQUIRE(reading.runs().size() == 3);
  BOOST_TEST((reading.runs()[1].kind == PartKind::address));
  BOOST_REQUIRE(reading.links().size() == 1);
  BOOST_TEST(reading.links()[0].target.begin == 4);
}

BOOST_AUTO_TEST_CASE(lines_of_a_paragraph_are_one_text) {
  check({
      {"a soul, for\na soul", "a soul, for a soul"},
      {"> quoted\r\n> > twice  \n  > more", "quoted twice more"},
      {"one\\\ntwo", "one two"},
      {"text\n  id:: 62a0-11\n  more", "text more"},
  });
}

BOOST_AUTO_TEST_CASE(a_hidden_property_has_no_links) {
  const std::string_view source = "`x\nid:: ` \\* www.foo.com\n";
  const TextBlock block = whole(source, BlockKind::prose);
  BOOST_TEST(read_text(source, {&block, 1}).links().empty());
}

BOOST_AUTO_TEST_CASE(cells_of_a_table_are_separate) {
  check({{"| a | *b* |\n|---|:-:|\n| c \\| d | `e \\| f` |\n", "a\nb\nc | d\ne | f"}},
        BlockKind::table);
}

BOOST_AUTO_TEST_CASE(html_shows_the_text_between_its_tags) {
  check({{"<div class=\"x\">\nA <b>b</b>ig *box*\n</div>", "A big *box*"},
         {"<style>\n.a { color: red }\n</style>", ""},
         {"<script src=x>let a;</script> end", "end"},
         {"<p>1</p><p>2</p>", "1 2"}},
        BlockKind::html);
}

BOOST_AUTO_TEST_CASE(every_part_leads_back_to_its_bytes) {
  BOOST_TEST(source_of("an **H**yper *link*", "Hyper link", BlockKind::prose) == "H**yper *link");
  BOOST_TEST(source_of("B&amp;B x", "B&B", BlockKind::prose) == "B&amp;B");
  BOOST_TEST(source_of("B&amp;B x", "&", BlockKind::prose) == "&amp;");
  BOOST_TEST(source_of("[a b](c) d", "b d", BlockKind::prose) == "b](c) d");
  BOOST_TEST(source_of("a\n> b", "a b", BlockKind::prose) == "a\n> b");
}

BOOST_AUTO_TEST_CASE(blocks_are_separate_and_code_is_verbatim) {
  const std::string_view source = "# T\n\n```py\nx *= 2\n```\nend";
  const std::vector<TextBlock> blocks{{{2, 3}, BlockKind::prose},
                                      {{8, 10}, BlockKind::label},
                                      {{11, 18}, BlockKind::code},
                                      {{22, 25}, BlockKind::prose}};
  const TextReading reading = read_text(source, blocks);
  BOOST_TEST(reading.text() == "T\npy\nx *= 2\nend");
  BOOST_TEST(testing::fault_of(reading, source) == "");
}

BOOST_AUTO_TEST_CASE(hostile_text_takes_linear_time) {
  constexpr std::size_t kBytes = 500'000;
  for (const std::string_view part :
       {"[",    "![",    "*",        "*a ",  "**a *",   "`",   "``` ` ", "<",  "<!--",
        "<a ",  "[a](",  "[[",       "[^",   "a*_",     "_a_", "&",      "\\", "://",
        "www.", "data:", "[a](b \"", "![a]", "x[a](b)", "</",  "<?",     "> "}) {
    BOOST_TEST_CONTEXT(part) {
      std::string text;
      while (text.size() < kBytes) text += part;
      for (const BlockKind kind : {BlockKind::prose, BlockKind::table, BlockKind::html}) {
        const TextBlock block = whole(text, kind);
        BOOST_TEST(testing::fault_of(read_text(text, {&block, 1}), text) == "");
      }
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace notes
