// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/jsonl.h"

#include "query/render/json_document.h"
#include "query/render/json_hit.h"

namespace notes {

void render_jsonl(const SearchResult& result, const RenderOptions& options, std::ostream& out) {
  const Detail detail = options.explain ? Detail::explained : Detail::plain;
  for (const Hit& hit : result.hits) out << one_line(json_of(hit, detail)) << '\n';
}

}  // namespace notes
