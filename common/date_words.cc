// SPDX-License-Identifier: GPL-2.0-or-later
// The words of dates and of the labels around them. Case and accents do not matter.
#include <array>
#include <optional>
#include <sstream>
#include <string>
#include <unordered_map>

#include "common/date_reader.h"
#include "common/text/ascii.h"
#include "common/text/code_point.h"
#include "common/text/unicode_fold.h"

namespace notes {
namespace {

struct Row {
  int DateWord::*meaning;
  int value;
  std::string_view words;
};

// clang-format off
// `*` matches any ending of up to three letters; a word with `?` is not certain. Weekday 8 has
// parts of the names of all weekdays.
constexpr auto kRows = std::to_array<Row>({
    {&DateWord::month, 1, R"(jan januar* jänner* jaanuar* janvier janv enero ene? gener gennaio
genn gen? janeiro ianuarie ian? tammiku* styczeń stycznia styczniu sty? leden ledna lednu ocak
ocağ* urtarril* sausi* eanáir январ* янв януар* јануар* січень січня січні січ? ιανουάρι* ιαν
γενάρη* يناير جانفي ינואר հունվար* जनवरी ஜனவரி)"},
    {&DateWord::month, 2, R"(feb febr februar* feber* fév févr février fevereiro febrero febbraio
febbr febrer veebruar* helmiku* luty lutego lutym lut? únor* úno şubat* şub? otsail* vasar* feabhra
феврал* фев февр февруар* фебруар* лютий лютого лютому лют? φεβρουάρι* φεβ φλεβάρη* فبراير فيفري
شباط פברואר փետրվար* फरवरी फ़रवरी பிப்ரவரி)"},
    {&DateWord::month, 3, R"(mar march marz* maerz mrz mars marts maart mrt março martie marec
marca marcu március* maret maalisku* březen března březnu bře? mart març martxo* kovo kovas márta
март* мар березень березня березні бер? μάρτι* μαρ μάρτη مارس آذار מרץ מרס մարտ* मार्च மார்ச்)"},
    {&DateWord::month, 4, R"(apr april* avr avril abr abril huhtiku* kwiecień kwietnia kwietniu
kwi? duben dubna dubnu dub? nisan* nis? apiril* balandž* aibreán апрел* апр април* квітень квітня
квітні квіт? απρίλι* απρ أبريل أفريل نيسان אפריל ապրիլ* अप्रैल ஏப்ரல்)"},
    {&DateWord::month, 5, R"(may mai maio mag maggio mayo mei maj maja maju május* maig toukoku*
květen května květnu kvě? mayıs* maiatz* gegužė* bealtaine май мая мае мај травень травня травні
трав? μάιος μαΐου μάη مايو أيار ماي מאי մայիս* मई मे மே)"},
    {&DateWord::month, 6, R"(jun june juni juin junio junho giu giugno juny iunie iun? júna
június* kesäku* czerwiec czerwca czerwcu cze? červen června červnu čvn haziran* haz? ekain* biržel*
meitheamh июн* юни јун* червень червня червні черв? ιούνι* ιουν يونيو يونيه حزيران جوان יוני
հունիս* जून ஜூன்)"},
    {&DateWord::month, 7, R"(jul july juli juil juillet julio julho lug luglio juliol iulie iul?
júla július* heinäku* lipiec lipca lipcu lip? červenec července červenci čvc temmuz* tem? uztail*
liepos liepa iúil июл* юли јул* липень липня липні лип? ιούλι* ιουλ يوليو يوليه تموز جويلية יולי
հուլիս* जुलाई ஜூலை)"},
    {&DateWord::month, 8, R"(aug august augusta augusti augustus augusts augusztus* agustus août
agosto ago? agost eloku* sierpień sierpnia sierpniu sie? srpen srpna srpnu srp? ağustos* ağu? abuztu*
rugpjūč* lúnasa август* авг серпень серпня серпні серп? αύγουστ* αυγ أغسطس آب أوت אוגוסט օգոստոս*
अगस्त ஆகஸ்ட்)"},
    {&DateWord::month, 9, R"(sep sept septemb* septiemb* setiemb* setemb* settemb* set? sett?
szept szeptember* syysku* wrzesień września wrześniu wrz? září zář eylül* eyl? irail* rugsėj* сентябр*
сен сент вересень вересня вересні вер? септемвр* септемб* σεπτέμβρι* σεπ σεπτ سبتمبر أيلول ספטמבר
սեպտեմբեր* सितंबर सितम्बर செப்டம்பர்)"},
    {&DateWord::month, 10, R"(oct octob* okt oktob* octub* out? outubro ott ottob* octomb* lokaku*
październik* paź? říjen října říjnu říj ekim* urria urriaren urrian spalio spalis октябр* окт жовтень
жовтня жовтні жовт? октомвр* октоб* οκτώβρι* οκτ أكتوبر אוקטובר հոկտեմբեր* अक्टूबर अक्तूबर அக்டோபர்)"},
    {&DateWord::month, 11, R"(nov novemb* noviemb* noiemb* noi? marrasku* listopad* lis? kasım*
kas? azaro* lapkri* samhain ноябр* ноя нояб листопад* лист? ноемвр* новемб* νοέμβρι* νοε نوفمبر
נובמבר նոյեմբեր* नवंबर नवम्बर நவம்பர்)"},
    {&DateWord::month, 12, R"(dec decemb* dez dezemb* dic diciemb* dicemb* des? desemb* jouluku*
grudzień grudnia grudniu gru? prosinec prosince prosinci aralık* aralığ* ara? abendu* gruod*
nollaig декабр* дек грудень грудня грудні груд? декемвр* децемб* δεκέμβρι* δεκ ديسمبر דצמבר
դեկտեմբեր* दिसंबर दिसम्बर டிசம்பர்)"},
    {&DateWord::weekday, 1, R"(monday mon montag mo lundi lun lunes lunedì segunda dilluns maandag
ma måndag mån maanantai* hétfő luni poniedziałek pon pondělí po pazartesi senin понедельник пн
понеділок δευτέρα الاثنين 月 月曜* 월 월요일)"},
    {&DateWord::weekday, 2, R"(tuesday tue tues dienstag di mardi mar martes martedì terça dimarts
dinsdag tisdag tirsdag tis tir tiistai* kedd marți wtorek wt úterý út salı selasa вторник вт
вівторок τρίτη الثلاثاء 火 火曜* 화 화요일)"},
    {&DateWord::weekday, 3, R"(wednesday wed mittwoch mi mercredi mer miércoles mié mercoledì quarta
dimecres woensdag wo onsdag ons keskiviikko* ke szerda miercuri środa środę śr středa st çarşamba
rabu среда среду ср середа середу τετάρτη الأربعاء 水 水曜* 수 수요일)"},
    {&DateWord::weekday, 4, R"(thursday thu thur thurs donnerstag do jeudi jeu jueves jue giovedì
gio quinta dijous donderdag torsdag tor tors torstai* to csütörtök joi czwartek czw čtvrtek čt
perşembe kamis четверг чт четвер πέμπτη الخميس 木 木曜* 목 목요일)"},
    {&DateWord::weekday, 5, R"(friday fri freitag fr vendredi ven viernes vie venerdì sexta
divendres vrijdag vr fredag fre perjantai* pe péntek vineri piątek pt pátek pá cuma jumat пятниц* пт
παρασκευή الجمعة 金 金曜* 금 금요일)"},
    {&DateWord::weekday, 6, R"(saturday sat samstag sonnabend sa samedi sam sábado sáb sabato
dissabte zaterdag za lördag lör lauantai* la szombat sâmbătă sobota sobotę sob cumartesi sabtu
суббот* сб субота σάββατο السبت 土 土曜* 토 토요일)"},
    {&DateWord::weekday, 7, R"(sunday sun sonntag so dimanche dim domingo dom domenica diumenge
zondag zo söndag sön sunnuntai* su vasárnap duminică niedziela niedzielę nd neděle ne pazar minggu
воскресень* вс неділя нд κυριακή الأحد 日 日曜* 일 일요일)"},
    {&DateWord::weekday, 8, "feira 星期* 周* 週*"},
    {&DateWord::week, 1, R"(w week wk kw cw woche kalenderwoche semaine sem semana settimana setmana
uge vecka uke viikko týden tydzień hét săptămâna săpt неделя нед тиждень hafta εβδομάδα)"},
    {&DateWord::unit, 1, "days day d"},
    {&DateWord::unit, 2, "weeks week w"},
    {&DateWord::unit, 3, "months month m"},
    {&DateWord::unit, 4, "years year y"},
    {&DateWord::roles, date_role::date, R"(date datum dato data fecha datetime dated tarih tarihi
päivämäärä päiväys pvm kuupäev дата ημερομηνία التاريخ تاريخ 日期 日付 날짜 tanggal)"},
    {&DateWord::roles, date_role::created, R"(created creation create written wrote recorded record
logged noted drafted added composed erstellt erstellungs angelegt geschrieben verfasst aufgenommen
créé créée écrit rédigé creado creación escrito criado criação creato creazione scritto aangemaakt
aanmaak geschreven skapad oprettet opprettet skrevet skriven luotu kirjoitettu létrehozva creat
creată scris utworzono utworzenia napisano vytvořeno vytvoření napsáno oluşturulma oluşturuldu
yazıldı создано создан создания записано написано створено створення δημιουργήθηκε δημιουργίας أنشئ
创建 作成 생성 작성)"},
    {&DateWord::roles, date_role::published, R"(published publication publish pub posted
veröffentlicht veröffentlichungs publié publiée publicado publicación publicação pubblicato
pubblicazione gepubliceerd publicerad publisert udgivet julkaistu opublikowano publikacji
publikováno yayınlandı опубликовано публикации опубліковано δημοσιεύτηκε نشر 发布 公開 投稿 게시)"},
    {&DateWord::roles, date_role::with_any, R"(on at of in the le el il la am um vom de du di del
della der af om day time note entry meeting session event call lecture class interview visit talk
start journal log diary post article page document file first original workshop experiment
observation sampling sitzungs besprechungs réunion reunião riunione встречи 时间 日 日時 于 会议
会議 일 회의)"},
    {&DateWord::roles, date_role::of_another, R"(due deadline expires expire expired expiry
expiration born birthday birthdate died updated modified changed edited revised accessed retrieved
fällig frist ablauf gültig geboren gestorben geändert aktualisiert échéance né née vence vencimiento
caduca nacido nacida scadenza scade nato nata prazo nascido vervalt verloopt срок родился родилась
истекает termin geburtsdatum fälligkeitsdatum ablaufdatum abgabetermin рождения urodzony urodzona
narozen doğum 截止 截止日期 到期日 締切日 마감일 到期 期限 締切 마감)"},
    {&DateWord::roles, date_role::up_to, "until till by bis hasta até fino tot til do до έως"},
    {&DateWord::roles, date_role::negligible, R"(day tag jour día giorno dag день dzień den gün
päivä am pm h uhr at um kl klo г год года р року r version ver release beta alpha rc build v d)"},
});
// clang-format on

// Empty for what is too long to be a word or label of dates.
std::string folded(std::string_view text) {
  constexpr std::size_t kLongest = 128;  // bytes
  return text.size() > kLongest ? std::string() : fold_word(text);
}

using Vocabulary = std::unordered_map<std::string, DateWord>;  // folded; a stem ends in `*`

Vocabulary read_rows() {
  Vocabulary words;
  for (const auto& [meaning, value, row] : kRows) {
    std::istringstream rest{std::string(row)};
    for (std::string text; rest >> text;) {
      const char sign = text.back();
      if (sign == '*' || sign == '?') text.pop_back();
      DateWord& word = words[sign == '*' ? folded(text) + sign : folded(text)];
      word.*meaning |= value;
      word.is_certain = word.is_certain && sign != '?';
    }
  }
  return words;
}

const Vocabulary& vocabulary() {
  static const Vocabulary kVocabulary = read_rows();
  return kVocabulary;
}

// Nothing if there are other words. `label` has no signs.
std::optional<int> find_roles(std::string_view label) {
  if (label.empty()) return 0;
  for (std::size_t size = label.size(); size > 0; --size) {
    const auto known = vocabulary().find(std::string(label.substr(0, size)));
    if (known == vocabulary().end() || !(known->second.roles & date_role::label)) continue;
    if (const auto rest = find_roles(label.substr(size))) return known->second.roles | *rest;
  }
  return std::nullopt;
}

}  // namespace

DateWord find_date_word(std::string_view text) {
  constexpr int kLongestEnding = 3;
  if (text.empty()) return {};  // often asked for: most dates begin with a digit
  std::string word = folded(text);
  if (const auto known = vocabulary().find(word); known != vocabulary().end()) return known->second;
  for (int letters = 0; letters <= kLongestEnding && !word.empty(); ++letters) {
    const auto stem = vocabulary().find(word + '*');
    if (stem != vocabulary().end()) return stem->second;
    word.resize(begin_of_character(word, word.size() - 1));
  }
  return {};
}

int roles_of_label(std::string_view label) {
  std::string letters = folded(label);
  std::erase_if(letters, [](char c) { return ascii::is_ascii(c) && !ascii::is_alphanumeric(c); });
  return find_roles(letters).value_or(0);
}

std::vector<std::string> date_words_with_begin(std::string_view letters) {
  const std::string begin = folded(letters);
  std::vector<std::string> words{begin};
  for (const auto& [word, means] : vocabulary())
    if (!begin.empty() && word.starts_with(begin) &&
        (means.month || means.weekday || means.week || means.unit))
      words.push_back(word.substr(0, word.find('*')));
  return words;
}

}  // namespace notes
