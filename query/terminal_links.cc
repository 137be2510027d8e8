// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/terminal_links.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>
#include <unistd.h>

#include "common/cli/terminal.h"
#include "common/environment.h"

namespace notes {
namespace {

// Nearly all terminals show links or ignore them. These print the escape sequence as text.
bool is_known_to_print_links() {
  constexpr std::array<std::string_view, 4> kTerms{"dumb", "linux", "cons25", "eterm"};
  constexpr int kFirstGoodVte = 5000;
  const std::string term = environment("TERM").value_or("dumb");
  const bool is_bad = std::ranges::any_of(kTerms, [&](std::string_view bad) {
    return term == bad || term.starts_with(std::string(bad) + "-");
  });
  const auto vte = environment("VTE_VERSION");
  return is_bad || environment("INSIDE_EMACS") || (vte && std::atoi(vte->c_str()) < kFirstGoodVte);
}

}  // namespace

bool wants_links(LinkMode mode, bool color) {
  if (mode != LinkMode::automatic) return mode == LinkMode::always;
  return color && is_terminal(STDOUT_FILENO) && !is_known_to_print_links();
}

std::string host_name() {
  std::array<char, 256> name{};
  return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

}  // namespace notes
