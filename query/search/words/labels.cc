// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/words/labels.h"

#include "common/schema.h"
#include "common/text/label.h"
#include "common/text/nearest_word.h"

namespace notes {
namespace {

// Visits (key, sections) of the labels of a field that begin so.
template <class Visit>
void visit_keys(const Xapian::Database& database, const Field& row, const std::string& start,
                Visit visit) {
  const std::string from = field_term(row, start);
  for (auto term = database.allterms_begin(from); term != database.allterms_end(from); ++term)
    visit((*term).substr(row.prefix.size()), term.get_termfreq());
}

std::vector<std::string> folded_labels(const Xapian::Database& database, const Field& row) {
  std::vector<std::string> folded;
  for (Label& label : find_labels(database, row, "")) folded.push_back(std::move(label.folded));
  return folded;
}

}  // namespace

std::vector<Label> find_labels(const Xapian::Database& database, const Field& row,
                               const std::string& start) {
  std::vector<Label> labels;
  Xapian::doccount most = 0;  // of one spelling of the last label
  visit_keys(database, row, start, [&](const std::string& key, Xapian::doccount sections) {
    const LabelKey read = read_label_key(key);
    const bool is_same = !labels.empty() && labels.back().folded == read.folded &&
                         labels.back().without_marks == read.without_marks;
    if (!is_same) {
      labels.push_back({std::string(read.folded), "", 0, read.without_marks});
      most = 0;
    }
    labels.back().sections += sections;
    if (sections <= most) return;
    most = sections;
    labels.back().written = read.written;
  });
  return labels;
}

std::vector<std::string> terms_of_label(const Xapian::Database& database, const Field& row,
                                        const std::string& folded_label) {
  std::vector<std::string> terms;
  visit_keys(database, row, folded_label, [&](const std::string& key, Xapian::doccount) {
    if (answers_to(key, folded_label)) terms.push_back(std::string(row.prefix) + key);
  });
  return terms;
}

std::vector<std::string> notes_on_unknown_labels(const std::vector<Condition>& conditions,
                                                 const Xapian::Database& database) {
  std::vector<std::string> notes;
  for (const Condition& condition : conditions) {
    const Field& row = field(condition.field);
    const std::string label = fold_label(condition.text);
    if (row.kind != FieldKind::label || condition.begins ||
        !terms_of_label(database, row, label).empty())
      continue;
    const std::string nearest = nearest_word(label, folded_labels(database, row));
    const std::string name = std::string(row.name) + ":";
    if (!nearest.empty())
      notes.push_back("no section has " + name + condition.text + "; did you mean " + name +
                      nearest + "?");
  }
  return notes;
}

}  // namespace notes
