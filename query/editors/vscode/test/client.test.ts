import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { bestSnippet, byThread, Client, parseDocument, SearchError, searchArguments, Superseded } from '../src/client';

const db = process.env.NOTES_DB ?? '';
const settings = { queryProgram: 'notes-query', indexProgram: 'notes-index', db, limit: 20 };

test('a query is one argument after --, whatever it contains', () => {
  assert.deepEqual(searchArguments(settings, ['--partial'], '-n; rm "x"').slice(-2), ['--', '-n; rm "x"']);
});

test('a search gives hits in the order of notes-query', async () => {
  const result = await new Client().search(settings, [], 'bread');
  const printed = execFileSync('notes-query', ['--db', db, '--messages=none', '--format={title}', '-n', '20', 'bread'], { encoding: 'utf8' });
  assert.deepEqual(result.results.map(hit => hit.title), printed.trim().split('\n'));
});

test('the snippet of a hit is the line that it is opened at', async () => {
  const [hit] = (await new Client().search(settings, [], 'butter leak')).results;
  const snippet = bestSnippet(hit);
  assert.equal(snippet?.line, hit.match_line);
  assert.equal(snippet?.highlights_utf16[0][0], hit.column_utf16 - 1);
});

test('the last of two searches wins', async () => {
  const client = new Client();
  const first = client.search(settings, [], 'bread');
  const second = client.search(settings, [], 'rye');
  await assert.rejects(first, Superseded);
  assert.ok((await second).results.length > 0);
});

test('a failure comes with its hint', () => {
  assert.throws(() => parseDocument('{"version":1,"error":{"code":"no_index","text":"no index","hint":"make one"}}'),
    (error: SearchError) => error.message === 'no index' && error.hint === 'make one');
});

test('hits are grouped by the titles above them, in the order of the best', () => {
  const hit = (...breadcrumb: string[]) => ({ breadcrumb }) as never;
  assert.deepEqual([...byThread([hit('A', 'x'), hit('B', 'y'), hit('A', 'z')]).keys()], ['A', 'B']);
});

test('tags are completed', async () => {
  assert.ok((await new Client().tags(settings, 'kit')).includes('kitchen'));
});
