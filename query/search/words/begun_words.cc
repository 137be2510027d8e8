// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/words/begun_words.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "common/schema.h"
#include "common/text/unicode_fold.h"

namespace notes {
namespace {

bool is_ascii(char c) {
  return (c & 0x80) == 0;
}

// Where words stand that may begin so: terms that start with `start`, from `from` to `to`.
struct TermRange {
  std::string from;
  std::string start;
  unsigned char last_byte = 0xff;  // behind `start`

  bool has(const std::string& term) const {
    return term.starts_with(start) && (term.size() == start.size() ||
                                       static_cast<unsigned char>(term[start.size()]) <= last_byte);
  }
};

// Terms as they are and, under their prefix, words as written: these may have a letter with a mark
// instead of any of the letters typed.
std::vector<TermRange> ranges_of(const std::string& begin) {
  constexpr unsigned char kLastLatin = 0xc9;
  const std::string exact(prefix::exact);
  std::vector<TermRange> ranges{{begin, begin}, {exact + begin, exact + begin}};
  for (std::size_t i = 0; i < begin.size(); ++i) {
    const std::string start = exact + begin.substr(0, i);
    const bool is_first_latin = i == 0 && is_ascii(begin.front());
    ranges.push_back({start + '\xc2', start, is_first_latin ? kLastLatin : TermRange{}.last_byte});
  }
  std::ranges::sort(ranges, {}, &TermRange::from);
  return ranges;
}

// As written or plainly written.
bool word_begins_with(std::string_view word, std::string_view begin) {
  if (word.starts_with(begin)) return true;
  if (std::ranges::all_of(word, is_ascii)) return false;
  UnicodeFolder folder;
  return folder.fold(word).plain.starts_with(begin);
}

}  // namespace

bool begins_with(const Term& term, std::string_view begin) {
  return term.stem.starts_with(begin) || word_begins_with(term.exact, begin);
}

std::vector<std::string> find_begun_words(const Xapian::Database& database,
                                          const std::string& begin) {
  std::vector<std::pair<Xapian::doccount, std::string>> found;
  const auto end = database.allterms_end();
  auto at = database.allterms_begin();
  for (const TermRange& range : ranges_of(begin)) {
    if (at != end && *at < range.from) at.skip_to(range.from);
    for (; at != end && range.has(*at); ++at) {
      const std::string term = *at;
      const bool is_written = term.starts_with(prefix::exact);
      const auto word = std::string_view(term).substr(is_written ? prefix::exact.size() : 0);
      if (is_written ? word_begins_with(word, begin) : word.starts_with(begin))
        found.emplace_back(at.get_termfreq(), term);
    }
  }
  std::ranges::sort(found, std::greater());
  std::vector<std::string> terms;
  for (auto& [frequency, term] : found) terms.push_back(std::move(term));
  return terms;
}

}  // namespace notes
