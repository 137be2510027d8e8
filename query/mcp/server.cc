// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/mcp/server.h"

#include <chrono>
#include <exception>
#include <memory>
#include <sys/wait.h>
#include <thread>

#include "common/output.h"
#include "query/mcp/budget.h"
#include "query/mcp/inbox.h"
#include "query/mcp/line_reader.h"

namespace notes::mcp {
namespace {

BadMessage too_long_line() {
  return {nullptr, RequestError(code::invalid_request,
                                "a line of more than " + std::to_string(kLongestLine) + " bytes")};
}

bool is_notification(const Incoming& incoming) {
  const auto* message = std::get_if<Message>(&incoming);
  return message != nullptr && message->id.is_null();
}

// Of notifications only a cancellation is news to us.
void take(Incoming incoming, std::size_t bytes, Inbox& inbox) {
  if (!is_notification(incoming)) return inbox.put(std::move(incoming), bytes);
  const auto& message = std::get<Message>(incoming);
  if (message.method == "notifications/cancelled")
    inbox.cancel(message.params.value("requestId", Json()));
}

void read_all(int input, Inbox& inbox) {
  LineReader lines(input);
  while (const auto line = lines.next()) {
    if (line->too_long)
      take(too_long_line(), 0, inbox);
    else if (line->text.find_first_not_of(" \t\r") != line->text.npos)
      for (Incoming& incoming : read_messages(line->text))
        take(std::move(incoming), line->text.size(), inbox);
  }
  inbox.close();
}

std::string answer_line(const Message& message, Workspace& workspace) {
  try {
    return result_line(message.id, answer_request(message, workspace));
  } catch (const RequestError& error) {
    return error_line(message.id, error);
  } catch (const std::exception& error) {
    return error_line(message.id, RequestError(code::internal_error, error.what()));
  }
}

std::string answer_line(const BadMessage& message, Workspace& /*workspace*/) {
  return error_line(message.id, message.error);
}

std::string subject_of(const Incoming& incoming) {
  const auto* message = std::get_if<Message>(&incoming);
  if (message == nullptr) return "bad message";
  const Json name = message->params.value("name", Json());
  return shortened(message->method + (name.is_string() ? " " + name.get<std::string>() : ""), 100);
}

}  // namespace

void serve(int input, Workspace& workspace, Log log) {
  // The reader may wait for input when this function is done, so it has a share of the inbox.
  const auto inbox = std::make_shared<Inbox>();
  std::thread([inbox, input] { read_all(input, *inbox); }).detach();
  while (const auto incoming = inbox->next()) {
    const auto began = std::chrono::steady_clock::now();
    const std::string line =
        std::visit([&](const auto& message) { return answer_line(message, workspace); }, *incoming);
    if (inbox->is_wanted()) print(line);
    flush_output();
    // A run of notes-index that took longer than a search waits may have ended since.
    while (::waitpid(-1, nullptr, WNOHANG) > 0) continue;
    if (log == Log::none) continue;
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
    print_aside(subject_of(*incoming) + ": " + std::to_string(took.count()) + " ms, " +
                std::to_string(line.size()) + " bytes\n");
  }
}

}  // namespace notes::mcp
