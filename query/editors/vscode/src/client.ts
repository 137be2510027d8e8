// SPDX-License-Identifier: GPL-2.0-or-later
// Runs notes-query and reads its JSON. Knows nothing about VS Code.
import { ChildProcess, execFile } from 'node:child_process';

export type Range = [number, number];

export interface Snippet {
  line: number;
  column_utf16: number;
  text: string;
  highlights_utf16: Range[];
  plain?: string;
}

export interface Hit {
  path: string;
  line: number;
  match_line: number;
  column_utf16: number;
  title: string;
  breadcrumb: string[];
  date: string | null;
  tags: { name: string; source: 'tag' | 'name' }[];
  snippets: Snippet[];
}

export interface Result {
  notes_on_query: string[];
  total: number;
  results: Hit[];
}

export interface Settings {
  queryProgram: string;
  indexProgram: string;
  db: string;
  limit: number;
}

// Why a search failed, in notes-query's own words.
export class SearchError extends Error {
  constructor(text: string, readonly hint = '') {
    super(text.split('\n')[0]);
  }
}

// The search was replaced by a newer one.
export class Superseded extends Error {}

const members = 'path,line,match_line,column_utf16,title,breadcrumb,date,tags,snippets';

export function searchArguments(settings: Settings, options: string[], query: string): string[] {
  const index = settings.db ? ['--db', settings.db] : [];
  const words = query.trim() ? ['--', query] : [];
  return [...index, '--json', '--messages=none', `--fields=${members}`, '-n', String(settings.limit), ...options, ...words];
}

export function parseDocument(text: string): Result {
  let document;
  try {
    document = JSON.parse(text);
  } catch {
    throw new SearchError('the answer of notes-query cannot be read');
  }
  if (document.error) throw new SearchError(document.error.text, document.error.hint);
  return document;
}

// One search at a time: a new search ends the running one.
export class Client {
  private running: ChildProcess | undefined;

  search(settings: Settings, options: string[], query: string): Promise<Result> {
    this.running?.kill();
    return new Promise((resolve, reject) => {
      const child = execFile(settings.queryProgram, searchArguments(settings, options, query),
        { maxBuffer: 64 << 20 }, (error, stdout) => {
          if (child !== this.running) return reject(new Superseded());
          if (error && (error as NodeJS.ErrnoException).code === 'ENOENT')
            return reject(new SearchError(`${settings.queryProgram}: not found`, 'set notesSearch.queryProgram'));
          try {
            resolve(parseDocument(stdout));
          } catch (failure) {
            reject(failure);
          }
        });
      this.running = child;
    });
  }

  tags(settings: Settings, typed: string): Promise<string[]> {
    const index = settings.db ? ['--db', settings.db] : [];
    return new Promise(resolve => {
      execFile(settings.queryProgram, [...index, '--complete', `tag:${typed}`], (error, stdout) => {
        const words = error ? [] : stdout.split('\n').filter(word => word.startsWith('tag:'));
        resolve(words.map(word => word.slice('tag:'.length).replace(/^"|"$/g, '')));
      });
    });
  }

  refresh(settings: Settings, path: string): void {
    const index = settings.db ? ['--db', settings.db] : [];
    execFile(settings.indexProgram, [...index, '--quiet', '--changed', path], () => undefined);
  }
}

// The snippet to show for a hit: the line where it opens, else the first.
export function bestSnippet(hit: Hit): Snippet | undefined {
  return hit.snippets.find(snippet => snippet.line === hit.match_line) ?? hit.snippets[0];
}

// Hits by the titles above them, in the order of each group's best.
export function byThread(hits: Hit[]): Map<string, Hit[]> {
  const threads = new Map<string, Hit[]>();
  for (const hit of hits) {
    const above = hit.breadcrumb.length > 1 ? hit.breadcrumb.slice(0, -1) : hit.breadcrumb;
    const name = above.join(' > ');
    threads.set(name, [...(threads.get(name) ?? []), hit]);
  }
  return threads;
}
