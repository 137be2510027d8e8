// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/store/index_writer.h"

#include "common/index/document_terms.h"
#include "common/schema.h"
#include "common/section_codec.h"

namespace notes {

std::map<std::string, StoredDocument> stored_documents(const Xapian::Database& database,
                                                       const std::string& term) {
  std::map<std::string, StoredDocument> stored;
  for (auto posting = database.postlist_begin(term); posting != database.postlist_end(term);
       ++posting) {
    std::string packed = database.get_document(*posting).get_value(slot::section);
    const StoredSection section = unpack_section(packed);
    stored[section.section.id] = {*posting, section.terms_hash, std::move(packed)};
  }
  return stored;
}

IndexWriter::IndexWriter(const std::string& path, const std::string& language)
    : database_(path, Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS), documents_(language) {
  // Otherwise Xapian commits on its own, every some thousand documents and when the database is
  // closed after a failure: sections would be there that the catalog does not know.
  database_.begin_transaction();
}

void IndexWriter::replace_note(const ReadNote& note, std::vector<Diagnostic>& diagnostics) {
  auto stored = stored_documents(database_, note_term(note.file.root_path, note.file.rel_path));
  for (const ExtractedSection& section : note.sections) {
    const HashedSection hashed = hash_section(section);
    const auto found = stored.extract(section.section.id);
    if (found.empty()) {
      database_.add_document(documents_.make(note, hashed, diagnostics));
      continue;
    }
    const StoredDocument& old = found.mapped();
    if (old.packed == hashed.packed) continue;
    const bool same_terms = old.terms_hash == hashed.terms_hash;
    Xapian::Document document =
        same_terms ? database_.get_document(old.docid) : documents_.make(note, hashed, diagnostics);
    if (same_terms) set_stored_values(document, note, hashed);
    database_.replace_document(old.docid, document);
  }
  for (const auto& [id, vanished] : stored) database_.delete_document(vanished.docid);
}

void IndexWriter::remove_note(const std::string& root_path, const std::string& rel_path) {
  database_.delete_document(note_term(root_path, rel_path));
}

}  // namespace notes
