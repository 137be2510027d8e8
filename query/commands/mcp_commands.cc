// SPDX-License-Identifier: GPL-2.0-or-later
// The commands for agents: --mcp, --mcp-config.
#include <algorithm>
#include <array>
#include <vector>

#include "common/text/joined.h"
#include "common/text/nearest_word.h"
#include "query/commands/command.h"
#include "query/mcp/mcp.h"

namespace notes {
namespace {

enum class Form : std::uint8_t { servers, typed_servers, one_command, toml };

struct Client {
  std::string_view name;
  std::string_view place;   // the file for its configuration
  std::string_view member;  // the member of that file that lists servers
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
              (nearest.empty() ? std::string() : "did you mean " + nearest + "? ") +
                  "the clients are " + joined(known, ", ") +
                  "; most others take the same as cursor");
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

CommandOutput mcp_command(const CommandRequest& request) {
  // A person's settings must not change what a schema says.
  SearchRequest search;
  search.index_directory = request.search.index_directory;
  search.synonyms = request.search.synonyms;
  mcp::Workspace workspace{std::move(search), request.saved_searches, IndexRefresh(request.search),
                           request.verbose};
  mcp::serve(stdin, workspace);
  return {};
}

// Names the program and the index in full: clients have another $PATH and pass on few variables.
CommandOutput mcp_config_command(const CommandRequest& request) {
  const Client& client = require_client(request.argument);
  const std::string program = own_program();
  const Json arguments = {"--mcp", "--db", request.search.index_directory};
  const std::string member(client.member);
  const std::string text =
      client.form == Form::toml  // strings are the same as in JSON
          ? "[" + member + ".notes]\ncommand = " + one_line(program) +
                "\nargs = " + one_line(arguments)
          : indented({{member, {{"notes", entry_of(client.form, program, arguments)}}}});
  return {text + "\n", "add this to " + std::string(client.place) + "\n"};
}

}  // namespace notes
