// SPDX-License-Identifier: GPL-2.0-or-later
// The reading against cmark's own rendering, on random Markdown.
#include <memory>
#include <optional>
#include <random>
#include <string>

#include <boost/test/unit_test.hpp>
#include <cmark-gfm.h>

#include "common/text/reading.h"
#include "tests/common/text/reading_properties.h"

namespace notes {
namespace {

using Node = std::unique_ptr<cmark_node, decltype(&cmark_node_free)>;
using Walk = std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)>;

std::string with_single_blanks(std::string_view text) {
  std::string single;
  for (const char c : text) {
    const bool is_blank = c == ' ' || c == '\n' || c == '\t';
    if (!is_blank) single += c;
    if (is_blank && !single.empty() && single.back() != ' ') single += ' ';
  }
  while (single.ends_with(' ')) single.pop_back();
  return single;
}

bool is_link_in_link(cmark_node* node) {
  if (cmark_node_get_type(node) != CMARK_NODE_LINK) return false;
  for (cmark_node* above = cmark_node_parent(node); above != nullptr;
       above = cmark_node_parent(above))
    if (cmark_node_get_type(above) == CMARK_NODE_LINK) return true;
  return false;
}

// What the inlines of the only paragraph show; nothing when there are other blocks, or a link in a
// link, which CommonMark forbids and newer versions of cmark make.
std::optional<std::string> rendered(const std::string& source) {
  const Node root(cmark_parse_document(source.data(), source.size(), CMARK_OPT_DEFAULT),
                  cmark_node_free);
  cmark_node* paragraph = cmark_node_first_child(root.get());
  if (paragraph == nullptr || cmark_node_next(paragraph) != nullptr ||
      cmark_node_get_type(paragraph) != CMARK_NODE_PARAGRAPH)
    return std::nullopt;
  std::string text;
  const Walk walk(cmark_iter_new(paragraph), cmark_iter_free);
  while (cmark_iter_next(walk.get()) != CMARK_EVENT_DONE) {
    cmark_node* node = cmark_iter_get_node(walk.get());
    if (is_link_in_link(node)) return std::nullopt;
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) text += cmark_node_get_literal(node);
    if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) text += ' ';
  }
  return with_single_blanks(text);
}

// Left out is what the two read differently on purpose: wiki links, footnotes, strikethrough, bare
// addresses, elements that are none of HTML's, references to what is defined elsewhere.
class RandomMarkdown {
 public:
  std::string next() {
    std::string source = "w";
    for (std::size_t parts = number(12) + 2; parts > 0; --parts) source += part();
    return source;
  }

 private:
  std::string_view part() {
    static const std::vector<std::string_view> kParts{"a",
                                                      "b c",
                                                      " ",
                                                      " ",
                                                      "*",
                                                      "*",
                                                      "**",
                                                      "**",
                                                      "***",
                                                      "_",
                                                      "_",
                                                      "__",
                                                      "`",
                                                      "``",
                                                      "\\",
                                                      "\\*",
                                                      "&amp;",
                                                      "&eacute;",
                                                      "&x;",
                                                      "[a]",
                                                      "](u)",
                                                      "[",
                                                      "]",
                                                      "![",
                                                      "<b>",
                                                      "</b>",
                                                      "<i a=\"*\">",
                                                      "<!-- * -->",
                                                      "\n",
                                                      "\n",
                                                      ".",
                                                      ",",
                                                      ")",
                                                      "é",
                                                      "“",
                                                      "”",
                                                      "«",
                                                      "1",
                                                      "_x_",
                                                      "*y*",
                                                      "](<b w> \"t\")",
                                                      "](u 't')",
                                                      "&#42;",
                                                      "<mailto:*a*@e.test>",
                                                      "—",
                                                      "  \n",
                                                      "`*`",
                                                      "!",
                                                      "\"",
                                                      "x_y",
                                                      "\\[",
                                                      "\\`",
                                                      "&",
                                                      "](a\\)b)",
                                                      "-"};
    return kParts[number(kParts.size())];
  }
  std::size_t number(std::size_t below) { return engine_() % below; }

  std::mt19937 engine_{20240213};
};

BOOST_AUTO_TEST_SUITE(unit)
BOOST_AUTO_TEST_SUITE(reading_oracle)

BOOST_AUTO_TEST_CASE(random_markdown_reads_as_cmark_renders_it) {
  RandomMarkdown random;
  int compared = 0;
  for (int round = 0; round < 50'000; ++round) {
    const std::string source = random.next();
    const auto expected = rendered(source);
    if (!expected || source.find("[[") != source.npos || source.find("][") != source.npos) continue;
    ++compared;
    const TextBlock block{{0, static_cast<std::uint32_t>(source.size())}, BlockKind::prose};
    const TextReading reading = read_text(source, {&block, 1});
    std::string text;
    for (const Run& run : reading.runs())
      if (run.kind != PartKind::aside)
        text += reading.text().substr(run.text.begin, run.text.end - run.text.begin);
    BOOST_TEST_CONTEXT(source) {
      BOOST_TEST(with_single_blanks(text) == *expected);
    }
    BOOST_TEST(testing::fault_of(reading, source) == "");
  }
  BOOST_TEST(compared > 40'000);
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace notes
