// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/show/note_text.h"

#include <algorithm>
#include <fcntl.h>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>

#include <xxhash.h>

#include "common/small_file.h"
#include "common/text/ascii.h"
#include "common/text/code_point.h"
#include "common/text/unicode_fold.h"

namespace notes {
namespace {

std::string read_bytes(const Descriptor& file, std::uint64_t begin, std::uint64_t size) {
  std::string bytes(size, '\0');
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const ssize_t count = ::pread(file.number(), bytes.data() + filled, bytes.size() - filled,
                                  static_cast<off_t>(begin + filled));
    if (count <= 0) break;
    filled += static_cast<std::size_t>(count);
  }
  bytes.resize(filled);
  return bytes;
}

// Does not read past the end of the note: the range may come from an older note or a damaged index.
// For a note in UTF-16, the range counts bytes of its text in UTF-8.
std::string read_range(const std::string& path, std::uint64_t begin, std::uint64_t size) {
  constexpr std::uint64_t kMarkBytes = 2;
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  struct stat status {};
  if (!file.is_open() || ::fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode))
    return {};
  const auto end = static_cast<std::uint64_t>(status.st_size);
  if (!is_utf16(read_bytes(file, 0, std::min(end, kMarkBytes))))
    return read_bytes(file, begin, begin < end ? std::min(size, end - begin) : 0);
  const std::string text = utf8_from_utf16(read_bytes(file, 0, end));
  return text.substr(std::min<std::uint64_t>(begin, text.size()), size);
}

// Whether the word is Latin, Greek or Cyrillic.
bool can_have_accents(std::string_view word) {
  const char32_t first = word.empty() ? U' ' : code_point_at(word, 0).value;
  return first < 0x0530 || (first >= 0x1e00 && first < 0x2000);
}

std::size_t part_count(const QueryWord& word) {
  return word.stems.size() + (word.prefix.empty() ? 0 : 1);
}

class WordFinder {
 public:
  WordFinder(std::string_view text, std::span<const Term> terms) : text_(text), terms_(terms) {}

  // The mark of the word, or of a synonym of it, that starts with the term at `at`; empty if
  // neither does.
  WordMark mark_at(std::size_t at, const QueryWord& word) {
    WordMark mark = mark_of(at, word);
    for (const auto* others : {&word.synonyms, &word.becoming})
      for (const QueryWord& other : *others) {
        if (mark.text.begin < mark.text.end) return mark;
        mark = mark_of(at, other);
        mark.exact = false;
      }
    return mark;
  }

  // Marks the signs of a phrase without words wherever they are.
  void mark_signs(const Signs& signs, std::uint32_t word, std::vector<WordMark>& marks) const {
    std::uint32_t begin = 0;
    while (begin < text_.size()) {
      const auto found = find_signs(signs, text_.substr(begin), Gap::no_words);
      if (!found || found->begin == found->end) return;
      marks.push_back({{begin + found->begin, begin + found->end}, {}, word, true});
      begin += found->end;
    }
  }

 private:
  WordMark mark_of(std::size_t at, const QueryWord& word) {
    const Term& term = terms_[at];
    const bool is_alone = is_word(term, word);
    if (!is_alone && (part_count(word) < 2 || term.role != TermRole::word)) return {};
    const std::size_t last = is_alone ? at : end_of_row(at, word);
    if (last == terms_.size()) return {};
    const auto marked = with_outer_signs(at, last, word);
    const bool exact = !is_alone || word.exacts.size() != 1 || term.exact == word.exacts.front();
    return marked ? WordMark{*marked, {}, 0, exact} : WordMark{};
  }

  // Whether a word, piece, compound or sigil is the query word on its own.
  bool is_word(const Term& term, const QueryWord& word) {
    if (!word.prefix.empty()) return word.stems.empty() && begins_with(term, word.prefix);
    if (!word.sigil.empty() && !word.quoted) return term.stem == word.sigil;
    if (!word.joined.empty() && term.stem == word.joined) return true;
    return word.stems.size() == 1 && term.role != TermRole::bigram && is_part(term, word, 0);
  }

  bool is_part(const Term& term, const QueryWord& word, std::size_t part) {
    if (part == word.stems.size()) return begins_with(term, word.prefix);
    return word.quoted ? is_as_written(term.exact, word.exacts[part])
                       : term.stem == word.stems[part];
  }

  // Accents that were typed must match; accents may be left out. Points, vowels and forms of
  // letters in other scripts never matter.
  bool is_as_written(std::string_view exact, std::string_view written) {
    if (exact == written) return true;
    if (ascii::is_ascii(exact)) return false;
    const std::string plain = fold_word(exact);
    return plain == written || (!can_have_accents(written) && plain == fold_word(written));
  }

  // The index of the last term of the row that starts at `first`; terms_.size() if it is not the
  // row.
  std::size_t end_of_row(std::size_t first, const QueryWord& word) {
    std::size_t at = first;
    for (std::size_t part = 0; part < part_count(word); ++part) {
      const std::size_t before = at;
      if (part > 0) at = next_word(at);
      if (at == terms_.size() || !is_part(terms_[at], word, part)) return terms_.size();
      if (part > 0 && word.quoted && !has_signs_between(before, at, word.signs[part]))
        return terms_.size();
    }
    return at;
  }

  bool has_signs_between(std::size_t before, std::size_t after, const Signs& signs) const {
    const std::uint32_t begin = terms_[before].end_byte;
    const auto gap = between(begin, std::max(begin, terms_[after].begin_byte));
    const bool is_one_block = gap.find('\n') == std::string_view::npos;
    return is_one_block && find_signs(signs, gap, Gap::between_words);
  }

  // The range of the terms, with the phrase's signs before and after them; nothing if the text has
  // other signs there.
  std::optional<ByteRange> with_outer_signs(std::size_t first, std::size_t last,
                                            const QueryWord& word) const {
    ByteRange row{terms_[first].begin_byte, terms_[last].end_byte};
    if (!word.quoted) return row;
    const std::uint32_t gap_begin = end_of_word_before(first);
    const auto before =
        find_signs(word.signs.front(), between(gap_begin, row.begin), Gap::before_words);
    const auto after = find_signs(word.signs.back(), between(row.end, begin_of_word_after(last)),
                                  Gap::after_words);
    if (!before || !after) return std::nullopt;
    return ByteRange{gap_begin + before->begin, row.end + after->end};
  }

  std::size_t next_word(std::size_t from) const {
    for (std::size_t i = from + 1; i < terms_.size(); ++i)
      if (terms_[i].role == TermRole::word) return i;
    return terms_.size();
  }

  std::uint32_t end_of_word_before(std::size_t index) const {
    const std::uint32_t begin = terms_[index].begin_byte;
    for (std::size_t i = index; i-- > 0;)
      if (terms_[i].role == TermRole::word) return std::min(terms_[i].end_byte, begin);
    return 0;
  }

  std::uint32_t begin_of_word_after(std::size_t index) const {
    const std::size_t next = next_word(index);
    return next < terms_.size() ? std::max(terms_[next].begin_byte, terms_[index].end_byte)
                                : static_cast<std::uint32_t>(text_.size());
  }

  std::string_view between(std::uint32_t begin, std::uint32_t end) const {
    return text_.substr(begin, end - begin);
  }

  std::string_view text_;
  std::span<const Term> terms_;
};

// The terms of a longer text would take too much memory. It is split between blocks, which no
// phrase crosses, or between words of a very long block.
constexpr std::size_t kPieceBytes = 1 << 20;
constexpr std::string_view kCellDivider = " | ";

std::size_t end_of_piece(std::string_view text, std::size_t begin, std::size_t least_bytes) {
  const std::size_t least = begin + least_bytes;
  if (least >= text.size()) return text.size();
  const std::size_t block = std::min(text.find('\n', least), text.size());
  if (block < least + kPieceBytes) return block;
  return std::min(text.find(' ', least), text.size());
}

ByteRange overlap(ByteRange a, ByteRange b) {
  const ByteRange both{std::max(a.begin, b.begin), std::min(a.end, b.end)};
  return both.begin < both.end ? both : ByteRange{};
}

// The part of the run's text that comes from the line.
ByteRange part_from(ByteRange line, const Run& run) {
  const ByteRange source = overlap(run.source, line);
  if (source.begin == source.end) return {};
  if (!run.is_verbatim()) return source.begin == run.source.begin ? run.text : ByteRange{};
  const std::uint32_t begin = run.text.begin + (source.begin - run.source.begin);
  return {begin, begin + source.size()};
}

// Where the marks are in a line of the note. If a mark runs on, its part in this line starts and
// ends with what is shown of the line.
std::vector<ByteRange> marks_in(ByteRange line, ByteRange shown, std::span<const WordMark> marks) {
  std::vector<ByteRange> found;
  for (const WordMark& mark : marks) {
    const bool runs_on = mark.source.begin < line.begin || mark.source.end > line.end;
    const ByteRange part = overlap(mark.source, runs_on ? shown : line);
    found.push_back({part.begin - line.begin, part.end - line.begin});
  }
  return merged(std::move(found));
}

}  // namespace

NoteText read_section_text(const std::string& path, const Section& section, TextExtent extent) {
  const std::uint64_t end = extent == TextExtent::own ? section.end_byte : section.end_byte_below;
  const std::uint64_t own_size = section.end_byte - section.begin_byte;
  NoteText text;
  text.blocks = section.blocks;
  text.bytes = read_range(path, section.begin_byte, end - section.begin_byte);
  text.current =
      text.bytes.size() >= own_size && XXH3_64bits(text.bytes.data(), own_size) == section.own_hash;
  return text;
}

std::vector<ByteRange> lines_of(std::string_view text) {
  std::vector<ByteRange> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
    lines.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    begin = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
  }
  return lines;
}

std::vector<ByteRange> merged(std::vector<ByteRange> ranges) {
  std::ranges::sort(ranges, {}, &ByteRange::begin);
  std::vector<ByteRange> apart;
  for (const ByteRange& range : ranges) {
    if (range.begin >= range.end) continue;
    if (!apart.empty() && range.begin <= apart.back().end)
      apart.back().end = std::max(apart.back().end, range.end);
    else
      apart.push_back(range);
  }
  return apart;
}

MarkedText slice(std::string_view line, std::span<const ByteRange> marks, ByteRange shown,
                 std::string_view before, std::string_view after) {
  const auto shift = static_cast<std::uint32_t>(before.size());
  std::vector<ByteRange> kept;
  for (const ByteRange& mark : marks) {
    const ByteRange part = overlap(mark, shown);
    kept.push_back({part.begin - shown.begin + shift, part.end - shown.begin + shift});
  }
  std::string text(before);
  text.append(shown.in(line)).append(after);
  return {std::move(text), merged(std::move(kept))};
}

std::uint32_t utf16_size(std::string_view text) {
  if (ascii::is_ascii(text)) return static_cast<std::uint32_t>(text.size());
  const std::u32string characters = code_points_of(text);
  const auto pairs = std::ranges::count_if(characters, [](char32_t c) { return c >= 0x10000; });
  return static_cast<std::uint32_t>(characters.size() + static_cast<std::size_t>(pairs));
}

std::vector<WordMark> find_words(std::string_view text, const std::vector<QueryWord>& words,
                                 Analyzer& analyzer) {
  const auto terms = analyzer.analyze(text);
  WordFinder finder(text, terms);
  std::vector<WordMark> marks;
  for (std::size_t i = 0; i < terms.size(); ++i)
    for (std::uint32_t w = 0; w < words.size(); ++w) {
      WordMark mark = finder.mark_at(i, words[w]);
      if (mark.text.begin == mark.text.end) continue;
      mark.word = w;
      marks.push_back(mark);
    }
  for (std::uint32_t w = 0; w < words.size(); ++w)
    if (words[w].quoted && words[w].stems.empty())
      finder.mark_signs(words[w].signs.front(), w, marks);
  std::ranges::stable_sort(marks, {}, [](const WordMark& mark) { return mark.text.begin; });
  return marks;
}

SeenText::SeenText(std::string_view source)
    : SeenText(source, std::vector<TextBlock>{{{0, static_cast<std::uint32_t>(source.size())},
                                               BlockKind::front_matter}}) {}

void SeenText::visit_words(const std::vector<QueryWord>& words, Analyzer& analyzer,
                           const Visit& visit, const MayHold& may_hold) const {
  std::size_t end = 0;
  for (std::size_t begin = 0; begin < text().size(); begin = end) {
    end = end_of_piece(text(), begin, may_hold ? 1 : kPieceBytes);
    const std::string_view piece = text().substr(begin, end - begin);
    if (may_hold && !may_hold(piece)) continue;
    std::vector<WordMark> marks = find_words(piece, words, analyzer);
    const auto shift = static_cast<std::uint32_t>(begin);
    for (WordMark& mark : marks) {
      mark.text = {mark.text.begin + shift, mark.text.end + shift};
      mark.source = source_of(mark.text);
    }
    if (!visit(marks)) return;
  }
}

SeenLine SeenText::line_at(ByteRange line, std::span<const WordMark> marks) const {
  std::string plain;
  std::vector<ByteRange> in_plain(marks.size());
  ByteRange in_source;
  std::uint32_t end = 0;
  for (const Run& run : reading_.runs()) {
    const ByteRange part = part_from(line, run);
    if (run.kind == PartKind::aside || part.begin == part.end) continue;
    if (plain.empty()) in_source.begin = run.source.begin;
    const std::string_view between = text().substr(end, part.begin - end);
    if (!plain.empty() && between.find('\n') != between.npos) plain += kCellDivider;
    const std::uint32_t shift = static_cast<std::uint32_t>(plain.size()) - part.begin;
    for (std::size_t i = 0; i < marks.size(); ++i) {
      const ByteRange marked = overlap(part, marks[i].text);
      if (marked.begin == marked.end) continue;
      if (in_plain[i].end == 0) in_plain[i].begin = marked.begin + shift;
      in_plain[i].end = marked.end + shift;
    }
    plain += part.in(text());
    in_source.end = run.source.end;
    end = part.end;
  }
  return {{std::move(plain), merged(std::move(in_plain))},
          marks_in(line, overlap(in_source, line), marks)};
}

}  // namespace notes
