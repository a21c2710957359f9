import { splitWords, wordsOfClass } from './storedWords';
import type { NameFacts, StoredKind, SymbolFacts } from './symbolFacts';

/** A name that its package no longer has. */
interface RemovedName {
  /** Canonical name. */
  readonly name: string;
  readonly kind: StoredKind;
  /** The last version that has it: `1.4`. */
  readonly until: string;
}

/** The names and members that packages had until some version. Few: they are read at once, on first use. */
export class RemovedNames {
  readonly #facts: readonly (readonly [until: string, facts: NameFacts])[];
  #names: ReadonlyMap<string, RemovedName> | undefined;

  constructor({ removed }: Pick<SymbolFacts, 'removed'>) {
    this.#facts = Object.entries(removed);
  }

  /** A name by any of its paths. */
  find(path: string): RemovedName | undefined {
    return this.#byPath().get(path);
  }

  /** Names whose last part is `last`. */
  named(last: string): readonly RemovedName[] {
    return [...new Set(this.#byPath().values())].filter(({ name }) => name.endsWith(`.${last}`));
  }

  /** The last version in which a class, by its canonical name, has a member; `undefined` if it never lost such. */
  untilOfMember(className: string, member: string): string | undefined {
    const isClass = (word: string): boolean => word.includes('.');
    return this.#facts.findLast(([, { members }]) =>
      wordsOfClass(members, className, isClass).includes(member),
    )?.[0];
  }

  #byPath(): ReadonlyMap<string, RemovedName> {
    this.#names ??= new Map(this.#facts.flatMap(([until, facts]) => pathsOf(facts, until)));
    return this.#names;
  }
}

function pathsOf({ names, alsoIn, renamed }: NameFacts, until: string): readonly [string, RemovedName][] {
  const paths = new Map<string, RemovedName>();
  for (const [kind, byModule] of Object.entries(names)) {
    for (const [module, words] of Object.entries(byModule)) {
      for (const last of splitWords(words)) {
        const name = `${module}.${last}`;
        paths.set(name, { name, kind: kind as StoredKind, until });
      }
    }
  }
  const addPath = (path: string, name: string): void => {
    const removed = paths.get(name);
    if (removed !== undefined) paths.set(path, removed);
  };
  for (const [other, byModule] of Object.entries(alsoIn)) {
    for (const [module, words] of Object.entries(byModule)) {
      for (const last of splitWords(words)) addPath(`${other}.${last}`, `${module}.${last}`);
    }
  }
  for (const [path, name] of Object.entries(renamed)) addPath(path, splitWords(name)[0] ?? '');
  return [...paths];
}
