#include "query/search/ranking.h"

#include <cstdlib>

#include "common/schema.h"
#include "query/search/query_compiler.h"

namespace notes {
namespace {

using Xapian::Query;

double tune(const char* name, double value) {
  const char* text = std::getenv(name);
  return text ? std::atof(text) : value;
}

Query scaled(const Query& query, double factor) {
  return Query(Query::OP_SCALE_WEIGHT, query, factor);
}

void add_word_evidence(const QueryWord& word, std::vector<Query>& parts) {
  static const double kExact = tune("T_EXACT", .2), kTitle = tune("T_TITLE", .25),
                      kJoined = tune("T_JOINED", 1);
  if (!word.prefix.empty()) {
    parts.push_back(Query(Query::OP_SYNONYM, has_word(word), Query()));
    return;
  }
  const std::string& title = std::string(field(FieldId::title).prefix);
  for (std::size_t i = 0; i < word.stems.size(); ++i) {
    parts.emplace_back(word.stems[i], word.count);
    if (word.exacts[i] != word.stems[i])
      parts.push_back(
          scaled(Query(std::string(prefix::exact) + word.exacts[i], word.count), kExact));
    parts.push_back(scaled(Query(title + word.stems[i], word.count), kTitle));
  }
  for (const std::string& whole : {word.joined, word.sigil}) {
    if (whole.empty()) continue;
    parts.push_back(scaled(Query(whole, word.count), kJoined));
    parts.push_back(scaled(Query(title + whole, word.count), kTitle));
  }
}

Query neighbours_near(const std::vector<QueryWord>& words) {
  static const auto kNearWindow = static_cast<Xapian::termcount>(tune("T_WINDOW", 4));
  std::vector<Query> pairs;
  const std::string* left = nullptr;
  for (const QueryWord& word : words) {
    for (const std::string& right : word.stems) {
      if (left != nullptr && *left != right) {
        const std::vector<Query> pair{Query(*left), Query(right)};
        pairs.emplace_back(Query::OP_NEAR, pair.begin(), pair.end(), kNearWindow);
      }
      left = &right;
    }
  }
  return any_of(pairs);
}

Query within(const Query& query, const Query& structure) {
  return structure.empty() ? query : Query(Query::OP_FILTER, query, structure);
}

}  // namespace

std::unique_ptr<Xapian::Weight> weighting_scheme() {
  if (std::getenv("T_BM25"))
    return std::make_unique<Xapian::BM25Weight>(tune("T_K1", 1.2), 0, tune("T_K3", 8),
                                                tune("T_B", .75), 0);
  return std::make_unique<Xapian::IneB2Weight>(tune("T_C", 1.5));
}

Query evidence(const std::vector<QueryWord>& words) {
  std::vector<Query> parts;
  for (const QueryWord& word : words) add_word_evidence(word, parts);
  return any_of(parts);
}

Query ranked(const std::vector<QueryWord>& words, const Query& structure) {
  static const double kAllFew = tune("T_ALLFEW", 1), kAll = tune("T_ALL", .3),
                      kNear = tune("T_NEAR", .15);
  std::vector<Query> parts{within(evidence(words), structure)};
  if (words.size() > 1) {
    std::vector<Query> every;
    for (const QueryWord& word : words) every.push_back(has_word(word));
    parts.push_back(within(scaled(all_of(every), words.size() <= 4 ? kAllFew : kAll), structure));
    const Query near = neighbours_near(words);
    if (!near.empty()) parts.push_back(within(scaled(near, kNear), structure));
  }
  return any_of(parts);
}

}  // namespace notes
