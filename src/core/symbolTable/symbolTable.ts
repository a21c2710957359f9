import { addToGroup } from '../base/grouping';
import { RemovedNames } from './removedNames';
import { ownValue, splitPath, splitWords, wordsOfClass } from './storedWords';
import { FACTS, type NamesByModule, type StoredKind, type SymbolFacts } from './symbolFacts';

/** A public name of a known package. */
export interface SymbolInfo {
  /** The canonical qualified name, whatever path it was reached by. */
  readonly name: string;
  readonly kind: StoredKind | 'member';
  /** URL of its documentation; of a member, that of its class. */
  readonly docs?: string;
  /** The last version that has it, if the package no longer does: `{ package: 'sqlalchemy', version: '1.4' }`. */
  readonly until?: { readonly package: string; readonly version: string };
  /** Whether its last name alone means other things: only its path or an import says that it is meant. */
  readonly isPathOnly?: true;
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
const PATH_ONLY_KINDS: readonly StoredKind[] = ['alias', 'constant'];

/** The public names of the packages in `data/symbols.json`. Stored names are parsed per module, on first use. */
export class SymbolTable {
  readonly #definedNames = new Map<string, ReadonlyMap<string, SymbolInfo>>();
  readonly #importableNames = new Map<string, ReadonlyMap<string, SymbolInfo>>();
  readonly #members = new Map<string, ReadonlySet<string>>();
  #pages: ReadonlyMap<string, readonly Page[]> | undefined;
  #modulesByName: ReadonlyMap<string, readonly string[]> | undefined;
  readonly #removed: RemovedNames;

  constructor(private readonly facts: SymbolFacts) {
    this.#removed = new RemovedNames(facts);
  }

  /** Distribution name of each package → the version that its names are from. */
  get packages(): Readonly<Record<string, string>> {
    return this.facts.packages;
  }

  /**
   * The symbol that a qualified name leads to: its canonical name, another path to it, or a public member of a class by
   * either. `sqlalchemy.orm.session.Session.execute` → `sqlalchemy.orm.Session.execute`. What its package no longer has
   * is found only if nothing else is.
   */
  resolve(path: string): SymbolInfo | undefined {
    if (path.length > MAX_PATH_LENGTH) return undefined;
    const [outer, last] = splitPath(path);
    if (outer === '') return undefined;
    const known = this.#importableFrom(outer).get(last) ?? this.#renamed(path);
    if (known !== undefined) return known;
    const owner = this.resolve(outer);
    if (owner === undefined) return this.#removedName(path);
    if (owner.kind === 'module') return this.#inSubmodule(owner.name, last) ?? this.#removedName(path);
    return this.#member(owner, last) ?? this.#removedName(path);
  }

  #member(owner: SymbolInfo, last: string): SymbolInfo | undefined {
    const member = { name: `${owner.name}.${last}`, kind: 'member' } as const;
    if (this.members(owner.name).has(last)) return { ...owner, ...member };
    const until = this.#removed.untilOfMember(owner.name, last);
    // The page of the class says nothing of a member that is gone.
    return until === undefined ? undefined : { ...member, ...untilVersion(owner.name, until) };
  }

  #removedName(path: string): SymbolInfo | undefined {
    const removed = this.#removed.find(path);
    if (removed === undefined) return undefined;
    const { name, kind, until } = removed;
    return { name, kind, isPathOnly: true, ...untilVersion(name, until) };
  }

  /** The public members of a class by its canonical name, inherited ones included; empty for any other name. */
  members(name: string): ReadonlySet<string> {
    const known = this.#members.get(name);
    if (known !== undefined) return known;
    const members = wordsOfClass(this.facts.members, name, (word) => word.includes('.'));
    if (members.length === 0) return NO_MEMBERS;
    const set: ReadonlySet<string> = new Set(members);
    this.#members.set(name, set);
    return set;
  }

  /** Whether any path to a symbol ends in `last`; members are ignored, and names that mean nothing without their path. */
  hasName(last: string): boolean {
    return this.#lastNames().has(last);
  }

  /** The symbols that `hasName` speaks of: `Session` → those of SQLAlchemy and SQLModel. */
  symbolsNamed(last: string): readonly SymbolInfo[] {
    const found = (this.#lastNames().get(last) ?? []).flatMap(
      (module) => this.resolve(`${module}.${last}`) ?? [],
    );
    return distinct(found.filter(({ isPathOnly }) => isPathOnly !== true));
  }

  /** The symbols named `last` that nothing means by that name alone: `Send`, or `LegacyRow`, which is gone. */
  pathOnlyNamed(last: string): readonly SymbolInfo[] {
    const modules = PATH_ONLY_KINDS.flatMap((kind) =>
      Object.entries(this.facts.names[kind] ?? {}).flatMap(([module, words]) =>
        splitWords(words).includes(last) ? [module] : [],
      ),
    );
    const paths = [
      ...modules.map((module) => `${module}.${last}`),
      ...this.#removed.named(last).map(({ name }) => name),
    ];
    return distinct(paths.flatMap((path) => this.resolve(path) ?? [])).filter(
      ({ isPathOnly }) => isPathOnly === true,
    );
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
    const name = `${module}.${last}`;
    const removed = this.#removed.find(name);
    return {
      name,
      kind,
      ...docs,
      ...(removed?.kind === kind ? untilVersion(name, removed.until) : {}),
      ...(PATH_ONLY_KINDS.includes(kind) ? { isPathOnly: true } : {}),
    };
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

/** Last name → modules that have it; without the names that mean nothing by their last name alone. */
function modulesByName({ names, alsoIn, renamed }: SymbolFacts): ReadonlyMap<string, readonly string[]> {
  const modules = new Map<string, string[]>();
  const pathOnly = new Set<string>();
  for (const [kind, byModule] of Object.entries(names) as [StoredKind, NamesByModule][]) {
    const isPathOnly = PATH_ONLY_KINDS.includes(kind);
    for (const [module, stored] of Object.entries(byModule)) {
      for (const last of splitWords(stored)) {
        if (isPathOnly) pathOnly.add(`${module}.${last}`);
        else addToGroup(modules, last, module);
      }
    }
  }
  for (const [module, byModule] of Object.entries(alsoIn)) {
    for (const [canonicalModule, stored] of Object.entries(byModule)) {
      for (const last of splitWords(stored)) {
        if (!pathOnly.has(`${canonicalModule}.${last}`)) addToGroup(modules, last, module);
      }
    }
  }
  for (const [path, name] of Object.entries(renamed)) {
    const [module, last] = splitPath(path);
    if (!pathOnly.has(name)) addToGroup(modules, last, module);
  }
  return modules;
}

function untilVersion(name: string, version: string): Pick<SymbolInfo, 'until'> {
  return { until: { package: name.split('.', 1)[0] ?? '', version } };
}

function distinct(infos: readonly SymbolInfo[]): readonly SymbolInfo[] {
  return [...new Map(infos.map((info) => [info.name, info])).values()];
}

/** The names of SQLAlchemy, FastAPI and related packages. */
export const SYMBOLS = new SymbolTable(FACTS);
