#include "common/run_main.h"

int main(int argc, char** argv) {
  return notes::run_main(
      "notes-query", [](int, char**) { return notes::ExitCode::found; }, argc, argv);
}
