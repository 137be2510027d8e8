// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/document_terms.h"

#include <xxhash.h>

#include "common/index/place.h"
#include "common/text/ascii.h"
#include "common/text/unicode_fold.h"

namespace notes {
namespace {

std::vector<std::string> tags_from(const Section& section, TagSource source) {
  std::vector<std::string> names;
  for (const Tag& tag : section.tags)
    if (tag.source == source) names.push_back(tag.name);
  return names;
}

// The key of a key is the key itself. A title ("=ebb and flow") is kept, since readers take it
// apart.
std::string name_key(std::string_view name) {
  constexpr std::size_t kMaxNameBytes = 200;  // Xapian takes terms of up to 245 bytes
  constexpr std::size_t kPathKeyLength = 8;
  const bool is_long_path = name.size() > kPathKeyLength + 1 && !name.starts_with('=') &&
                            name.find('/') != std::string_view::npos;
  return is_long_path ? '/' + short_id(name, kPathKeyLength)
                      : std::string(name.substr(0, kMaxNameBytes));
}

}  // namespace

std::vector<std::string> field_values(const Section& section, FieldId id) {
  switch (id) {
    case FieldId::title: {
      std::vector<std::string> titles = section.other_titles;
      titles.push_back(section.title());
      return titles;
    }
    case FieldId::note:
      return {section.rel_path};
    case FieldId::thread:
      if (section.breadcrumb.size() < 2) return {};
      return {section.breadcrumb[1].title};
    case FieldId::tag:
      return tags_from(section, TagSource::tag);
    case FieldId::name:
      return tags_from(section, TagSource::name);
    case FieldId::url:
    case FieldId::site:
      return section.urls;
    case FieldId::level:
      return {std::string(level_name(section.level))};
    case FieldId::date:
    case FieldId::is:
    case FieldId::has:
    case FieldId::link:
      return {};
  }
  return {};
}

std::string whole_title_term(std::string_view title, Analyzer& analyzer) {
  constexpr std::size_t kTitleKeyLength = 8;
  std::string words;
  // Node.js is the same as Node JS, but .NET is not the same as net.
  const auto is_sigil = [&](const Term& term) {
    return term.role == TermRole::sigil &&
           (term.begin_byte == 0 || !ascii::is_alphanumeric(title[term.begin_byte - 1]));
  };
  for (const Term& term : analyzer.analyze(title))
    if (term.role == TermRole::word || is_sigil(term))
      words.append(fold_word(term.exact)).append(1, ' ');
  return words.empty() ? words
                       : std::string(prefix::whole_title) + short_id(words, kTitleKeyLength);
}

std::string note_name_term(std::string_view name) {
  return std::string(prefix::name).append(name_key(name));
}

std::string link_term(std::string_view name) {
  return std::string(field(FieldId::link).prefix).append(name_key(name));
}

WordPrint print_of(std::string_view stem) {
  const std::uint64_t hash = XXH3_64bits(stem.data(), stem.size());
  return static_cast<WordPrint>(hash % UINT16_MAX + 1);
}

}  // namespace notes
