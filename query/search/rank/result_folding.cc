// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rank/result_folding.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "common/schema.h"
#include "query/search/match/own_words.h"

namespace notes {
namespace {

template <class HasTerm>
bool has_forms_itself(const QueryWord& word, HasTerm has) {
  if (!word.prefix.empty()) return true;  // was matched by one of many words: taken on trust
  if (!word.joined.empty() && has(word.joined)) return true;
  return std::ranges::all_of(word.stems, has);
}

template <class HasTerm>
bool has_forms(const QueryWord& word, HasTerm has) {
  return has_forms_itself(word, has) ||
         std::ranges::any_of(word.synonyms, [&](const QueryWord& synonym) {
           return has_forms_itself(synonym, has);
         });
}

// `has` is has_forms or has_forms_itself.
template <class Has>
bool heading_has_each(const Xapian::Database& database, Xapian::docid docid,
                      const std::vector<QueryWord>& words, Has has) {
  const std::string title(field(FieldId::title).prefix);
  return std::ranges::all_of(words, [&](const QueryWord& word) {
    return has(word,
               [&](const std::string& stem) { return wdf_in(database, docid, title + stem) > 0; });
  });
}

class Folding {
 public:
  Folding(const Xapian::Database& database, Analyzer& analyzer, const std::vector<QueryWord>& words)
      : database_(database), analyzer_(analyzer), words_(words) {}

  std::vector<Candidate> run(const std::vector<Candidate>& candidates);

 private:
  struct Kept {
    Candidate candidate;
    bool dropped = false;
    std::optional<bool> heading_has_all;  // looked up when first asked for
  };

  bool own_text_has_all(const Kept& kept) const;
  bool heading_has_all(Kept& kept) const;
  bool heading_has_all_itself(const Kept& kept) const;
  void add(const Candidate& candidate);
  // True when `incoming` need not be kept.
  bool settle(std::size_t kept_index, Kept& incoming);

  const Xapian::Database& database_;
  Analyzer& analyzer_;
  const std::vector<QueryWord>& words_;
  std::vector<Kept> kept_;
  std::map<std::string, std::vector<std::size_t>> by_note_;
  std::set<Xapian::docid> sections_;
  std::set<std::string> twins_;
};

bool Folding::own_text_has_all(const Kept& kept) const {
  OwnWords own(database_, kept.candidate.docid, analyzer_);
  return std::ranges::all_of(words_, [&](const QueryWord& word) {
    return has_forms(word, [&](const std::string& stem) { return own.has(stem); });
  });
}

bool Folding::heading_has_all(Kept& kept) const {
  if (!kept.heading_has_all)
    kept.heading_has_all =
        heading_has_each(database_, kept.candidate.docid, words_,
                         [](const auto& word, auto has) { return has_forms(word, has); });
  return *kept.heading_has_all;
}

bool Folding::heading_has_all_itself(const Kept& kept) const {
  return heading_has_each(database_, kept.candidate.docid, words_,
                          [](const auto& word, auto has) { return has_forms_itself(word, has); });
}

bool Folding::settle(std::size_t kept_index, Kept& incoming) {
  Kept& before = kept_[kept_index];
  const bool before_encloses = before.candidate.place.encloses(incoming.candidate.place);
  if (!before_encloses && !incoming.candidate.place.encloses(before.candidate.place)) return false;
  Kept& outer = before_encloses ? before : incoming;
  Kept& inner = before_encloses ? incoming : before;
  bool outer_stays = words_.empty();
  bool inner_stays = false;
  if (outer.candidate.matched != inner.candidate.matched) {
    outer_stays = outer.candidate.matched < inner.candidate.matched;
    inner_stays = !outer_stays;
  } else if (outer.candidate.matched == Matched::spread) {
    inner_stays = true;
  } else if (!words_.empty()) {
    outer_stays = before_encloses || heading_has_all(outer);
    inner_stays = !outer_stays || (heading_has_all(outer) && own_text_has_all(inner));
  }
  // What is found further down changes nothing of what stands above it.
  const bool is_fixed = before.candidate.block < incoming.candidate.block;
  if (outer_stays && inner_stays && !before_encloses && !is_fixed) {
    // The heading's section takes the better place, unless it has but synonyms of the words, or
    // what was typed is the whole title of the other.
    const bool is_titled = inner.candidate.gained_by_title > outer.candidate.gained_by_title;
    if (!is_titled && heading_has_all_itself(outer)) std::swap(before, incoming);
    return false;
  }
  const bool before_stays = is_fixed || (before_encloses ? outer_stays : inner_stays);
  const bool incoming_stays = before_encloses ? inner_stays : outer_stays;
  if (!before_stays) before.dropped = true;
  return !incoming_stays;
}

void Folding::add(const Candidate& candidate) {
  if (!sections_.insert(candidate.docid).second) return;  // one stage found what another did
  if (!candidate.twin.empty() && !twins_.insert(candidate.twin).second) return;
  Kept incoming{candidate, false, {}};
  auto& neighbours = by_note_[candidate.place.note_id];
  for (const std::size_t index : neighbours) {
    if (kept_[index].dropped) continue;
    if (settle(index, incoming)) return;
  }
  neighbours.push_back(kept_.size());
  kept_.push_back(std::move(incoming));
}

std::vector<Candidate> Folding::run(const std::vector<Candidate>& candidates) {
  for (const Candidate& candidate : candidates) add(candidate);
  std::vector<Candidate> folded;
  for (Kept& kept : kept_)
    if (!kept.dropped) folded.push_back(std::move(kept.candidate));
  return folded;
}

}  // namespace

bool section_has(const Xapian::Database& database, Xapian::docid docid, const QueryWord& word) {
  return has_forms(word,
                   [&](const std::string& stem) { return wdf_in(database, docid, stem) > 0; });
}

std::vector<Candidate> fold(const Xapian::Database& database, Analyzer& analyzer,
                            const std::vector<QueryWord>& words,
                            const std::vector<Candidate>& candidates) {
  return Folding(database, analyzer, words).run(candidates);
}

}  // namespace notes
