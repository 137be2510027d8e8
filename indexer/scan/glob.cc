// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/scan/glob.h"

#include <array>
#include <cctype>
#include <cstddef>

namespace notes {
namespace {

// How one element of a glob ("a", "?", "\*", "[a-z]") fares against one byte.
struct ElementMatch {
  std::size_t size = 0;  // of the element in the glob
  bool matches = false;
};

struct NamedClass {
  std::string_view name;
  int (*holds)(int);
};

constexpr std::array<NamedClass, 12> kNamedClasses{{{"alnum", std::isalnum},
                                                    {"alpha", std::isalpha},
                                                    {"blank", std::isblank},
                                                    {"cntrl", std::iscntrl},
                                                    {"digit", std::isdigit},
                                                    {"graph", std::isgraph},
                                                    {"lower", std::islower},
                                                    {"print", std::isprint},
                                                    {"punct", std::ispunct},
                                                    {"space", std::isspace},
                                                    {"upper", std::isupper},
                                                    {"xdigit", std::isxdigit}}};

const NamedClass* find_named_class(std::string_view name) {
  for (const NamedClass& candidate : kNamedClasses)
    if (candidate.name == name) return &candidate;
  return nullptr;
}

// Reads "[...]" once, from its "[" on, against one byte.
class BracketReader {
 public:
  BracketReader(std::string_view glob, char byte)
      : glob_(glob), byte_(static_cast<unsigned char>(byte)) {}

  ElementMatch read() {
    const bool negated = next_is('!') || next_is('^');
    if (negated) ++at_;
    const std::size_t first = at_;
    while (well_formed_ && (at_ == first || !next_is(']'))) read_member();
    if (!well_formed_) return {};
    return {at_ + 1, matched_ != negated};
  }

 private:
  bool next_is(char wanted) const { return at_ < glob_.size() && glob_[at_] == wanted; }

  void read_member() {
    if (glob_.substr(at_).starts_with("[:") && read_named_class()) return;
    const unsigned char low = read_literal();
    unsigned char high = low;
    if (next_is('-') && at_ + 1 < glob_.size() && glob_[at_ + 1] != ']') {
      ++at_;
      high = read_literal();
    }
    matched_ = matched_ || (low <= byte_ && byte_ <= high);
  }

  bool read_named_class() {
    const std::size_t begin = at_ + 2;
    const std::size_t end = glob_.find(']', begin);
    if (end == std::string_view::npos || end == begin || glob_[end - 1] != ':') return false;
    const NamedClass* named = find_named_class(glob_.substr(begin, end - 1 - begin));
    well_formed_ = well_formed_ && named != nullptr;
    if (named != nullptr && byte_ < 0x80 && named->holds(byte_) != 0) matched_ = true;
    at_ = end + 1;
    return true;
  }

  unsigned char read_literal() {
    if (next_is('\\')) ++at_;
    if (at_ < glob_.size()) return static_cast<unsigned char>(glob_[at_++]);
    well_formed_ = false;
    return 0;
  }

  std::string_view glob_;
  unsigned char byte_;
  std::size_t at_ = 1;
  bool matched_ = false;
  bool well_formed_ = true;
};

ElementMatch match_element(std::string_view glob, char byte) {
  if (glob.empty()) return {};
  if (glob[0] == '?') return {1, true};
  if (glob[0] == '[') return BracketReader(glob, byte).read();
  if (glob[0] != '\\') return {1, glob[0] == byte};
  return {2, glob.size() > 1 && glob[1] == byte};
}

}  // namespace

bool matches_glob(std::string_view glob, std::string_view name) {
  std::size_t in_glob = 0;
  std::size_t in_name = 0;
  // Only the last star ever needs another try: what stands before it has matched already.
  std::size_t after_star = std::string_view::npos;
  std::size_t star_end = 0;  // in the name, of what the star stands for
  while (in_name < name.size()) {
    if (in_glob < glob.size() && glob[in_glob] == '*') {
      after_star = ++in_glob;
      star_end = in_name;
      continue;
    }
    const ElementMatch match = match_element(glob.substr(in_glob), name[in_name]);
    if (match.matches) {
      in_glob += match.size;
      ++in_name;
      continue;
    }
    if (after_star == std::string_view::npos) return false;
    in_glob = after_star;
    in_name = ++star_end;
  }
  while (in_glob < glob.size() && glob[in_glob] == '*') ++in_glob;
  return in_glob == glob.size();
}

}  // namespace notes
