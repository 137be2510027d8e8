// SPDX-License-Identifier: GPL-2.0-or-later
// The messages about a query: remarks, and errors with a caret under the fault. Parts of the query
// are shown on one line, as valid UTF-8, and not too long.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/error.h"
#include "query/language/query_parser.h"

namespace notes {

// The first 60 bytes, with an ellipsis where text was cut.
std::string show_begin(std::string_view part);

// The fault begins at `byte` of `query`. A long query is cut to the part around it.
Error query_error(std::string_view query, std::size_t byte, const std::string& text,
                  std::string hint);

// Collects ParsedQuery::notes on a query.
class Remarks {
 public:
  Remarks(std::string_view query, Typing typing) : query_(query), typing_(typing) {}

  void add(std::string sentence) { sentences_.push_back(std::move(sentence)); }
  // "`OR` at column 3" and what is the matter with it. Columns count bytes from 1.
  void add_about(std::size_t begin, std::size_t end, const std::string& what);
  // What is not closed yet is no fault of a query that is being typed, and not worth a sentence.
  void add_unclosed(std::string sentence);
  bool empty() const { return sentences_.empty() && !has_unclosed_; }  // whether nothing was wrong
  // A few sentences and the number of the others, so that a hostile query does not get a million.
  std::vector<std::string> take();

 private:
  std::string_view query_;
  Typing typing_;
  std::vector<std::string> sentences_;
  bool has_unclosed_ = false;
};

}  // namespace notes
