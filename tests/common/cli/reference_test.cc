// SPDX-License-Identifier: GPL-2.0-or-later
#include <array>
#include <string>

#include <CLI/CLI.hpp>
#include <boost/test/unit_test.hpp>

#include "common/cli/command_line.h"
#include "common/cli/config_file.h"
#include "common/cli/standard_options.h"
#include "common/environment.h"
#include "common/schema.h"

using namespace notes;

namespace {

constexpr std::array<Example, 1> kExamples{{{"prog rye", "notes about rye"}}};
constexpr ProgramPage kPage{"[WORD]...", "Bakes.", kExamples, "man prog", WordKind::paths};

struct Program {
  std::unique_ptr<CLI::App> app = make_app("prog");
  StandardOptions standard;
  int loaves = 1;
  ColorMode color = ColorMode::automatic;

  Program() {
    add_standard_options(*app, standard);
    add_number(*app, {"-n,--loaves", "N", "how many"}, {1, 9}, loaves)->group("Oven");
    add_color_option(*app, color)->group("Oven");
    declare_settings(*app, {"--loaves"});
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(reference)

BOOST_AUTO_TEST_CASE(short_help_leaves_out_further_options) {
  const Program program;
  BOOST_TEST(help_text(*program.app, kPage) ==
             "Usage: prog [WORD]...\n"
             "Bakes.\n"
             "  prog rye  notes about rye\n"
             "Oven:\n"
             "  -n, --loaves N         how many\n"
             "      --color WORD       colours (default auto): auto, always, never\n"
             "More: prog --help-all, man prog\n");
}

BOOST_AUTO_TEST_CASE(short_help_only_names_the_other_commands) {
  Program program;
  bool given = false;
  std::optional<std::string> word;
  add_switch(*program.app, "--list", given, "a list")->group(kFindingAround);
  add_text(*program.app, {"--get", "WORD", "one of them"}, word)->group(kFindingAround);
  BOOST_TEST(help_text(*program.app, kPage).find("Other commands: --list --get\nMore:") !=
             std::string::npos);
  BOOST_TEST(full_help_text(*program.app, kPage)
                 .find("Other commands:\n"
                       "      --list             a list\n"
                       "      --get WORD         one of them\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(full_help_explains_every_value_and_ends_with_the_further_options) {
  const Program program;
  BOOST_TEST(full_help_text(*program.app, kPage) ==
             "Usage: prog [WORD]...\n"
             "Bakes.\n"
             "  prog rye  notes about rye\n"
             "Oven:\n"
             "  -n, --loaves N         how many\n"
             "      --color WORD       colours (default auto): auto, always, never\n"
             "                           auto: on a terminal, unless NO_COLOR is set\n"
             "                           always: also into a pipe or a file\n"
             "                           never: plain text\n"
             "Further options:\n"
             "      --no-config        do not read your config folder\n"
             "  -h, --help             show the everyday options\n"
             "      --help-all         show every option and value\n"
             "  -V, --version          show the version\n"
             "      --completion WORD  print a script for tab completion: bash, zsh, fish\n"
             "                           bash: source <(prog --completion bash)\n"
             "                           zsh: source <(prog --completion zsh)\n"
             "                           fish: prog --completion fish | source\n"
             "Settings, as NAME = VALUE below [prog] in ~/.config/notes-search/config:\n"
             "  loaves\n"
             "More: man prog\n");
}

BOOST_AUTO_TEST_CASE(full_help_of_a_query_program_lists_every_field) {
  const Program program;
  ProgramPage page = kPage;
  page.words = WordKind::query_words;
  const std::string help = full_help_text(*program.app, page);
  for (const Field& field : fields()) BOOST_TEST_CONTEXT(field.name) {
      BOOST_TEST(help.find("\n  " + std::string(field.name) + ":") != std::string::npos);
      BOOST_TEST(help.find("for example " + std::string(field.example) + "\n") !=
                 std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(the_version_is_that_of_the_project) {
  StandardOptions options;
  options.version = true;
  BOOST_TEST(text_asked_for(*Program().app, {}, options)->text == "prog " NOTES_VERSION "\n");
}

BOOST_AUTO_TEST_SUITE_END()
