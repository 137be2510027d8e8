// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/words/word_reading.h"

#include <algorithm>
#include <span>

#include "common/schema.h"
#include "common/text/joined.h"
#include "query/language/query_parser.h"

namespace notes {
namespace {

constexpr std::size_t kMaxSynonyms = 8;  // per word

// Drops stop words, since a query drops them too.
std::vector<std::string> content_stems(const std::vector<std::string>& stems) {
  std::vector<std::string> kept = stems;
  std::erase_if(kept, is_stop_word);
  return kept.empty() ? stems : kept;
}

// Finds synonyms that the index has: acronyms explained in headings (prefix::acronym in schema.h),
// and the user's own list. Words that have a meaning together each get them.
class SynonymFinder {
 public:
  SynonymFinder(WordReading& reading, const SearchIndex& in)
      : words_(reading.words), remarks_(reading.remarks), in_(in) {}

  void run(const SynonymSets& own) {
    for (std::size_t first = 0; first < words_.size(); ++first) add_taught(first);
    add_own(own);
  }

 private:
  void add_taught(std::size_t first) {
    if (words_[first].stems.empty()) return;
    const std::string start = std::string(prefix::acronym) + words_[first].stems.front();
    for (const char next : {'=', ' '})
      for (const auto& [taught, sections] :
           terms_from(in_.database, start + next, prefix::acronym)) {
        const std::size_t equals = taught.find('=');
        const auto words = split_at_blanks(std::string_view(taught).substr(0, equals));
        attach(first, content_stems({words.begin(), words.end()}), taught.substr(equals + 1));
      }
  }

  void add_own(const SynonymSets& sets) {
    for (const auto& set : sets)
      for (const std::string& name : set) {
        const auto stems =
            content_stems(make_query_word(name, NodeKind::phrase, in_.analyzer).stems);
        for (std::size_t first = 0; first < words_.size(); ++first)
          for (const std::string& other : set)
            if (other != name) attach(first, stems, other);
      }
  }

  // The words from `first` on that have exactly these stems; none if they do not.
  std::span<QueryWord> row_of(std::size_t first, const std::vector<std::string>& stems) const {
    if (words_[first].stop_word) return {};
    std::size_t at = 0;
    for (std::size_t word = first; word < words_.size(); ++word) {
      const QueryWord& typed = words_[word];
      if (typed.stop_word) continue;
      if (typed.quoted || !typed.prefix.empty()) return {};
      for (const std::string& stem : typed.stems)
        if (at == stems.size() || stems[at++] != stem) return {};
      if (at == stems.size()) return std::span(words_).subspan(first, word + 1 - first);
    }
    return {};
  }

  // If the words that start at `first` have these stems.
  void attach(std::size_t first, const std::vector<std::string>& stems, const std::string& other) {
    const std::span<QueryWord> row = row_of(first, stems);
    if (row.empty()) return;
    const QueryWord synonym = make_query_word(other, NodeKind::phrase, in_.analyzer);
    if (!is_known(synonym, in_.database) || is_typed(synonym)) return;
    remark(row, other);
    for (QueryWord& word : row) {
      const bool known =
          word.stems == synonym.stems ||
          std::ranges::find(word.synonyms, synonym.stems, &QueryWord::stems) != word.synonyms.end();
      if (!known && !word.stop_word && word.synonyms.size() < kMaxSynonyms)
        word.synonyms.push_back(synonym);
    }
  }

  void remark(std::span<const QueryWord> row, const std::string& other) {
    const auto is_answered = [&](const QueryWord& word) {
      return word.stop_word || is_known(word, in_.database) || !word.synonyms.empty();
    };
    if (std::ranges::all_of(row, is_answered)) return;
    std::string typed;
    for (const QueryWord& word : row) typed.append(typed.empty() ? "" : " ").append(word.typed);
    remarks_.push_back("no section has \"" + typed + "\"; searched for \"" + other + "\"");
  }

  // "TSS (Time Sharing System)" already has both.
  bool is_typed(const QueryWord& synonym) const {
    return std::ranges::all_of(content_stems(synonym.stems), [&](const std::string& stem) {
      return std::ranges::any_of(words_, [&](const QueryWord& word) {
        return std::ranges::find(word.stems, stem) != word.stems.end();
      });
    });
  }

  std::vector<QueryWord>& words_;
  std::vector<std::string>& remarks_;
  const SearchIndex& in_;
};

// The time for a query grows faster than the number of its words.
constexpr std::size_t kMostWords = 200;

bool keep_first(std::vector<QueryWord>& words) {
  if (words.size() <= kMostWords) return false;
  words.resize(kMostWords);
  return true;
}

void leave_out_stop_words(WordReading& reading) {
  for (const QueryWord& word : reading.words)
    reading.row.insert(reading.row.end(), word.stems.begin(), word.stems.end());
  if (!std::ranges::all_of(reading.words, &QueryWord::stop_word))
    std::erase_if(reading.words, [](const QueryWord& word) { return word.stop_word; });
}

void replace(const Replacement& replacement, std::string& words) {
  const std::string typed = " " + replacement.typed + " ";
  const std::string known = " " + replacement.meant.front() + " ";
  for (auto at = words.find(typed); at != std::string::npos;
       at = words.find(typed, at + known.size() - 1))
    words.replace(at, typed.size(), known);
}

}  // namespace

std::optional<std::string> typed_title(const QueryNode& root,
                                       const std::vector<Replacement>& replacements) {
  std::string words = " ";
  for (const QueryNode& part : parts_of(root)) {
    const QueryNode& required = part.kind == NodeKind::exclude ? part.children.front() : part;
    if (required.kind == NodeKind::condition) continue;
    if (part.kind != NodeKind::word && part.kind != NodeKind::phrase) return std::nullopt;
    words.append(part.text).append(" ");
  }
  for (const Replacement& replacement : replacements)
    if (!replacement.meant.empty() && !replacement.beside) replace(replacement, words);
  return words;
}

WordReading read_words(const ParsedQuery& parsed, const SynonymSets& synonyms,
                       const SearchIndex& in) {
  WordReading reading;
  if (!parsed.root) return reading;
  reading.words = collect_query_words(*parsed.root, in);
  bool has_others = keep_first(reading.words);
  reading.remarks = notes_on_prefixes(reading.words);
  reading.has_unknown = std::ranges::any_of(reading.words, [&](const QueryWord& word) {
    return !word.stems.empty() && !is_known(word, in.database);
  });
  if (parsed.reading != Reading::expression) {
    // Synonyms first: a word with a synonym needs no correction.
    SynonymFinder(reading, in).run(synonyms);
    relax(reading, in);
    has_others |= keep_first(reading.words);  // splitting compounds may have added words
  }
  if (has_others)
    reading.remarks.push_back("only the first " + std::to_string(kMostWords) +
                              " different words count");
  leave_out_stop_words(reading);
  if (!reading.words.empty()) reading.title = typed_title(*parsed.root, reading.replacements);
  return reading;
}

}  // namespace notes
