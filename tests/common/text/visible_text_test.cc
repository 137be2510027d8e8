// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/visible_text.h"

#include <string_view>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "tests/common/text/visible_text_of.h"

namespace notes {
namespace {

struct Row {
  std::string_view section;
  std::string_view visible;  // ranges between bars
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.section) {
      BOOST_TEST(testing::visible_text_of(row.section) == row.visible);
    }
  }
}

BOOST_AUTO_TEST_SUITE(unit)
BOOST_AUTO_TEST_SUITE(visible_text)

BOOST_AUTO_TEST_CASE(plain_text_is_one_range) {
  check({
      {"", ""},
      {"## Title\n\n- item *one*\n", "## Title\n\n- item *one*\n"},
      {"[[note|alias]] and [[note#part]]", "[[note|alias]] and [[note#part]]"},
      {"snake\\_case \\# no heading", "snake\\_case \\# no heading"},
      {"[x] done, a[i] = f(x)", "[x] done, a[i] = f(x)"},
  });
}

BOOST_AUTO_TEST_CASE(what_an_outliner_notes_for_itself_is_hidden) {
  check({
      {"- text\n  id:: 62a0-11\n  more", "- text\n|\n  more"},
      {"collapsed:: true", ""},
      {"- hl-page:: 3\n\tls-type:: annotation\nid::", "\n|\n"},
      {"tags:: a, b", "tags:: a, b"},
      {"id::next() and id: 7", "id::next() and id: 7"},
      {"the id:: 5", "the id:: 5"},
      {"```\nid:: 5\n```", "```\nid:: 5\n```"},
  });
}

BOOST_AUTO_TEST_CASE(targets_of_links_are_hidden_and_their_text_stays) {
  check({
      {"see [the board](https://a.org/x) now", "see [the board]| now"},
      {"[a](b \"title\") [c](<d e> 'f') [g]( h (i) )", "[a]| [c]| [g]"},
      {"[a](wiki_(b)_(c(d))) end", "[a]| end"},
      {"[a](((((((((b))))))))) end", "[a]| end"},
      {"[two\nlines](target) end", "[two\nlines]| end"},
      {"[outer ![inner](pic.png)](target) end", "[outer ![inner]|pic|]| end"},
      {"[]() end", "[]| end"},
  });
}

BOOST_AUTO_TEST_CASE(what_is_no_link_stays_visible) {
  check({
      {"](no opening)", "](no opening)"},
      {"[a](no end", "[a](no end"},
      {"[a](b\nc)", "[a](b\nc)"},
      {"[a](b c)", "[a](b c)"},
      {"[a](b \"title)", "[a](b \"title)"},
      {"\\[a](b)", "\\[a](b)"},
      {"[a\n\nb](c)", "[a\n\nb](c)"},
      {"[a]((((((((((b))))))))))", "[a]((((((((((b))))))))))"},
      {"[a] (b)", "[a] (b)"},
  });
}

BOOST_AUTO_TEST_CASE(of_an_image_the_words_of_its_file_name_stay) {
  check({
      {"![](imgs/next-level.png)", "![]|next-level"},
      {"![Alt text](https://a.org/x/Plot%20of%20loss.jpeg?raw=true \"t\") z",
       "![Alt text]|Plot|of|loss| z"},
      {"![](plain)", "![]|plain"},
      {"![](data:image/png;base64,iVBORw0KGgo=) z", "![]| z"},
      {"\\![a](b/c.png)", "\\![a]"},
  });
}

BOOST_AUTO_TEST_CASE(reference_definitions_show_their_label) {
  check({
      {"[board]: https://a.org/x 'Title'\nnext", "[board]: |\nnext"},
      {"> [b]: <some where>\r\n", "> [b]: <|\n"},
      {"[^1]: A footnote, visible", "[^1]: A footnote, visible"},
      {"[Ann]: hello there", "[Ann]: hello there"},
      {"[paper]: https://arxiv.org/abs/2401.04088", "[paper]: |2401.04088"},
  });
}

BOOST_AUTO_TEST_CASE(bare_addresses_are_hidden) {
  check({
      {"see https://a.org/x?y=1#z.", "see |."},
      {"(see https://a.org/x_(y)) z", "(see |) z"},
      {"<https://a.org/x> z", "<|> z"},
      {"www.a.org/x, z", ", z"},
      {"awww.cute", "awww.cute"},
      {"**git+ssh://a@b:22/c** z", "**|** z"},
      {"[https://a.org](https://a.org) z", "[|]| z"},
      {"c://x and a:// b", "c://x and a:// b"},
      {"参照https://a.org/x。次", "参照|。次"},
      {"a\nhttps://a.org\nb", "a\n|\nb"},
  });
}

BOOST_AUTO_TEST_CASE(identifiers_of_papers_are_visible_in_their_addresses) {
  check({
      {"https://arxiv.org/abs/2401.04088", "2401.04088"},
      {"http://www.arxiv.org/pdf/2401.04088v2.pdf z", "2401.04088| z"},
      {"https://arxiv.org/abs/cs.LG/0703041", "cs.LG/0703041"},
      {"https://doi.org/10.1145/3600006.3613165?x=y.", "10.1145/3600006.3613165|."},
      {"https://openreview.net/forum?id=gU58d5QeGv&noteId=x z", "gU58d5QeGv| z"},
      {"[paper](https://arxiv.org/html/2401.04088v1 \"t\") z", "[paper]|2401.04088| z"},
      {"https://notarxiv.org/abs/2401.04088 z", " z"},
      {"https://arxiv.org/list/cs.LG z", " z"},
  });
}

BOOST_AUTO_TEST_CASE(tags_of_known_elements_are_hidden) {
  check({
      {"press <kbd>Esc</kbd> z", "press |Esc| z"},
      {"<IMG src=\"a>b\" /> z", " z"},
      {"<img\n  src='a'\n> z", " z"},
      {"a <br/> b", "a | b"},
      {"vector<T> and <your name> and 1 < 2", "vector<T> and <your name> and 1 < 2"},
      {"<div no end\n\n> z", "<div no end\n\n> z"},
      {"<a <b> z", "<a | z"},
      {"<div", "<div"},
      {"<", "<"},
  });
}

BOOST_AUTO_TEST_CASE(comments_are_hidden_over_lines) {
  check({
      {"a <!-- b\n```\nc --> d", "a | d"},
      {"a <!-- b --> c <!-- d\n --> [e](f)", "a | c | [e]"},
      {"a <!--> b", "a | b"},
      {"a <!-- no end", "a <!-- no end"},
  });
}

BOOST_AUTO_TEST_CASE(code_is_visible_as_it_stands) {
  check({
      {"`<kbd> https://a.org [b](c)` <kbd>", "`<kbd> https://a.org [b](c)` "},
      {"``a`b https://a.org`` www.b.org", "``a`b https://a.org`` "},
      {"`no end https://a.org", "`no end "},
      {"\\`https://a.org` z", "\\`|` z"},
      {"```sh\ncurl https://a.org <b>\n```\nhttps://a.org", "```sh\ncurl https://a.org <b>\n```\n"},
      {"~~~\nhttps://a.org\n```\n~~~~  \n<b>", "~~~\nhttps://a.org\n```\n~~~~  \n"},
      {"````\n```\nhttps://a.org", "````\n```\nhttps://a.org"},
      {"``` not `a fence\nhttps://a.org", "``` not `a fence\n"},
  });
}

BOOST_AUTO_TEST_CASE(fences_end_with_the_quote_or_item_around_them) {
  check({
      {"> ```\n> <b>\nout <b>", "> ```\n> <b>\nout "},
      {"> ```\n> <b>\n> ```\n> <b>x", "> ```\n> <b>\n> ```\n> |x"},
      {"- ```\n  <b>\n\n  <i>\nout <b>", "- ```\n  <b>\n\n  <i>\nout "},
      {"1. text\n   ```\n   <b>\n   ```\n   <b>x", "1. text\n   ```\n   <b>\n   ```\n   |x"},
  });
}

BOOST_AUTO_TEST_CASE(base64_addresses_are_hidden_wherever_they_stand) {
  check({
      {"url(data:font/woff2;base64,d09GMgABAAA=) z", "url(|) z"},
      {"data:text/plain,hello", "data:text/plain,hello"},
      {"data: x", "data: x"},
  });
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace notes
