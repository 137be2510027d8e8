// SPDX-License-Identifier: GPL-2.0-or-later
// Documents that no indexer wrote: what they say is damage, or is shown as far as the note has it.
// Run under the sanitizers, they prove that nothing is read where there is nothing.
#include <functional>
#include <string>

#include <boost/test/unit_test.hpp>

#include "common/error.h"
#include "common/schema.h"
#include "common/section.h"
#include "query/language/query_parser.h"
#include "query/search/around/around.h"
#include "query/search/search.h"
#include "tests/support/ask.h"

using namespace notes;

namespace {

class CraftedIndex {
 public:
  CraftedIndex() {
    for (auto at = database_.postlist_begin(""); at != database_.postlist_end(""); ++at)
      if (unpack_section(database_.get_document(*at).get_value(slot::section)).section.title() ==
          "Otters")
        otters_ = *at;
    document_ = database_.get_document(otters_);
  }

  std::string data() const { return document_.get_value(slot::section); }
  void set_data(const std::string& data) {
    Xapian::Document document = document_;
    document.add_value(slot::section, data);
    database_.replace_document(otters_, document);
    database_.commit();
  }

  std::size_t count_hits() const { return ask(index_, "otters \"the river\" weir").hits.size(); }

  // Everything that reads the document.
  void use() const {
    expect_damage_at_most([&] { count_hits(); });
    for (const std::size_t max_bytes : {5UL, 40UL, 1000UL})
      expect_damage_at_most([&] { find_passage(index_.open(), "pond.md:7", max_bytes); });
    expect_damage_at_most([&] { read_outline(index_.open(), "pond.md"); });
  }

 private:
  static void expect_damage_at_most(const std::function<void()>& read) {
    try {
      read();
    } catch (const Error& error) {
      BOOST_TEST((error.exit_code() == ExitCode::damaged_index));
    }
  }

  TempIndex index_{
      {"pond.md",
       "---\nsource: a walk\n---\n# Pond\n\n\n## Otters\n\nSeen *at* the [river](r.md), "
       "below the weir.\n\n```\nweir();\n\n```\n\n### Cubs\nTwo.\n"}};
  Xapian::WritableDatabase database_{index_.directory() + "/" + index_.open().generation,
                                     Xapian::DB_OPEN};
  Xapian::docid otters_ = 0;
  Xapian::Document document_;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(crafted_documents)

BOOST_AUTO_TEST_CASE(no_changed_byte_causes_a_crash) {
  CraftedIndex index;
  BOOST_TEST(index.count_hits() == 1U);
  const std::string data = index.data();
  for (std::size_t at = 0; at < data.size(); ++at)
    for (const int change : {1, 0xff}) {
      std::string changed = data;
      changed[at] = static_cast<char>(changed[at] ^ change);
      index.set_data(changed);
      index.use();
    }
}

BOOST_AUTO_TEST_CASE(places_outside_the_note_cause_no_crash) {
  constexpr std::uint32_t kFar = 0xfffffff0;
  const std::function<void(Section&)> rows[] = {
      [](Section& section) {
        section.begin_byte = section.end_byte = section.end_byte_below = kFar;
      },
      [](Section& section) { section.end_byte = section.end_byte_below = kFar; },
      [](Section& section) { section.begin_byte = section.end_byte; },
      [](Section& section) { section.first_line = kFar; },
      [](Section& section) { section.first_line = section.last_line = 0; },
      [](Section& section) { section.breadcrumb.back().line = kFar; },
      [](Section& section) {
        section.breadcrumb = {{"", 0}};
      },
      [](Section& section) {
        section.blocks.assign(50'000, {{kFar, kFar}, BlockKind::table});
      },
      [](Section& section) {
        section.blocks = {{{0, kFar}, BlockKind::prose}};
      },
      [](Section& section) {
        section.blocks = {{{3, kFar}, BlockKind::front_matter}};
      },
      [](Section& section) { section.blocks.clear(); },
  };
  CraftedIndex index;
  const StoredSection stored = unpack_section(index.data());
  for (const auto& change : rows) {
    StoredSection changed = stored;
    change(changed.section);
    index.set_data(pack_section(changed));
    index.use();
  }
}

BOOST_AUTO_TEST_SUITE_END()
