// SPDX-License-Identifier: GPL-2.0-or-later
// What Xapian alone costs a first index: takes the documents of an index into memory and adds them
// to a new one as the indexer does, in small databases that are merged, on one thread. Prints rows
// of a Markdown table: all of it, and without parts of the documents; CPU seconds, medians.
//     xapian_alone GENERATION FOLDER RUNS
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "common/schema.h"

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kDocumentsASegment = 810;  // 480 kB of text, as in the indexer
constexpr std::size_t kSegmentsAMerge = 10;

struct PlainDocument {
  std::vector<std::pair<std::string, Xapian::termcount>> terms;
  std::vector<std::pair<Xapian::valueno, std::string>> values;
};

struct Variant {
  const char* name;
  std::function<bool(const std::string& term)> keeps;
  int flags;
};

std::vector<PlainDocument> documents_of(const std::string& generation) {
  const Xapian::Database database(generation);
  std::vector<PlainDocument> documents;
  for (auto item = database.postlist_begin(""); item != database.postlist_end(""); ++item) {
    const Xapian::Document document = database.get_document(*item);
    PlainDocument& plain = documents.emplace_back();
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term)
      plain.terms.emplace_back(*term, term.get_wdf());
    for (auto value = document.values_begin(); value != document.values_end(); ++value)
      plain.values.emplace_back(value.get_valueno(), *value);
  }
  return documents;
}

Xapian::Document document_of(const PlainDocument& plain, const Variant& variant) {
  Xapian::Document document;
  for (const auto& [term, wdf] : plain.terms)
    if (variant.keeps(term)) document.add_term(term, wdf);
  for (const auto& [slot, value] : plain.values) document.add_value(slot, value);
  return document;
}

void merge(std::vector<std::string>& paths, const std::string& target) {
  Xapian::Database all;
  for (const std::string& path : paths) all.add_database(Xapian::Database(path));
  all.compact(target);
  for (const std::string& path : paths) fs::remove_all(path);
  paths.clear();
}

void build(const std::vector<PlainDocument>& documents, const Variant& variant,
           const std::string& folder) {
  std::vector<std::string> segments;
  std::vector<std::string> chunks;
  for (std::size_t next = 0; next < documents.size();) {
    segments.push_back(folder + "/segment" + std::to_string(segments.size()));
    Xapian::WritableDatabase segment(
        segments.back(), Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC | variant.flags);
    const std::size_t end = std::min(next + kDocumentsASegment, documents.size());
    for (; next < end; ++next) segment.add_document(document_of(documents[next], variant));
    segment.close();
    if (segments.size() < kSegmentsAMerge && next < documents.size()) continue;
    chunks.push_back(folder + "/chunk" + std::to_string(chunks.size()));
    merge(segments, chunks.back());
  }
  merge(chunks, folder + "/all");
}

double cpu_seconds() {
  timespec time{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

double seconds_of(const std::vector<PlainDocument>& documents, const Variant& variant,
                  const std::string& folder) {
  fs::remove_all(folder);
  fs::create_directories(folder);
  const double began = cpu_seconds();
  build(documents, variant, folder);
  return cpu_seconds() - began;
}

std::uintmax_t bytes_in(const std::string& folder) {
  std::uintmax_t bytes = 0;
  for (const auto& entry : fs::directory_iterator(folder)) bytes += entry.file_size();
  return bytes;
}

bool is_exact_form(const std::string& term) {
  return term.starts_with(notes::prefix::exact);
}

bool has_prefix(const std::string& term) {
  return term.front() >= 'A' && term.front() <= 'Z';
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 4) return 2;
  const Variant variants[] = {
      {"all of it", [](const std::string&) { return true; }, 0},
      {"no words as written", [](const std::string& term) { return !is_exact_form(term); }, 0},
      {"nothing but stems", [](const std::string& term) { return !has_prefix(term); }, 0},
      {"nothing but stems, and no term lists",
       [](const std::string& term) { return !has_prefix(term); }, Xapian::DB_NO_TERMLIST},
      {"values only", [](const std::string&) { return false; }, 0},
  };
  const std::vector<PlainDocument> documents = documents_of(arguments[1]);
  const std::string folder = arguments[2];
  std::vector<std::vector<double>> seconds(std::size(variants));
  std::vector<std::uintmax_t> bytes(std::size(variants));
  for (int run = std::atoi(arguments[3]); run > 0; --run) {
    for (std::size_t i = 0; i < std::size(variants); ++i) {
      seconds[i].push_back(seconds_of(documents, variants[i], folder));
      bytes[i] = bytes_in(folder + "/all");
    }
  }
  for (std::size_t i = 0; i < std::size(variants); ++i) {
    std::ranges::sort(seconds[i]);
    std::printf("| %s | %.1f | %.0f |\n", variants[i].name, seconds[i][seconds[i].size() / 2],
                static_cast<double>(bytes[i]) / 1e6);
  }
  fs::remove_all(folder);
  return 0;
}
