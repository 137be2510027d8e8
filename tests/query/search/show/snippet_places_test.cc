// SPDX-License-Identifier: GPL-2.0-or-later
// Notes of every shape, put together at random: each snippet is a line of its file, and its column
// and highlights are those very bytes.
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "query/language/query_parser.h"
#include "tests/support/ask.h"

using namespace notes;

namespace {

// Blocks with a word @ to look for, `~` for line ends.
const std::vector<std::string> kTops{"",
                                     "\xef\xbb\xbf",
                                     "~~~~",
                                     "---~title: Front~tags: [one, two]~---~",
                                     "---~author: somebody~---~~~",
                                     "![banner](top.png)~~",
                                     "Above @ the title.~~"};
const std::vector<std::string> kHeadings{
    "# Title @~",     "Title @~=====~", "~~## Part~~### Deep @~~", "## Part with @~~~",
    "Part @~-----~~", "- # In a list~", "1. ### What @ is~",       "# Closed @ #####~"};
const std::vector<std::string> kBlocks{"A plain @ line.~",
                                       "One\ttab\tbefore @ here~",
                                       "> a quote~> that holds @ in it~> and ends~",
                                       "- item~  - inner @ item~    goes on~",
                                       "1. first @~2. second~~",
                                       "| a | b |~|---|---|~| c | @ d |~",
                                       "```cpp~int @ = 1;~```~",
                                       "~    indented @ code~~",
                                       "Fish &amp; @ &nbsp; chips~",
                                       "**bold @** and _more_ `@`~",
                                       "**un**likely @ *words*~",
                                       "See [the @ link](https://example.org/a_b) there~",
                                       "Escaped \\[@\\] here~",
                                       "<div>~html @ text~</div>~~",
                                       "Sch\u00f6ne \u732b \U0001f41d before @ here~",
                                       "Trailing @ blanks   ~and more~",
                                       "#tag line with @~",
                                       "~~~"};

std::string replaced(std::string text, char what, const std::string& by) {
  for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + by.size()))
    text.replace(at, 1, by);
  return text;
}

class RandomNote {
 public:
  explicit RandomNote(unsigned seed) : random_(seed) {
    add(any_of(kTops));
    const int parts = 1 + number_below(3);
    for (int part = 0; part < parts; ++part) {
      if (number_below(4) > 0) add(any_of(kHeadings));
      for (int block = number_below(6); block >= 0; --block) add(any_of(kBlocks) + "~");
    }
    const char* const line_ends[] = {"\n", "\n", "\r\n"};
    text_ = replaced(text_, '~', line_ends[number_below(3)]);
  }

  const std::string& text() const { return text_; }
  const std::vector<std::string>& words() const { return words_; }

 private:
  int number_below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }
  const std::string& any_of(const std::vector<std::string>& blocks) {
    return blocks[random_() % blocks.size()];
  }
  void add(std::string block) {
    const std::string word = "zebra" + std::string(1, static_cast<char>('a' + words_.size() % 26)) +
                             std::string(1, static_cast<char>('a' + words_.size() / 26)) + "x";
    if (block.find('@') != block.npos) words_.push_back(word);
    text_ += replaced(std::move(block), '@', word);
  }

  std::minstd_rand random_;
  std::string text_;
  std::vector<std::string> words_;
};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    if (line.ends_with('\r')) line.pop_back();
    lines.push_back(line);
  }
  return lines;
}

void check_places(const Hit& hit, const std::vector<std::string>& lines, const std::string& word) {
  for (const Snippet& snippet : hit.snippets) {
    BOOST_TEST_REQUIRE(snippet.place.line <= lines.size());
    const std::string& line = lines[snippet.place.line - 1];
    BOOST_TEST(snippet.raw.text == (snippet.place.line == 1 && line.starts_with("\xef\xbb\xbf")
                                        ? line.substr(snippet.raw.text.size() < line.size() ? 3 : 0)
                                        : line));
    for (const ByteRange& mark : snippet.raw.highlights)
      BOOST_TEST(snippet.raw.text.substr(mark.begin, mark.end - mark.begin).find(word) !=
                 std::string::npos);
  }
  BOOST_TEST_REQUIRE(hit.place.line <= lines.size());
  BOOST_TEST(lines[hit.place.line - 1].substr(hit.place.column - 1).find(word) !=
             std::string::npos);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(snippet_places)

BOOST_AUTO_TEST_CASE(a_snippet_is_its_line_and_its_marks_are_those_bytes) {
  for (unsigned seed = 1; seed <= 60; ++seed) {
    const RandomNote note(seed);
    const TempIndex index{{"note.md", note.text().c_str()}};
    const std::vector<std::string> lines = lines_of(note.text());
    for (const std::string& word : note.words())
      BOOST_TEST_CONTEXT("seed " << seed << ", " << word << " in\n" << note.text()) {
        const SearchResult result = ask(index, word);
        BOOST_TEST_REQUIRE(result.hits.size() >= 1U);
        check_places(result.hits.front(), lines, word);
      }
  }
}

BOOST_AUTO_TEST_SUITE_END()
