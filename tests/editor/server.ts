import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../support/sandbox.js';

export interface Position {
  line: number;
  character: number;
}

export interface Range {
  start: Position;
  end: Position;
}

export interface Diagnostic {
  range: Range;
  message: string;
  code?: string;
  codeDescription?: { href: string };
  source?: string;
  severity?: number;
}

export interface TextEdit {
  range: Range;
  newText: string;
}

export interface CodeAction {
  title: string;
  kind?: string;
  command?: { command: string; arguments?: unknown[] };
}

interface DocumentEdit {
  textDocument: { uri: string };
  edits: TextEdit[];
}

interface Message {
  id?: number;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { message: string };
}

/** What VS Code sends when nobody has changed a setting. */
const settings = (folder: string) => ({
  validate: 'on',
  run: 'onType',
  quiet: false,
  format: false,
  onIgnoredFiles: 'off',
  options: {},
  rulesCustomizations: [],
  problems: { shortenToSingleLine: false },
  codeAction: { disableRuleComment: { enable: true, location: 'separateLine' }, showDocumentation: { enable: true } },
  codeActionOnSave: { mode: 'all' },
  nodePath: null,
  experimental: {},
  workspaceFolder: { uri: pathToFileURL(folder).href, name: 'workspace' },
  workingDirectory: { mode: 'location' },
});

/** VS Code's ESLint server, as an editor talks to it. */
export class EslintServer {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  private buffer = Buffer.alloc(0);
  private lastId = 0;
  private readonly versions = new Map<string, number>();
  /** What the server has asked the editor to write. */
  readonly edits: { changes: Record<string, TextEdit[]> }[] = [];
  private readonly exited: Promise<void>;

  constructor(private readonly folder: string) {
    const bin = join(root, 'node_modules/vscode-langservers-extracted/bin/vscode-eslint-language-server');
    this.child = spawn(process.execPath, [bin, '--stdio'], { cwd: folder });
    this.child.stdout.on('data', (chunk: Buffer) => this.read(chunk));
    this.child.stderr.resume();
    this.exited = new Promise((resolve) => this.child.once('exit', () => resolve()));
    void this.exited.then(() => {
      for (const { reject } of this.waiting.values()) reject(new Error('The server has ended.'));
    });
  }

  async start(): Promise<void> {
    const uri = pathToFileURL(this.folder).href;
    await this.request('initialize', {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'workspace' }],
      capabilities: {
        workspace: {
          configuration: true,
          workspaceFolders: true,
          applyEdit: true,
          workspaceEdit: { documentChanges: true },
        },
        textDocument: { diagnostic: { dynamicRegistration: true }, codeAction: {} },
      },
    });
    this.notify('initialized', {});
  }

  /** Ends the server as an editor does, and by force where that is not enough. */
  async stop(): Promise<void> {
    const late = setTimeout(() => this.child.kill('SIGKILL'), 3000);
    await Promise.race([this.request('shutdown', undefined), this.exited]).catch(() => undefined);
    this.notify('exit', undefined);
    this.child.stdin.end();
    await this.exited;
    clearTimeout(late);
  }

  open(uri: string, languageId: string, text: string): void {
    this.versions.set(uri, 1);
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  change(uri: string, text: string): void {
    const version = this.versions.get(uri)! + 1;
    this.versions.set(uri, version);
    this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] });
  }

  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const { items } = (await this.request('textDocument/diagnostic', { textDocument: { uri } })) as {
      items: Diagnostic[];
    };
    return items;
  }

  async codeActions(uri: string, diagnostic: Diagnostic): Promise<CodeAction[]> {
    const context = { diagnostics: [diagnostic], triggerKind: 1 };
    return ((await this.request('textDocument/codeAction', {
      textDocument: { uri },
      range: diagnostic.range,
      context,
    })) ?? []) as CodeAction[];
  }

  /** Runs a code action and gives what it writes into the document. */
  async run(action: CodeAction, uri: string): Promise<TextEdit[]> {
    const before = this.edits.length;
    await this.request('workspace/executeCommand', action.command);
    return this.edits.slice(before).flatMap(({ changes }) => changes[uri] ?? []);
  }

  request(method: string, params: unknown): Promise<unknown> {
    const id = ++this.lastId;
    this.send({ id, method, params });
    return new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
  }

  private notify(method: string, params: unknown): void {
    this.send({ method, params });
  }

  private send(message: Message): void {
    if (this.child.stdin.destroyed) return;
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  private read(chunk: Buffer): void {
    this.buffer = Buffer.concat([this.buffer, chunk]);
    for (;;) {
      const end = this.buffer.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/i.exec(this.buffer.toString('ascii', 0, Math.max(0, end)))?.[1]);
      if (end < 0 || this.buffer.length < end + 4 + length) return;
      const body = this.buffer.toString('utf8', end + 4, end + 4 + length);
      this.buffer = this.buffer.subarray(end + 4 + length);
      this.receive(JSON.parse(body) as Message);
    }
  }

  private receive(message: Message): void {
    if (message.method === undefined) {
      const waiting = this.waiting.get(message.id!);
      this.waiting.delete(message.id!);
      if (message.error) waiting?.reject(new Error(message.error.message));
      else waiting?.resolve(message.result);
    } else if (message.id !== undefined)
      this.send({ id: message.id, result: this.answer(message.method, message.params) });
  }

  /** What the server asks its editor. */
  private answer(method: string, params: unknown): unknown {
    switch (method) {
      case 'workspace/configuration':
        return (params as { items: unknown[] }).items.map(() => settings(this.folder));
      case 'eslint/confirmESLintExecution':
        return 4;
      case 'workspace/applyEdit':
        return this.apply(params);
      case 'workspace/workspaceFolders':
        return [settings(this.folder).workspaceFolder];
      default:
        return null;
    }
  }

  private apply(params: unknown): { applied: boolean } {
    const { edit } = params as { edit: { changes?: Record<string, TextEdit[]>; documentChanges?: DocumentEdit[] } };
    const changes = { ...edit.changes };
    for (const { textDocument, edits } of edit.documentChanges ?? []) changes[textDocument.uri] = edits;
    this.edits.push({ changes });
    return { applied: true };
  }
}
