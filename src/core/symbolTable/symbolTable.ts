import { FACTS, type NamesByModule, type StoredKind, type SymbolFacts } from './symbolFacts';

/** A public name of a known package. */
export interface SymbolInfo {
  /** The one qualified name by which it is known, whatever path it was reached through. */
  readonly name: string;
  readonly kind: StoredKind | 'member';
  /** Address of the documentation that explains it; of a member, its class's. */
  readonly docs?: string;
}

/** Longer paths are no names: this bounds the work for generated code. */
const MAX_PATH_LENGTH = 300;
const NONE: ReadonlySet<string> = new Set();

/** The public Python names that are known without asking anyone. What is stored of a module is read when it is asked for. */
export class SymbolTable {
  readonly #definedNames = new Map<string, ReadonlyMap<string, SymbolInfo>>();
  readonly #importableNames = new Map<string, ReadonlyMap<string, SymbolInfo>>();
  readonly #members = new Map<string, ReadonlySet<string>>();
  #pages: ReadonlyMap<string, readonly Page[]> | undefined;
  #modulesByName: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(private readonly facts: SymbolFacts) {}

  /** Packages by the name they are installed under, with the version the facts are from. */
  get packages(): Readonly<Record<string, string>> {
    return this.facts.packages;
  }

  /**
   * The symbol a qualified name leads to: a name, another path to it, or a public member of a class reached in either
   * way. `sqlalchemy.orm.session.Session.execute` → `sqlalchemy.orm.Session.execute`.
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

  /** The public members of a class by its own qualified name, inherited ones included; none of anything else. */
  members(name: string): ReadonlySet<string> {
    const known = this.#members.get(name);
    if (known !== undefined) return known;
    const [module, last] = splitPath(name);
    const stored = ownValue(ownValue(this.facts.members, module), last);
    if (stored === undefined) return NONE;
    const members = words(stored).flatMap((word) => (word.includes('.') ? [...this.members(word)] : [word]));
    const set: ReadonlySet<string> = new Set(members);
    this.#members.set(name, set);
    return set;
  }

  /** Whether some path to a symbol, members aside, ends in `last`. */
  hasName(last: string): boolean {
    return this.#lastNames().has(last);
  }

  /** Symbols, members aside, that some path ends in `last` of: `Session` → that of SQLAlchemy, and that of SQLModel. */
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

  /** What can be imported from a module, by name. */
  #importableFrom(module: string): ReadonlyMap<string, SymbolInfo> {
    const known = this.#importableNames.get(module);
    if (known !== undefined) return known;
    const names = new Map(this.#definedIn(module));
    for (const [home, stored] of Object.entries(ownValue(this.facts.alsoIn, module) ?? {})) {
      const there = this.#definedIn(home);
      for (const last of words(stored)) {
        const info = there.get(last);
        if (info !== undefined) names.set(last, info);
      }
    }
    this.#importableNames.set(module, names);
    return names;
  }

  /** What has its one qualified name in a module. */
  #definedIn(module: string): ReadonlyMap<string, SymbolInfo> {
    const known = this.#definedNames.get(module);
    if (known !== undefined) return known;
    const names = new Map<string, SymbolInfo>();
    for (const [kind, byModule] of Object.entries(this.facts.names) as [StoredKind, NamesByModule][]) {
      for (const last of words(ownValue(byModule, module))) names.set(last, this.#info(module, last, kind));
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
    const docs = page === undefined || anchor === undefined ? {} : { docs: `${page.address}#${anchor}` };
    return { name: `${module}.${last}`, kind, ...docs };
  }

  #renamed(path: string): SymbolInfo | undefined {
    const [name, kind] = words(ownValue(this.facts.renamed, path));
    if (name === undefined) return undefined;
    return kind === undefined ? this.resolve(name) : this.#info(...splitPath(name), kind as StoredKind);
  }

  /** A module that is a symbol itself may be reached through other paths, and so may what is in it. */
  #inSubmodule(module: string, last: string): SymbolInfo | undefined {
    const [outer, name] = splitPath(module);
    const others = Object.entries(this.facts.alsoIn)
      .filter(([, byModule]) => words(ownValue(byModule, outer)).includes(name))
      .map(([other]) => `${other}.${name}`);
    return [module, ...others].map((path) => this.#importableFrom(path).get(last)).find(Boolean);
  }
}

interface Page {
  readonly address: string;
  /** Name → anchor. */
  readonly anchors: ReadonlyMap<string, string>;
}

function pagesByModule({ pages }: SymbolFacts): ReadonlyMap<string, readonly Page[]> {
  const found = new Map<string, Page[]>();
  for (const [address, byModule] of Object.entries(pages)) {
    for (const [key, stored] of Object.entries(byModule)) {
      const [module = '', named = module] = key.split(' as ');
      const anchors = words(stored).map((word): readonly [string, string] => {
        const [name = '', anchor = name] = word.split(':');
        return [name, `${named}.${anchor}`];
      });
      found.set(module, [...(found.get(module) ?? []), { address, anchors: new Map(anchors) }]);
    }
  }
  return found;
}

function modulesByName({ names, alsoIn, renamed }: SymbolFacts): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const add = (last: string, module: string): void => {
    const modules = found.get(last);
    if (modules === undefined) found.set(last, [module]);
    else modules.push(module);
  };
  for (const byModule of Object.values(names)) {
    for (const [module, stored] of Object.entries(byModule)) {
      for (const last of words(stored)) add(last, module);
    }
  }
  for (const [module, byModule] of Object.entries(alsoIn)) {
    for (const last of Object.values(byModule).flatMap(words)) add(last, module);
  }
  for (const path of Object.keys(renamed)) add(splitPath(path)[1], splitPath(path)[0]);
  return found;
}

/** A qualified name as what it is in, and its last word. */
function splitPath(path: string): readonly [string, string] {
  const dot = path.lastIndexOf('.');
  return [path.slice(0, Math.max(0, dot)), path.slice(dot + 1)];
}

function words(stored: string | undefined): readonly string[] {
  return stored === undefined || stored === '' ? [] : stored.split(' ');
}

/** A value of a record whose keys come from outside: `constructor` is none of them. */
function ownValue<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}

/** SQLAlchemy, FastAPI and what is used along with them. */
export const SYMBOLS = new SymbolTable(FACTS);
