// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/completion.h"

#include <algorithm>
#include <string_view>

#include <CLI/CLI.hpp>

#include "common/cli/value_options.h"
#include "common/schema.h"

namespace notes {
namespace {

// An option whose value may be left out is completed as if it had none.
bool needs_value(const CLI::Option& option) {
  return option.get_expected_max() > 0 && !option.get_type_name().starts_with('[');
}

enum class Completes : std::uint8_t { nothing, words, folders, files, labels };

Completes completes(const CLI::Option& option) {
  const std::string type = option.get_type_name();
  if (type.find('|') != type.npos) return Completes::words;
  if (type == "DIR") return Completes::folders;
  if (type == "PATH") return Completes::files;
  const Field* field = find_field(option.get_lnames().front());
  return field != nullptr && field->kind == FieldKind::label ? Completes::labels
                                                             : Completes::nothing;
}

// The values of a choice, blank-separated.
std::string values(const CLI::Option& option) {
  std::string words = option.get_type_name();
  std::ranges::replace(words, '|', ' ');
  return words;
}

// For a text between single quotes, where the shells escape an apostrophe each in its own way.
std::string unquoted(std::string_view text) {
  std::string unquoted;
  for (const char c : text) c == '\'' ? unquoted += "’" : unquoted += c;
  return unquoted;
}

std::string function_name(const CLI::App& app) {
  std::string name = "_" + app.get_name();
  std::ranges::replace(name, '-', '_');
  return name;
}

std::string field_prefixes() {
  std::string text;
  for (const Field& field : fields())
    text.append(text.empty() ? "" : " ").append(field.name) += ':';
  return text;
}

std::string option_names(const CLI::App& app) {
  std::string text;
  for (const CLI::Option* option : app.get_options())
    text += (text.empty() ? "" : " ") + long_name(*option);
  return text;
}

// A program with this option knows the words of its query better than any script.
bool completes_words(const CLI::App& app) {
  return app.get_option_no_throw("--complete") != nullptr;
}

// `command` completes the text that follows it.
std::string complete_command(const CLI::App& app) {
  return app.get_name() + " --complete ";
}

std::string bash_patterns(const CLI::Option& option) {
  std::string pattern = long_name(option);
  for (const std::string& name : option.get_snames()) pattern += "|-" + name;
  return pattern;
}

std::string bash_reply(const std::string& generator) {
  return "mapfile -t COMPREPLY < <(compgen " + generator + " -- \"$word\"); return;;\n";
}

// The labels of a field that begin with $word, without the field.
std::string bash_labels(const CLI::App& app, const std::string& field) {
  return "mapfile -t COMPREPLY < <(" + complete_command(app) + "\"" + field +
         ":$word\" 2>/dev/null)\n      COMPREPLY=(\"${COMPREPLY[@]#" + field + ":}\"); return;;\n";
}

std::string bash_option_cases(const CLI::App& app) {
  std::string text;
  for (const CLI::Option* option : app.get_options()) {
    if (!needs_value(*option)) continue;
    text += "    " + bash_patterns(*option) + ") ";
    switch (completes(*option)) {
      case Completes::words:
        text += bash_reply("-W '" + values(*option) + "'");
        break;
      case Completes::folders:
        text += bash_reply("-d");
        break;
      case Completes::files:
        text += bash_reply("-f");
        break;
      case Completes::labels:
        text += bash_labels(app, option->get_lnames().front());
        break;
      case Completes::nothing:
        text += "return;;\n";
        break;
    }
  }
  return text;
}

std::string bash_field_cases() {
  std::string text;
  for (const Field& field : fields())
    if (!field.values.empty())
      text += "    " + std::string(field.name) + ":) " +
              bash_reply("-W '" + std::string(field.values) + "'");
  return text;
}

std::string bash_words(const CLI::App& app, WordKind words) {
  if (words == WordKind::paths) return "  mapfile -t COMPREPLY < <(compgen -f -- \"$word\")\n";
  const std::string fields =
      "  mapfile -t COMPREPLY < <(compgen -W '" + field_prefixes() + "' -- \"$word\")\n";
  const std::string own =
      "  local field=\n"
      "  [[ $before == *: || $before == @ ]] && field=$before\n"
      "  if [[ -n $field$word ]]; then\n"
      "    mapfile -t COMPREPLY < <(" +
      complete_command(app) +
      "\"$field$word\" 2>/dev/null)\n"
      "    [[ $field != @ ]] && COMPREPLY=(\"${COMPREPLY[@]#\"$field\"}\")\n"
      "  fi\n";
  return fields + (completes_words(app) ? own : "") +
         "  if [[ ${COMPREPLY[0]-} == *: ]]; then compopt -o nospace 2>/dev/null; fi\n";
}

// Bash breaks words at '=', ':' and '@', so `--sort=ne` arrives as three words and `level:th` too.
// What stands before '=' and ':' readline keeps; an '@' it wants to get back.
std::string bash_script(const CLI::App& app, WordKind words) {
  const std::string name = function_name(app);
  return name +
         "() {\n"
         "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n"
         "  COMPREPLY=()\n"
         "  local mark=\n"
         "  if [[ $word == [=:@] ]]; then\n"
         "    mark=$word word=\n"
         "  elif [[ $before == [=:@] && $COMP_CWORD -ge 2 ]]; then\n"
         "    mark=$before before=${COMP_WORDS[COMP_CWORD-2]}\n"
         "  fi\n"
         "  case $mark in\n    :) before+=:;;\n    @) before=@;;\n  esac\n"
         "  case $before in\n" +
         bash_option_cases(app) + (words == WordKind::query_words ? bash_field_cases() : "") +
         "  esac\n"
         "  if [[ $word == -* ]]; then\n"
         "    mapfile -t COMPREPLY < <(compgen -W '" +
         option_names(app) + "' -- \"$word\")\n    return\n  fi\n" + bash_words(app, words) +
         "}\ncomplete -F " + name + " " + app.get_name() + "\n";
}

// Inside an _arguments specification, ':' and the brackets are its own punctuation.
std::string zsh_text(std::string_view text) {
  std::string escaped;
  for (const char c : unquoted(text)) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') escaped += '\\';
    escaped += c;
  }
  return escaped;
}

constexpr const char* kZshLabels = "_notes_labels";

// The labels of the field $1 that begin with what is typed, without the field.
std::string zsh_labels(const CLI::App& app) {
  return std::string(kZshLabels) + "() {\n  local -a labels=(${(f)\"$(" + complete_command(app) +
         "\"$1:$PREFIX\" 2>/dev/null)\"})\n  compadd -- ${labels#$1:}\n}\n";
}

std::string zsh_value(const CLI::Option& option) {
  if (!needs_value(option)) return "";
  switch (completes(option)) {
    case Completes::words:
      return ":value:(" + values(option) + ")";
    case Completes::folders:
      return ":folder:_files -/";
    case Completes::files:
      return ":file:_files";
    case Completes::labels:
      return std::string(":label:{") + kZshLabels + " " + option.get_lnames().front() + "}";
    case Completes::nothing:
      break;
  }
  return ":" + zsh_text(option.get_type_name()) + ":";
}

std::string zsh_option(const CLI::Option& option) {
  const std::string rest = "[" + zsh_text(first_help_line(option)) + "]" + zsh_value(option) + "'";
  const std::string equals = needs_value(option) ? "=" : "";
  std::string text = " \\\n    '*" + long_name(option) + equals + rest;
  for (const std::string& name : option.get_snames())
    text += " \\\n    '*-" + name + (equals.empty() ? "" : "+") + rest;
  return text;
}

std::string zsh_fields(const CLI::App& app) {
  std::string text = "  local -a fields=(\n";
  for (const Field& field : fields())
    text += "    '" + std::string(field.name) + "\\::" + zsh_text(field.help) + "'\n";
  text += "  )\n  case $PREFIX in\n";
  for (const Field& field : fields())
    if (!field.values.empty())
      text.append("    ")
          .append(field.name)
          .append(":*) compset -P '*:'; compadd -- ")
          .append(field.values)
          .append(";;\n");
  text += "    *) _describe -t fields field fields -S ''";
  if (completes_words(app))
    text += "\n       [[ -n $PREFIX ]] && compadd -- ${(f)\"$(" + complete_command(app) +
            "\"$PREFIX\" 2>/dev/null)\"}";
  return text + ";;\n  esac\n";
}

std::string zsh_script(const CLI::App& app, WordKind words) {
  const std::string name = function_name(app);
  const bool has_fields = words == WordKind::query_words;
  std::string text = "#compdef " + app.get_name() + "\n";
  if (completes_words(app)) text += zsh_labels(app);
  if (has_fields) text += name + "_words() {\n" + zsh_fields(app) + "}\n";
  text += name + "() {\n  _arguments -s";
  for (const CLI::Option* option : app.get_options()) text += zsh_option(*option);
  text +=
      has_fields ? " \\\n    '*:query:" + name + "_words'\n}\n" : " \\\n    '*:path:_files'\n}\n";
  return text + "compdef " + name + " " + app.get_name() + "\n";
}

std::string fish_labels(const CLI::App& app, const std::string& field) {
  return " -x -a '(" + complete_command(app) + field + ":(commandline -ct | string replace -- --" +
         field + "= \"\") 2>/dev/null | string replace " + field + ": \"\")'";
}

std::string fish_value(const CLI::App& app, const CLI::Option& option) {
  if (!needs_value(option)) return "";
  switch (completes(option)) {
    case Completes::words:
      return " -x -a '" + values(option) + "'";
    case Completes::folders:
      return " -x -a '(__fish_complete_directories)'";
    case Completes::files:
      return " -r -F";
    case Completes::labels:
      return fish_labels(app, option.get_lnames().front());
    case Completes::nothing:
      break;
  }
  return " -x";
}

std::string fish_words(const std::string& start) {
  std::string text;
  for (const Field& field : fields()) {
    const std::string name = std::string(field.name) + ":";
    text += start + " -a '" + name + "' -d '" + unquoted(field.help) + "'\n";
    for (const auto& value : CLI::detail::split(std::string(field.values), ' '))
      if (!value.empty()) text += start + " -a '" + name + value + "'\n";
  }
  return text;
}

std::string fish_script(const CLI::App& app, WordKind words) {
  const std::string start = "complete -c " + app.get_name();
  std::string text = words == WordKind::query_words ? start + " -f\n" + fish_words(start) : "";
  if (completes_words(app))
    text += start + " -a '(" + complete_command(app) + "(commandline -ct) 2>/dev/null)'\n";
  for (const CLI::Option* option : app.get_options()) {
    text += start;
    for (const std::string& name : option->get_snames()) text += " -s " + name;
    text += " -l " + option->get_lnames().front() + fish_value(app, *option) + " -d '" +
            unquoted(first_help_line(*option)) + "'\n";
  }
  return text;
}

}  // namespace

std::string completion_script(const CLI::App& app, WordKind words, Shell shell) {
  switch (shell) {
    case Shell::bash:
      return bash_script(app, words);
    case Shell::zsh:
      return zsh_script(app, words);
    case Shell::fish:
      return fish_script(app, words);
  }
  return {};
}

}  // namespace notes
