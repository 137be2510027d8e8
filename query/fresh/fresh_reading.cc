// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/fresh/fresh_reading.h"

#include "common/index/open_index.h"

namespace notes {

std::optional<Passage> read_fresh_passage(IndexRefresh& refresh, const std::string& name,
                                          std::size_t max_bytes) {
  const auto read = [&] {
    return with_index(refresh.index_directory(),
                      [&](const OpenIndex& index) { return find_passage(index, name, max_bytes); });
  };
  return read_fresh(refresh, read, [](const std::optional<Passage>& passage) {
    return !passage ? Doubt::missing : passage->hit.stale ? Doubt::stale : Doubt::none;
  });
}

NoteOutline read_fresh_outline(IndexRefresh& refresh, const std::string& path) {
  const auto read = [&] {
    return with_index(refresh.index_directory(),
                      [&](const OpenIndex& index) { return read_outline(index, path); });
  };
  return read_fresh(refresh, read, [](const NoteOutline& outline) {
    return outline.sections.empty() ? Doubt::missing : outline.stale ? Doubt::stale : Doubt::none;
  });
}

FacetCounts count_fresh_facets(IndexRefresh& refresh, const SearchCommand& command,
                               std::span<const std::string_view> names) {
  const ParsedQuery parsed = parse_command(command);
  const auto count = [&] {
    return with_index(refresh.index_directory(),
                      [&](const OpenIndex& index) { return count_facets(index, parsed, names); });
  };
  return read_fresh(refresh, count, [](const FacetCounts& counts) {
    return counts.sections == 0 ? Doubt::missing : Doubt::none;
  });
}

}  // namespace notes
