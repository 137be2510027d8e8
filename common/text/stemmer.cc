// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/stemmer.h"

#include <xapian.h>

#include "common/error.h"

namespace notes {
namespace {

std::string snowball_name(const std::string& language) {
  return language == "german" || language == "de" ? "german2" : language;
}

std::unique_ptr<Xapian::Stem> make_stem(const std::string& language) {
  try {
    return std::make_unique<Xapian::Stem>(snowball_name(language));
  } catch (const Xapian::Error&) {
    throw Error(ExitCode::failure, "language \"" + language + "\": there is no stemmer for it",
                "known languages: none " + Xapian::Stem::get_available_languages());
  }
}

}  // namespace

Stemmer::Stemmer(const std::string& language) : stem_(make_stem(language)) {}
Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

std::string Stemmer::stem(const std::string& folded_word) const {
  return (*stem_)(folded_word);
}

}  // namespace notes
