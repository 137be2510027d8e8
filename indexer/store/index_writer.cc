// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/store/index_writer.h"

#include <map>

#include "common/index/identity.h"
#include "common/section_codec.h"

namespace notes {
namespace {

struct StoredDocument {
  Xapian::docid docid = 0;
  std::uint64_t terms_hash = 0;
  std::string packed;
};

// The documents of a note by section id.
std::map<std::string, StoredDocument> stored_documents(const Xapian::Database& database,
                                                       const std::string& term) {
  std::map<std::string, StoredDocument> stored;
  for (auto posting = database.postlist_begin(term); posting != database.postlist_end(term);
       ++posting) {
    std::string packed = database.get_document(*posting).get_data();
    const StoredSection section = unpack_section(packed);
    stored[section.section.id] = {*posting, section.terms_hash, std::move(packed)};
  }
  return stored;
}

}  // namespace

IndexWriter::IndexWriter(const std::string& path, const std::string& language)
    : database_(path, Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS), documents_(language) {
  // Otherwise Xapian commits on its own, every some thousand documents and when the database is
  // closed after a failure: sections would be there that the catalog does not know.
  database_.begin_transaction();
}

void IndexWriter::replace_note(const NoteFile& note,
                               const std::vector<ExtractedSection>& sections) {
  auto stored = stored_documents(database_, note_term(note_id(note.root_path, note.rel_path)));
  const std::vector<HashedSection> hashed = hash_sections(sections);
  std::vector<Xapian::docid> docids(sections.size(), 0);
  std::vector<bool> terms_changed(sections.size(), true);
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const auto old = stored.find(sections[i].section.id);
    if (old == stored.end()) continue;
    docids[i] = old->second.docid;
    terms_changed[i] = old->second.terms_hash != hashed[i].terms_hash;
    if (!terms_changed[i] && old->second.packed != hashed[i].packed) {
      Xapian::Document document = database_.get_document(docids[i]);
      set_stored_values(document, note, sections, hashed[i]);
      database_.replace_document(docids[i], document);
    }
    stored.erase(old);
  }
  const auto documents = documents_.make(note, sections, hashed, terms_changed);
  for (std::size_t i = 0; i < sections.size(); ++i) {
    if (!terms_changed[i]) continue;
    if (docids[i] != 0)
      database_.replace_document(docids[i], documents[i]);
    else
      database_.add_document(documents[i]);
  }
  for (const auto& [id, vanished] : stored) database_.delete_document(vanished.docid);
}

void IndexWriter::remove_note(const std::string& root_path, const std::string& rel_path) {
  database_.delete_document(note_term(note_id(root_path, rel_path)));
}

}  // namespace notes
