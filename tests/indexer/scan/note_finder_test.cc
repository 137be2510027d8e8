// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/scan/note_finder.h"

#include <fcntl.h>
#include <string>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "indexer/scan/descriptor.h"
#include "tests/support/temp_folder.h"

using notes::Diagnostic;
using notes::Error;
using notes::FindRules;
using notes::Found;
using notes::TempFolder;

namespace {

struct Walked {
  std::string notes;    // paths, each with a blank behind it
  std::string folders;  // the root as "."
  std::vector<Diagnostic> diagnostics;
};

Walked walk(const std::string& root, const FindRules& rules = {}) {
  Walked walked;
  const Found found = notes::find_notes(root, rules, walked.diagnostics);
  for (const auto& note : found.notes) walked.notes += note.rel_path + " ";
  for (const auto& folder : found.folders)
    walked.folders += (folder.rel_path.empty() ? "." : folder.rel_path) + " ";
  return walked;
}

std::string notes_in(const TempFolder& root, const FindRules& rules = {}) {
  const Walked walked = walk(root.path(), rules);
  BOOST_TEST(walked.diagnostics.empty());
  return walked.notes;
}

std::string texts(const Walked& walked) {
  std::string joined;
  for (const Diagnostic& diagnostic : walked.diagnostics)
    joined += diagnostic.path + ": " + diagnostic.text + "\n";
  return joined;
}

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

BOOST_AUTO_TEST_SUITE(note_finder)

BOOST_AUTO_TEST_CASE(notes_and_folders_come_in_byte_order_of_their_paths) {
  const TempFolder root;
  for (const char* name : {"b.md", "a/z.md", "a/b/c.txt", "a.md", "a-b/x.MD", "a0.md", "Z.mdx",
                           "a/picture.png", "list.markdown", "README"})
    root.write(name);
  root.make_folder("empty");
  const Walked walked = walk(root.path());
  BOOST_TEST(walked.notes == "Z.mdx a-b/x.MD a.md a/b/c.txt a/z.md a0.md b.md list.markdown ");
  BOOST_TEST(walked.folders == ". a a-b a/b empty ");
  BOOST_TEST(walked.diagnostics.empty());
}

BOOST_AUTO_TEST_CASE(stamps_and_folder_times_are_those_of_stat) {
  const TempFolder root;
  root.write("a/x.md", "twelve bytes");
  std::vector<Diagnostic> diagnostics;
  const Found found = notes::find_notes(root.path(), {}, diagnostics);
  struct stat note {};
  struct stat folder {};
  BOOST_REQUIRE(::stat(root.path("a/x.md").c_str(), &note) == 0);
  BOOST_REQUIRE(::stat(root.path("a").c_str(), &folder) == 0);
  BOOST_REQUIRE(found.notes.size() == 1U);
  BOOST_TEST((found.notes[0].stamp == notes::stamp_of(note)));
  BOOST_TEST(found.notes[0].stamp.size == 12U);
  BOOST_REQUIRE(found.folders.size() == 2U);
  BOOST_TEST(found.folders[1].mtime_ns == notes::mtime_ns_of(folder));
}

BOOST_AUTO_TEST_CASE(hidden_places_and_droppings_of_programs_are_left_out) {
  const TempFolder root;
  for (const char* name :
       {"x.md", ".hidden.md", ".obsidian/a.md", ".trash/a.md", ".git/a.md", ".github/a.md",
        "node_modules/p/readme.md", "_site/a.md", "logseq/bak/a.md", "logseq/.recycle/a.md",
        "logseq/pages/a.md", "vault/logseq/bak/a.md", "bak/a.md", "x.md~", "#x.md#"})
    root.write(name);
  root.link("user@host.1234", ".#x.md");
  BOOST_TEST(notes_in(root) == "bak/a.md logseq/pages/a.md x.md ");
}

BOOST_AUTO_TEST_CASE(a_hidden_root_is_walked) {
  const TempFolder outer;
  outer.write(".notes/x.md");
  BOOST_TEST(walk(outer.path(".notes")).notes == "x.md ");
}

BOOST_AUTO_TEST_CASE(globs_of_the_user_are_relative_to_the_root_and_win) {
  const TempFolder root;
  for (const char* name : {"x.md", "drafts/a.md", "b/drafts/a.md", ".github/a.md", "keep.md"})
    root.write(name);
  root.write(".notesignore", "keep.md\n");
  FindRules rules;
  rules.ignore_globs = {"/drafts/", "!.github", "!keep.md", "x.*"};
  BOOST_TEST(notes_in(root, rules) == ".github/a.md b/drafts/a.md keep.md ");
}

BOOST_AUTO_TEST_CASE(notesignore_files_hold_from_their_folder_down) {
  const TempFolder root;
  for (const char* name : {"a.md", "x.md", "sub/a.md", "sub/x.md", "sub/deep/b.md", "sub/deep/x.md",
                           "other/b.md", ".public/a.md"})
    root.write(name);
  root.write(".notesignore", "x.md\n!.public/\n");
  root.write("sub/.notesignore", "!/x.md\n/deep/b.md\n");
  BOOST_TEST(notes_in(root) == ".public/a.md a.md other/b.md sub/a.md sub/x.md ");
}

BOOST_AUTO_TEST_CASE(nothing_below_an_ignored_folder_can_be_taken_back) {
  const TempFolder root;
  root.write("old/keep.md");
  root.write("half/keep.md");
  root.write("half/gone.md");
  root.write(".notesignore", "old/\n!old/keep.md\nhalf/*\n!half/keep.md\n");
  BOOST_TEST(notes_in(root) == "half/keep.md ");
}

BOOST_AUTO_TEST_CASE(gitignore_counts_inside_a_git_work_tree_only) {
  const TempFolder root;
  root.write("a.md");
  root.write("out/b.md");
  root.write(".gitignore", "out/\n");
  BOOST_TEST(notes_in(root) == "a.md out/b.md ");
  root.make_folder(".git");
  BOOST_TEST(notes_in(root) == "a.md ");
  FindRules rules;
  rules.obey_gitignore = false;
  BOOST_TEST(notes_in(root, rules) == "a.md out/b.md ");
}

BOOST_AUTO_TEST_CASE(gitignore_files_above_the_root_count_up_to_the_top_of_the_work_tree) {
  const TempFolder outer;
  outer.write(".gitignore", "a.md\n");
  outer.write("repo/.git", "gitdir: elsewhere\n");
  outer.write("repo/.gitignore", "/docs/b.md\nc.md\n");
  outer.write("repo/docs/.gitignore", "!c.md\n/sub/d.md\n");
  for (const char* name : {"a.md", "b.md", "c.md", "sub/b.md", "sub/d.md"})
    outer.write(std::string("repo/docs/") + name);
  BOOST_TEST(walk(outer.path("repo/docs")).notes == "a.md c.md sub/b.md ");
  BOOST_TEST(walk(outer.path("repo/docs/sub")).notes == "b.md ");
}

BOOST_AUTO_TEST_CASE(a_work_tree_inside_another_has_rules_of_its_own) {
  const TempFolder root;
  root.make_folder(".git");
  root.write(".gitignore", "a.md\n");
  root.make_folder("inner/.git");
  root.write("inner/.gitignore", "b.md\n");
  for (const char* name : {"a.md", "b.md", "inner/a.md", "inner/b.md"}) root.write(name);
  BOOST_TEST(notes_in(root) == "b.md inner/a.md ");
}

BOOST_AUTO_TEST_CASE(a_gitignore_cannot_bring_hidden_places_in_and_a_notesignore_can) {
  const TempFolder root;
  root.make_folder(".git");
  root.write(".github/a.md");
  root.write("out/b.md");
  root.write(".gitignore", "out\n!.github\n");
  BOOST_TEST(notes_in(root) == "");
  root.write(".notesignore", "!.github\n!out\n");
  BOOST_TEST(notes_in(root) == ".github/a.md out/b.md ");
}

BOOST_AUTO_TEST_CASE(an_ignore_file_that_is_no_file_holds_no_rules) {
  const TempFolder root;
  root.write("a.md");
  BOOST_REQUIRE(::mkfifo(root.path(".notesignore").c_str(), 0600) == 0);
  BOOST_TEST(notes_in(root) == "a.md ");
}

BOOST_AUTO_TEST_CASE(a_file_root_is_taken_whatever_its_name) {
  const TempFolder folder;
  folder.write(".hidden.org", "four");
  folder.link(".hidden.org", "link");
  std::vector<Diagnostic> diagnostics;
  const Found found = notes::find_notes(folder.path(".hidden.org"), {}, diagnostics);
  BOOST_REQUIRE(found.notes.size() == 1U);
  BOOST_TEST(found.notes[0].rel_path == ".hidden.org");
  BOOST_TEST(found.notes[0].stamp.size == 4U);
  BOOST_TEST(!found.notes[0].is_link);
  BOOST_TEST(found.folders.empty());
  const Found linked = notes::find_notes(folder.path("link"), {}, diagnostics);
  BOOST_TEST(linked.notes[0].rel_path == "link");
  BOOST_TEST(linked.notes[0].is_link);
  BOOST_TEST((linked.notes[0].stamp == found.notes[0].stamp));
}

BOOST_AUTO_TEST_CASE(links_to_files_are_followed) {
  const TempFolder root;
  const TempFolder elsewhere;
  elsewhere.write("target.org", "seven b");
  root.link(elsewhere.path("target.org"), "note.md");
  root.link(elsewhere.path("target.org"), "picture.png");
  std::vector<Diagnostic> diagnostics;
  const Found found = notes::find_notes(root.path(), {}, diagnostics);
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

BOOST_AUTO_TEST_CASE(rules_hold_behind_links_as_well) {
  const TempFolder root;
  const TempFolder elsewhere;
  elsewhere.write("x.md");
  elsewhere.write("drafts/y.md");
  root.link(elsewhere.path(), "out");
  root.link(elsewhere.path("drafts"), "old");
  root.write(".notesignore", "out/drafts\nold/\n");
  BOOST_TEST(notes_in(root) == "out/x.md ");
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

BOOST_AUTO_TEST_CASE(a_folder_that_may_not_be_opened_is_reported_and_the_walk_goes_on) {
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

BOOST_AUTO_TEST_CASE(names_that_are_not_utf8_are_kept_as_they_are) {
  const TempFolder root;
  root.write("caf\xE9/\xFF\xFE.md");
  root.write("new\nline.md");
  BOOST_TEST(notes_in(root) == "caf\xE9/\xFF\xFE.md new\nline.md ");
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
          notes::find_notes(row.path, {}, diagnostics), Error, [&row](const Error& error) {
            return error.text() == row.path + row.text &&
                   error.exit_code() == notes::ExitCode::failure && !error.hint().empty();
          });
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
