// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/synonyms_file.h"

#include <algorithm>

#include "common/environment.h"
#include "common/error.h"

namespace notes {
namespace {

constexpr std::string_view kBlanks = " \t\r";

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

std::string_view take_until(std::string_view& rest, std::string_view ends) {
  const std::size_t at = std::min(rest.find_first_of(ends), rest.size());
  const std::string_view taken = rest.substr(0, at);
  rest.remove_prefix(std::min(at + 1, rest.size()));
  return taken;
}

bool says_something(std::string_view name) {
  return std::ranges::any_of(name, [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           static_cast<unsigned char>(c) >= 0x80;
  });
}

std::vector<std::string> parse_set(std::string_view line, const std::string& place) {
  constexpr std::string_view kHint =
      "each line is a set, like ptq = post-training quantization, or car, automobile";
  std::vector<std::string> set;
  for (bool more = true; more;) {
    more = line.find_first_of("=,") != std::string_view::npos;
    const std::string_view name = trimmed(take_until(line, "=,"));
    if (!says_something(name))
      throw Error(ExitCode::failure, place + ": a word is missing next to = or ,",
                  std::string(kHint));
    set.emplace_back(name);
  }
  if (set.size() < 2)
    throw Error(ExitCode::failure, place + ": \"" + set.front() + "\" has no synonym",
                std::string(kHint));
  return set;
}

}  // namespace

SynonymSets parse_synonyms(std::string_view text, const std::string& path) {
  SynonymSets sets;
  for (int number = 1; !text.empty(); ++number) {
    const std::string_view line = trimmed(take_until(text, "\n"));
    if (line.empty() || line.front() == '#') continue;
    sets.push_back(parse_set(line, path + ":" + std::to_string(number)));
  }
  return sets;
}

SynonymSets read_synonyms() {
  const auto file = read_user_file("synonyms");
  return file ? parse_synonyms(file->text, file->path) : SynonymSets{};
}

}  // namespace notes
