import * as vscode from 'vscode';

/**
 * The API object itself, which all code of the extension's folder shares, the packaged extension included. What `import`
 * gives is a view of it whose properties cannot be replaced.
 */
const api = (vscode as unknown as { readonly default: typeof vscode }).default;

type Functions = Record<string, (...args: unknown[]) => unknown>;

/** The parts of the API that have events, and functions that create or register something. */
const PARTS = ['window', 'workspace', 'languages', 'commands', 'env', 'extensions'] as const;
const EVENT = /^on(?:Did|Will)[A-Z]/;
const CREATOR = /^(?:create|register)[A-Z]/;

/** Whether the tests run in Node's extension host, as opposed to that of a web worker. */
export const isNodeHost = typeof process === 'object' && 'getActiveResourcesInfo' in process;

/** How many are alive of everything that has to be disposed of, by where it came from. */
class LiveCounts {
  readonly #counts = new Map<string, number>();

  add(name: string, by: number): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + by);
  }

  get total(): number {
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
  }

  copy(): ReadonlyMap<string, number> {
    return new Map(this.#counts);
  }

  /** What there is more of than before: `window.onDidChangeActiveTextEditor +40`. */
  since(before: ReadonlyMap<string, number>): readonly string[] {
    return [...this.#counts].flatMap(([name, count]) => {
      const more = count - (before.get(name) ?? 0);
      return more === 0 ? [] : [`${name} ${more > 0 ? '+' : ''}${String(more)}`];
    });
  }
}

/** Listeners, and what was created or registered through the API, since `countLive` was called. */
export const live = new LiveCounts();
/** What the extension has registered as the handler of links. */
let uriHandler: vscode.UriHandler | undefined;
let isCounting = false;

/** The handler of links that the packaged extension has registered. */
export function registeredUriHandler(): vscode.UriHandler {
  if (uriHandler === undefined) throw new Error('The extension has not registered a handler of links.');
  return uriHandler;
}

/** Begins to count, before the extension activates: what it subscribed to earlier would be left out. */
export function countLive(): void {
  if (isCounting) return;
  isCounting = true;
  for (const part of PARTS) countPart(part, api[part] as unknown as Functions);
  // VS Code has frozen it.
  const tabGroups = Object.create(api.window.tabGroups) as vscode.TabGroups;
  countPart('tabGroups', api.window.tabGroups as unknown as Functions, tabGroups);
  Object.defineProperty(api.window, 'tabGroups', { configurable: true, value: tabGroups });
  countEmitters();
}

/** Replaces the events and creators of a part of the API, in the part itself unless `target` is given. */
function countPart(part: string, functions: Functions, target: object = functions): void {
  for (const [name, original] of Object.entries(Object.getOwnPropertyDescriptors(functions))) {
    const action: unknown = original.value;
    if (typeof action !== 'function' || !(EVENT.test(name) || CREATOR.test(name))) continue;
    const counted = (...args: unknown[]): unknown => {
      if (name === 'registerUriHandler') uriHandler = args[0] as vscode.UriHandler;
      return counting(`${part}.${name}`, (action as (...all: unknown[]) => unknown).apply(functions, args));
    };
    Object.defineProperty(target, name, { configurable: true, writable: true, value: counted });
  }
}

/** Counts something until it is disposed of. */
function counting(name: string, made: unknown): unknown {
  if (!isDisposable(made) || !Object.isExtensible(made)) return made;
  live.add(name, 1);
  let isLive = true;
  const end = (): void => {
    if (isLive) live.add(name, -1);
    isLive = false;
  };
  const dispose = made.dispose.bind(made);
  Object.defineProperty(made, 'dispose', {
    configurable: true,
    value: () => {
      end();
      return dispose();
    },
  });
  // A panel may be closed by the user too.
  if ('onDidDispose' in made) (made.onDidDispose as vscode.Event<void>)(end);
  return made;
}

function isDisposable(value: unknown): value is { dispose: () => unknown } {
  return (
    typeof value === 'object' && value !== null && 'dispose' in value && typeof value.dispose === 'function'
  );
}

/** Replaces the class of the emitters by one that counts its listeners, until they or the emitter are disposed of. */
function countEmitters(): void {
  const Emitter = api.EventEmitter;
  class CountedEmitter<T> extends Emitter<T> {
    #listeners = 0;

    constructor() {
      super();
      const subscribe = this.event;
      const event: vscode.Event<T> = (listener, thisArg, disposables) => {
        const subscription = subscribe(listener, thisArg);
        this.#count(1);
        let isLive = true;
        const counted = new vscode.Disposable(() => {
          if (isLive && this.#listeners > 0) this.#count(-1);
          isLive = false;
          subscription.dispose();
        });
        disposables?.push(counted);
        return counted;
      };
      Object.defineProperty(this, 'event', { value: event });
    }

    override dispose(): void {
      this.#count(-this.#listeners);
      super.dispose();
    }

    #count(by: number): void {
      this.#listeners += by;
      live.add('EventEmitter', by);
    }
  }
  Object.defineProperty(api, 'EventEmitter', { value: CountedEmitter });
}

/** Replaces functions of a part of the API until the returned function is called. */
export function replaceFunctions<K extends (typeof PARTS)[number]>(
  part: K,
  functions: Partial<Record<keyof (typeof vscode)[K], unknown>>,
): () => void {
  const target = api[part];
  const before = Object.getOwnPropertyDescriptors(target);
  for (const [name, value] of Object.entries(functions)) {
    Object.defineProperty(target, name, { configurable: true, writable: true, enumerable: true, value });
  }
  return () => {
    for (const name of Object.keys(functions)) {
      Object.defineProperty(target, name, before[name as keyof typeof before]);
    }
  };
}
