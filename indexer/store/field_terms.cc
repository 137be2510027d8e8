// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/store/field_terms.h"

#include "common/text/label.h"
#include "common/text/web_address.h"

namespace notes {
namespace {

// The dots of an address tell no words apart.
void add_words(Xapian::Document& document, const Field& field, std::span<const Term> terms) {
  for (const Term& term : terms)
    if (term.role != TermRole::sigil || field.kind != FieldKind::address)
      document.add_term(field_term(field, term.stem), field.wdf);
}

}  // namespace

void add_field_terms(Xapian::Document& document, const Field& field, std::string_view value,
                     Analyzer& analyzer) {
  switch (field.kind) {
    case FieldKind::text:
    case FieldKind::path:
      add_words(document, field, analyzer.analyze(value));
      break;
    case FieldKind::label:
      for (const std::string& key : label_keys(value))
        document.add_boolean_term(std::string(field.prefix).append(key));
      break;
    case FieldKind::choice:
    case FieldKind::note:
      document.add_boolean_term(field_term(field, value));
      break;
    case FieldKind::host:
      for (const std::string& host : host_and_parents(host_of(value)))
        document.add_boolean_term(field_term(field, host));
      break;
    case FieldKind::address:
      add_words(document, field, analyzer.analyze(address_text(value)));
      break;
    case FieldKind::day_range:
      break;
  }
}

}  // namespace notes
