// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/words/unknown_labels.h"

#include "common/schema.h"
#include "common/text/label.h"
#include "common/text/nearest_word.h"

namespace notes {
namespace {

std::vector<std::string> labels_of(const Field& row, const Xapian::Database& database) {
  const std::string prefix(row.prefix);
  std::vector<std::string> labels;
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term)
    labels.push_back((*term).substr(prefix.size()));
  return labels;
}

}  // namespace

std::vector<std::string> notes_on_unknown_labels(const std::vector<Condition>& conditions,
                                                 const Xapian::Database& database) {
  std::vector<std::string> notes;
  for (const Condition& condition : conditions) {
    const Field& row = field(condition.field);
    const std::string label = fold_label(condition.text);
    if (row.kind != FieldKind::label || condition.begins ||
        database.term_exists(field_term(row, label)))
      continue;
    const std::string nearest = nearest_word(label, labels_of(row, database));
    const std::string name = std::string(row.name) + ":";
    if (!nearest.empty())
      notes.push_back("no section has " + name + condition.text + "; did you mean " + name +
                      nearest + "?");
  }
  return notes;
}

}  // namespace notes
