// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/filled_form.h"

#include <algorithm>

namespace notes {

std::string filled(std::string_view form, std::span<const Filling> fillings) {
  std::string text;
  while (!form.empty()) {
    const std::size_t brace = std::min(form.find('{'), form.size());
    text.append(form.substr(0, brace));
    form.remove_prefix(brace);
    const auto filling = std::ranges::find_if(fillings, [&](const Filling& one) {
      return form.size() > one.name.size() + 1 && form.substr(1).starts_with(one.name) &&
             form[one.name.size() + 1] == '}';
    });
    const bool is_filled = filling != fillings.end();
    text += is_filled ? filling->value : std::string(form.substr(0, 1));
    form.remove_prefix(std::min(form.size(), is_filled ? filling->name.size() + 2 : 1));
  }
  return text;
}

std::vector<Filling> place_fillings(std::string path, const TextPlace& place) {
  return {{"path", std::move(path)},
          {"line", std::to_string(place.line)},
          {"column", std::to_string(place.column_utf16)},
          {"byte", std::to_string(place.column)}};
}

}  // namespace notes
