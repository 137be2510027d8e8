// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/json.h"

#include "query/render/json_document.h"
#include "query/render/json_hit.h"

namespace notes {
void render_json(const SearchResult& result, const RenderOptions& options, std::ostream& out) {
  const Detail detail = options.explain ? Detail::explained : Detail::plain;
  nlohmann::ordered_json envelope = envelope_of(result, detail);
  for (const Hit& hit : result.hits) envelope["results"].push_back(json_of(hit, detail));
  write_document(envelope, out);
}

}  // namespace notes
