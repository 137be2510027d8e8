// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/links.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "common/text/char_kind.h"
#include "indexer/extract/ascii.h"

namespace notes {
namespace {

constexpr std::array<std::string_view, 3> kSchemes{"https", "http", "ftp"};

bool ends_address(char c) {
  return static_cast<unsigned char>(c) <= ' ' || c == '<' || c == '>' || c == '"' || c == '`' ||
         c == '\x7f';
}

// Addresses hold letters of any script, but no other sign beyond ASCII: "https://a.cn，然后".
std::size_t end_of_address(std::string_view text, std::size_t at) {
  const std::size_t limit = std::min(text.size(), at + kMaxAddressBytes);
  while (at < limit && !ends_address(text[at])) {
    const Character next = read_character(text, at);
    if (is_beyond_ascii(text[at]) && next.kind == char_kind::separator) break;
    at += next.byte_count;
  }
  return std::min(at, text.size());
}

// One pass: counts are of the whole, and each closing bracket that goes lowers them.
std::string_view without_trailing_marks(std::string_view address) {
  auto unmatched = [&](char open, char close) {
    return std::ranges::count(address, close) - std::ranges::count(address, open);
  };
  std::ptrdiff_t round = unmatched('(', ')');
  std::ptrdiff_t square = unmatched('[', ']');
  while (!address.empty()) {
    const char last = address.back();
    const bool is_mark = std::string_view("?!.,:;*_~'|").find(last) != std::string_view::npos;
    const bool closes_nothing = (last == ')' && round-- > 0) || (last == ']' && square-- > 0);
    if (!is_mark && !closes_nothing) break;
    address.remove_suffix(1);
  }
  return address;
}

// Where the scheme in front of "://" at `at` begins; `at` when none of ours does.
std::size_t begin_of_scheme(std::string_view text, std::size_t from, std::size_t at) {
  for (const std::string_view scheme : kSchemes) {
    if (at < from + scheme.size()) continue;
    const std::size_t begin = at - scheme.size();
    if (!ascii::equals_ignoring_case(text.substr(begin, scheme.size()), scheme)) continue;
    if (begin == 0 || !is_alphanumeric(text[begin - 1])) return begin;
  }
  return at;
}

// memmem, because a search that stops at every `w` takes longer than all the rest.
std::size_t find_www(std::string_view text, std::size_t from) {
  constexpr std::string_view kWww = "www.";
  if (from >= text.size()) return text.npos;
  const void* found = ::memmem(text.data() + from, text.size() - from, kWww.data(), kWww.size());
  return found ? static_cast<std::size_t>(static_cast<const char*>(found) - text.data())
               : text.npos;
}

bool begins_word(std::string_view text, std::size_t at) {
  return at == 0 || !(is_alphanumeric(text[at - 1]) || text[at - 1] == '/' || text[at - 1] == '.');
}

class AddressFinder {
 public:
  AddressFinder(std::string_view text, std::size_t from, std::vector<std::string>& found)
      : text_(text), at_(from), found_(found) {}

  void find_all() {
    std::size_t scheme = text_.find("://", at_);
    std::size_t www = find_www(text_, at_);
    while (scheme != text_.npos || www != text_.npos) {
      if (scheme < www)
        take_scheme(scheme);
      else
        take_www(www);
      if (scheme != text_.npos && scheme < at_) scheme = text_.find("://", at_);
      if (www != text_.npos && www < at_) www = find_www(text_, at_);
    }
  }

 private:
  void take_scheme(std::size_t sign) {
    const std::size_t begin = begin_of_scheme(text_, at_, sign);
    if (begin == sign) {
      at_ = sign + 3;
    } else {
      take(begin, sign + 3, "");
    }
  }

  void take_www(std::size_t begin) {
    if (begins_word(text_, begin))
      take(begin, begin + 4, "http://");
    else
      at_ = begin + 4;
  }

  void take(std::size_t begin, std::size_t host, std::string_view scheme) {
    const std::size_t end = end_of_address(text_, host);
    const std::string_view address = without_trailing_marks(text_.substr(begin, end - begin));
    if (address.size() > host - begin) found_.push_back(std::string(scheme).append(address));
    at_ = end;
  }

  std::string_view text_;
  std::size_t at_;
  std::vector<std::string>& found_;
};

}  // namespace

bool is_web_address(std::string_view target) {
  const std::size_t sign = target.find("://");
  return sign != target.npos && sign > 0 && sign <= 5 && target.size() > sign + 3 &&
         begin_of_scheme(target, 0, sign) == 0;
}

void find_web_addresses(std::string_view text, std::size_t from, std::vector<std::string>& found) {
  AddressFinder(text, from, found).find_all();
}

}  // namespace notes
