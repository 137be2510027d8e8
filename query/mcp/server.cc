// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <sys/wait.h>
#include <thread>

#include "common/run_main.h"
#include "query/mcp/mcp.h"

namespace notes::mcp {
namespace {

using Clock = std::chrono::steady_clock;

// The queue between the thread that reads messages and the thread that answers them. It is bounded,
// and requests in it can be cancelled.
class Inbox {
 public:
  // For the reader. Waits while more than kMostBytes are unanswered.
  void put(Message message) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return bytes_ <= kMostBytes; });
    bytes_ += message.line_bytes;
    messages_.push_back(std::move(message));
    changed_.notify_all();
  }

  void cancel(const Json& id) {
    const std::lock_guard lock(mutex_);
    if (id.is_null()) return;
    if (id == current_id_) is_wanted_ = false;
    std::erase_if(messages_, [&](const Message& message) {
      if (message.id == id) bytes_ -= message.line_bytes;
      return message.id == id;
    });
    changed_.notify_all();
  }

  void close() {
    const std::lock_guard lock(mutex_);
    is_closed_ = true;
    changed_.notify_all();
  }

  // For the thread that answers. Waits for a message; nothing at the end of the input.
  std::optional<Message> next() {
    std::unique_lock lock(mutex_);
    current_id_ = nullptr;
    changed_.wait(lock, [&] { return is_closed_ || !messages_.empty(); });
    if (messages_.empty()) return std::nullopt;
    Message message = std::move(messages_.front());
    messages_.pop_front();
    bytes_ -= message.line_bytes;
    current_id_ = message.id;
    is_wanted_ = true;
    changed_.notify_all();
    return message;
  }

  // False once the client has cancelled what next() returned last.
  bool is_wanted() const {
    const std::lock_guard lock(mutex_);
    return is_wanted_;
  }

 private:
  static constexpr std::size_t kMostBytes = std::size_t{1} << 20U;

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Message> messages_;
  std::size_t bytes_ = 0;
  Json current_id_;
  bool is_wanted_ = true;
  bool is_closed_ = false;
};

constexpr std::chrono::milliseconds kFirstReport{200};
constexpr std::chrono::seconds kBetweenReports{1};

// Null if the client does not ask for progress.
Json progress_token(const Message& message) {
  const Json meta = message.params.value("_meta", Json());
  return meta.is_object() ? meta.value("progressToken", Json()) : Json();
}

void report_progress(const Json& token, int reports) {
  print(notification_line("notifications/progress",
                          {{"progressToken", token},
                           {"progress", reports},
                           {"message", "waiting for notes-index to read the changed notes"}}));
  flush_output();
}

// Ignores all notifications but a cancellation.
void take(Message message, Inbox& inbox) {
  if (message.error || !message.id.is_null()) return inbox.put(std::move(message));
  if (message.method == "notifications/cancelled")
    inbox.cancel(message.params.value("requestId", Json()));
}

void read_all(std::FILE* input, Inbox& inbox) {
  while (const auto line = read_line(input))
    if (line->size() > kLongestLine || line->find_first_not_of(" \t\r") != line->npos)
      for (Message& message : read_messages(*line)) take(std::move(message), inbox);
  inbox.close();
}

std::string subject_of(const Message& message) {
  if (message.error) return "bad message";
  const Json name = message.params.value("name", Json());
  return shortened(message.method + (name.is_string() ? " " + name.get<std::string>() : ""), 100);
}

}  // namespace

void serve(std::FILE* input, Workspace& workspace) {
  // Shared with the reader, which may still wait for input when this function throws.
  const auto inbox = std::make_shared<Inbox>();
  std::thread([inbox, input] { read_all(input, *inbox); }).detach();
  while (const auto message = inbox->next()) {
    const auto began = Clock::now();
    const Json token = progress_token(*message);
    workspace.refresh.while_waiting([&, reports = 0]() mutable {
      const auto next_report = began + kFirstReport + reports * kBetweenReports;
      if (!token.is_null() && Clock::now() >= next_report) report_progress(token, ++reports);
      return inbox->is_wanted();
    });
    const std::string line = answer_line(*message, workspace);
    if (inbox->is_wanted()) print(line);
    flush_output();
    // Reap a notes-index that ran for longer than a search waits.
    while (::waitpid(-1, nullptr, WNOHANG) > 0) continue;
    if (!workspace.verbose) continue;
    const std::chrono::duration<double, std::milli> took = Clock::now() - began;
    print_aside(subject_of(*message) + ": " + std::to_string(took.count()) + " ms, " +
                std::to_string(line.size()) + " bytes\n");
  }
}

}  // namespace notes::mcp
