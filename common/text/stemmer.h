// SPDX-License-Identifier: GPL-2.0-or-later
// Snowball through Xapian, in one place: the rest of common/text knows no Xapian.
#pragma once

#include <memory>
#include <string>

namespace Xapian {
class Stem;
}

namespace notes {

class Stemmer {
 public:
  // A Snowball name or code that Xapian knows; "none" leaves every word as it is. "german" is the
  // variant that takes `ae`, `oe` and `ue` for umlauts: `haeuser`, `häuser` and `hauser` are one.
  // Throws Error for an unknown name, whose hint lists the known ones.
  explicit Stemmer(const std::string& language);
  ~Stemmer();
  Stemmer(Stemmer&&) noexcept;
  Stemmer& operator=(Stemmer&&) noexcept;

  std::string stem(const std::string& folded_word) const;

 private:
  std::unique_ptr<Xapian::Stem> stem_;
};

}  // namespace notes
