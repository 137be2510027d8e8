// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/html.h"

#include <algorithm>
#include <cstdint>

#include "common/text/ascii.h"
#include "common/text/code_point.h"
#include "common/text/joined.h"

namespace notes {
namespace {

constexpr std::string_view kElements =
    "a abbr address animate area article aside audio b base bdi bdo big blockquote body br button "
    "canvas caption center circle cite code col colgroup data datalist dd defs del details dfn "
    "dialog div dl dt ellipse em embed fieldset figcaption figure font footer form frame frameset "
    "g h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li "
    "line link main map mark menu meta meter nav nobr noscript object ol optgroup option output p "
    "param path picture polygon polyline pre progress q rect rp rt ruby s samp script section "
    "select small source span strike strong style sub summary sup svg table tbody td template "
    "textarea tfoot th thead time title tr track tt u ul use var video wbr";

constexpr std::size_t kLongestName = 10;
constexpr std::size_t kMaxTagBytes = 1024;

constexpr std::string_view kInWords =
    "a abbr b bdi bdo big cite code del dfn em font i ins kbd mark nobr q ruby s samp small span "
    "strike strong sub sup time tt u var wbr";

bool ends_name(char c) {
  return ascii::is_blank(c) || c == '/' || c == '>';
}

std::size_t name_length(std::string_view text) {
  const auto* const past = std::find_if_not(text.begin(), text.end(), ascii::is_alphanumeric);
  return static_cast<std::size_t>(past - text.begin());
}

bool is_blank_line_at(std::string_view text, std::size_t line_feed) {
  const std::size_t next = text.find_first_not_of(" \t\r", line_feed + 1);
  return next != std::string_view::npos && text[next] == '\n';
}

std::optional<std::size_t> end_of_attributes(std::string_view text, std::size_t at) {
  char quote = 0;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\n' && is_blank_line_at(text, at)) return std::nullopt;
    if (quote != 0) {
      if (c == quote) quote = 0;
      continue;
    }
    if (c == '>') return at + 1;
    if (c == '<') return std::nullopt;
    if (c == '"' || c == '\'') quote = c;
  }
  return std::nullopt;
}

// The names of the characters from U+00A0 on, in order.
constexpr std::string_view kLatin1Names =
    "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg "
    "plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 "
    "iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml "
    "Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave "
    "Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil "
    "egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde "
    "ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

constexpr std::string_view kOtherNames =
    "Tab 9 NewLine a excl 21 quot 22 num 23 dollar 24 percnt 25 amp 26 apos 27 lpar 28 "
    "rpar 29 ast 2a plus 2b comma 2c period 2e sol 2f colon 3a semi 3b lt 3c equals 3d gt 3e "
    "quest 3f commat 40 lbrack 5b lsqb 5b bsol 5c rbrack 5d rsqb 5d Hat 5e lowbar 5f "
    "grave 60 lbrace 7b lcub 7b verbar 7c vert 7c rbrace 7d rcub 7d aogon 105 cacute 107 "
    "Ccaron 10c ccaron 10d eogon 119 ecaron 11b gbreve 11f inodot 131 Lstrok 141 lstrok 142 "
    "nacute 144 OElig 152 oelig 153 rcaron 159 sacute 15b scedil 15f Scaron 160 scaron 161 "
    "uring 16f Yuml 178 zdot 17c Zcaron 17d zcaron 17e fnof 192 circ 2c6 tilde 2dc Alpha 391 "
    "Beta 392 Gamma 393 Delta 394 Epsilon 395 Zeta 396 Eta 397 Theta 398 Iota 399 Kappa 39a "
    "Lambda 39b Mu 39c Nu 39d Xi 39e Omicron 39f Pi 3a0 Rho 3a1 Sigma 3a3 Tau 3a4 "
    "Upsilon 3a5 Phi 3a6 Chi 3a7 Psi 3a8 Omega 3a9 alpha 3b1 beta 3b2 gamma 3b3 delta 3b4 "
    "epsilon 3b5 zeta 3b6 eta 3b7 theta 3b8 iota 3b9 kappa 3ba lambda 3bb mu 3bc nu 3bd "
    "xi 3be omicron 3bf pi 3c0 rho 3c1 sigmaf 3c2 sigma 3c3 tau 3c4 upsilon 3c5 phi 3c6 "
    "chi 3c7 psi 3c8 omega 3c9 thetasym 3d1 upsih 3d2 piv 3d6 ensp 2002 emsp 2003 "
    "thinsp 2009 zwnj 200c zwj 200d lrm 200e rlm 200f dash 2010 ndash 2013 mdash 2014 "
    "horbar 2015 lsquo 2018 rsquo 2019 sbquo 201a ldquo 201c rdquo 201d bdquo 201e "
    "dagger 2020 Dagger 2021 bull 2022 hellip 2026 permil 2030 prime 2032 Prime 2033 "
    "lsaquo 2039 rsaquo 203a oline 203e frasl 2044 euro 20ac image 2111 weierp 2118 "
    "real 211c trade 2122 alefsym 2135 larr 2190 uarr 2191 rarr 2192 darr 2193 harr 2194 "
    "crarr 21b5 lArr 21d0 uArr 21d1 rArr 21d2 dArr 21d3 hArr 21d4 forall 2200 part 2202 "
    "exist 2203 empty 2205 nabla 2207 isin 2208 notin 2209 ni 220b prod 220f sum 2211 "
    "minus 2212 lowast 2217 radic 221a prop 221d infin 221e ang 2220 and 2227 or 2228 "
    "cap 2229 cup 222a int 222b there4 2234 sim 223c cong 2245 asymp 2248 ne 2260 equiv 2261 "
    "le 2264 ge 2265 sub 2282 sup 2283 nsub 2284 sube 2286 supe 2287 oplus 2295 otimes 2297 "
    "perp 22a5 sdot 22c5 lceil 2308 rceil 2309 lfloor 230a rfloor 230b lang 2329 rang 232a "
    "loz 25ca starf 2605 star 2606 phone 260e spades 2660 clubs 2663 hearts 2665 diams 2666 "
    "check 2713 cross 2717";

std::optional<char32_t> read_number(std::string_view digits, int base, std::size_t max_digits) {
  const auto value = whole_number<std::uint32_t>(digits, base);
  if (!value || digits.size() > max_digits) return std::nullopt;
  const bool is_character =
      *value != 0 && *value <= 0x10FFFF && (*value < 0xD800 || *value > 0xDFFF);
  return is_character ? *value : U'\uFFFD';
}

std::optional<char32_t> character_named(std::string_view name) {
  if (name.starts_with("#x") || name.starts_with("#X")) return read_number(name.substr(2), 16, 6);
  if (name.starts_with('#')) return read_number(name.substr(1), 10, 7);
  if (name.empty() || !std::ranges::all_of(name, ascii::is_alphanumeric)) return std::nullopt;
  if (const std::size_t at = find_among(kLatin1Names, name); at != kNone)
    return 0xA0 + static_cast<char32_t>(std::ranges::count(kLatin1Names.substr(0, at), ' '));
  if (!ascii::is_letter(name.front())) return std::nullopt;
  const std::size_t at = find_among(kOtherNames, name);
  if (at == kNone) return std::nullopt;
  const std::string_view number = kOtherNames.substr(at + name.size() + 1);
  return read_number(number.substr(0, number.find(' ')), 16, 6);
}

}  // namespace

std::optional<std::size_t> end_of_html_tag(std::string_view text, std::size_t begin) {
  const std::string_view near = text.substr(0, std::min(text.size(), begin + kMaxTagBytes));
  const std::size_t name_begin = begin + (near.substr(begin).starts_with("</") ? 2 : 1);
  const std::string_view rest = near.substr(name_begin);
  const std::size_t length = name_length(rest.substr(0, kLongestName + 1));
  if (length == rest.size() || !ends_name(rest[length])) return std::nullopt;
  if (!is_among(kElements, ascii::to_lower(rest.substr(0, length)))) return std::nullopt;
  return end_of_attributes(near, name_begin + length);
}

std::string_view element_of(std::string_view tag) {
  tag.remove_prefix(tag.starts_with("</") ? 2 : 1);
  return tag.substr(0, name_length(tag));
}

std::optional<std::string_view> attribute_of(std::string_view tag, std::string_view name) {
  constexpr std::string_view kEnds = " \t\r\n\"'=<>`";
  for (std::size_t at = tag.find_first_of(kEnds, 1); at < tag.size();) {
    at = tag.find_first_not_of(" \t\r\n/\"'`", at);
    const std::size_t name_end = std::min(tag.find_first_of(kEnds, at), tag.size());
    const std::size_t equals = tag.find_first_not_of(" \t\r\n", name_end);
    if (equals >= tag.size() || tag[equals] != '=') {
      at = std::max(name_end, at + 1);
      continue;
    }
    std::size_t value = std::min(tag.find_first_not_of(" \t\r\n", equals + 1), tag.size() - 1);
    const bool is_quoted = tag[value] == '"' || tag[value] == '\'';
    const std::size_t end =
        is_quoted ? tag.find(tag[value], value + 1) : tag.find_first_of(" \t\r\n>", value);
    if (end >= tag.size()) return std::nullopt;
    if (is_quoted) ++value;
    if (ascii::equals_ignoring_case(tag.substr(at, name_end - at), name))
      return tag.substr(value, end - value);
    at = end + (is_quoted ? 1 : 0);
  }
  return std::nullopt;
}

bool stands_in_word(std::string_view element) {
  return is_among(kInWords, ascii::to_lower(element));
}

bool holds_no_text(std::string_view element) {
  return is_among("script style", ascii::to_lower(element));
}

std::size_t find_closing_tag(std::string_view text, std::size_t from, std::string_view element) {
  const std::string lower = ascii::to_lower(element);
  for (std::size_t at = text.find("</", from); at != text.npos; at = text.find("</", at + 2)) {
    if (!ascii::equals_ignoring_case(text.substr(at + 2, element.size()), lower)) continue;
    const std::size_t end = text.find('>', at);
    return end == text.npos ? text.size() : end + 1;
  }
  return text.size();
}

std::optional<Entity> entity_at(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 10;
  const std::string_view rest = text.substr(at + 1, kLongest);
  const std::size_t end = rest.find(';');
  if (end == kNone) return std::nullopt;
  const auto character = character_named(rest.substr(0, end));
  if (!character) return std::nullopt;
  const bool is_blank = *character == 0xA0 || *character == '\n';
  return Entity{is_blank ? " " : utf8_of(*character), end + 2};
}

}  // namespace notes
