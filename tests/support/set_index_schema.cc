// SPDX-License-Identifier: GPL-2.0-or-later
// set_index_schema DIR NUMBER: makes an index look as if another version of the programs wrote it.
#include <cstdlib>
#include <iostream>

#include <xapian.h>

#include "common/index/open_index.h"

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  try {
    notes::OpenIndex index = notes::open_index(argv[1]);
    index.settings.schema = std::atoi(argv[2]);
    Xapian::WritableDatabase database(index.directory + "/" + index.generation, Xapian::DB_OPEN);
    notes::write_settings(database, index.settings);
    database.commit();
  } catch (const notes::Error& error) {
    std::cerr << error.text() << '\n';
    return 1;
  }
  return 0;
}
