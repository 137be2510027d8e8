// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/dates.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <sstream>
#include <string>
#include <unordered_map>
#include <utility>

#include "common/date_reader.h"
#include "common/date_words.h"
#include "common/text/char_kind.h"
#include "common/text/unicode_fold.h"
#include "indexer/extract/ascii.h"

namespace notes {
namespace {

constexpr std::size_t kMaxLineBytes = 120;  // no line that is little more than a date is longer

// What a word near a date says about it; a word may have several roles.
namespace role {
constexpr unsigned date = 1;         // in labels (`Date created`, `dateCreated`): the date itself
constexpr unsigned created = 2;      // ... of writing
constexpr unsigned published = 4;    // ... of publishing
constexpr unsigned with_any = 8;     // ... goes with any of these
constexpr unsigned of_another = 16;  // before a date: that of a deadline, a birth, a change
constexpr unsigned up_to = 32;       // right before a date: the same
constexpr unsigned beside = 64;      // weighs nothing beside a date
constexpr unsigned label = date | created | published | with_any;
}  // namespace role

struct RoleWords {
  unsigned role;
  const char* words;
};

// clang-format off
constexpr std::array<RoleWords, 7> kRoleWords{{
  {role::date, R"(
date datum dato data fecha datetime dated dátum tarih tarihi päivämäärä päiväys pvm kuupäev дата
ημερομηνία التاريخ تاريخ 日期 日付 날짜 tanggal)"},
  {role::created, R"(
created creation create written wrote recorded record logged noted drafted added composed erstellt
erstellungs angelegt geschrieben verfasst aufgenommen créé créée création écrit rédigé creado
creación escrito criado criação creato creazione scritto aangemaakt aanmaak geschreven skapad
oprettet opprettet skrevet skriven luotu kirjoitettu létrehozva creat creată scris utworzono
utworzenia napisano vytvořeno vytvoření napsáno oluşturulma oluşturuldu yazıldı создано создан
создания записано написано створено створення δημιουργήθηκε δημιουργίας أنشئ 创建 作成 생성 작성)"},
  {role::published, R"(
published publication publish pub posted veröffentlicht veröffentlichungs publié publiée publicado
publicación publicação pubblicato pubblicazione gepubliceerd publicerad publisert udgivet julkaistu
opublikowano publikacji publikováno yayınlandı опубликовано публикации опубліковано δημοσιεύτηκε
نشر 发布 公開 投稿 게시)"},
  {role::with_any, R"(
on at of in the le el il la am um vom de du di del della der af om day time note entry meeting
session event call lecture class interview visit talk start journal log diary post article page
document file first original workshop experiment observation sampling sitzungs besprechungs réunion
reunión reunião riunione встречи 时间 日 日時 于 会议 会議 일 회의)"},
  {role::of_another, R"(
due deadline expires expire expired expiry expiration born birthday birthdate died updated modified
changed edited revised accessed retrieved fällig frist ablauf gültig geboren gestorben geändert
aktualisiert échéance né née vence vencimiento caduca nacido nacida scadenza scade nato nata prazo
nascido vervalt verloopt срок родился родилась истекает termin geburtsdatum fälligkeitsdatum ablaufdatum abgabetermin рождения
urodzony urodzona narozen doğum 截止 截止日期 到期日 締切日 마감일
到期 期限 締切 마감)"},
  {role::up_to, R"(
until till by bis hasta até fino tot til do до έως)"},
  {role::beside, R"(
day tag jour día giorno dag день dzień den gün päivä am pm h uhr at um kl klo г год года р року r
version ver release beta alpha rc build v)"},
}};
// clang-format on

using Vocabulary = std::unordered_map<std::string, unsigned>;

std::string folded(std::string_view text) {
  constexpr std::size_t kLongest = 128;  // bytes; no word or label here is longer
  UnicodeFolder folder;
  return text.size() > kLongest ? std::string() : folder.fold(text).plain;
}

const Vocabulary& vocabulary() {
  static const Vocabulary kVocabulary = [] {
    Vocabulary roles;
    for (const RoleWords& row : kRoleWords) {
      std::istringstream words(row.words);
      for (std::string word; words >> word;) roles[folded(word)] |= row.role;
    }
    return roles;
  }();
  return kVocabulary;
}

bool has_role(std::string_view word, unsigned wanted) {
  const auto known = vocabulary().find(folded(word));
  return known != vocabulary().end() && (known->second & wanted);
}

// The roles of the words that a label is put together from; nothing when it has other words.
std::optional<unsigned> label_roles(std::string_view label) {
  if (label.empty()) return 0;
  for (const auto& [word, roles] : vocabulary()) {
    if (!(roles & role::label) || !label.starts_with(word)) continue;
    if (const auto rest = label_roles(label.substr(word.size()))) return roles | *rest;
  }
  return std::nullopt;
}

bool is_word_character(CharKinds kind) {
  return kind & (char_kind::alphanumeric | char_kind::ideograph);
}

// The next word without blanks or the signs around it, as in "[v1.10.0]"; empty when none is left.
// Remarks in parentheses are passed over.
std::string_view take_token(std::string_view& text) {
  std::size_t begin = text.size();
  std::size_t end = text.size();
  std::size_t at = 0;
  while (at < text.size() && (begin == text.size() || !is_blank(text[at]))) {
    const Character next = read_character(text, at);
    const bool is_word = is_word_character(next.kind);
    const std::size_t closing =
        is_word || begin < at || text[at] != '(' ? text.npos : text.find(')', at);
    if (is_word) {
      begin = std::min(begin, at);
      end = at + next.byte_count;
    }
    at = closing == text.npos ? at + next.byte_count : closing + 1;
  }
  const std::string_view token = text.substr(begin, end - begin);
  text.remove_prefix(at);
  return token;
}

// Numbers count versions, days and meetings.
bool weighs_nothing(std::string_view token) {
  const bool is_version = token.size() > 1 && (token[0] == 'v' || token[0] == 'V');
  if (read_character(token, is_version ? 1 : 0).kind & char_kind::digit) return true;
  const auto word = find_date_word(token);
  return (word && word->is_weekday) || has_role(token, role::beside) || date_label(token);
}

// Of scripts without blanks, four characters are about a word.
std::size_t count_words(std::string_view text) {
  constexpr std::size_t kBytesOfFourIdeographs = 12;
  std::size_t count = 0;
  for (auto token = take_token(text); !token.empty(); token = take_token(text)) {
    const bool has_no_blanks = read_character(token, 0).kind & char_kind::ideograph;
    if (weighs_nothing(token)) continue;
    count +=
        has_no_blanks ? (token.size() + kBytesOfFourIdeographs - 1) / kBytesOfFourIdeographs : 1;
  }
  return count;
}

bool is_of_another(std::string_view before) {
  std::string_view last;
  for (auto token = take_token(before); !token.empty(); token = take_token(before)) {
    if (has_role(token, role::of_another)) return true;
    last = token;
  }
  return has_role(last, role::up_to);
}

bool is_in_parentheses(std::string_view before, std::string_view after) {
  const std::size_t open = before.rfind('(');
  const std::size_t close = after.find(')');
  return open != before.npos && close != after.npos && count_words(before.substr(open + 1)) == 0 &&
         count_words(after.substr(0, close)) == 0;
}

// （） as ().
std::string with_plain_parentheses(std::string_view text) {
  std::string plain(text);
  for (const auto& [wide, sign] :
       {std::pair<std::string_view, const char*>{"（", "("}, {"）", ")"}})
    for (std::size_t at = plain.find(wide); at != plain.npos; at = plain.find(wide, at))
      plain.replace(at, wide.size(), sign);
  return plain;
}

// The date that begins or ends a text, or stands alone in parentheses.
std::optional<DateSpan> date_at_an_end(std::string_view text, const Around& around) {
  const std::string plain = with_plain_parentheses(text);
  const std::string_view view = plain;
  for (auto date = find_date(view, 0, around); date; date = find_date(view, date->end, around)) {
    const std::string_view before = view.substr(0, date->begin);
    const std::string_view after = view.substr(date->end);
    if (is_of_another(before)) return std::nullopt;
    if (count_words(before) == 0 || count_words(after) == 0 || is_in_parentheses(before, after))
      return date->span;
  }
  return std::nullopt;
}

std::optional<DateSpan> date_since_epoch(std::string_view digits) {
  std::int64_t value = 0;
  if (std::from_chars(digits.data(), digits.data() + digits.size(), value).ec != std::errc())
    return std::nullopt;
  const Minute minute = (digits.size() == 13 ? value / 1000 : value) / 60;
  return DateSpan{minute, minute, DatePrecision::minute};
}

std::string_view without_extension(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == name.npos || dot == 0 ? name : name.substr(0, dot);
}

std::optional<DateSpan> read_date_of_notes(std::string_view text, const Around& around) {
  const auto date = read_date(text, around);
  return date && is_of_notes(*date) ? date : std::nullopt;
}

// Of a file or folder: its whole name, which may be `05-May` in `2024`, or a date in it.
std::optional<DateSpan> date_of_name(std::string_view name, const Around& around) {
  if (const auto date = read_date_of_notes(name, around)) return date;
  const auto date = find_date(name, 0, around);
  return date ? std::optional(date->span) : std::nullopt;
}

}  // namespace

std::optional<DateLabel> date_label(std::string_view label) {
  std::string letters = folded(label);
  std::erase_if(letters, [](char c) { return c == ' ' || c == '-' || c == '_'; });
  const unsigned roles = label_roles(letters).value_or(0);
  if (roles & role::published) return DateLabel::published;
  if (roles & role::created) return DateLabel::created;
  return roles & role::date ? std::optional(DateLabel::date) : std::nullopt;
}

std::optional<DateSpan> date_of_heading(std::string_view title, const Around& around) {
  if (const auto date = date_at_an_end(title, around)) return date;
  // A month of the year above, a `Tuesday 13` of the month above.
  const bool has_letter =
      std::ranges::any_of(title, [](char c) { return is_letter(c) || (c & 0x80); });
  const bool may_be_part = has_letter && around && is_whole_months(*around);
  return may_be_part ? read_date_of_notes(title, around) : std::nullopt;
}

std::optional<DateSpan> date_of_line(std::string_view line, const Around& around) {
  const auto date = line.size() > kMaxLineBytes ? std::nullopt : find_date(line, 0, around);
  if (!date) return std::nullopt;
  const std::string_view before = line.substr(0, date->begin);
  if (date_label(before)) return date->span;  // "Posted on"
  const std::size_t words = count_words(before);
  const bool has_other_label = words > 0 && before.find(':') != before.npos;
  if (words > 1 || has_other_label || is_of_another(before)) return std::nullopt;
  return words + count_words(line.substr(date->end)) <= 2 ? std::optional(date->span)
                                                          : std::nullopt;
}

std::optional<DateSpan> date_of_list_item(std::string_view text, const Around& around) {
  const auto date = text.size() > kMaxLineBytes ? std::nullopt : find_date(text, 0, around);
  const bool is_alone = date && count_words(text.substr(0, date->begin)) == 0 &&
                        count_words(text.substr(date->end)) == 0;
  return is_alone ? std::optional(date->span) : std::nullopt;
}

std::optional<LabelledDate> date_of_labelled_line(std::string_view line, const Around& around) {
  constexpr std::size_t kLongestLabel = 48;  // bytes
  line = trimmed(line);
  if (line.starts_with('|')) line.remove_prefix(1);
  std::size_t end = std::min(line.find_first_of(":|"), line.find("："));
  if (end > kLongestLabel) return std::nullopt;
  const std::string_view value = line.substr(end + 1, kMaxLineBytes);
  if (std::ranges::none_of(value, [](char c) { return is_digit(c) || (c & 0x80); }))
    return std::nullopt;  // most labels are of something else
  const auto label = date_label(trimmed(line.substr(0, end)));
  const auto date = label ? date_at_an_end(value, around) : std::nullopt;
  return date ? std::optional(LabelledDate{*label, *date}) : std::nullopt;
}

std::optional<DateSpan> date_of_value(std::string_view value) {
  value = trimmed(value);
  const bool is_number = std::ranges::all_of(value, is_digit);
  if (is_number && (value.size() == 13 || value.size() == 10)) return date_since_epoch(value);
  if (is_number && value.size() == 4) return read_date_of_notes(value, {});
  return date_at_an_end(value.substr(0, kMaxLineBytes), {});
}

PathDates dates_of_path(std::string_view rel_path) {
  PathDates dates;
  std::string_view folders = rel_path.substr(0, rel_path.rfind('/') + 1);
  const auto name = without_extension(rel_path.substr(folders.size()));
  while (!folders.empty()) {
    const auto date = date_of_name(take_until(folders, '/'), dates.around);
    if (!date) continue;
    dates.around = date;
    if (!is_year(*date)) dates.folder = date;
  }
  const auto date = date_of_name(name, dates.around);
  if (date) dates.around = date;
  if (date && !is_year(*date)) dates.file_name = date;
  return dates;
}

}  // namespace notes
