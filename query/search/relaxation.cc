// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/relaxation.h"

#include <algorithm>
#include <optional>

#include "query/search/query_compiler.h"
#include "query/search/spelling.h"

namespace notes {
namespace {

constexpr std::size_t kMinCorrected = 4;  // letters
constexpr std::size_t kMinPart = 2;       // letters of each half of a split word

bool is_plain(const QueryWord& word) {
  return word.stems.size() == 1 && word.sigil.empty() && word.prefix.empty() && !word.quoted;
}

bool has_digit(const std::string& text) {
  return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

QueryWord word_of(const std::string& text, NodeKind kind, Analyzer& analyzer) {
  QueryNode node;
  node.kind = kind;
  node.text = text;
  return make_query_word(node, analyzer);
}

bool phrase_exists(const QueryWord& phrase, const Xapian::Database& database) {
  for (const std::string& stem : phrase.stems)
    if (!database.term_exists(stem)) return false;
  Xapian::Enquire enquire(database);
  enquire.set_query(has_word(phrase));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  return !enquire.get_mset(0, 1).empty();
}

std::string sentence(const std::string& unknown, const std::string& known) {
  return "no section has \"" + unknown + "\"; searched for \"" + known + "\"";
}

class Relaxation {
 public:
  Relaxation(const Xapian::Database& database, Analyzer& analyzer)
      : database_(database), analyzer_(analyzer) {}

  bool knows(const QueryWord& word) const { return database_.term_exists(word.stems.front()); }

  std::optional<QueryWord> split(const QueryWord& word) {
    const std::string& whole = word.exacts.front();
    std::optional<QueryWord> best;
    Xapian::doccount best_frequency = 0;
    for (std::size_t cut = kMinPart; cut + kMinPart <= whole.size(); ++cut) {
      if ((static_cast<unsigned char>(whole[cut]) & 0xc0) == 0x80) continue;
      QueryWord pair =
          word_of(whole.substr(0, cut) + ' ' + whole.substr(cut), NodeKind::phrase, analyzer_);
      if (pair.stems.size() != 2) continue;
      const auto frequency =
          std::min(database_.get_termfreq(pair.stems[0]), database_.get_termfreq(pair.stems[1]));
      if (frequency <= best_frequency || !phrase_exists(pair, database_)) continue;
      best_frequency = frequency;
      best = std::move(pair);
    }
    if (best) best->quoted = false;
    return best;
  }

  std::optional<QueryWord> join(const QueryWord& left, const QueryWord& right) {
    if (!is_plain(right)) return std::nullopt;
    QueryWord joined =
        word_of(left.exacts.front() + right.exacts.front(), NodeKind::word, analyzer_);
    if (joined.stems.size() != 1 || !knows(joined)) return std::nullopt;
    return joined;
  }

  std::optional<QueryWord> correct(const QueryWord& word) {
    const std::string& written = word.exacts.front();
    if (written.size() < kMinCorrected || has_digit(written)) return std::nullopt;
    const auto spelling = find_spelling(written, database_);
    if (!spelling) return std::nullopt;
    return word_of(*spelling, NodeKind::word, analyzer_);
  }

 private:
  const Xapian::Database& database_;
  Analyzer& analyzer_;
};

}  // namespace

std::vector<std::string> relax(std::vector<QueryWord>& words, const Xapian::Database& database,
                               Analyzer& analyzer) {
  std::vector<std::string> done;
  Relaxation relaxation(database, analyzer);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!is_plain(words[i]) || relaxation.knows(words[i])) continue;
    std::string unknown = words[i].typed;
    std::optional<QueryWord> known;
    if (i + 1 < words.size() && (known = relaxation.join(words[i], words[i + 1]))) {
      unknown += ' ' + words[i + 1].typed;
      words.erase(words.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    } else if (i > 0 && is_plain(words[i - 1]) &&
               (known = relaxation.join(words[i - 1], words[i]))) {
      unknown = words[i - 1].typed + ' ' + unknown;
      words.erase(words.begin() + static_cast<std::ptrdiff_t>(--i));
    }
    if (!known) known = relaxation.split(words[i]);
    if (!known) known = relaxation.correct(words[i]);
    if (!known) continue;
    done.push_back(sentence(unknown, known->typed));
    known->count = words[i].count;
    words[i] = std::move(*known);
  }
  return done;
}

}  // namespace notes
