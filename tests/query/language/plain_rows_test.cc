// SPDX-License-Identifier: GPL-2.0-or-later
// Rows of words and sentences: see query_rows.h.
#include "query_rows.h"

namespace notes::test {

const std::vector<QueryRow>& word_rows() {
  static const std::vector<QueryRow> kRows{
      {"", "", "filters: nothing to search for"},
      {" \t\n\u3000 ", "", "filters: nothing to search for"},
      {"mixtral", "mixtral", "words: 1 content word"},
      {"quantization INT2", "(all quantization INT2)", "words: 2 content words"},
      {"a\u00A0kernel\u3000fusion", "(all a kernel fusion)", "words: 3 words, 1 stop word"},
      {"one two three four", "(all one two three four)", "sentence: 4 words"},
      {"C++ C# .NET", "(all C++ C# .NET)", "words: 3 content words"},
      {"a.b, 8x7B --flag", "(all a.b 8x7B --flag)", "words: 3 content words"},
      {"@name #tag e.g.", "(all @name #tag e.g.)", "words: 3 content words"},
      {"U.S. law.", "(all U.S. law)", "words: 2 content words"},
      {"Z-Fold std::vector", "(all Z-Fold std::vector)", "words: 2 content words"},
      {"t/nroff /slip flow/", "(all t/nroff /slip flow/)", "words: 3 content words"},
      {"http://x.org/a?b=c", "{url http://x.org/a?b=c}", "filters: only conditions"},
      {"see http://x.org/a", "(all see http://x.org/a)", "words: 2 content words"},
      {"'tis +plus ,comma", "(all tis plus comma)", "words: 3 content words"},
      {"\u201Ccurly\u201D \u00ABmarks\u00BB done\u2026", "(all \"curly\" \"marks\" done)",
       "words: 3 content words"},
      {"\u201Etwo words\u201C -\u201Cthree more\u201D", "(all \"two words\" (not \"three more\"))",
       "words: 1 content word"},
      {"\u201Ca 5\" reel\u201D tag:\u00BB9\" disk\u00AB", "(all \"a 5\" reel\" {tag \"9\" disk\"})",
       "words: 1 content word"},
      {"title:\u00ABtwo words\u00BB", "{title \"two words\"}", "filters: only conditions"},
      {"a 7\u201D disk \u201Copen", "(all a 7 disk open)", "words: 4 words, 1 stop word"},
      {"\"f(beg*\" beside:*", "(all f(beg~* beside:~*)", "words: 2 content words"},
      {"\"begun*\" \"two beg*\"", "(all begun~* \"two beg*\")", "words: 2 content words"},
      {"don\u2019t panic", "(all don\u2019t panic)", "words: 2 words, 1 stop word"},
      {"\U0001F525 \u4F60\u597D", "(all \U0001F525 \u4F60\u597D)", "words: 2 content words"},
      {"main() f(x, y)", "(all main() f x y)", "sentence: 4 words"},
      {"\"two words\" third", "(all \"two words\" third)", "words: 2 content words"},
      {"\"the the the the\"", "\"the the the the\"", "words: 1 content word"},
      {"\"[[link]]\"", "\"[[link]]\"", "words: 1 content word"},
      {"\"->\"", "\"->\"", "words: 1 content word"},
      {"author:\"two words\"", "(all author \"two words\")", "words: 2 content words"},
      {"17\" and 19\"", "(all 17 and 19)", "words: 3 words, 1 stop word"},
      {"quant* *middle* **bold", "(all quant~* middle~* bold)", "words: 3 content words"},
      {"p* in* \u00FC*",
       "(all p* in~* \u00FC*)",
       "words: 3 content words",
       {"`p*` at column 1 is too short for the beginning of a word, which takes two letters; read "
        "as a "
        "word",
        "`\u00FC*` at column 8 is too short for the beginning of a word, which takes two letters; "
        "read "
        "as a word"}},
      {"re:/in[0-9]+/", "/in[0-9]+/", "words: 1 content word"},
      {"re:/a b\\/c/ mixtral", "(all /a b\\/c/ mixtral)", "words: 2 content words"},
      {"re:/in/i x",
       "(all /in/ x)",
       "words: 2 content words",
       {"`i` at column 8 is ignored: a regular expression takes no flags, and capitals never "
        "count"}},
      {"re:butter",
       "re:butter",
       "words: 1 content word",
       {"`re:` at column 1 is read as a word; a regular expression is written between slashes: "
        "re:/x/"}},
      {"re::compile", "re::compile", "words: 1 content word"},
      {"re: your mail", "(all re your mail)", "words: 3 words, 1 stop word"},
      {"mixtral ->", "mixtral", "words: 1 content word"},
      {"->",
       "",
       "filters: nothing to search for",
       {"the query has no letter or digit; put signs in quotes to find them as written"}},
  };
  return kRows;
}

const std::vector<QueryRow>& sentence_rows() {
  static const std::vector<QueryRow> kRows{
      {"what is it", "(all what is it)", "sentence: 3 words, 3 stop words"},
      {"to be or not to be", "(all to be or not to be)", "sentence: 6 words, 6 stop words"},
      {"routing?", "routing", "sentence: 1 word, '?'"},
      {"routing ?", "routing", "sentence: 1 word, '?'"},
      {"how much faster is aespa than brecq", "(all how much faster is aespa than brecq)",
       "sentence: 7 words, 3 stop words"},
      {"What's the cost (in GPU-hours) of training?",
       "(all What's the cost in GPU-hours of training)", "sentence: 7 words, 4 stop words, '?'"},
      {"who built MCS (Mail Control System), an early mailer?",
       "(all who built MCS Mail Control System an early mailer)",
       "sentence: 9 words, 2 stop words, '?'"},
      {"papers by Alder, K. Birch, M.", "(all papers by Alder K Birch M)",
       "sentence: 6 words, 1 stop word"},
      {"what is - in short - x", "(all what is in short x)", "sentence: 5 words, 3 stop words"},
      {"is it well-known, or \"widely used\"?", "(all is it well-known or \"widely used\")",
       "sentence: 5 words, 3 stop words, '?'"},
      {"signs like *, + (and so on).", "(all signs like and so on)",
       "sentence: 5 words, 3 stop words"},
      {"messages?--i.e. any", "(all messages?--i.e any)", "words: 2 words, 1 stop word"},
      {"they appear,. - (a) large, (b) small", "(all they appear a large b small)",
       "sentence: 6 words, 2 stop words"},
      {"how does it route -brecq", "(all how does it route (not brecq))",
       "sentence: 4 words, 3 stop words"},
      {"What is the difference between AND and OR?",
       "(all What is the difference between AND and OR)",
       "sentence: 8 words, 5 stop words, '?'",
       {"`AND` at column 32 is read as a word, because the query is a question"}},
      {"what does tar -xzf do with -C or -Wall?",
       "(all what does tar xzf do with C or Wall)",
       "sentence: 9 words, 5 stop words, '?'",
       {"`-C` at column 28 is read as a word; NOT C excludes it",
        "`-xzf` at column 15 is read as a word, because the query is a question"}},
      {"grep -l files",
       "(all grep l files)",
       "words: 3 content words",
       {"`-l` at column 6 is read as a word; NOT l excludes it"}},
      {"is \"raft\" -(paxos) -tag:x slow?", "(all is \"raft\" (not paxos) (not {tag x}) slow)",
       "sentence: 3 words, 1 stop word, '?'"},
      {"Why is it NOT (always) faster tag:(ml OR gpu)?",
       "(all Why is it NOT always faster (any {tag ml} {tag gpu}))",
       "sentence: 6 words, 3 stop words, '?'",
       {"`NOT` at column 11 is read as a word, because the query is a question"}},
  };
  return kRows;
}

}  // namespace notes::test
