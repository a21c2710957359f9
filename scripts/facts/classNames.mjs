import { membersByClass } from './classMembers.mjs';
import { splitPath } from './factFiles.mjs';
import { newNames } from './newNames.mjs';

/**
 * Which public class a name in an annotation means. The file that has the annotation is not at hand, so what its class's
 * modules can import decides; only then the name itself, if its package, or the packages that it uses, have one such.
 */
export class ClassNames {
  /** Path → canonical name. @type {Map<string, string>} */
  #canonical = new Map();
  /** Canonical name → all paths. @type {Map<string, readonly string[]>} */
  #paths = new Map();
  /** Last name → canonical names. @type {Map<string, Set<string>>} */
  #named = new Map();
  /** Package → packages whose names can be imported from it. @type {Map<string, Set<string>>} */
  #uses = new Map();
  /** @type {ReadonlySet<string>} */
  #classes;

  /**
   * @param {import('./factFiles.mjs').NameFacts} facts
   * @param {import('./factFiles.mjs').MoreFacts} more
   */
  constructor(facts, more) {
    const symbols = [...facts.symbols, ...newNames(facts, more)];
    const membersOf = membersByClass(facts, more);
    for (const { name, aliases = [] } of symbols) {
      this.#paths.set(name, [name, ...aliases]);
      for (const path of [name, ...aliases]) {
        this.#canonical.set(path, name);
        add(this.#named, splitPath(path)[1], name);
        add(this.#uses, packageOf(path), packageOf(name));
      }
    }
    // What leads to a constant leads no further.
    const enumerations = new Set(
      [...more.attributes, ...more.names].flatMap(({ name, form }) => (form === undefined ? [] : [name])),
    );
    this.#classes = new Set(
      symbols
        .filter(
          ({ name, kind }) =>
            isClass(kind) && !enumerations.has(name) && (membersOf.get(name)?.size ?? 0) > 0,
        )
        .map(({ name }) => name),
    );
  }

  /**
   * @param {string} written a name in an annotation, which may be dotted
   * @param {string} owner qualified name of the class that is annotated
   * @returns {string | undefined} the canonical name of a class with members, if it is certain
   */
  meantBy(written, owner) {
    const found =
      this.#importable(written, owner) ??
      (written.includes('.') ? undefined : this.#sameName(written, owner));
    return found !== undefined && this.#classes.has(found) ? found : undefined;
  }

  /**
   * The one symbol that the name leads to from the modules of the class's package in which it can be found, or from the
   * packages around them.
   *
   * @param {string} written
   * @param {string} owner
   */
  #importable(written, owner) {
    const paths = (this.#paths.get(owner) ?? []).filter((path) => packageOf(path) === packageOf(owner));
    const modules = new Set(paths.map((path) => splitPath(path)[0]));
    const found = symbolsAt(modules, written, this.#canonical);
    if (found.size > 0 || !written.includes('.')) return only(found);
    const around = new Set([...modules].map((module) => splitPath(module)[0]));
    return only(symbolsAt(around.add(''), written, this.#canonical));
  }

  /**
   * @param {string} written
   * @param {string} owner
   */
  #sameName(written, owner) {
    const own = packageOf(owner);
    const named = [...(this.#named.get(written) ?? [])];
    const inPackage = named.filter((name) => packageOf(name) === own);
    const used = named.filter((name) => this.#uses.get(own)?.has(packageOf(name)));
    return only(new Set(inPackage.length > 0 ? inPackage : used));
  }
}

/**
 * @param {ReadonlySet<string>} modules
 * @param {string} written
 * @param {ReadonlyMap<string, string>} canonical
 */
function symbolsAt(modules, written, canonical) {
  return new Set(
    [...modules].flatMap((module) => canonical.get(module === '' ? written : `${module}.${written}`) ?? []),
  );
}

/** @param {ReadonlySet<string>} names */
function only(names) {
  const [name] = names;
  return names.size === 1 ? name : undefined;
}

/**
 * @param {Map<string, Set<string>>} groups
 * @param {string} key
 * @param {string} value
 */
function add(groups, key, value) {
  groups.set(key, (groups.get(key) ?? new Set()).add(value));
}

/** @param {string} kind */
function isClass(kind) {
  return kind === 'class' || kind === 'exception';
}

/** @param {string} path */
function packageOf(path) {
  return path.split('.', 1)[0] ?? '';
}
