// SPDX-License-Identifier: GPL-2.0-or-later
// Reading notes whole, and refusing what is none.
#include <filesystem>
#include <fstream>
#include <sys/stat.h>

#include <boost/test/unit_test.hpp>

#include "common/text/code_point.h"
#include "indexer/scan/note_finder.h"

namespace notes {
namespace {

namespace fs = std::filesystem;

// An empty folder of its own for each test, gone when the test ends.
struct Folder {
  Folder() {
    std::string name = (fs::temp_directory_path() / "note_file_test.XXXXXX").string();
    path = ::mkdtemp(name.data());
  }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  void write(const std::string& name, std::string_view bytes) const {
    fs::create_directories((fs::path(path) / name).parent_path());
    std::ofstream(fs::path(path) / name, std::ios::binary) << bytes;
  }

  std::string path;
};

BOOST_AUTO_TEST_SUITE(unit)

BOOST_FIXTURE_TEST_CASE(a_note_is_read_as_it_is_with_the_stamp_of_its_file, Folder) {
  write("a/b.md", "\xEF\xBB\xBFx\r\ny");
  std::vector<Diagnostic> diagnostics;
  const auto note = read_note(Root{3, path}, "a/b.md", diagnostics);
  BOOST_TEST_REQUIRE(note.has_value());
  BOOST_TEST(note->bytes == "\xEF\xBB\xBFx\r\ny");
  BOOST_TEST(note->root == 3u);
  BOOST_TEST(note->root_path == path);
  BOOST_TEST(note->rel_path == "a/b.md");
  BOOST_TEST(diagnostics.empty());
  struct stat status {};
  BOOST_TEST_REQUIRE(::stat((path + "/a/b.md").c_str(), &status) == 0);
  BOOST_TEST(note->stamp.size == 7u);
  BOOST_TEST(note->stamp.inode == status.st_ino);
  BOOST_TEST(note->stamp.mtime_ns ==
             status.st_mtim.tv_sec * 1'000'000'000 + status.st_mtim.tv_nsec);
}

BOOST_FIXTURE_TEST_CASE(equal_bytes_have_equal_hashes_and_an_empty_note_is_a_note, Folder) {
  write("a.md", "same");
  write("b.md", "same");
  write("c.md", "");
  std::vector<Diagnostic> diagnostics;
  const auto a = read_note(Root{0, path}, "a.md", diagnostics);
  const auto b = read_note(Root{0, path}, "b.md", diagnostics);
  const auto c = read_note(Root{0, path}, "c.md", diagnostics);
  BOOST_TEST_REQUIRE((a && b && c));
  BOOST_TEST(a->content_hash == b->content_hash);
  BOOST_TEST(a->content_hash != c->content_hash);
  BOOST_TEST(c->bytes.empty());
}

struct Refusal {
  std::string name;
  std::string why;
};

BOOST_FIXTURE_TEST_CASE(a_file_that_is_not_a_note_is_refused_with_one_diagnostic, Folder) {
  write("binary.md", std::string_view("a\0b", 3));
  fs::create_directory(path + "/folder.md");
  BOOST_TEST_REQUIRE(::mkfifo((path + "/pipe.md").c_str(), 0600) == 0);
  write("huge.md", "");
  fs::resize_file(path + "/huge.md", (48u << 20) + 1);
  const std::initializer_list<Refusal> refusals{
      {"binary.md", "binary: a NUL byte in the first 8192 bytes"},
      {"folder.md", "not a regular file"},
      {"pipe.md", "not a regular file"},
      {"huge.md", "larger than 48 MiB, too large for a note"},
  };
  for (const Refusal& refusal : refusals) {
    BOOST_TEST_CONTEXT(refusal.name) {
      std::vector<Diagnostic> diagnostics;
      BOOST_TEST(!read_note(Root{0, path}, refusal.name, diagnostics).has_value());
      BOOST_TEST_REQUIRE(diagnostics.size() == 1u);
      BOOST_TEST(diagnostics[0].path == path + '/' + refusal.name);
      BOOST_TEST(diagnostics[0].line == 0u);
      BOOST_TEST(diagnostics[0].text == refusal.why);
    }
  }
}

BOOST_FIXTURE_TEST_CASE(a_note_that_no_longer_exists_is_not_a_fault, Folder) {
  write("a.md", "");
  std::vector<Diagnostic> diagnostics;
  BOOST_TEST(!read_note(Root{0, path}, "absent.md", diagnostics).has_value());
  BOOST_TEST(!read_note(Root{0, path}, "a.md/b.md", diagnostics).has_value());
  BOOST_TEST(diagnostics.empty());
}

BOOST_FIXTURE_TEST_CASE(a_nul_byte_far_down_does_not_make_a_note_binary, Folder) {
  write("a.md", std::string(8192, 'x') + '\0');
  std::vector<Diagnostic> diagnostics;
  BOOST_TEST(read_note(Root{0, path}, "a.md", diagnostics).has_value());
}

BOOST_FIXTURE_TEST_CASE(bad_utf8_is_read_and_its_line_is_named, Folder) {
  write("a.md", "one\r\ntwo\rthree \xE9t\xE9\n\xFF\n");
  std::vector<Diagnostic> diagnostics;
  const auto note = read_note(Root{0, path}, "a.md", diagnostics);
  BOOST_TEST_REQUIRE(note.has_value());
  BOOST_TEST(note->bytes == "one\r\ntwo\rthree \xE9t\xE9\n\xFF\n");
  BOOST_TEST_REQUIRE(diagnostics.size() == 1u);
  BOOST_TEST(diagnostics[0].line == 3u);
  BOOST_TEST(diagnostics[0].text == "not UTF-8; other lines are not affected");
}

BOOST_AUTO_TEST_CASE(bad_utf8_is_found_at_its_first_byte_and_replaced) {
  struct Row {
    std::string_view text;
    int bad;  // -1 = none
    std::string_view mended;
  };
  constexpr std::string_view kLong = "twelve ascii";
  const std::initializer_list<Row> rows{
      {"", -1, ""},
      {kLong, -1, kLong},
      {"größe 日本 🌱", -1, "größe 日本 🌱"},
      {"abcdefghi\xFF", 9, "abcdefghi\xEF\xBF\xBD"},
      {"\xC0\xAF", 0, "\xEF\xBF\xBD\xEF\xBF\xBD"},                                  // overlong
      {"\xED\xA0\x80", 0, "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},                  // surrogate
      {"\xF4\x90\x80\x80", 0, "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},  // too high
      {"a\xE2\x80", 1, "a\xEF\xBF\xBD\xEF\xBF\xBD"},                                // cut short
      {"\xE9t\xC3\xA9", 0, "\xEF\xBF\xBDté"},
  };
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.text) {
      const auto bad = find_bad_utf8(row.text);
      BOOST_TEST((bad ? static_cast<int>(*bad) : -1) == row.bad);
      BOOST_TEST(with_valid_utf8(row.text) == row.mended);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace notes
