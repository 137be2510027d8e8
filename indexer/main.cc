// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/run_main.h"
#include "indexer/index_program.h"

int main(int argc, char** argv) {
  return notes::run_main("notes-index", notes::index_main, argc, argv);
}
