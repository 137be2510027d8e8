// Each client does the same in each mode: list the tools, search with a typing error, read the
// section, get the right name of a parameter, find a note just saved, and search after a rebuild.
//   usage: node clients_test.mjs FOLDER    (empty; NOTES_BIN and NOTES_DATA as for run_clients.sh)
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client as OldClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as OldTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';

const bin = process.env.NOTES_BIN;
const self = { name: 'notes-search-test', version: '1' };
const maxTokens = 300;
const tags = { name: 'list_tags', arguments: {} };

function vault(name) {
  const folder = join(process.argv[2], name);
  mkdirSync(folder);
  cpSync(join(process.env.NOTES_DATA, 'notes'), join(folder, 'notes'), { recursive: true });
  const index = join(folder, 'index');
  execFileSync(join(bin, 'notes-index'), ['--quiet', '--db', index, join(folder, 'notes')]);
  return { notes: join(folder, 'notes'), index };
}

// `ask` calls a tool and gives its result, `tools` lists their names.
async function errand({ notes, index }, tools, ask) {
  assert.deepEqual((await tools()).sort(),
    ['get_section', 'index_status', 'list_tags', 'outline_note', 'search_notes']);

  const search = await ask('search_notes', { query: 'buter leak' });
  const found = search.structuredContent;
  assert.match(found.relaxed.join(), /butter/);
  assert.match(search.content[0].text, /butter/);
  assert.equal(found.hits[0].breadcrumb.at(-1), 'Why does the butter leak in the oven?');

  const section = await ask('get_section', { section: found.hits[0].id, max_tokens: maxTokens });
  assert.match(section.content[0].text, /butter melts at 32/);
  assert.ok(Buffer.byteLength(section.content[0].text) <= 4 * maxTokens);

  const refused = await ask('search_notes', { query: 'butter', limt: 3 });
  assert.equal(refused.isError, true);
  assert.match(refused.content[0].text, /did you mean "limit"/);

  writeFileSync(join(notes, 'Quokka.md'), '# Quokka\n\nThe butter of marsupials.\n');
  const saved = await ask('search_notes', { query: 'butter marsupials' });
  assert.equal(saved.structuredContent.hits[0].breadcrumb[0], 'Quokka');

  execFileSync(join(bin, 'notes-index'), ['--quiet', '--db', index, '--rebuild']);
  const again = await ask('search_notes', { query: 'butter marsupials' });
  assert.deepEqual(again.structuredContent.hits, saved.structuredContent.hits);
}

async function withClient(client, transport, index, body) {
  const args = ['--mcp', '--db', index];
  await client.connect(new transport({ command: join(bin, 'notes-query'), args }));
  try {
    await body(client);
  } finally {
    await client.close();
  }
}

const ofClient = (client) => [
  async () => (await client.listTools()).tools.map((tool) => tool.name),
  (name, args) => client.callTool({ name, arguments: args }),
];

// `ask` starts a call that the signal cancels: the two generations pass the signal differently.
async function further(client, ask) {
  const { resources } = await client.listResources();
  assert.equal(resources.length, 9);
  const { contents } = await client.readResource({ uri: resources[1].uri });
  assert.match(contents[0].text, /# Baking log/);
  assert.equal((await client.listResourceTemplates()).resourceTemplates.length, 3);
  const stop = new AbortController();
  const calls = Array.from({ length: 20 }, () =>
    client.callTool({ name: 'search_notes', arguments: { query: 'butter', limit: '2' } }));
  const stopped = ask(stop.signal);
  stop.abort();
  await assert.rejects(stopped);
  for (const result of await Promise.all(calls)) assert.equal(result.structuredContent.hits.length, 2);
  await assert.rejects(client.callTool({ name: 'serch_notes', arguments: {} }), /did you mean search_notes/);
}

async function oldSdk() {
  const place = vault('sdk');
  await withClient(new OldClient(self), OldTransport, place.index, async (client) => {
    await errand(place, ...ofClient(client));
    await further(client, (signal) => client.callTool(tags, undefined, { signal }));
  });
}

async function newClient(mode, era) {
  const place = vault(`client-${era}-${typeof mode === 'string' ? mode : 'pin'}`);
  const client = new Client(self, { versionNegotiation: { mode } });
  await withClient(client, StdioClientTransport, place.index, async () => {
    assert.equal(client.getNegotiatedProtocolVersion(), era);
    await errand(place, ...ofClient(client));
    await further(client, (signal) => client.callTool(tags, { signal }));
  });
}

async function inspector() {
  const place = vault('inspector');
  const cli = join(dirname(fileURLToPath(import.meta.url)), 'node_modules/@modelcontextprotocol/inspector-cli/build/index.js');
  const run = (method, ...more) => JSON.parse(execFileSync(process.execPath,
    [cli, join(bin, 'notes-query'), '--mcp', '--db', place.index, '--method', method, ...more], { encoding: 'utf8' }));
  const tools = async () => run('tools/list').tools.map((tool) => tool.name);
  const ask = async (name, args) => run('tools/call', '--tool-name', name,
    ...Object.entries(args).flatMap(([key, value]) => ['--tool-arg', `${key}=${value}`]));
  await errand(place, tools, ask);
}

const rows = {
  'sdk 1': oldSdk,
  'client 2, legacy': () => newClient('legacy', '2025-11-25'),
  'client 2, auto': () => newClient('auto', '2026-07-28'),
  'client 2, pinned': () => newClient({ pin: '2026-07-28' }, '2026-07-28'),
  'inspector, command line': inspector,
};
let failed = 0;
for (const [name, run] of Object.entries(rows)) {
  const began = Date.now();
  try {
    await run();
    console.log(`ok    ${name} (${Date.now() - began} ms)`);
  } catch (error) {
    failed += 1;
    console.log(`WRONG ${name}: ${error.stack}`);
  }
}
process.exit(failed === 0 ? 0 : 1);
