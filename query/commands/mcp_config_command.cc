// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <filesystem>
#include <sstream>
#include <vector>

#include "common/error.h"
#include "common/text/joined.h"
#include "common/text/nearest_word.h"
#include "query/commands/commands.h"
#include "query/render/json_document.h"

namespace notes {
namespace {

using Json = nlohmann::ordered_json;

enum class Form : std::uint8_t { servers, typed_servers, one_command, toml };

struct Client {
  std::string_view name;
  std::string_view place;   // the file that it goes into
  std::string_view member;  // that lists servers
  Form form;
};

constexpr std::array<Client, 9> kClients{{
    {"claude-code", ".mcp.json in a project, or ~/.claude.json", "mcpServers", Form::servers},
    {"claude-desktop", "claude_desktop_config.json (Settings, Developer, Edit Config)",
     "mcpServers", Form::servers},
    {"codex", "~/.codex/config.toml", "mcp_servers", Form::toml},
    {"cursor", "~/.cursor/mcp.json", "mcpServers", Form::servers},
    {"gemini", "~/.gemini/settings.json", "mcpServers", Form::servers},
    {"opencode", "~/.config/opencode/opencode.json", "mcp", Form::one_command},
    {"vscode", ".vscode/mcp.json, or mcp.json of your profile", "servers", Form::typed_servers},
    {"windsurf", "~/.codeium/windsurf/mcp_config.json", "mcpServers", Form::servers},
    {"zed", "~/.config/zed/settings.json", "context_servers", Form::servers},
}};

const Client& require_client(const std::string& name) {
  const auto client = std::ranges::find(kClients, std::string_view(name), &Client::name);
  if (client != kClients.end()) return *client;
  std::vector<std::string> known;
  for (const Client& row : kClients) known.emplace_back(row.name);
  const std::string nearest = nearest_word(name, known);
  throw Error(ExitCode::failure, "--mcp-config: no client '" + name + "' is known",
              (nearest.empty() ? "" : "did you mean " + nearest + "? ") +
                  std::string("there are ") + joined(known, ", ") +
                  "; others mostly take what cursor does");
}

// Clients have another search path than shells.
std::string own_program() {
  std::error_code unknown;
  const auto self = std::filesystem::read_symlink("/proc/self/exe", unknown);
  return unknown ? "notes-query" : self.string();
}

Json entry_of(Form form, const std::string& program, const Json& arguments) {
  if (form == Form::one_command) {
    Json command = {program};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return {{"type", "local"}, {"command", command}};
  }
  Json entry = Json::object();
  if (form == Form::typed_servers) entry["type"] = "stdio";
  entry["command"] = program;
  entry["args"] = arguments;
  return entry;
}

}  // namespace

// The index is named, as clients pass on few variables.
CommandOutput mcp_config_command(const CommandRequest& request) {
  const Client& client = require_client(request.argument);
  const std::string program = own_program();
  const Json arguments = {"--mcp", "--db", request.search.index_directory};
  const std::string member(client.member);
  std::ostringstream out;
  if (client.form == Form::toml)  // whose strings are written as those of JSON
    out << "[" << member << ".notes]\ncommand = " << one_line(program)
        << "\nargs = " << one_line(arguments) << "\n";
  else
    write_document({{member, {{"notes", entry_of(client.form, program, arguments)}}}},
                   JsonLayout::indented, out);
  return {out.str(), "put it into " + std::string(client.place) + "\n"};
}

}  // namespace notes
