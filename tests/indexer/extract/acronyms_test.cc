// SPDX-License-Identifier: GPL-2.0-or-later
#include <boost/test/unit_test.hpp>

#include "indexer/extract/names.h"

using namespace notes;

namespace {

std::string taught(const char* heading) {
  const CapitalWords written = find_capital_words("SAR, BNFs and a MoE, not sars; CamelCase, Ar.");
  std::string list;
  for (const Acronym& acronym : taught_acronyms(heading, written))
    list += (list.empty() ? "" : "; ") + acronym.letters + " = " + acronym.expansion;
  return list;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(acronyms)

BOOST_AUTO_TEST_CASE(headings_explain_acronyms) {
  struct Row {
    const char* heading;
    const char* expected;
  };
  const Row rows[] = {
      {"Log-Structured Merge (LSM) trees", "LSM = Log-Structured Merge"},
      {"How do log-structured merge trees (LSMT) work?", "LSMT = log-structured merge trees"},
      {"LSM (log-structured merge) trees", "LSM = log-structured merge"},
      {"LSMs (Log-Structured Merges)", "LSM = Log-Structured Merges"},
      {"Proof of Work (PoW)", "PoW = Proof of Work"},
      {"Proof of Work (PW)", "PW = Proof of Work"},
      {"Low-Rank Adaptation (LoRA)", "LoRA = Low-Rank Adaptation"},
      {"All about Rate-Distortion Optimisation (RDO) in encoders",
       "RDO = Rate-Distortion Optimisation"},
      {"Rate-Distortion Optimisation (2021)", ""},
      {"Rate-Distortion Optimisation (RDX)", ""},
      {"Rate-Distortion Optimisation (RDO, 2019)", ""},
      {"Rate-Distortion Optimisation (RDO", ""},
      {"Rate-Distortion Optimisation (RDO 2)", ""},
      {"RDO (rate-distortion optimisation", ""},
      {"RDO (rate-distortion optimisation, mostly)", ""},
      {"Rate (RD) optimisation", ""},
      {"RDO (see below)", ""},
      {"RDO, rate distortion optimisation", ""},
      // Only capitals, and the note writes SAR.
      {"Synthetic Aperture Radar of the Moon", "SAR = Synthetic Aperture Radar"},
      {"Imaging: Synthetic Aperture Radar", "SAR = Synthetic Aperture Radar"},
      {"Synthetic aperture radar", "SAR = Synthetic aperture radar"},
      {"The synthetic aperture radar", "SAR = synthetic aperture radar"},
      {"Synthetic aperture radar images", ""},
      {"Synthetic Aperture, Radar", ""},
      {"Backus and Naur Form", "BNF = Backus and Naur Form"},
      {"Stars And Rockets Rise", ""},
      {"Stars: A Radar", ""},
      {"Snow at Rest", ""},
      {"Snow And a Radar", ""},
      {"Half Pressed Leaves", ""},  // the note never writes HPL
      {"", ""},
      {"(", ""},
  };
  for (const Row& row : rows)
    BOOST_TEST_CONTEXT(row.heading) BOOST_TEST(taught(row.heading) == row.expected);
}

BOOST_AUTO_TEST_SUITE_END()
