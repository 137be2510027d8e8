// SPDX-License-Identifier: GPL-2.0-or-later
// The queue between the thread that reads messages and the thread that answers them. It is bounded,
// and requests in it can be cancelled.
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
  // For the reader. Waits while more than kMostBytes are unanswered; `bytes` is the message's size.
  void put(Incoming incoming, std::size_t bytes);
  void cancel(const Json& id);
  void close();

  // For the thread that answers. Waits for a message; nothing at the end of the input.
  std::optional<Incoming> next();
  // False once the client has cancelled what next() returned last.
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
