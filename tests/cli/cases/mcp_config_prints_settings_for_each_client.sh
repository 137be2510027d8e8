for client in cursor vscode opencode codex; do
  run notes-query --mcp-config "$client" --db my-index | sed -E 's|"/[^" ]*/notes-query"|"NOTES-QUERY"|'
done
run notes-query --mcp-config crusor
