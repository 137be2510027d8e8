// SPDX-License-Identifier: GPL-2.0-or-later
// Open files, and whole ones of a limited size, such as notes and settings. Never waits for a FIFO,
// nor reads an endless file to its end.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace notes {

// Owns one file descriptor and closes it.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}  // negative = none
  ~Descriptor() { close(); }
  Descriptor(Descriptor&& other) noexcept : number_(other.release()) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    if (this != &other) {
      close();
      number_ = other.release();
    }
    return *this;
  }

  bool is_open() const { return number_ >= 0; }
  int number() const { return number_; }
  int release() { return std::exchange(number_, -1); }
  void close() {
    if (is_open()) ::close(release());
  }

 private:
  int number_ = -1;
};

inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";  // may come before a text

enum class Links : std::uint8_t { followed, refused };

struct ReadFile {
  std::string text;
  struct stat status {};  // taken before it was read
  std::string fault;      // "is a link", "cannot be read: …"; empty if all is well
  bool is_odd = false;    // the fault is the file itself: not a regular file, or too large
};

// `name` is relative to the open `folder`, or absolute. Nothing if there is no such file.
std::optional<ReadFile> read_small_file(int folder, const std::string& name, Links links,
                                        std::size_t max_bytes);

}  // namespace notes
