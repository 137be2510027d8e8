// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/json_document.h"
#include "query/render/json_hit.h"
#include "query/render/renderers.h"

namespace notes {

void render_json(const SearchResult& result, const RenderOptions& options, std::ostream& out) {
  nlohmann::ordered_json envelope = envelope_of(result, options);
  envelope["results"] = nlohmann::ordered_json::array();
  for (const Hit& hit : result.hits) envelope["results"].push_back(json_of(hit, options));
  write_document(envelope, document_layout(options), out);
}

void render_jsonl(const SearchResult& result, const RenderOptions& options, std::ostream& out) {
  if (options.envelope) out << one_line(envelope_of(result, options)) << '\n';
  for (const Hit& hit : result.hits) out << one_line(json_of(hit, options)) << '\n';
}

}  // namespace notes
