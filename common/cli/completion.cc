// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>

#include <CLI/CLI.hpp>

#include "common/cli/command_line.h"
#include "common/cli/shell_words.h"
#include "common/cli/standard_options.h"
#include "common/schema.h"
#include "common/text/joined.h"
#include "common/text/printable.h"

namespace notes {
namespace {

// PROGRAM and FUNCTION stand for the program's name and a function named after it.
constexpr std::string_view kBash = R"(_FUNCTION() {
  local found
  mapfile -t found < <(PROGRAM --complete-line bash "${COMP_LINE:0:COMP_POINT}" \
    "$COMP_WORDBREAKS" 2>/dev/null)
  COMPREPLY=("${found[@]:1}")
  case ${found[0]-} in
    files) compopt -o default ;;
    folders) compopt -o dirnames -o filenames ;;
    words) if [[ ${COMPREPLY[0]-} == *[:=] ]]; then compopt -o nospace; fi ;;
  esac
}
complete -F _FUNCTION PROGRAM
)";

constexpr std::string_view kZsh = R"(#compdef PROGRAM
_FUNCTION() {
  local line value
  local -a found shown end
  found=("${(@f)$(PROGRAM --complete-line zsh "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" \
    2>/dev/null)}")
  case $found[1] in
    files) compset -P '--*='; _files ;;
    folders) compset -P '--*='; _files -/ ;;
    words)
      for line in "${(@)found[2,-1]}"; do
        value=${line%%$'\t'*} shown=("${line/$'\t'/  -- }") end=()
        if [[ $value == *[:=] ]]; then end=(-S ''); fi
        compadd -l -d shown "${(@)end}" -- "$value"
      done ;;
  esac
}
compdef _FUNCTION PROGRAM
)";

constexpr std::string_view kFish = R"(function __FUNCTION
    set -l token (commandline -ct)
    set -l option (string match -r -- '^--[^=]+=' "$token")
    set -l path (string replace -- "$option" '' "$token")
    set -l found (PROGRAM --complete-line fish (commandline -opc)[2..-1] "$token" 2>/dev/null)
    switch "$found[1]"
        case files
            complete -C"'' $path" | string replace -r -- '^' "$option"
        case folders
            __fish_complete_directories "$path" | string replace -r -- '^' "$option"
        case words
            printf '%s\n' $found[2..-1]
    end
end
complete -c PROGRAM -f -a '(__FUNCTION)'
)";

struct Typed {
  std::vector<std::string> before;  // whole words
  std::string word;                 // the last one, without its quotes
};

struct Candidate {
  std::string word;
  std::string help;
};

struct Candidates {
  std::string kind = "words";
  std::vector<Candidate> rows = {};
};

Candidates values_of(const CLI::Option& option, const Typed& typed, const std::string& value,
                     const CompleteWord& complete) {
  const std::string type = option.get_type_name();
  if (type == "DIR") return {"folders"};
  if (type == "PATH") return {"files"};
  Candidates found;
  const Field* field = find_field(option.get_lnames().front());
  if (field != nullptr && field->kind == FieldKind::label) {
    // Without the field's name and a query's quotes.
    const std::string start = std::string(field->name) + ":\"";
    for (const std::string& word : complete(typed.before, start + value))
      found.rows.push_back(
          {printable(word.substr(start.size(), word.size() - start.size() - 1)), ""});
  } else if (type.find('|') != type.npos) {
    for (const std::string& choice : CLI::detail::split(type, '|'))
      if (choice.starts_with(value)) found.rows.push_back({choice, ""});
  }
  return found;
}

Candidates option_names(const CLI::App& app, const std::string& start) {
  Candidates found;
  for (const CLI::Option* option : app.get_options())
    if (const std::string name = option->get_name(); name.starts_with(start))
      found.rows.push_back({name, first_help_line(*option)});
  return found;
}

Candidates query_words(const Typed& typed, const CompleteWord& complete) {
  Candidates found;
  for (const std::string& word : complete(typed.before, typed.word)) {
    const Field* field =
        word.ends_with(':') ? find_field(word.substr(0, word.size() - 1)) : nullptr;
    found.rows.push_back({printable(word), field == nullptr ? "" : std::string(field->help)});
  }
  return found;
}

Candidates candidates(const CLI::App& app, WordKind words, const Typed& typed,
                      const CompleteWord& complete) {
  const bool options_ended = std::ranges::find(typed.before, "--") != typed.before.end();
  const std::size_t equals = typed.word.find('=');
  if (!options_ended && typed.word.starts_with("--") && equals != std::string::npos) {
    const CLI::Option* option = app.get_option_no_throw(typed.word.substr(0, equals));
    if (option == nullptr || !needs_value(*option)) return {};
    Candidates found = values_of(*option, typed, typed.word.substr(equals + 1), complete);
    for (Candidate& row : found.rows) row.word.insert(0, typed.word, 0, equals + 1);
    return found;
  }
  const std::string last = options_ended || typed.before.empty() ? "" : typed.before.back();
  const CLI::Option* open = last.starts_with('-') ? app.get_option_no_throw(last) : nullptr;
  if (open != nullptr && needs_value(*open)) return values_of(*open, typed, typed.word, complete);
  if (!options_ended && (typed.word == "-" || typed.word.starts_with("--")))
    return option_names(app, typed.word);
  return words == WordKind::paths ? Candidates{"files"} : query_words(typed, complete);
}

// Leaves out the program. The last word is empty if a new one begins.
ShellLine line_of_bash(std::span<const char* const> arguments) {
  ShellLine line = read_shell_line(arguments[1], arguments.size() > 2 ? arguments[2] : "");
  if (!line.ends_in_word) {
    line.words.emplace_back();
    line.kept.clear();
  }
  line.words.erase(line.words.begin());
  return line;
}

// Fish passes the last word as typed.
ShellLine line_of_words(std::span<const char* const> arguments) {
  ShellLine line;
  line.words.assign(arguments.begin() + 1, arguments.end());
  if (arguments[0] != std::string_view("fish")) return line;
  const auto last = read_shell_line(line.words.back()).words;
  line.words.back() = last.empty() ? "" : last.back();
  return line;
}

}  // namespace

std::string completion_script(const std::string& program, Shell shell) {
  constexpr std::array<std::string_view, 3> kScripts{kBash, kZsh, kFish};
  std::string function = program;
  std::ranges::replace(function, '-', '_');
  const std::string script(kScripts[static_cast<std::size_t>(shell)]);
  return with_replaced(with_replaced(script, "PROGRAM", program), "FUNCTION", function);
}

std::string completed_line(const CLI::App& app, WordKind words,
                           std::span<const char* const> arguments, const CompleteWord& complete) {
  if (arguments.size() < 2) return {};
  const bool is_bash = arguments[0] == std::string_view("bash");
  const ShellLine line = is_bash ? line_of_bash(arguments) : line_of_words(arguments);
  if (line.words.empty()) return {};
  const Typed typed{{line.words.begin(), line.words.end() - 1}, line.words.back()};
  const Candidates found = candidates(app, words, typed, complete);
  std::string text = found.kind + "\n";
  for (const auto& [word, help] : found.rows) {
    if (!is_bash)
      text += word + (help.empty() ? "" : "\t" + help) + "\n";
    else if (word.starts_with(line.kept))
      // Bash inserts each answer unchanged, instead of what follows `kept`.
      text += shell_quoted(word.substr(line.kept.size()), line.quote) + "\n";
  }
  return text;
}

}  // namespace notes
