// A user of VS Code: types a query with a slip, letter by letter, lands on the line that answers,
// writes a new word there, saves, searches it and lands there again; then the other features.
// Needs notes-query and notes-index on the PATH and the index of VAULT in $NOTES_DB.
//   usage: QUERY=WORDS node user.mjs SERVER_MAIN VSIX VAULT [PICTURE.png]
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { createRequire } from 'node:module';

const [serverMain, vsix, vault, picture] = process.argv.slice(2);
const { chromium } = createRequire(serverMain)('playwright-core');
const query = process.env.QUERY;
const newWord = 'quibblesnatch';
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'notes-vscode-'));
const marker = `${folder}/workspace-program-ran`;

function ask(...options) {
  return JSON.parse(spawnSync('notes-query', ['--json', '--messages=none', ...options], { encoding: 'utf8' }).stdout).results;
}

function freePort() {
  return new Promise(resolve => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function eventually(what, check) {
  for (const end = Date.now() + 10000; ;) {
    try {
      return await check();
    } catch (failure) {
      if (Date.now() > end) throw new Error(what, { cause: failure });
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

// What a hostile folder of notes would like to have run.
function plantWorkspaceSettings() {
  const program = `${folder}/program`;
  fs.writeFileSync(program, `#!/bin/sh\ntouch '${marker}'\n`, { mode: 0o755 });
  fs.mkdirSync(`${vault}/.vscode`, { recursive: true });
  fs.writeFileSync(`${vault}/.vscode/settings.json`, JSON.stringify({ 'notesSearch.queryProgram': program, 'notesSearch.indexProgram': program }));
}

async function startServer() {
  const directories = ['--user-data-dir', `${folder}/user`, '--extensions-dir', `${folder}/extensions`, '--server-data-dir', `${folder}/server`];
  execFileSync('node', [serverMain, ...directories, '--install-extension', vsix], { stdio: 'ignore' });
  fs.mkdirSync(`${folder}/user/User`, { recursive: true });
  fs.writeFileSync(`${folder}/user/User/settings.json`, JSON.stringify({
    'workbench.quickOpen.closeOnFocusLost': false, 'security.workspace.trust.startupPrompt': 'never',
    'workbench.startupEditor': 'none', 'telemetry.telemetryLevel': 'off', 'workbench.tips.enabled': false,
    'editor.minimap.enabled': false, 'editor.quickSuggestions': false, 'editor.acceptSuggestionOnEnter': 'off',
    'editor.wordBasedSuggestions': 'off', 'extensions.ignoreRecommendations': true,
  }));
  const found = name => execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim();
  fs.mkdirSync(`${folder}/user/Machine`, { recursive: true });
  fs.writeFileSync(`${folder}/user/Machine/settings.json`, JSON.stringify({
    'notesSearch.queryProgram': found('notes-query'), 'notesSearch.indexProgram': found('notes-index'), 'notesSearch.db': process.env.NOTES_DB,
  }));
  const port = await freePort();
  const server = spawn('node', [serverMain, ...directories, '--host', '127.0.0.1', '--port', String(port),
    '--without-connection-token', '--accept-server-license-terms'], { stdio: ['ignore', 'pipe', 'ignore'] });
  await new Promise(resolve => server.stdout.on('data', text => String(text).includes('listening') && resolve()));
  return { server, address: `http://127.0.0.1:${port}/?folder=${vault}` };
}

// In the page: when the first row is `title`, in milliseconds after the last key.
function installWatch() {
  let lastKey = 0;
  addEventListener('keydown', () => { lastKey = performance.now(); }, true);
  const first = () => document.querySelector('.quick-input-list .monaco-list-row[data-index="0"] .label-name')?.textContent;
  window.firstRow = first;
  window.untilFirstRow = title => new Promise((resolve, reject) => {
    const look = () => {
      const time = performance.now() - lastKey;
      if (first() === title) resolve(time);
      else if (time > 20000) reject(new Error(`the first row is '${first()}', not '${title}'`));
      else requestAnimationFrame(look);
    };
    look();
  });
}

class User {
  constructor(page) {
    this.page = page;
    this.input = page.locator('.quick-input-box input');
    this.rows = page.locator('.quick-input-list .monaco-list-row');
  }

  // The palette lists a command once its extension is ready, and only when it is opened then.
  async run(command) {
    const row = this.rows.filter({ hasText: command }).first();
    for (let turn = 0; turn < 60; ++turn) {
      await this.page.keyboard.press('F1');
      await this.input.waitFor();
      await this.input.fill('>' + command);
      if (await row.waitFor({ timeout: 1000 }).then(() => true, () => false)) break;
      await this.page.keyboard.press('Escape');
    }
    await row.waitFor();
    await this.input.press('Enter');
  }

  async openSearch() {
    await this.run('Notes: Search');
    await this.page.locator('.quick-input-box input[placeholder^="Search your notes"]').waitFor();
  }

  // Letter by letter; the time from each key to its rows, where these differ from what was seen.
  async type(words) {
    const times = [];
    for (let length = 1; length <= words.length; ++length) {
      const hit = ask('--partial', '-n', '1', '--', words.slice(0, length))[0];
      const before = await this.page.evaluate(() => window.firstRow());
      await this.page.keyboard.type(words[length - 1]);
      if (!hit) continue;
      const time = await this.page.evaluate(title => window.untilFirstRow(title), hit.title);
      if (before !== hit.title) times.push(time);
    }
    return times;
  }

  async titles() {
    return this.page.$$eval('.quick-input-list .monaco-list-row', rows => rows
      .sort((a, b) => a.dataset.index - b.dataset.index).map(row => row.querySelector('.label-name').textContent));
  }

  // "Ln 66, Col 10 (9 selected)" of the status bar, and the name of the note in its tab.
  async isAt(hit) {
    const name = path.basename(hit.path);
    const place = `Ln ${hit.match_line}, Col `;
    await this.page.locator('.tab.active', { hasText: name }).waitFor();
    await this.page.locator('#status\\.editor\\.selection', { hasText: place }).waitFor();
    return this.page.locator('#status\\.editor\\.selection').textContent();
  }
}

async function landsOnTheLine(user) {
  await user.openSearch();
  const times = await user.type(query);
  const hits = ask('--partial', '-n', '50', '--', query);
  await eventually("the engine's order is kept", async () => {
    const shown = await user.titles();
    assert.ok(shown.length > 0);
    assert.deepEqual(shown, hits.map(hit => hit.title).slice(0, shown.length));
  });
  if (picture) {
    await user.page.waitForTimeout(1500);
    await user.page.screenshot({ path: picture });
  }
  await user.page.keyboard.press('Enter');
  const place = await user.isAt(hits[0]);
  const best = hits[0].snippets.find(snippet => snippet.line === hits[0].match_line);
  const [begin, end] = best.highlights_utf16[0];
  assert.match(place, new RegExp(`Ln ${hits[0].match_line}, .*\\(${end - begin} selected\\)`), 'the match is selected');
  console.log(`ok: '${query}' lands on ${path.basename(hits[0].path)}:${hits[0].match_line}, ${place}`);
  return { times, hit: hits[0] };
}

async function findsWhatItWrote(user, hit) {
  await user.page.locator('.monaco-editor.focused').waitFor();
  // The first press goes to the end of the row that a long line is folded into.
  await user.page.keyboard.press('End');
  await user.page.keyboard.press('End');
  await user.page.keyboard.press('Enter');
  await user.page.keyboard.type(`A new word: ${newWord}.`);
  await user.page.keyboard.press('Control+s');
  await user.page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
  await user.openSearch();
  await user.page.keyboard.type(newWord, { delay: 120 });
  await user.page.evaluate(title => window.untilFirstRow(title), hit.title);
  await user.page.keyboard.press('Enter');
  await user.isAt({ ...hit, match_line: hit.match_line + 1 });
  console.log(`ok: '${newWord}', just written and saved, is found on line ${hit.match_line + 1}`);
}

async function showsResultsAsATree(user, hit) {
  const thread = (hit.breadcrumb.length > 1 ? hit.breadcrumb.slice(0, -1) : hit.breadcrumb).join(' > ');
  await user.run('Explorer: Focus on Notes View');
  const tree = user.page.locator('.pane', { has: user.page.locator('.pane-header', { hasText: /^Notes/ }) });
  await tree.locator('.monaco-list-row', { hasText: thread }).first().waitFor();
  await tree.locator('.monaco-list-row', { hasText: hit.title }).last().click();
  await user.isAt({ ...hit, match_line: hit.match_line + 1 });
  console.log('ok: results stand in a tree by thread, and open from there');
}

async function listsSectionsAlike(user, hit) {
  await user.run('Notes: Sections Like This One');
  const like = ask('--like', `${hit.path}:${hit.match_line + 1}`, '-n', '5');
  await user.page.locator('.pane .monaco-list-row', { hasText: like[0].title }).first().waitFor();
  console.log('ok: sections like this one are listed');
}

async function completesTags(user) {
  await user.run('Notes: Sections with a Tag');
  await user.page.locator('.quick-input-box input[placeholder="Tag"]').waitFor();
  const tag = JSON.parse(execFileSync('notes-query', ['--tags', '--json'], { encoding: 'utf8' })).tags.find(row => row.source === 'tag').name;
  await user.page.keyboard.type(tag.slice(0, 2), { delay: 50 });
  await user.rows.filter({ hasText: tag }).first().waitFor();
  await user.page.keyboard.type(tag.slice(2), { delay: 50 });
  await user.page.keyboard.press('Enter');
  const hit = ask('--tag', tag, '-n', '1')[0];
  await user.page.locator('.pane .monaco-list-row', { hasText: hit.title }).first().waitFor();
  console.log(`ok: tags are completed as one types, and '${tag}' lists its sections`);
}

function report(times) {
  times.sort((a, b) => a - b);
  const at = share => times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(0);
  console.log(`ok: from key to rows: median ${at(0.5)} ms, p90 ${at(0.9)} ms, ${times.length} keys`);
}

async function main() {
  plantWorkspaceSettings();
  const { server, address } = await startServer();
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: { width: 1100, height: 700 } });
  try {
    await page.addInitScript(installWatch);
    await page.goto(address);
    await page.locator('.monaco-workbench').waitFor();
    const user = new User(page);
    const { times, hit } = await landsOnTheLine(user);
    await findsWhatItWrote(user, hit);
    await showsResultsAsATree(user, hit);
    await listsSectionsAlike(user, hit);
    await completesTags(user);
    assert.ok(!fs.existsSync(marker), 'no program of a workspace is run');
    console.log('ok: no program that the workspace names was run');
    report(times);
  } catch (failure) {
    await page.screenshot({ path: `${os.tmpdir()}/notes-vscode-failure.png` });
    console.log(`FAILED, see ${os.tmpdir()}/notes-vscode-failure.png`);
    throw failure;
  } finally {
    await browser.close();
    server.kill();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

await main();
