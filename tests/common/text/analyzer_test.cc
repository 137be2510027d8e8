// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/analyzer.h"

#include <string>
#include <string_view>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "common/error.h"
#include "tests/common/text/term_text.h"

namespace notes {
namespace {

using testing::terms_text;

struct Row {
  std::string_view text;
  std::string_view terms;
};

void check(const std::vector<Row>& rows, const std::string& language = "english") {
  Analyzer analyzer(language);
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.text) {
      BOOST_TEST(terms_text(analyzer.analyze(row.text)) == row.terms);
    }
  }
}

BOOST_AUTO_TEST_SUITE(unit)
BOOST_AUTO_TEST_SUITE(analyzer)

BOOST_AUTO_TEST_CASE(words_are_folded_and_stemmed_and_keep_their_bytes) {
  check({
      {"", ""},
      {" \n\t ,;!", ""},
      {"## Routing Tokens", "word:rout/routing@0[3,10) word:token/tokens@1[11,17)"},
      {"end.\n- list...", "word:end@0[0,3) word:list@1[7,11)"},
      {"a/b, c&d", "word:a@0[0,1) word:b@1[2,3) word:c@2[5,6) word:d@3[7,8)"},
  });
}

BOOST_AUTO_TEST_CASE(optional_marks_are_removed) {
  check({
      {"Würstchen", "word:wurstchen/würstchen@0[0,10)"},
      {"Wu\u0308rstchen", "word:wurstchen/würstchen@0[0,11)"},
      {"wurstchen", "word:wurstchen@0[0,9)"},
      {"Straße", "word:strass/strasse@0[0,7)"},
      {"Łódź bjørn", "word:lodz/łódź@0[0,7) word:bjorn/bjørn@1[8,14)"},
      {"œuf æon đ ı",
       "word:oeuf/œuf@0[0,4) word:aeon/æon@1[5,9) word:d/đ@2[10,12) word:i/ı@3[13,15)"},
      {"λόγος", "word:λογοσ/λόγοσ@0[0,10)"},
      {"край", "word:край@0[0,8)"},
      {"мёд", "word:мед/мёд@0[0,6)"},
      {"зо\u0301лото", "word:золото/зо\u0301лото@0[0,14)"},
      {"ќе її", "word:ќе@0[0,4) word:її@1[5,9)"},
      {"סֵפֶר", "word:ספר/סֵפֶר@0[0,10)"},
      {"וספר ורד", "word:וספר@0[0,8) piece:ספר@0[2,8) word:ורד@1[9,15)"},
      {"قَلَم", "word:قلم/قَلَم@0[0,10)"},
      {"قلــم", "word:قلم@0[0,10)"},
      {"إسلام آخر", "word:اسلام/إسلام@0[0,10) word:اخر/آخر@1[11,17)"},
      {"٢٠ ۴", "word:20/٢٠@0[0,4) word:4/۴@1[5,7)"},
      {"مكتبة کتاب علی", "word:مكتبه/مكتبة@0[0,10) word:كتاب/کتاب@1[11,19) word:علي/علی@2[20,26)"},
      {"が", "word:が@0[0,3)"},
      {"ガス", "word:が/ガ@0[0,3) bigram:がす@0[0,6) word:す/ス@1[3,6)"},
      {"か\u3099", "word:が@0[0,6)"},
  });
}

BOOST_AUTO_TEST_CASE(compatibility_forms_are_plain_letters) {
  check({
      {"ＡＢＣ ﬁne", "word:abc@0[0,9) word:fine@1[10,15)"},
      {"x²", "word:x2@0[0,3) piece:x@0[0,1) piece:2@0[1,3)"},
      {"ｶﾞ", "word:が/ガ@0[0,6)"},
      {"⑴", "word:1@0[0,3)"},
      {"C₆H₆", "word:c6h6@0[0,8) piece:c@0[0,1) piece:6@0[1,4) piece:h@0[4,5) piece:6@0[5,8)"},
  });
}

BOOST_AUTO_TEST_CASE(a_number_is_not_made_of_others) {
  check({
      {"2⁸", "word:2@0[0,1) word:8@1[1,4)"},
      {"¾ cup", "word:¾@0[0,2) word:cup@1[3,6)"},
      {"3¾", "word:3@0[0,1) word:¾@1[1,3)"},
      {"2.7", "word:2@0[0,1) joined:2.7@0[0,3) word:7@1[2,3)"},
      {"2-7", "word:2@0[0,1) joined:2-7@0[0,3) word:7@1[2,3)"},
      {"Top-2.7",
       "word:top@0[0,3) joined:top2.7@0[0,7) word:2@1[4,5) joined:2.7@1[4,7) word:7@2[6,7)"},
      {"v4.11.0",
       "word:v4@0[0,2) piece:v@0[0,1) piece:4@0[1,2) joined:4.11@0[1,5) joined:4.11.0@0[1,7) "
       "word:11@1[3,5) word:0@2[6,7)"},
      {"2.7mm",
       "word:2@0[0,1) joined:2.7mm@0[0,5) joined:2.7@0[0,3) word:7mm@1[2,5) "
       "piece:7@1[2,3) piece:mm@1[3,5)"},
  });
}

BOOST_AUTO_TEST_CASE(signs_that_only_group_digits_may_be_left_out) {
  check({
      {"25,000", "word:25@0[0,2) joined:25000@0[0,6) word:000@1[3,6)"},
      {"2,500.75",
       "word:2@0[0,1) joined:2500@0[0,5) joined:2500.75@0[0,8) word:500@1[2,5) word:75@2[6,8)"},
      {"25,00 1,2", "word:25@0[0,2) word:00@1[3,5) word:1@2[6,7) word:2@3[8,9)"},
      {"0-8044-2957-X",
       "word:0@0[0,1) joined:080442957x@0[0,13) word:8044@1[2,6) word:2957@2[7,11) "
       "word:x@3[12,13)"},
      {"555-01234", "word:555@0[0,3) joined:55501234@0[0,9) word:01234@1[4,9)"},
  });
}

BOOST_AUTO_TEST_CASE(compounds_are_found_by_part_and_joined) {
  check({
      {"Z-Fold", "word:z@0[0,1) joined:zfold@0[0,6) word:fold@1[2,6)"},
      {"TensorRT-LLM",
       "word:tensorrt@0[0,8) piece:tensor@0[0,6) piece:rt@0[6,8) joined:tensorrtllm@0[0,12) "
       "word:llm@1[9,12)"},
      {"2401.04088", "word:2401@0[0,4) joined:2401.04088@0[0,10) word:04088@1[5,10)"},
      {"foo_bar", "word:foo@0[0,3) joined:foobar@0[0,7) word:bar@1[4,7)"},
      {"std::vector", "word:std@0[0,3) joined:stdvector@0[0,11) word:vector@1[5,11)"},
      {"a.b.c",
       "word:a@0[0,1) joined:abc@0[0,5) word:b@1[2,3) sigil:.b@1[1,3) word:c@2[4,5) "
       "sigil:.c@2[3,5)"},
      {"re\u2010run", "word:re@0[0,2) joined:rerun@0[0,8) word:run@1[5,8)"},
      {"a/b/c-d", "word:a@0[0,1) word:b@1[2,3) word:c@2[4,5) joined:cd@2[4,7) word:d@3[6,7)"},
      {"Große-Küche",
       "word:gross/grosse@0[0,6) joined:grossekuche@0[0,13) word:kuch/küche@1[7,13)"},
  });
}

BOOST_AUTO_TEST_CASE(only_short_compounds_with_single_signs_are_joined) {
  check({
      {"foo--bar", "word:foo@0[0,3) word:bar@1[5,8)"},
      {"foo- bar", "word:foo@0[0,3) word:bar@1[5,8)"},
      {"v1-2-3-4-5",
       "word:v1@0[0,2) piece:v@0[0,1) piece:1@0[1,2) word:2@1[3,4) word:3@2[5,6) word:4@3[7,8) "
       "word:5@4[9,10)"},
      {"abcdefghijklmnop-abcdefghijklmnopq",
       "word:abcdefghijklmnop@0[0,16) word:abcdefghijklmnopq@1[17,34)"},
      {"a*b+c:d", "word:a@0[0,1) word:b@1[2,3) word:c@2[4,5) word:d@3[6,7)"},
  });
}

BOOST_AUTO_TEST_CASE(words_are_split_into_pieces_at_case_and_digits) {
  check({
      {"OmniQuant", "word:omniqu/omniquant@0[0,9) piece:omni@0[0,4) piece:quant@0[4,9)"},
      {"HTTPServers",
       "word:httpserver/httpservers@0[0,11) piece:http@0[0,4) piece:server/servers@0[4,11)"},
      {"INT2", "word:int2@0[0,4) piece:int@0[0,3) piece:2@0[3,4)"},
      {"8x7B", "word:8x7b@0[0,4) piece:8@0[0,1) piece:x@0[1,2) piece:7@0[2,3) piece:b@0[3,4)"},
      {"Tweets", "word:tweet/tweets@0[0,6)"},
      {"NASA", "word:nasa@0[0,4)"},
      {"ÄrzteÜbung",
       "word:arzteubung/ärzteübung@0[0,12) piece:arzt/ärzte@0[0,6) "
       "piece:ubung/übung@0[6,12)"},
      {"a1b2c3d", "word:a1b2c3d@0[0,7)"},
  });
}

BOOST_AUTO_TEST_CASE(plurals_of_acronyms_meet_their_singular) {
  check({
      {"MoEs MoE",
       "word:moe/moes@0[0,4) piece:mo@0[0,2) piece:e@0[2,3) word:moe@1[5,8) piece:mo@1[5,7) "
       "piece:e@1[7,8)"},
      {"LLMs", "word:llms@0[0,4) piece:llm@0[0,3)"},
      {"GPUs'", "word:gpus@0[0,4) piece:gpu@0[0,3)"},
      {"URLs", "word:url/urls@0[0,4)"},
      {"1990s", "word:1990s@0[0,5) piece:1990@0[0,4)"},
  });
}

BOOST_AUTO_TEST_CASE(words_with_digits_are_not_stemmed) {
  check({{"models2", "word:models2@0[0,7) piece:model/models@0[0,6) piece:2@0[6,7)"}});
}

BOOST_AUTO_TEST_CASE(signs_make_another_word) {
  check({
      {"C++", "word:c@0[0,1) sigil:c++@0[0,3)"},
      {"C++20", "word:c@0[0,1) sigil:c++@0[0,3) word:20@1[3,5)"},
      {"C# F#,", "word:c@0[0,1) sigil:c#@0[0,2) word:f@1[3,4) sigil:f#@1[3,5)"},
      {".NET-based",
       "word:net@0[1,4) joined:netbased@0[1,10) sigil:.net@0[0,4) word:base/based@1[5,10)"},
      {"(@Name)", "word:name@0[2,6) sigil:@name@0[1,6)"},
      {"~/.profile (.env)",
       "word:profil/profile@0[3,10) sigil:.profile@0[2,10) word:env@1[13,16) sigil:.env@1[12,16)"},
      {"song.mp", "word:song@0[0,4) joined:songmp@0[0,7) word:mp@1[5,7) sigil:.mp@1[4,7)"},
      {"a@b", "word:a@0[0,1) word:b@1[2,3) sigil:@b@1[1,3)"},
      {"“--all” 用--all",
       "word:all@0[5,8) sigil:--all@0[3,8) word:用@1[12,15) word:all@2[17,20) "
       "sigil:--all@2[15,20)"},
      {"#tag [#tag]", "word:tag@0[1,4) sigil:#tag@0[0,4) word:tag@1[7,10) sigil:#tag@1[6,10)"},
      {"`--dry-run`",
       "word:dri/dry@0[3,6) joined:dryrun@0[3,10) sigil:--dry-run@0[1,10) word:run@1[7,10)"},
  });
}

BOOST_AUTO_TEST_CASE(other_signs_stay_punctuation) {
  check({
      {"-v", "word:v@0[1,2)"},
      {"---flag", "word:flag@0[3,7)"},
      {"a+++b", "word:a@0[0,1) word:b@1[4,5)"},
      {"é--x", "word:e/é@0[0,2) word:x@1[4,5)"},
      {"## Tag #1", "word:tag@0[3,6) word:1@1[8,9)"},
      {"page#part", "word:page@0[0,4) word:part@1[5,9)"},
      {"x#y", "word:x@0[0,1) word:y@1[2,3)"},
      {"...net", "word:net@0[3,6)"},
      {"(.5", "word:5@0[2,3)"},
  });
}

BOOST_AUTO_TEST_CASE(apostrophes_separate_elided_words_only) {
  check({
      {"d'études", "word:d@0[0,1) word:etud/études@1[2,9)"},
      {"qu’elle", "word:qu@0[0,2) word:ell/elle@1[5,9)"},
      {"jusqu'ici", "word:jusqu@0[0,5) word:ici@1[6,9)"},
      {"l'homme", "word:l@0[0,1) word:homm/homme@1[2,7)"},
      {"entr’acte", "word:entr@0[0,4) word:act/acte@1[7,11)"},
      {"sull'erba quest'opera",
       "word:sull@0[0,4) word:erba@1[5,9) word:quest@2[10,15) word:opera@3[16,21)"},
      {"n'hi", "word:n@0[0,1) word:hi@1[2,4)"},
      {"aujourd'hui", "word:aujourdhui@0[0,11)"},
      {"don't", "word:dont@0[0,5)"},
      {"don’t", "word:dont@0[0,7)"},
      {"people's", "word:peopl/people's@0[0,8)"},
      {"people’s", "word:peopl/people's@0[0,10)"},
      {"'quoted'", "word:quot/quoted@0[1,7)"},
      {"o'hara", "word:ohara@0[0,6)"},
      {"6'2", "word:6@0[0,1) word:2@1[2,3)"},
  });
}

BOOST_AUTO_TEST_CASE(a_name_is_found_without_its_ending) {
  check({
      {"İzmir'den", "word:izmirden/i\u0307zmirden@0[0,10) piece:izmir/i\u0307zmir@0[0,6)"},
      {"Bursa’nın", "word:bursanin/bursanın@0[0,12) piece:bursa@0[0,5)"},
      {"Don't We'll They’ve", "word:dont@0[0,5) word:well@1[6,11) word:theyv/theyve@2[12,21)"},
      {"O'Neal", "word:oneal@0[0,6) piece:o@0[0,2) piece:neal@0[2,6)"},
  });
}

BOOST_AUTO_TEST_CASE(symbols_are_words) {
  check({
      {"go🚀!", "word:go@0[0,2) word:🚀@1[2,6)"},
      {"👍🏽", "word:👍@0[0,8)"},
      {"👩\u200d💻", "word:👩@0[0,4) word:💻@1[7,11)"},
      {"🇩🇪🇫🇷", "word:🇩🇪@0[0,8) word:🇫🇷@1[8,16)"},
      {"f→g ∑ §5",
       "word:f@0[0,1) word:→@1[1,4) word:g@2[4,5) word:∑@3[6,9) word:§@4[10,12) word:5@5[12,13)"},
      {"20€ A™", "word:20@0[0,2) word:€@1[2,5) word:a@2[6,7) word:™@3[7,10)"},
      {"● ─ • « … ’ ｢ \ufffd", ""},
  });
}

BOOST_AUTO_TEST_CASE(scripts_without_blanks_give_characters_and_pairs) {
  check({
      {"量子化",
       "word:量@0[0,3) bigram:量子@0[0,6) word:子@1[3,6) bigram:子化@1[3,9) word:化@2[6,9)"},
      {"한국 어", "word:한@0[0,3) bigram:한국@0[0,6) word:국@1[3,6) word:어@2[7,10)"},
      {"\u1112\u1161\u11ab", "word:한@0[0,9)"},
      {"ที่", "word:ที่@0[0,9)"},
      {"文INT", "word:文@0[0,3) word:int@1[3,6)"},
      {"日、本", "word:日@0[0,3) word:本@1[6,9)"},
  });
}

BOOST_AUTO_TEST_CASE(invisible_characters_vanish_or_separate) {
  check({
      {"quan\u00adtum", "word:quantum@0[0,9)"},
      {"quan\u200dtum", "word:quantum@0[0,10)"},
      {"\u200equantum\u200f", "word:quantum@0[3,10)"},
      {"zero\u200bwidth", "word:zero@0[0,4) word:width@1[7,12)"},
      {"no\u00a0break", "word:no@0[0,2) word:break@1[4,9)"},
      {"next\u2028line", "word:next@0[0,4) word:line@1[7,11)"},
      {std::string_view("nul\0byte\x7f", 9), "word:nul@0[0,3) word:byte@1[4,8)"},
  });
}

BOOST_AUTO_TEST_CASE(no_term_is_empty) {
  check({
      {"\u0640-\u0640", "word:\u0640@0[0,2) word:\u0640@1[3,5)"},
      {"\u05d5ABCDEFG", "word:\u05d5abcdefg@0[0,9) piece:abcdefg@0[2,9)"},
  });
}

BOOST_AUTO_TEST_CASE(bad_utf8_separates_words) {
  check({
      {"caf\xff\xfe"
       "bar",
       "word:caf@0[0,3) word:bar@1[5,8)"},
      {"a\xe4\xb8", "word:a@0[0,1)"},
      {"\xed\xa0\x80x", "word:x@0[3,4)"},
      {"\xc0\xaf", ""},
  });
}

BOOST_AUTO_TEST_CASE(runs_that_nobody_reads_are_left_out) {
  check({
      {"key YWxsIGdvb2QgcGVvcGxlIGxpa2UgMTIgYXBwbGVz/aGVsbG8gdGhlcmU= end",
       "word:key@0[0,3) word:end@1[62,65)"},
      {"getUserAccountBalanceWithAuthorization2Impl",
       "word:getuseraccountbalancewithauthorization2impl@0[0,43)"},
  });
}

BOOST_AUTO_TEST_CASE(digests_are_words_and_longer_hexadecimal_data_is_not) {
  Analyzer analyzer;
  std::string digest = "0c1d";
  while (digest.size() < 64) digest += "e5";
  const auto terms = analyzer.analyze(digest);
  BOOST_REQUIRE(terms.size() == 1);
  BOOST_TEST(terms[0].stem == digest);
  BOOST_TEST(analyzer.analyze(digest + digest).size() == 1);
  BOOST_TEST(analyzer.analyze(digest + digest + "f7").empty());
}

BOOST_AUTO_TEST_CASE(long_words_are_cut_and_end_in_a_hash_of_the_whole) {
  Analyzer none("none");
  const auto stem_of = [&none](const std::string& text) {
    return std::string(none.analyze(text)[0].stem);
  };
  const std::string word(70, 'x');
  BOOST_TEST(stem_of(word).size() == kMaxTermBytes);
  BOOST_TEST(stem_of(word).substr(0, 56) == word.substr(0, 56));
  BOOST_TEST(stem_of(word) == stem_of(std::string(70, 'X')));
  BOOST_TEST(stem_of(word) != stem_of(word + "b"));
  BOOST_TEST(stem_of(std::string(64, 'x')) == std::string(64, 'x'));
  BOOST_TEST(stem_of(std::string(2000, 'x')) != stem_of(std::string(2001, 'x')));
  BOOST_TEST(stem_of(std::string(2000, 'x')).size() == kMaxTermBytes);
}

BOOST_AUTO_TEST_CASE(german_reads_ae_oe_ue_as_umlauts) {
  check({{"Häuser Haeuser Hauser",
          "word:haus/häuser@0[0,7) word:haus/haeuser@1[8,15) word:haus/hauser@2[16,22)"}},
        "german");
}

BOOST_AUTO_TEST_CASE(language_none_leaves_words_as_they_are) {
  check({{"Running’s Würste", "word:running/running's@0[0,11) word:wurste/würste@1[12,19)"}},
        "none");
}

BOOST_AUTO_TEST_CASE(an_unknown_language_is_an_error_that_lists_the_known_ones) {
  try {
    Analyzer analyzer("klingon");
    BOOST_ERROR("no error");
  } catch (const Error& error) {
    BOOST_TEST(error.text() == "language \"klingon\": there is no stemmer for it");
    BOOST_TEST(error.hint().find("known languages: none ") == 0);
    BOOST_TEST(error.hint().find(" english ") != std::string::npos);
    BOOST_TEST(static_cast<int>(error.exit_code()) == static_cast<int>(ExitCode::failure));
  }
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace notes
