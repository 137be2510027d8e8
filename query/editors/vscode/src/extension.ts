// SPDX-License-Identifier: GPL-2.0-or-later
// Searches as the user types, with snippets and a preview; shows results as a tree; updates the index
// when a note is saved.
import * as vscode from 'vscode';
import { bestSnippet, byThread, Client, Hit, Result, SearchError, Settings, Superseded } from './client';

const client = new Client();

// Programs and the index come only from the user's settings: a workspace must not choose a program.
function settings(): Settings {
  const configuration = vscode.workspace.getConfiguration('notesSearch');
  const own = (name: string, fallback: string) => configuration.inspect<string>(name)?.globalValue ?? fallback;
  return {
    queryProgram: own('queryProgram', 'notes-query'),
    indexProgram: own('indexProgram', 'notes-index'),
    db: own('db', ''),
    limit: configuration.get<number>('limit', 20),
  };
}

function selectionOf(hit: Hit): vscode.Range {
  const line = hit.match_line - 1;
  const column = hit.column_utf16 - 1;
  const first = bestSnippet(hit)?.highlights_utf16[0];
  const length = first && bestSnippet(hit)?.line === hit.match_line ? first[1] - first[0] : 0;
  return new vscode.Range(line, column, line, column + length);
}

async function open(hit: Hit, preview: boolean): Promise<void> {
  await vscode.window.showTextDocument(vscode.Uri.file(hit.path), {
    selection: selectionOf(hit), preview, preserveFocus: preview,
  });
}

interface HitItem extends vscode.QuickPickItem {
  hit: Hit;
}

function writtenTags(hit: Hit): string[] {
  return hit.tags.filter(tag => tag.source === 'tag').map(tag => `#${tag.name}`);
}

function itemOf(hit: Hit): HitItem {
  const snippet = bestSnippet(hit);
  return {
    hit,
    label: hit.title,
    description: [hit.breadcrumb.slice(0, -1).join(' > '), hit.date?.slice(0, 10), ...writtenTags(hit)].filter(Boolean).join('  '),
    detail: snippet ? (snippet.plain ?? snippet.text).trim() : undefined,
    alwaysShow: true, // the engine decides what matches
  };
}

function say(failure: unknown): void {
  if (failure instanceof Superseded) return;
  const hint = failure instanceof SearchError && failure.hint ? ` (${failure.hint})` : '';
  void vscode.window.showErrorMessage(`Notes: ${(failure as Error).message}${hint}`);
}

// By default VS Code moves items whose label has the typed text to the top. Its types do not declare
// this member yet; if it does not exist, setting it does nothing.
function keepOrder(pick: vscode.QuickPick<vscode.QuickPickItem>): void {
  Object.assign(pick, { sortByLabel: false });
}

// Restores what the editor showed before the preview.
function restorer(): () => void {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return () => undefined;
  const { document, selection, viewColumn } = editor;
  return () => void vscode.window.showTextDocument(document, { selection, viewColumn }).then(undefined, () => undefined);
}

function searchAsOneTypes(tree: ResultTree): void {
  const restore = restorer();
  let accepted = false;
  const pick = vscode.window.createQuickPick<HitItem>();
  keepOrder(pick);
  pick.placeholder = 'Search your notes: words, "phrases", -without, tag:bread, date:2024-02';
  pick.ignoreFocusOut = vscode.workspace.getConfiguration('workbench').get('quickOpen.closeOnFocusLost') === false;
  let last: Result | undefined;
  const ask = async (query: string) => {
    pick.busy = true;
    try {
      last = await client.search(settings(), ['--partial'], query);
      pick.items = last.results.map(itemOf);
      pick.title = last.notes_on_query.join('; ') || undefined;
      pick.busy = false;
    } catch (failure) {
      if (failure instanceof Superseded) return;
      pick.title = (failure as Error).message; // half-typed, or something to mend
      pick.busy = false;
    }
  };
  pick.onDidChangeValue(ask);
  // Show the note after a pause: while the user types, the rows come first.
  let resting: NodeJS.Timeout | undefined;
  pick.onDidChangeActive(([item]) => {
    clearTimeout(resting);
    if (item && pick.value) resting = setTimeout(() => open(item.hit, true).then(undefined, () => undefined), 120);
  });
  pick.onDidAccept(() => {
    const [item] = pick.selectedItems;
    accepted = item !== undefined;
    clearTimeout(resting);
    pick.hide();
    if (last) tree.show(last);
    if (item) open(item.hit, false).then(undefined, say);
  });
  pick.onDidHide(() => {
    clearTimeout(resting);
    pick.dispose();
    if (!accepted) restore();
  });
  pick.show();
  void ask('');
}

async function listInTree(tree: ResultTree, options: string[]): Promise<void> {
  try {
    const result = await client.search(settings(), options, '');
    tree.show(result);
    if (result.results.length === 0) void vscode.window.showInformationMessage('Notes: nothing found');
    else await vscode.commands.executeCommand('notesSearch.results.focus');
  } catch (failure) {
    say(failure);
  }
}

function pickTag(tree: ResultTree): void {
  const pick = vscode.window.createQuickPick();
  keepOrder(pick);
  pick.placeholder = 'Tag';
  const ask = async (typed: string) => {
    const tags = await client.tags(settings(), typed);
    if (typed === pick.value) pick.items = tags.map(label => ({ label, alwaysShow: true }));
  };
  pick.onDidChangeValue(ask);
  pick.onDidAccept(() => {
    const tag = pick.selectedItems[0]?.label ?? pick.value;
    pick.hide();
    if (tag) void listInTree(tree, ['--tag', tag]);
  });
  pick.onDidHide(() => pick.dispose());
  pick.show();
  void ask('');
}

type Node = { thread: string; hits: Hit[] } | { hit: Hit };

// Results by thread, by rank.
class ResultTree implements vscode.TreeDataProvider<Node> {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private nodes: Node[] = [];

  show(result: Result): void {
    this.nodes = [...byThread(result.results)].map(([thread, hits]) => ({ thread, hits }));
    void vscode.commands.executeCommand('setContext', 'notesSearch.hasResults', this.nodes.length > 0);
    this.changed.fire();
  }

  getChildren(node?: Node): Node[] {
    if (!node) return this.nodes;
    return 'hits' in node ? node.hits.map(hit => ({ hit })) : [];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    if ('hits' in node) return new vscode.TreeItem(node.thread, vscode.TreeItemCollapsibleState.Expanded);
    const item = new vscode.TreeItem(node.hit.title);
    item.description = bestSnippet(node.hit)?.text.trim();
    item.command = { command: 'vscode.open', title: 'Open', arguments: [vscode.Uri.file(node.hit.path), { selection: selectionOf(node.hit) }] };
    item.tooltip = node.hit.path;
    return item;
  }
}

export function activate(context: vscode.ExtensionContext): void {
  const tree = new ResultTree();
  const like = () => {
    const editor = vscode.window.activeTextEditor;
    if (editor) void listInTree(tree, ['--like', `${editor.document.uri.fsPath}:${editor.selection.active.line + 1}`]);
  };
  context.subscriptions.push(
    vscode.window.registerTreeDataProvider('notesSearch.results', tree),
    vscode.commands.registerCommand('notesSearch.search', () => searchAsOneTypes(tree)),
    vscode.commands.registerCommand('notesSearch.tag', () => pickTag(tree)),
    vscode.commands.registerCommand('notesSearch.like', like),
    vscode.workspace.onDidSaveTextDocument(document => {
      const wanted = vscode.workspace.getConfiguration('notesSearch').get('refreshOnSave', true);
      if (wanted && /\.(md|markdown|mdx|txt)$/i.test(document.uri.fsPath)) client.refresh(settings(), document.uri.fsPath);
    }),
  );
}
