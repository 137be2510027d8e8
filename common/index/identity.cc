// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/identity.h"

#include <xxhash.h>

#include "common/schema.h"

namespace notes {

std::string short_id(std::string_view bytes) {
  std::uint64_t hash = XXH3_64bits(bytes.data(), bytes.size());
  std::string id(kIdLength, 'a');
  for (char& c : id) {
    c = "abcdefghijklmnopqrstuvwxyz234567"[hash & 31];
    hash >>= 5;
  }
  return id;
}

std::string note_id(std::string_view root_path, std::string_view rel_path) {
  std::string key(root_path);
  key += '\0';
  key += rel_path;
  return short_id(key);
}

std::string note_term(std::string_view root_path, std::string_view rel_path) {
  return std::string(prefix::note_id).append(note_id(root_path, rel_path));
}

}  // namespace notes
