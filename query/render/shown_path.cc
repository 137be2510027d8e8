// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/shown_path.h"

#include <optional>

#include "common/text/ascii.h"
#include "query/render/safe_text.h"

namespace notes {
namespace {

std::optional<std::string_view> path_below(std::string_view path, std::string_view directory) {
  while (directory.ends_with('/')) directory.remove_suffix(1);
  const bool is_below = path.size() > directory.size() + 1 && path.starts_with(directory) &&
                        path[directory.size()] == '/';
  if (!is_below) return std::nullopt;
  return path.substr(directory.size() + 1);
}

bool stands_for_itself_in_url(char c) {
  return ascii::is_alphanumeric(c) || std::string_view("-._~/").find(c) != std::string_view::npos;
}

std::string url_escaped(std::string_view path) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string url;
  for (const char c : path) {
    if (stands_for_itself_in_url(c)) {
      url += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    url.append({'%', kHex[byte >> 4U], kHex[byte & 0xFU]});
  }
  return url;
}

}  // namespace

std::string path_from_here(std::string_view path, const RenderOptions& options) {
  if (options.current_directory.empty()) return std::string(path);
  return std::string(path_below(path, options.current_directory).value_or(path));
}

std::string shown_path(std::string_view path, const RenderOptions& options) {
  const std::string from_here = path_from_here(path, options);
  if (from_here.size() < path.size() || options.home_directory.empty()) {
    return printable(from_here);
  }
  const auto from_home = path_below(path, options.home_directory);
  return printable(from_home ? "~/" + std::string(*from_home) : from_here);
}

std::string place_url(std::string_view path, const TextPlace& place, const RenderOptions& options) {
  const std::string escaped = url_escaped(path);
  if (!options.link_form.empty()) return filled(options.link_form, place_fillings(escaped, place));
  return "file://" + options.host + escaped + "#" + std::to_string(place.line);
}

}  // namespace notes
