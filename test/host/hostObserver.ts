/** What the whole process of the extension host does beside the tests; each item is a text with its stack. */
export interface Observed {
  /** Rejected promises that nobody handles, and errors that nobody catches. */
  readonly unhandled: readonly string[];
  /** Connections and requests to anywhere but this machine, and names looked up. */
  readonly requests: readonly string[];
}

type Method = (this: unknown, ...args: unknown[]) => unknown;
type Methods = Record<string, Method>;

/** Observes the host from now on: Node's, or a web worker. */
export function observeHost(): Observed {
  const unhandled: string[] = [];
  const requests: string[] = [];
  const noteError = (error: unknown): void => {
    unhandled.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
  };
  const noteRequest = (to: string): void => {
    if (!isLocal(to)) requests.push(`${to}\n${new Error('from here').stack ?? ''}`);
  };
  observeErrors(noteError);
  observeGlobals(noteRequest);
  observeNode(noteRequest);
  return { unhandled, requests };
}

function observeErrors(note: (error: unknown) => void): void {
  if (nodeProcess?.getBuiltinModule !== undefined) {
    nodeProcess.on?.('unhandledRejection', note);
    nodeProcess.on?.('uncaughtExceptionMonitor', note);
    return;
  }
  // VS Code's worker takes the method itself away from extensions.
  const listen = EventTarget.prototype.addEventListener.bind(globalThis);
  listen('unhandledrejection', (event) => {
    note((event as PromiseRejectionEvent).reason);
  });
  listen('error', (event) => {
    const { error, message } = event as { readonly error?: unknown; readonly message?: string };
    note(error ?? message);
  });
}

/** What a page, a worker and Node have: `fetch`, `XMLHttpRequest`, `WebSocket`. */
function observeGlobals(note: (to: string) => void): void {
  const { fetch } = globalThis;
  globalThis.fetch = (input, init) => {
    note(input instanceof Request ? input.url : String(input));
    return fetch(input, init);
  };
  for (const name of ['XMLHttpRequest', 'WebSocket', 'EventSource']) {
    const scope = globalThis as unknown as Record<string, (new (...args: unknown[]) => object) | undefined>;
    const { [name]: Original } = scope;
    if (Original === undefined) continue;
    scope[name] = new Proxy(Original, {
      construct(target, args: unknown[], newTarget) {
        const [url] = args;
        if (typeof url === 'string' || url instanceof URL) note(url.toString());
        return Reflect.construct(target, args, newTarget) as object;
      },
    });
  }
  const { XMLHttpRequest } = globalThis as { readonly XMLHttpRequest?: { readonly prototype: unknown } };
  if (XMLHttpRequest !== undefined) {
    before(XMLHttpRequest.prototype as Methods, 'open', ([, url]) => {
      note(String(url));
    });
  }
}

/** Below every module of Node that reaches a network: sockets, datagrams, names. */
function observeNode(note: (to: string) => void): void {
  const builtin = nodeProcess?.getBuiltinModule;
  if (builtin === undefined) return;
  const { Socket } = builtin('net') as { readonly Socket: { readonly prototype: Methods } };
  before(Socket.prototype, 'connect', ([first, second]) => {
    note(addressOf(Array.isArray(first) ? first[0] : first, second));
  });
  const datagrams = builtin('dgram') as { readonly Socket: { readonly prototype: Methods } };
  before(datagrams.Socket.prototype, 'send', (args) => {
    note(args.filter((arg) => typeof arg === 'string').join(' ') || 'a datagram');
  });
  const dns = builtin('dns') as Methods & { readonly promises: Methods };
  for (const names of [dns, dns.promises]) {
    for (const name of Object.keys(names).filter((key) => /^(lookup$|resolve|reverse$)/.test(key))) {
      before(names, name, ([host]) => {
        note(String(host));
      });
    }
  }
}

/** Calls `note` with the arguments of each call of a method. */
function before(object: Methods, name: string, note: (args: readonly unknown[]) => void): void {
  const { [name]: original } = object;
  if (original === undefined) return;
  object[name] = function (this: unknown, ...args) {
    note(args);
    return original.apply(this, args);
  };
}

/** Where `socket.connect(options | port | path, host)` connects to. */
function addressOf(first: unknown, host: unknown): string {
  if (typeof first === 'object' && first !== null) {
    const { path, host: named } = first as { readonly path?: unknown; readonly host?: unknown };
    return typeof path === 'string' ? `file:${path}` : typeof named === 'string' ? named : 'localhost';
  }
  if (typeof first === 'string' && !/^\d+$/.test(first)) return `file:${first}`;
  return typeof host === 'string' ? host : 'localhost';
}

/** Whether an address or a URL is this machine's or no network's at all. */
function isLocal(address: string): boolean {
  if (/^(?:file|data|blob|vscode-[\w-]+):/.test(address)) return true;
  const host = /^\w+:\/\//.test(address) ? new URL(address).hostname : address;
  return /^(?:localhost|127(?:\.\d+){3}|\[?::1\]?|0\.0\.0\.0)$/.test(host);
}

interface NodeProcess {
  readonly on?: (event: string, listener: (error: unknown) => void) => void;
  readonly getBuiltinModule?: (name: string) => unknown;
}

/** Node's, or in a web worker Mocha's stand-in, which has no modules. */
const { process: nodeProcess } = globalThis as unknown as { readonly process?: NodeProcess };
