import { addToGroup } from '../base/grouping';
import { FACTS, type NamesByModule, type StoredKind, type SymbolFacts } from './symbolFacts';

/** A public name of a known package. */
export interface SymbolInfo {
  /** The canonical qualified name, whatever path it was reached by. */
  readonly name: string;
  readonly kind: StoredKind | 'member';
  /** URL of its documentation; of a member, that of its class. */
  readonly docs?: string;
}

/** What SQLAlchemy raises or warns of with one of its error codes. */
export interface CodedError {
  readonly code: string;
  /** Qualified name of the exception or warning; absent where only the documentation has the messages. */
  readonly className?: string;
  /**
   * Constant words of its messages, with `{}` for what varies; a message may be part of a longer one. Empty if the class
   * alone implies the code, because a database driver words the message.
   */
  readonly messages: readonly string[];
}

/** Longer paths do not resolve: this bounds the work for generated code. */
const MAX_PATH_LENGTH = 300;
const NO_MEMBERS: ReadonlySet<string> = new Set();

/** The public names of the packages in `data/symbols.json`. Stored names are parsed per module, on first use. */
export class SymbolTable {
  readonly #definedNames = new Map<string, ReadonlyMap<string, SymbolInfo>>();
  readonly #importableNames = new Map<string, ReadonlyMap<string, SymbolInfo>>();
  readonly #members = new Map<string, ReadonlySet<string>>();
  #pages: ReadonlyMap<string, readonly Page[]> | undefined;
  #modulesByName: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(private readonly facts: SymbolFacts) {}

  /** Distribution name of each package → the version that its names are from. */
  get packages(): Readonly<Record<string, string>> {
    return this.facts.packages;
  }

  /**
   * The symbol that a qualified name leads to: its canonical name, another path to it, or a public member of a class by
   * either. `sqlalchemy.orm.session.Session.execute` → `sqlalchemy.orm.Session.execute`.
   */
  resolve(path: string): SymbolInfo | undefined {
    if (path.length > MAX_PATH_LENGTH) return undefined;
    const [outer, last] = splitPath(path);
    if (outer === '') return undefined;
    const known = this.#importableFrom(outer).get(last) ?? this.#renamed(path);
    if (known !== undefined) return known;
    const owner = this.resolve(outer);
    if (owner === undefined) return undefined;
    if (owner.kind === 'module') return this.#inSubmodule(owner.name, last);
    if (!this.members(owner.name).has(last)) return undefined;
    return { ...owner, name: `${owner.name}.${last}`, kind: 'member' };
  }

  /** The public members of a class by its canonical name, inherited ones included; empty for any other name. */
  members(name: string): ReadonlySet<string> {
    const known = this.#members.get(name);
    if (known !== undefined) return known;
    const [module, last] = splitPath(name);
    const stored = ownValue(ownValue(this.facts.members, module), last);
    if (stored === undefined) return NO_MEMBERS;
    const members = splitWords(stored).flatMap((word) =>
      word.includes('.') ? [...this.members(word)] : [word],
    );
    const set: ReadonlySet<string> = new Set(members);
    this.#members.set(name, set);
    return set;
  }

  /** Whether any path to a symbol ends in `last`; members are ignored. */
  hasName(last: string): boolean {
    return this.#lastNames().has(last);
  }

  /** The symbols with a path that ends in `last`: `Session` → those of SQLAlchemy and SQLModel. Members are ignored. */
  symbolsNamed(last: string): readonly SymbolInfo[] {
    const found = (this.#lastNames().get(last) ?? []).flatMap(
      (module) => this.resolve(`${module}.${last}`) ?? [],
    );
    return [...new Map(found.map((info) => [info.name, info])).values()];
  }

  /** An error code of SQLAlchemy, such as `isce`. */
  errorCode(code: string): { readonly title: string; readonly docs: string } | undefined {
    const { page, titles } = this.facts.errorCodes;
    const title = ownValue(titles, code);
    return title === undefined ? undefined : { title, docs: page + code };
  }

  /** What SQLAlchemy raises with error codes, in all versions known; a code may have several classes, and the reverse. */
  codedErrors(): readonly CodedError[] {
    return Object.entries(this.facts.errorCodes.raised).flatMap(([code, byClass]) =>
      Object.entries(byClass).map(([className, messages]) => ({
        code,
        ...(className === '' ? {} : { className }),
        messages,
      })),
    );
  }

  /** The symbols that can be imported from a module, by name. */
  #importableFrom(module: string): ReadonlyMap<string, SymbolInfo> {
    const known = this.#importableNames.get(module);
    if (known !== undefined) return known;
    const names = new Map(this.#definedIn(module));
    for (const [canonicalModule, stored] of Object.entries(ownValue(this.facts.alsoIn, module) ?? {})) {
      const canonicalNames = this.#definedIn(canonicalModule);
      for (const last of splitWords(stored)) {
        const info = canonicalNames.get(last);
        if (info !== undefined) names.set(last, info);
      }
    }
    this.#importableNames.set(module, names);
    return names;
  }

  /** The symbols whose canonical name is in a module, by name. */
  #definedIn(module: string): ReadonlyMap<string, SymbolInfo> {
    const known = this.#definedNames.get(module);
    if (known !== undefined) return known;
    const names = new Map<string, SymbolInfo>();
    for (const [kind, byModule] of Object.entries(this.facts.names) as [StoredKind, NamesByModule][]) {
      for (const last of splitWords(ownValue(byModule, module)))
        names.set(last, this.#info(module, last, kind));
    }
    this.#definedNames.set(module, names);
    return names;
  }

  #lastNames(): ReadonlyMap<string, readonly string[]> {
    this.#modulesByName ??= modulesByName(this.facts);
    return this.#modulesByName;
  }

  #info(module: string, last: string, kind: StoredKind): SymbolInfo {
    this.#pages ??= pagesByModule(this.facts);
    const page = this.#pages.get(module)?.find(({ anchors }) => anchors.has(last));
    const anchor = page?.anchors.get(last);
    const docs = page === undefined || anchor === undefined ? {} : { docs: `${page.url}#${anchor}` };
    return { name: `${module}.${last}`, kind, ...docs };
  }

  #renamed(path: string): SymbolInfo | undefined {
    const [name, kind] = splitWords(ownValue(this.facts.renamed, path));
    if (name === undefined) return undefined;
    return kind === undefined ? this.resolve(name) : this.#info(...splitPath(name), kind as StoredKind);
  }

  /** A name in a module that is a symbol itself: the module may be reached by other paths, and so may its names. */
  #inSubmodule(module: string, last: string): SymbolInfo | undefined {
    const [outer, name] = splitPath(module);
    const others = Object.entries(this.facts.alsoIn)
      .filter(([, byModule]) => splitWords(ownValue(byModule, outer)).includes(name))
      .map(([other]) => `${other}.${name}`);
    return [module, ...others].map((path) => this.#importableFrom(path).get(last)).find(Boolean);
  }
}

interface Page {
  readonly url: string;
  /** Name → anchor. */
  readonly anchors: ReadonlyMap<string, string>;
}

function pagesByModule({ pages }: SymbolFacts): ReadonlyMap<string, readonly Page[]> {
  const pagesOf = new Map<string, Page[]>();
  for (const [url, byModule] of Object.entries(pages)) {
    for (const [key, stored] of Object.entries(byModule)) {
      const [module = '', anchorModule = module] = key.split(' as ');
      const anchors = splitWords(stored).map((word): readonly [string, string] => {
        const [name = '', anchor = name] = word.split(':');
        return [name, `${anchorModule}.${anchor}`];
      });
      addToGroup(pagesOf, module, { url, anchors: new Map(anchors) });
    }
  }
  return pagesOf;
}

function modulesByName({ names, alsoIn, renamed }: SymbolFacts): ReadonlyMap<string, readonly string[]> {
  const modules = new Map<string, string[]>();
  for (const byModule of Object.values(names)) {
    for (const [module, stored] of Object.entries(byModule)) {
      for (const last of splitWords(stored)) addToGroup(modules, last, module);
    }
  }
  for (const [module, byModule] of Object.entries(alsoIn)) {
    for (const last of Object.values(byModule).flatMap(splitWords)) addToGroup(modules, last, module);
  }
  for (const path of Object.keys(renamed)) {
    const [module, last] = splitPath(path);
    addToGroup(modules, last, module);
  }
  return modules;
}

/** Splits a qualified name into its parent and its last name. */
function splitPath(path: string): readonly [string, string] {
  const dot = path.lastIndexOf('.');
  return [path.slice(0, Math.max(0, dot)), path.slice(dot + 1)];
}

function splitWords(stored: string | undefined): readonly string[] {
  return stored === undefined || stored === '' ? [] : stored.split(' ');
}

/** A record's own value for a key from user code, which may be `constructor`. */
function ownValue<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}

/** The names of SQLAlchemy, FastAPI and related packages. */
export const SYMBOLS = new SymbolTable(FACTS);
