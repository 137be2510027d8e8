// SPDX-License-Identifier: GPL-2.0-or-later
// Links, and all that can be wrong with a place: each fault is made for real.
#include <algorithm>
#include <fcntl.h>
#include <string>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "common/small_file.h"
#include "tests/indexer/scan/walked.h"
#include "tests/support/temp_folder.h"

using notes::Diagnostic;
using notes::Error;
using notes::Found;
using notes::TempFolder;
using notes::walk;
using notes::Walked;

namespace {

// Root may read everything; as nobody the permissions of files count.
class WithoutPrivileges {
 public:
  WithoutPrivileges() : user_(::geteuid()) {
    if (user_ == 0) BOOST_REQUIRE(::seteuid(65534) == 0);
  }
  ~WithoutPrivileges() {
    if (user_ == 0) [[maybe_unused]]
      const int result = ::seteuid(0);
  }
  WithoutPrivileges(const WithoutPrivileges&) = delete;
  WithoutPrivileges& operator=(const WithoutPrivileges&) = delete;

 private:
  uid_t user_;
};

void make_socket(const std::string& path) {
  const notes::Descriptor listener(::socket(AF_UNIX, SOCK_STREAM, 0));
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  BOOST_REQUIRE(path.size() < sizeof address.sun_path);
  path.copy(address.sun_path, path.size());
  BOOST_REQUIRE(
      ::bind(listener.number(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
}

// Folders within folders until the path from the outermost is longer than the system takes.
void make_deep_folders(const std::string& root, const std::string& name, int depth) {
  int folder = ::open(root.c_str(), O_RDONLY | O_DIRECTORY);
  for (int level = 0; level < depth; ++level) {
    BOOST_REQUIRE(::mkdirat(folder, name.c_str(), 0700) == 0);
    const int next = ::openat(folder, name.c_str(), O_RDONLY | O_DIRECTORY);
    ::close(folder);
    folder = next;
  }
  ::close(folder);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(note_finder_faults)

BOOST_AUTO_TEST_CASE(links_to_files_are_followed) {
  const TempFolder root;
  const TempFolder elsewhere;
  elsewhere.write("target.org", "seven b");
  root.link(elsewhere.path("target.org"), "note.md");
  root.link(elsewhere.path("target.org"), "picture.png");
  std::vector<Diagnostic> diagnostics;
  const Found found = notes::find_notes({.path = root.path()}, diagnostics);
  BOOST_REQUIRE(found.notes.size() == 1U);
  BOOST_TEST(found.notes[0].rel_path == "note.md");
  BOOST_TEST(found.notes[0].stamp.size == 7U);
  BOOST_TEST(found.notes[0].is_link);
}

BOOST_AUTO_TEST_CASE(a_linked_folder_is_walked_once_and_keeps_its_real_name_where_it_has_one) {
  const TempFolder root;
  const TempFolder elsewhere;
  elsewhere.write("x.md");
  root.write("z/real.md");
  root.write("m.md");
  root.link("z", "a");                    // z is walked anyway
  root.link(elsewhere.path(), "first");   // taken
  root.link(elsewhere.path(), "second");  // the same folder again
  root.link(elsewhere.path(), "hidden.md");
  const Walked walked = walk(root.path());
  BOOST_TEST(walked.notes == "first/x.md m.md z/real.md ");
  BOOST_TEST(walked.folders == ". first z ");
  BOOST_TEST(walked.diagnostics.empty());
}

BOOST_AUTO_TEST_CASE(links_in_a_circle_end) {
  const TempFolder root;
  const TempFolder elsewhere;
  elsewhere.write("deep/y.md");
  elsewhere.link(root.path(), "deep/back");
  root.write("sub/x.md");
  root.link("..", "sub/up");
  root.link(".", "self");
  root.link(elsewhere.path(), "out");
  const Walked walked = walk(root.path());
  BOOST_TEST(walked.notes == "out/deep/y.md sub/x.md ");
  BOOST_TEST(walked.folders == ". out out/deep sub ");
  BOOST_TEST(walked.diagnostics.empty());
}

BOOST_AUTO_TEST_CASE(rules_also_apply_below_links) {
  const TempFolder root;
  const TempFolder elsewhere;
  elsewhere.write("x.md");
  elsewhere.write("drafts/y.md");
  root.link(elsewhere.path(), "out");
  root.link(elsewhere.path("drafts"), "old");
  root.write(".notesignore", "out/drafts\nold/\n");
  BOOST_TEST(walk(root.path()).notes == "out/x.md ");
}

BOOST_AUTO_TEST_CASE(dead_links_are_reported_where_they_look_like_notes) {
  const TempFolder root;
  root.write("x.md");
  root.link("nowhere", "dangling.md");
  root.link("nowhere", "dangling.png");
  root.link("loop.md", "loop.md");
  root.link("x.md/inside", "odd.md");
  const Walked walked = walk(root.path());
  BOOST_TEST(walked.notes == "x.md ");
  std::vector<std::string> lines;
  for (const Diagnostic& diagnostic : walked.diagnostics)
    lines.push_back(diagnostic.path + ": " + diagnostic.text);
  std::sort(lines.begin(), lines.end());
  BOOST_TEST(
      lines == (std::vector<std::string>{
                   root.path("dangling.md") + ": is a link to a file that does not exist",
                   root.path("loop.md") +
                       ": is a link that cannot be followed: Too many levels of symbolic links",
                   root.path("odd.md") + ": is a link that cannot be followed: Not a directory"}),
      boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(pipes_and_sockets_are_reported_where_they_look_like_notes) {
  const TempFolder root;
  BOOST_REQUIRE(::mkfifo(root.path("pipe.md").c_str(), 0600) == 0);
  BOOST_REQUIRE(::mkfifo(root.path("pipe").c_str(), 0600) == 0);
  root.link("pipe.md", "link.png");
  Walked walked = walk(root.path());
  BOOST_TEST(walked.notes == "");
  BOOST_TEST(texts(walked) == root.path("pipe.md") + ": is a FIFO, not a note\n");
  root.remove("pipe.md");
  make_socket(root.path("socket.md"));
  walked = walk(root.path());
  BOOST_TEST(walked.notes == "");
  BOOST_TEST(texts(walked) == root.path("socket.md") + ": is a socket, not a note\n");
}

BOOST_AUTO_TEST_CASE(an_unreadable_folder_is_reported_and_the_walk_continues) {
  const TempFolder root;
  root.write("a.md");
  root.write("locked/b.md");
  root.write("open/c.md");
  ::chmod(root.path().c_str(), 0755);
  ::chmod(root.path("locked").c_str(), 0);
  Walked walked;
  {
    const WithoutPrivileges nobody;
    walked = walk(root.path());
  }
  ::chmod(root.path("locked").c_str(), 0700);
  BOOST_TEST(walked.notes == "a.md open/c.md ");
  BOOST_TEST(walked.folders == ". open ");
  BOOST_TEST(texts(walked) == root.path("locked") + ": cannot be opened: Permission denied\n");
}

BOOST_AUTO_TEST_CASE(an_ignore_file_that_may_not_be_read_is_reported) {
  const TempFolder root;
  root.write("a.md");
  root.write(".notesignore", "a.md\n");
  ::chmod(root.path().c_str(), 0755);
  ::chmod(root.path(".notesignore").c_str(), 0);
  Walked walked;
  {
    const WithoutPrivileges nobody;
    walked = walk(root.path());
  }
  BOOST_TEST(walked.notes == "a.md ");
  BOOST_TEST(texts(walked) == root.path(".notesignore") + ": cannot be read: Permission denied\n");
}

BOOST_AUTO_TEST_CASE(folders_too_deep_for_a_path_are_reported_once) {
  const TempFolder root;
  root.write("a.md");
  make_deep_folders(root.path(), std::string(200, 'd'), 25);
  const Walked walked = walk(root.path());
  BOOST_TEST(walked.notes == "a.md ");
  BOOST_REQUIRE(walked.diagnostics.size() == 1U);
  BOOST_TEST(walked.diagnostics[0].text == "cannot be opened: File name too long");
}

BOOST_AUTO_TEST_CASE(depth_costs_no_descriptors) {
  const TempFolder root;
  make_deep_folders(root.path(), "d", 1500);
  const Walked walked = walk(root.path());
  BOOST_TEST(walked.diagnostics.empty());
  BOOST_TEST(std::count(walked.folders.begin(), walked.folders.end(), ' ') == 1501);
}

BOOST_AUTO_TEST_CASE(a_root_that_cannot_be_walked_is_an_error_that_names_it) {
  const TempFolder folder;
  folder.write("file.md");
  folder.link("loop", "loop");
  BOOST_REQUIRE(::mkfifo(folder.path("pipe").c_str(), 0600) == 0);
  const struct {
    std::string path;
    std::string text;
  } rows[] = {
      {folder.path("absent"), ": there is no such file or folder"},
      {folder.path("file.md/x"), ": there is no such file or folder"},
      {folder.path("loop"), ": cannot be read: Too many levels of symbolic links"},
      {folder.path(std::string(300, 'x')), ": cannot be read: File name too long"},
      {folder.path("pipe"), ": is neither a file nor a folder"},
  };
  for (const auto& row : rows) {
    BOOST_TEST_CONTEXT(row.path) {
      std::vector<Diagnostic> diagnostics;
      BOOST_CHECK_EXCEPTION(
          notes::find_notes({.path = row.path}, diagnostics), Error, [&row](const Error& error) {
            return error.text() == row.path + row.text &&
                   error.exit_code() == notes::ExitCode::failure && !error.hint().empty();
          });
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
