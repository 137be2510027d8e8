// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/synonyms_file.h"

#include <algorithm>
#include <sstream>

#include "common/environment.h"
#include "common/error.h"
#include "common/text/ascii.h"

namespace notes {
namespace {

bool says_something(std::string_view name) {
  return std::ranges::any_of(name, [](char c) {
    return ascii::is_alphanumeric(c) || static_cast<unsigned char>(c) >= 0x80;
  });
}

std::vector<std::string> parse_set(std::string_view line, const std::string& place) {
  constexpr std::string_view kHint =
      "each line is a set, like ptq = post-training quantization, or car, automobile";
  std::vector<std::string> set;
  for (std::size_t begin = 0, end = 0; end != line.npos; begin = end + 1) {
    end = line.find_first_of("=,", begin);
    const std::string_view name = ascii::trimmed(line.substr(begin, end - begin));
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

SynonymSets parse_synonyms(const std::string& text, const std::string& path) {
  SynonymSets sets;
  std::istringstream lines(text);
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    const std::string_view set = ascii::trimmed(line);
    if (set.empty() || set.front() == '#') continue;
    sets.push_back(parse_set(set, path + ":" + std::to_string(number)));
  }
  return sets;
}

SynonymSets read_synonyms() {
  const auto file = read_user_file("synonyms");
  return file ? parse_synonyms(file->text, file->path) : SynonymSets{};
}

}  // namespace notes
