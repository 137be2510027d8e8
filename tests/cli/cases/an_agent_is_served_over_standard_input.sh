index_notes
cat >requests <<'END'
{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18"}}
{"jsonrpc":"2.0","method":"notifications/initialized"}
{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"search_notes","arguments":{"query":"tag:bread zzyzx"}}}
{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"search_notes","arguments":{"query":"butter","limt":3}}}
{"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":"list_tags","arguments":{"prefix":"B"}}}
{"jsonrpc":"2.0","id":5,"method":"tools/call","params":{"name":"list_tag"}}
not JSON
END
notes-query --mcp <requests
rm -r "$XDG_DATA_HOME"
sed -n 3p requests | notes-query --mcp
run notes-query --mcp butter
run notes-query --verbose butter
