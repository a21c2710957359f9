/** A language server that is asked over standard input and output, by its own small JSON-RPC. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { pathToFileURL } from 'node:url';

/** A place that a server answers with. */
export interface Location {
  readonly uri: string;
  /** From 0. */
  readonly line: number;
  readonly column: number;
}

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

interface RawLocation {
  readonly uri?: string;
  readonly targetUri?: string;
  readonly range?: RawRange;
  readonly targetSelectionRange?: RawRange;
}

interface RawRange {
  readonly start: { readonly line: number; readonly character: number };
}

const HEADER_END = '\r\n\r\n';

export class LanguageServer {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #pending = new Map<number, (result: unknown) => void>();
  #received = Buffer.alloc(0);
  #lastId = 0;

  /** Starts a server, a program for Node. */
  constructor(program: string) {
    this.#process = spawn(process.execPath, [program, '--stdio']);
    this.#process.stdout.on('data', (chunk: Buffer) => {
      this.#received = Buffer.concat([this.#received, chunk]);
      this.#readMessages();
    });
    this.#process.on('exit', () => {
      for (const answer of this.#pending.values()) answer(null);
      this.#pending.clear();
    });
  }

  async initialize(folder: string): Promise<void> {
    const rootUri = pathToFileURL(folder).href;
    const workspaceFolders = [{ uri: rootUri, name: 'corpus' }];
    await this.#request('initialize', {
      processId: process.pid,
      rootUri,
      workspaceFolders,
      capabilities: {},
    });
    this.#notify('initialized', {});
  }

  open(uri: string, text: string): void {
    this.#notify('textDocument/didOpen', { textDocument: { uri, languageId: 'python', version: 1, text } });
  }

  close(uri: string): void {
    this.#notify('textDocument/didClose', { textDocument: { uri } });
  }

  /** Where the name at a place is defined. */
  async definitions(
    uri: string,
    position: { readonly line: number; readonly character: number },
  ): Promise<readonly Location[]> {
    const result = await this.#request('textDocument/definition', { textDocument: { uri }, position });
    const locations = (Array.isArray(result) ? result : [result]) as readonly (RawLocation | null)[];
    return locations.flatMap((location) => {
      const target = location?.uri ?? location?.targetUri;
      const start = (location?.targetSelectionRange ?? location?.range)?.start;
      if (target === undefined || start === undefined) return [];
      return [{ uri: target, line: start.line, column: start.character }];
    });
  }

  async stop(): Promise<void> {
    await this.#request('shutdown', undefined);
    this.#notify('exit', undefined);
    this.#process.kill();
  }

  #request(method: string, params: unknown): Promise<unknown> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve) => {
      if (this.#process.exitCode !== null) {
        resolve(null);
        return;
      }
      this.#pending.set(id, resolve);
      this.#send({ id, method, params });
    });
  }

  #notify(method: string, params: unknown): void {
    this.#send({ method, params });
  }

  #send(message: Message): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#process.stdin.write(`Content-Length: ${String(Buffer.byteLength(body))}${HEADER_END}${body}`);
  }

  #readMessages(): void {
    for (;;) {
      const end = this.#received.indexOf(HEADER_END);
      if (end < 0) return;
      const length = Number(
        /content-length: (\d+)/i.exec(this.#received.toString('ascii', 0, end))?.[1] ?? 0,
      );
      const start = end + HEADER_END.length;
      if (this.#received.length < start + length) return;
      const body = this.#received.toString('utf8', start, start + length);
      this.#received = this.#received.subarray(start + length);
      this.#receive(JSON.parse(body) as Message);
    }
  }

  #receive({ id, method, params, result }: Message): void {
    if (method === undefined) {
      const answer = typeof id === 'number' ? this.#pending.get(id) : undefined;
      this.#pending.delete(id as number);
      answer?.(result ?? null);
    } else if (id !== undefined) {
      // A server waits for the configuration it asks for: one item each, all of them default.
      const items = (params as { readonly items?: readonly unknown[] } | undefined)?.items;
      this.#send({ id, result: method === 'workspace/configuration' ? (items ?? []).map(() => null) : null });
    }
  }
}
