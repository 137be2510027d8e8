// SPDX-License-Identifier: GPL-2.0-or-later
// Which addresses and features a section has.
#include <boost/test/unit_test.hpp>

#include "tests/indexer/extract/section_text.h"

namespace notes::test {
namespace {

struct Row {
  const char* note;
  const char* expected;
};

BOOST_AUTO_TEST_SUITE(unit)

BOOST_AUTO_TEST_CASE(addresses_are_found_anywhere_in_order_and_once) {
  const std::initializer_list<Row> rows{
      {"see http://a.b/c, then [x](https://d.e) and http://a.b/c again.",
       "http://a.b/c https://d.e"},
      {"[a](http://1.x) http://2.x [b](http://3.x)", "http://1.x http://2.x http://3.x"},
      {"<https://a.b> and <a href=\"https://c.d/e\">f</a>", "https://a.b https://c.d/e"},
      {"[a][1] text\n\n[1]: https://a.b 'title'", "https://a.b"},
      {"seen[^1]\n\n[^1]: https://a.b", "https://a.b"},
      {"(http://a.b/c_(d)) [http://e.f]", "http://a.b/c_(d) http://e.f"},
      {"http://a.b/_c_/d_e_f", "http://a.b/_c_/d_e_f"},
      {"*http://a.b/c*", "http://a.b/c"},
      {"www.a.b/c and FTP://h.i", "http://www.a.b/c FTP://h.i"},
      {"https://a.cn/x，然后", "https://a.cn/x"},
      {"https://a.b/größe?q=1&r=2#frag", "https://a.b/größe?q=1&r=2#frag"},
      {"![](https://a.b/c.png) ![](c.png)", "https://a.b/c.png"},
      {"[a](b.md) [c](#d) <mailto:e@f.g> e@f.g x://y http:// ://", ""},
      {"`http://a.b`\n\n```\nhttp://c.d\n```", ""},
      {"[![i](http://a.b/i)](http://c.d)", "http://c.d http://a.b/i"},
      {"http://a.b <br> http://c.d<b>x</b> www.e.f", "http://a.b http://c.d http://www.e.f"},
  };
  for (const Row& row : rows) BOOST_TEST_CONTEXT(row.note)
  BOOST_TEST(joined(extract(row.note)[0].section.urls) == row.expected);
}

BOOST_AUTO_TEST_CASE(each_section_has_its_own_addresses_and_features) {
  const auto sections = extract("# T\nhttp://a.b\n## A\nhttp://c.d\n```\nx\n```\n## B\n- [ ] x\n");
  BOOST_TEST(joined(sections[0].section.urls) == "http://a.b");
  BOOST_TEST(joined(sections[1].section.urls) == "http://c.d");
  BOOST_TEST(joined(sections[0].has) == "link");
  BOOST_TEST(joined(sections[1].has) == "code link");
  BOOST_TEST(joined(sections[2].has) == "task");
}

BOOST_AUTO_TEST_CASE(features_are_recognised) {
  const std::initializer_list<Row> rows{
      {"[a](b.md)", "link"},
      {"[[Page]]", "link"},
      {"![a](b.png)", "image"},
      {"![[b.PNG|100]]", "image link"},
      {"<img src=\"b.png\">", "image"},
      {"    indented", "code"},
      {"`span` only", ""},
      {"| a | b |\n|---|:-:|\n| c | d |", "table"},
      {"a | b\n---|---\nc | d", "table"},
      {"a | b but no table", ""},
      {"- [ ] open\n- [x] done", "task"},
      {"[ ] no item", ""},
      {"* not [ ] first", ""},
      {"$$\na = b\n$$", "math"},
      {"where $x_i$ is", "math"},
      {"let $n$ be", "math"},
      {"where \\(x\\) is", "math"},
      {"\\[ x \\]", "math"},
      {"it costs $5 and $6", ""},
      {"set $HOME and $PATH", ""},
      {"a pattern `\\(x\\)` here", ""},
  };
  for (const Row& row : rows)
    BOOST_TEST_CONTEXT(row.note) BOOST_TEST(joined(extract(row.note)[0].has) == row.expected);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace notes::test
