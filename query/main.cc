// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/run_main.h"
#include "query/query_program.h"

int main(int argc, char** argv) {
  return notes::run_main("notes-query", notes::query_main, argc, argv, notes::report_query_error);
}
