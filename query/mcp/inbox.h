// SPDX-License-Identifier: GPL-2.0-or-later
// The messages between the thread that reads and the one that answers: bounded, and a client may
// take back a request.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>

#include "query/mcp/message.h"

namespace notes::mcp {

class Inbox {
 public:
  // For the reader. Waits while as much as kMostBytes is unanswered; `bytes` is the size it had.
  void put(Incoming incoming, std::size_t bytes);
  void cancel(const Json& id);
  void close();

  // For the one who answers: nothing at the end.
  std::optional<Incoming> next();
  // Whether the client still wants the answer to what next() gave last.
  bool is_wanted() const;

 private:
  static constexpr std::size_t kMostBytes = std::size_t{1} << 20U;

  struct Entry {
    Incoming incoming;
    std::size_t bytes = 0;
  };

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Entry> entries_;
  std::size_t bytes_ = 0;
  Json current_id_;
  bool is_wanted_ = true;
  bool is_closed_ = false;
};

}  // namespace notes::mcp
