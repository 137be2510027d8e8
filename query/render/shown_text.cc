// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/shown_text.h"

#include <algorithm>
#include <cstdint>

#include "common/text/ascii.h"
#include "common/text/code_point.h"

namespace notes {
namespace {

// Returns the replacement of a character: `bytes` are its bytes in the text.
using Rewrite = std::string (*)(std::string_view bytes, CodePoint point);

// For any highlights, the new ones are ascending ranges inside the new text.
MarkedText rewritten(std::string_view text, std::span<const ByteRange> highlights,
                     Rewrite rewrite) {
  MarkedText result;
  std::size_t at = 0;
  const auto rewrite_until = [&](std::size_t end) {
    while (at < std::min(end, text.size())) {
      const CodePoint point = code_point_at(text, at);
      result.text += rewrite(text.substr(at, point.bytes), point);
      at += point.bytes;
    }
    return static_cast<std::uint32_t>(result.text.size());
  };
  for (const ByteRange range : highlights) {
    const std::uint32_t begin = rewrite_until(range.begin);
    const std::uint32_t end = rewrite_until(range.end);
    if (begin < end) result.highlights.push_back({begin, end});
  }
  rewrite_until(text.size());
  return result;
}

std::optional<std::string_view> path_below(std::string_view path, std::string_view directory) {
  while (directory.ends_with('/')) directory.remove_suffix(1);
  const bool is_below = path.size() > directory.size() + 1 && path.starts_with(directory) &&
                        path[directory.size()] == '/';
  if (!is_below) return std::nullopt;
  return path.substr(directory.size() + 1);
}

std::string url_escaped(std::string_view path) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  constexpr std::string_view kPlain = "-._~/";
  std::string url;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (ascii::is_alphanumeric(c) || kPlain.find(c) != kPlain.npos)
      url += c;
    else
      url.append({'%', kHex[byte >> 4U], kHex[byte & 0xFU]});
  }
  return url;
}

}  // namespace

MarkedText printable(std::string_view text, std::span<const ByteRange> highlights) {
  return rewritten(text, highlights, printable_character);
}

std::string printable_path(std::string_view path) {
  const auto rewrite = [](std::string_view bytes, CodePoint point) {
    return point.valid ? printable_character(bytes, point) : std::string(bytes);
  };
  return rewritten(path, {}, rewrite).text;
}

MarkedText valid_utf8(std::string_view text, std::span<const ByteRange> highlights) {
  return rewritten(text, highlights, [](std::string_view bytes, CodePoint point) {
    return std::string(point.valid ? bytes : "\uFFFD");
  });
}

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

std::string path_from_here(std::string_view path, const RenderOptions& options) {
  if (options.current_directory.empty()) return std::string(path);
  return std::string(path_below(path, options.current_directory).value_or(path));
}

std::string shown_path(std::string_view path, const RenderOptions& options) {
  const std::string from_here = path_from_here(path, options);
  if (from_here.size() < path.size() || options.home_directory.empty()) return printable(from_here);
  const auto from_home = path_below(path, options.home_directory);
  return printable(from_home ? "~/" + std::string(*from_home) : from_here);
}

std::string place_url(std::string_view path, const TextPlace& place, const RenderOptions& options) {
  const std::string escaped = url_escaped(path);
  if (!options.link_form.empty()) return filled(options.link_form, place_fillings(escaped, place));
  return "file://" + options.host + escaped + "#" + std::to_string(place.line);
}

std::string shown_date(const std::optional<DateSpan>& date) {
  if (!date) return {};
  std::string begin = begin_text(*date);
  switch (date->precision) {
    case DatePrecision::minute:
      return begin.replace(begin.find('T'), 1, " ");
    case DatePrecision::day:
      return begin;
    case DatePrecision::range:
      break;
  }
  if (is_month(*date)) return begin.substr(0, begin.rfind('-'));
  if (is_year(*date)) return begin.substr(0, begin.find('-'));
  return begin + ".." + end_text(*date);
}

}  // namespace notes
