// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/mcp/inbox.h"

#include <algorithm>
#include <utility>

namespace notes::mcp {
namespace {

Json id_of(const Incoming& incoming) {
  return std::visit([](const auto& message) { return message.id; }, incoming);
}

}  // namespace

void Inbox::put(Incoming incoming, std::size_t bytes) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return bytes_ <= kMostBytes; });
  bytes_ += bytes;
  entries_.push_back({std::move(incoming), bytes});
  changed_.notify_all();
}

void Inbox::cancel(const Json& id) {
  const std::lock_guard lock(mutex_);
  if (id.is_null()) return;
  if (id == current_id_) is_wanted_ = false;
  std::erase_if(entries_, [&](const Entry& entry) {
    const bool is_cancelled = id_of(entry.incoming) == id;
    if (is_cancelled) bytes_ -= entry.bytes;
    return is_cancelled;
  });
  changed_.notify_all();
}

void Inbox::close() {
  const std::lock_guard lock(mutex_);
  is_closed_ = true;
  changed_.notify_all();
}

std::optional<Incoming> Inbox::next() {
  std::unique_lock lock(mutex_);
  current_id_ = nullptr;
  changed_.wait(lock, [&] { return is_closed_ || !entries_.empty(); });
  if (entries_.empty()) return std::nullopt;
  Entry entry = std::move(entries_.front());
  entries_.pop_front();
  bytes_ -= entry.bytes;
  current_id_ = id_of(entry.incoming);
  is_wanted_ = true;
  changed_.notify_all();
  return std::move(entry.incoming);
}

bool Inbox::is_wanted() const {
  const std::lock_guard lock(mutex_);
  return is_wanted_;
}

}  // namespace notes::mcp
