// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rank/result_folding.h"

#include <iterator>
#include <list>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace notes {
namespace {

class Folder {
 public:
  explicit Folder(Folding folding) : folding_(folding) {}

  void add(const Candidate& candidate);
  std::vector<Candidate> take() { return {kept_.begin(), kept_.end()}; }

 private:
  bool replaces(const Candidate& candidate, const Candidate& kept) const;

  Folding folding_;
  std::list<Candidate> kept_;
  std::map<std::string, std::vector<std::list<Candidate>::iterator>> by_note_;
  std::set<Xapian::docid> sections_;
  std::set<std::string> twins_;
};

bool Folder::replaces(const Candidate& candidate, const Candidate& kept) const {
  if (folding_ == Folding::topmost) return candidate.place.encloses(kept.place);
  return candidate.matched == Matched::spread && kept.matched == Matched::spread &&
         kept.place.encloses(candidate.place);
}

void Folder::add(const Candidate& candidate) {
  if (!sections_.insert(candidate.docid).second) return;  // one stage found what another did
  if (!candidate.twin.empty() && !twins_.insert(candidate.twin).second) return;
  auto& of_note = by_note_[candidate.place.note_id];
  for (auto kept = of_note.begin(); kept != of_note.end();) {
    const bool are_nested =
        (*kept)->place.encloses(candidate.place) || candidate.place.encloses((*kept)->place);
    if (are_nested && !replaces(candidate, **kept)) return;
    if (are_nested) kept_.erase(*kept);
    kept = are_nested ? of_note.erase(kept) : std::next(kept);
  }
  of_note.push_back(kept_.insert(kept_.end(), candidate));
}

}  // namespace

std::vector<Candidate> fold(const std::vector<Candidate>& candidates, Folding folding) {
  Folder folder(folding);
  for (const Candidate& candidate : candidates) folder.add(candidate);
  return folder.take();
}

}  // namespace notes
