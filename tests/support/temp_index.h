// SPDX-License-Identifier: GPL-2.0-or-later
// A vault of notes in a temporary folder and a real index of it.
#pragma once

#include <initializer_list>
#include <string>
#include <utility>

#include "common/index/open_index.h"
#include "indexer/index_job.h"
#include "tests/support/temp_folder.h"

namespace notes {

class TempIndex {
 public:
  // Name and text of each note.
  explicit TempIndex(std::initializer_list<std::pair<const char*, const char*>> notes) {
    folder_.make_folder("vault");
    for (const auto& [name, text] : notes) write(name, text);
    update();
  }

  std::string vault() const { return folder_.path("vault"); }
  std::string directory() const { return folder_.path("index"); }
  std::string path(const std::string& name) const { return vault() + "/" + name; }
  void write(const std::string& name, const std::string& text) const {
    folder_.write("vault/" + name, text);
  }
  void remove(const std::string& name) const { folder_.remove("vault/" + name); }

  IndexRequest request() const {
    IndexRequest request;
    request.directory = directory();
    request.paths.push_back(vault());
    return request;
  }
  // All roots the index knows, and no others.
  IndexRequest request_all() const {
    IndexRequest request;
    request.directory = directory();
    return request;
  }
  IndexOutcome update() const { return run(request()); }
  static IndexOutcome run(const IndexRequest& request) {
    return run_index_job(request, [](const Progress&) {});
  }
  OpenIndex open() const { return open_index(directory()); }

 private:
  TempFolder folder_;
};

}  // namespace notes
