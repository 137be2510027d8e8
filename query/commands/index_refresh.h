// SPDX-License-Identifier: GPL-2.0-or-later
// Brings the index up to date around one reading of it, as far as the user wants to wait.
#pragma once

#include <cstdint>
#include <string>

namespace notes {

enum class RefreshMode : std::uint8_t { automatic, always, never };

class IndexRefresh {
 public:
  // Refreshes when notes changed, or always, or never.
  IndexRefresh(std::string index_directory, RefreshMode mode);

  // For a reading that met a changed note: true when it is worth reading again.
  bool after_stale_reading();

  bool is_behind() const { return is_behind_; }
  const std::string& remark() const { return remark_; }  // for the user; empty when all is well

 private:
  void refresh();

  std::string index_directory_;
  RefreshMode mode_;
  bool refreshed_ = false;
  bool is_behind_ = false;
  std::string remark_;
};

}  // namespace notes
