// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/json.h"

#include <cmath>
#include <string>

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "query/render/renderers.h"
#include "tests/query/render/sample_result.h"

using notes::sample::rendered;

namespace {

notes::RenderOptions on_terminal() {
  notes::RenderOptions options;
  options.to_terminal = true;
  return options;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(json)

BOOST_AUTO_TEST_CASE(a_result_is_one_indented_document) {
  const std::string expected = R"json({
  "version": 1,
  "query": "dough hydration",
  "parsed": "(dough AND hydration)",
  "reading": "words",
  "notes_on_query": [],
  "total": 7,
  "exact_total": true,
  "total_full": 2,
  "stale": false,
  "checked": "part",
  "elapsed_ms": 1.5,
  "results": [
    {
      "id": "abcdefgh2345",
      "score": 12.3457,
      "matched": "all",
      "level": "question",
      "path": "/home/ada/notes/Posts.md",
      "rel_path": "Posts.md",
      "line": 42,
      "end_line": 46,
      "end_line_below": 46,
      "match_line": 43,
      "column": 3,
      "column_utf16": 3,
      "title": "How warm should the dough be at 80 % hydration?",
      "title_highlights": [
        [
          20,
          25
        ],
        [
          37,
          46
        ]
      ],
      "title_highlights_utf16": [
        [
          20,
          25
        ],
        [
          37,
          46
        ]
      ],
      "breadcrumb": [
        "Posts",
        "Rye and Ruin - Keeping a Sourdough Alive Through Winter",
        "How warm should the dough be at 80 % hydration?"
      ],
      "date": "2024-02-16T19:26",
      "date_source": "line",
      "tags": [
        {
          "name": "bread",
          "source": "tag"
        },
        {
          "name": "T65",
          "source": "name"
        }
      ],
      "urls": [
        "https://example.org/rye?a=1"
      ],
      "snippets": [
        {
          "line": 43,
          "column": 3,
          "column_utf16": 3,
          "text": "- dough at 24 °C doubles in five hours, and at 28 °C it only needs three, though the hydration makes it hard to shape",
          "highlights": [
            [
              2,
              7
            ],
            [
              87,
              96
            ]
          ],
          "highlights_utf16": [
            [
              2,
              7
            ],
            [
              85,
              94
            ]
          ],
          "plain": "- dough at 24 °C doubles in five hours, and at 28 °C it only needs three, though the hydration makes it hard to shape",
          "plain_highlights": [
            [
              2,
              7
            ],
            [
              87,
              96
            ]
          ]
        },
        {
          "line": 45,
          "column": 1,
          "column_utf16": 1,
          "text": "- Bakers with a cold kitchen use the oven lamp  ",
          "highlights": [],
          "highlights_utf16": [],
          "plain": "- Bakers with a cold kitchen use the oven lamp  ",
          "plain_highlights": []
        }
      ],
      "twins": [
        {
          "path": "/home/ada/notes/Posts.md",
          "line": 88
        },
        {
          "path": "/home/ada/archive/2023.md",
          "line": 7
        }
      ]
    },
    {
      "id": "cccccccc2345",
      "score": 3.0,
      "matched": "some",
      "missing": [
        "dough"
      ],
      "level": "question",
      "path": "/home/ada/notes/craft/mills.md",
      "rel_path": "craft/mills.md",
      "line": 24,
      "end_line": 28,
      "end_line_below": 28,
      "match_line": 24,
      "column": 1,
      "column_utf16": 1,
      "title": "Hydration of fresh flour",
      "title_highlights": [
        [
          0,
          9
        ]
      ],
      "title_highlights_utf16": [
        [
          0,
          9
        ]
      ],
      "breadcrumb": [
        "Milling Notebook",
        "Stone mills",
        "Dressing the stones",
        "Hydration of fresh flour"
      ],
      "date": "2023-11-01",
      "date_end": "2023-11-30",
      "date_source": "line",
      "tags": [],
      "urls": [],
      "snippets": [],
      "twins": [],
      "stale": true
    },
    {
      "id": "bbbbbbbb2345",
      "score": 9.5,
      "matched": "spread",
      "level": "thread",
      "path": "/home/ada/notes/Posts.md",
      "rel_path": "Posts.md",
      "line": 31,
      "end_line": 35,
      "end_line_below": 60,
      "match_line": 35,
      "column": 10,
      "column_utf16": 10,
      "title": "Rye and Ruin - Keeping a Sourdough Alive Through Winter",
      "title_highlights": [],
      "title_highlights_utf16": [],
      "breadcrumb": [
        "Posts",
        "Rye and Ruin - Keeping a Sourdough Alive Through Winter"
      ],
      "date": "2024-02-16T19:26",
      "date_source": "line",
      "tags": [
        {
          "name": "bread",
          "source": "tag"
        }
      ],
      "urls": [],
      "snippets": [
        {
          "line": 35,
          "column": 10,
          "column_utf16": 10,
          "text": "The same dough for a month, fed by weight.",
          "highlights": [
            [
              9,
              14
            ]
          ],
          "highlights_utf16": [
            [
              9,
              14
            ]
          ],
          "plain": "The same dough for a month, fed by weight.",
          "plain_highlights": [
            [
              9,
              14
            ]
          ]
        }
      ],
      "twins": []
    }
  ]
}
)json";
  BOOST_TEST(rendered(notes::render_json, notes::sample::result(), on_terminal()) == expected);
}

BOOST_AUTO_TEST_CASE(zero_hits_are_a_valid_document_without_results) {
  const std::string expected = R"json({
  "version": 1,
  "query": "dough hydration",
  "parsed": "(dough AND hydration)",
  "reading": "words",
  "notes_on_query": [],
  "total": 0,
  "exact_total": true,
  "total_full": 0,
  "stale": false,
  "checked": "part",
  "elapsed_ms": 1.5,
  "results": []
}
)json";
  BOOST_TEST(rendered(notes::render_json, notes::sample::nothing(), on_terminal()) == expected);
  BOOST_TEST(rendered(notes::render_jsonl, notes::sample::nothing(), {}) == "");
}

BOOST_AUTO_TEST_CASE(off_a_terminal_a_document_is_one_line) {
  const std::string line = rendered(notes::render_json, notes::sample::result(), {});
  BOOST_TEST(line.find('\n') == line.size() - 1);
  BOOST_CHECK(
      nlohmann::json::parse(line) ==
      nlohmann::json::parse(rendered(notes::render_json, notes::sample::result(), on_terminal())));
}

BOOST_AUTO_TEST_CASE(a_hit_has_the_requested_fields) {
  notes::RenderOptions options;
  options.fields = notes::parse_fields("title,line");
  BOOST_TEST(rendered(notes::render_jsonl, notes::sample::explained_result(), options) ==
             "{\"line\":42,\"title\":\"How warm should the dough be at 80 % hydration?\"}\n");
  options.envelope = true;
  BOOST_TEST(rendered(notes::render_jsonl, notes::sample::nothing(), options)
                 .starts_with(R"({"version":1,"query":"dough hydration")"));
}

BOOST_AUTO_TEST_CASE(a_line_of_jsonl_is_one_hit) {
  const std::string expected =
      R"json({"id":"abcdefgh2345","score":12.3457,"matched":"all","level":"question",)json"
      R"json("path":"/home/ada/notes/Posts.md","rel_path":"Posts.md","line":42,"end_line":46,)json"
      R"json("end_line_below":46,"match_line":43,"column":3,"column_utf16":3,)json"
      R"json("title":"How warm should the dough be at 80 % hydration?",)json"
      R"json("title_highlights":[[20,25],[37,46]],"title_highlights_utf16":[[20,25],[37,46]],)json"
      R"json("breadcrumb":["Posts",)json"
      R"json("Rye and Ruin - Keeping a Sourdough Alive Through Winter",)json"
      R"json("How warm should the dough be at 80 % hydration?"],"date":"2024-02-16T19:26","date_source":"line",)json"
      R"json("tags":[{"name":"bread","source":"tag"},{"name":"T65","source":"name"}],)json"
      R"json("urls":["https://example.org/rye?a=1"],"snippets":[{"line":43,"column":3,)json"
      R"json("column_utf16":3,"text":"- dough at 24 °C doubles in five hours, and at 28 °C it only needs three, )json"
      R"json(though the hydration makes it hard to shape","highlights":[[2,7],[87,96]],)json"
      R"json("highlights_utf16":[[2,7],[85,94]],)json"
      R"json("plain":"- dough at 24 °C doubles in five hours, and at 28 °C it only needs three, )json"
      R"json(though the hydration makes it hard to shape","plain_highlights":[[2,7],[87,96]]}],)json"
      R"json("twins":[],"explain":[{"ingredient":"word","term":"dough","score":8.25},)json"
      R"json({"ingredient":"all words","term":"","score":4.09568}]})json"
      "\n";
  notes::RenderOptions options;
  options.explain = true;
  BOOST_TEST(rendered(notes::render_jsonl, notes::sample::explained_result(), options) == expected);
}

BOOST_AUTO_TEST_CASE(an_explanation_is_written_only_on_request) {
  const notes::SearchResult result = notes::sample::explained_result();
  notes::RenderOptions options;
  BOOST_TEST(rendered(notes::render_json, result, options).find("explain") == std::string::npos);
  options.explain = true;
  const auto document = nlohmann::json::parse(rendered(notes::render_json, result, options));
  BOOST_TEST(document["explain"].dump() ==
             R"json(["read as: 2 content words","(dough AND hydration)"])json");
  BOOST_TEST(document["results"][0]["explain"].size() == 2U);
}

BOOST_AUTO_TEST_CASE(bytes_that_are_not_utf8_are_replaced_and_highlights_follow) {
  notes::Hit hit = notes::sample::hit("caf\xE9.md", {{"\xFF «word»", 1}}, {});
  hit.twins = {{"/n/\xC3.md", 1}};
  hit.section.tags = {{"\x80", notes::TagSource::tag}};
  hit.section.urls = {"\xF0\x9F"};
  notes::SearchResult result = notes::sample::single(hit);
  result.query = "\xFE";
  const auto document = nlohmann::json::parse(rendered(notes::render_json, result, {}));
  const auto& shown = document["results"][0];
  BOOST_TEST(document["query"] == "\uFFFD");
  BOOST_TEST(shown["path"] == "/home/ada/notes/caf\uFFFD.md");
  BOOST_TEST(shown["rel_path"] == "caf\uFFFD.md");
  BOOST_TEST(shown["title"] == "\uFFFD word");
  BOOST_TEST(shown["title_highlights"].dump() == "[[4,8]]");
  BOOST_TEST(shown["twins"][0]["path"] == "/n/\uFFFD.md");
  BOOST_TEST(shown["tags"][0]["name"] == "\uFFFD");
  BOOST_TEST(shown["urls"][0] == "\uFFFD");  // one for a character cut short
}

BOOST_AUTO_TEST_CASE(control_characters_are_escaped_and_come_back) {
  const std::string title = "a\x1b[31m\tb\n\"\\";
  const notes::SearchResult result =
      notes::sample::single(notes::sample::hit("a.md", {{title, 1}}, {}));
  const std::string line = rendered(notes::render_jsonl, result, {});
  BOOST_TEST(line.find('\x1b') == std::string::npos);
  BOOST_TEST(line.find('\n') == line.size() - 1);
  BOOST_TEST(nlohmann::json::parse(line)["title"] == title);
}

BOOST_AUTO_TEST_CASE(a_score_that_is_not_a_number_does_not_break_the_document) {
  notes::Hit hit = notes::sample::dough_question();
  hit.score = std::nan("");
  const std::string line = rendered(notes::render_jsonl, notes::sample::single(hit), {});
  BOOST_TEST(nlohmann::json::parse(line)["score"] == 0.0);
}

BOOST_AUTO_TEST_SUITE_END()
