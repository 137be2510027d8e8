// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/section.h"

#include <cstdint>
#include <functional>
#include <limits>

#include <boost/test/unit_test.hpp>

#include "common/error.h"
#include "common/packing.h"

using namespace notes;

namespace {

StoredSection sample() {
  StoredSection stored;
  Section& section = stored.section;
  section.id = "abcdefghijkl";
  section.level = Level::question;
  section.root = 3;
  section.rel_path = "a/\xff b.md";  // a path is bytes
  section.first_line = 14;
  section.last_line = 17;
  section.last_line_below = 99;
  section.begin_byte = 300;
  section.end_byte = 70'000;
  section.end_byte_below = 4'000'000'000;
  section.own_hash = ~std::uint64_t{0};
  section.breadcrumb = {{"Note", 1}, {"Thread", 6}, {"Question?", 14}};
  section.date = span_of_minute({1950, 2, 13}, 21 * 60 + 25);
  section.date_source = DateSource::file_name;
  section.tags = {{"ml/quant", TagSource::tag}, {"INT2", TagSource::name}};
  section.urls = {"https://arxiv.org/abs/2401.04088"};
  section.other_titles = {"Second name", ""};
  stored.terms_hash = 42;
  return stored;
}

bool is_damage(const Error& error) {
  return error.exit_code() == ExitCode::damaged_index;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(section)

BOOST_AUTO_TEST_CASE(what_is_packed_comes_back) {
  const StoredSection stored = sample();
  const StoredSection read = unpack_section(pack_section(stored));
  BOOST_TEST((read.section == stored.section));
  BOOST_TEST(read.terms_hash == 42U);
}

BOOST_AUTO_TEST_CASE(bytes_that_end_early_are_damage_at_every_length) {
  const std::string packed = pack_section(sample());
  for (std::size_t size = 0; size < packed.size(); ++size)
    BOOST_CHECK_EXCEPTION(unpack_section(packed.substr(0, size)), Error, is_damage);
}

BOOST_AUTO_TEST_CASE(a_number_has_at_most_ten_bytes) {
  const std::string nine(9, '\xff');
  BOOST_TEST(Unpacker(nine + '\x01').number() == ~std::uint64_t{0});
  BOOST_CHECK_EXCEPTION(Unpacker(nine).number(), Error, is_damage);
  BOOST_CHECK_EXCEPTION(Unpacker(nine + "\xff\x01").number(), Error, is_damage);
}

BOOST_AUTO_TEST_CASE(what_no_indexer_writes_is_damage) {
  const std::vector<std::function<void(Section&)>> rows = {
      [](Section& section) { section.begin_byte = section.end_byte + 1; },
      [](Section& section) { section.end_byte_below = section.end_byte - 1; },
      [](Section& section) { section.end_byte_below = std::uint64_t{1} << 33; },
      [](Section& section) { section.level = static_cast<Level>(7); },
      [](Section& section) { section.tags[0].source = static_cast<TagSource>(7); },
      [](Section& section) { section.date->precision = static_cast<DatePrecision>(7); },
      [](Section& section) { section.date->begin = std::numeric_limits<Minute>::max(); },
      [](Section& section) { section.date->end = std::numeric_limits<Minute>::max(); },
      [](Section& section) { section.rel_path = "/etc/motd.md"; },
      [](Section& section) { section.rel_path = "../other/a.md"; },
      [](Section& section) { section.rel_path = "a/.."; },
      [](Section& section) { section.rel_path = std::string("a\0b", 3); },
      [](Section& section) { section.breadcrumb.clear(); },
  };
  for (const auto& change : rows) {
    StoredSection stored = sample();
    change(stored.section);
    BOOST_CHECK_EXCEPTION(unpack_section(pack_section(stored)), Error, is_damage);
  }
}

BOOST_AUTO_TEST_CASE(arbitrary_bytes_never_crash) {
  std::uint32_t seed = 1;
  for (int round = 0; round < 2'000; ++round) {
    std::string bytes(64, '\0');
    for (char& c : bytes) c = static_cast<char>((seed = seed * 1664525 + 1013904223) >> 24);
    try {
      unpack_section(bytes);
    } catch (const Error& error) {
      BOOST_TEST(is_damage(error));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
