/** The sources of installed libraries: which symbol is defined at a place, and which class inherits from which. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { SYMBOLS } from '../../src/core/symbolTable/symbolTable';
import type { Location } from './languageServer';

const CLASS = /^( *)class (\w+)(?:\[[^\]]*\])?\s*\(([^)]*)\)/gm;
const NAME = /^\w+/;

export interface Definition {
  /** As it is in the sources: `sqlalchemy.orm.session.Session.commit`. */
  readonly path: string;
  readonly symbol: string | undefined;
}

export class LibrarySources {
  readonly #lines = new Map<string, readonly string[]>();
  #basesByClass: ReadonlyMap<string, ReadonlySet<string>> | undefined;

  /** @param folders Each with packages, as `site-packages` is. */
  constructor(private readonly folders: readonly string[]) {}

  /**
   * What is defined at a place: a symbol by its canonical name, or a path that the table lacks, such as that of a member
   * of a private class. `undefined` outside of libraries.
   */
  definitionAt({ uri, line, column }: Location): Definition | undefined {
    const module = this.#moduleOf(uri);
    if (module === undefined) return undefined;
    const lines = this.#linesOf(uri);
    const last = NAME.exec((lines[line] ?? '').slice(column))?.[0];
    // A module itself is defined at its beginning.
    const isModule = last === undefined || (line === 0 && column === 0);
    const owner = [module, ...enclosingClasses(lines, line)].join('.');
    const path = isModule ? module : `${owner}.${last}`;
    const ownerInfo = SYMBOLS.resolve(owner);
    const attribute = ownerInfo === undefined || isModule ? undefined : `${ownerInfo.name}.${last}`;
    return { path, symbol: SYMBOLS.resolve(path)?.name ?? attribute };
  }

  /**
   * Whether a definition is that of a symbol, or that of a class from which the symbol's class inherits. A path that the
   * table lacks is compared by its package and last name.
   */
  isDefinitionOf(symbol: string, { path, symbol: defined }: Definition): boolean {
    if (symbol === defined) return true;
    const [owner, last] = lastTwo(symbol);
    const [definer, definedName] = lastTwo(defined ?? path);
    if (last !== definedName) return false;
    return defined === undefined
      ? packageOf(symbol) === packageOf(path)
      : this.#ancestors(owner).has(definer);
  }

  /** By their last names, as far as the sources say: classes of one name are taken for one. */
  #ancestors(name: string): ReadonlySet<string> {
    this.#basesByClass ??= this.#readBases();
    const found = new Set([name]);
    for (const one of found) for (const base of this.#basesByClass.get(one) ?? []) found.add(base);
    return found;
  }

  #readBases(): ReadonlyMap<string, ReadonlySet<string>> {
    const basesByClass = new Map<string, Set<string>>();
    for (const file of this.folders.flatMap(pythonFiles)) {
      const module = this.#moduleOf(pathToFileURL(file).href) ?? '';
      for (const [, , name = '', list = ''] of readFileSync(file, 'utf8').matchAll(CLASS)) {
        const [, canonical] = lastTwo(SYMBOLS.resolve(`${module}.${name}`)?.name ?? name);
        const bases = baseNames(list);
        for (const key of new Set([name, canonical])) addAll(basesByClass, key, bases);
      }
    }
    return basesByClass;
  }

  #moduleOf(uri: string): string | undefined {
    const folder = this.folders.find((one) => uri.startsWith(`${pathToFileURL(one).href}/`));
    if (folder === undefined) return undefined;
    const path = fileURLToPath(uri).slice(folder.length + 1);
    return path.replace(/(?:[/\\]__init__)?\.pyi?$/, '').replaceAll(sep, '.');
  }

  #linesOf(uri: string): readonly string[] {
    const known = this.#lines.get(uri);
    if (known !== undefined) return known;
    const lines = readFileSync(fileURLToPath(uri), 'utf8').split('\n');
    this.#lines.set(uri, lines);
    return lines;
  }
}

/** The names of the classes around a line, outermost first, by indentation. */
function enclosingClasses(lines: readonly string[], line: number): readonly string[] {
  const names: string[] = [];
  let indent = indentOf(lines[line] ?? '');
  for (let at = line - 1; at >= 0 && indent > 0; at -= 1) {
    const text = lines[at] ?? '';
    const own = indentOf(text);
    if (text.trim() === '' || own >= indent || !/^\s*(?:class|def|async def|if|else|try|elif)\b/.test(text))
      continue;
    indent = own;
    const name = /^\s*class (\w+)/.exec(text)?.[1];
    if (name !== undefined) names.unshift(name);
  }
  return names;
}

/** `Result[Unpack[_Ts]], Generic[T]` → `Result`, `Generic`; arguments by keyword are none. */
function baseNames(list: string): readonly string[] {
  const names = list.match(/[\w.]+(?=\s*(?:,|\[|$))/g) ?? [];
  return names.map((name) => lastTwo(`.${name}`)[1]);
}

function addAll(sets: Map<string, Set<string>>, key: string, values: readonly string[]): void {
  const set = sets.get(key) ?? new Set();
  for (const value of values) set.add(value);
  sets.set(key, set);
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

function lastTwo(symbol: string): readonly [string, string] {
  const [owner = '', last = ''] = symbol.split('.').slice(-2);
  return [owner, last];
}

function packageOf(path: string): string {
  return path.split('.')[0] ?? '';
}

function pythonFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const packages = Object.keys(SYMBOLS.packages).map((name) => name.replaceAll('-', '_'));
  return packages
    .map((name) => join(folder, name))
    .filter((path) => existsSync(path))
    .flatMap((path) =>
      readdirSync(path, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.pyi?$/.test(name))
        .map((name) => join(path, name)),
    );
}
