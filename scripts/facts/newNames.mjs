/** Parts of the deepest module that is part of a package's interface by itself: `starlette.status`. */
const MAX_MODULE_PARTS = 2;
/** Values that users do not look up, though their names are public. */
const INTERNAL_VALUE = /^(?:TypeVar|ParamSpec|NewType|logging\.getLogger|re\.compile|operator\.attrgetter)\(/;

/**
 * The names of the second file that the first one lacks and that users may look up: type aliases, and in public places
 * classes, exceptions, functions and constants. Modules are left out: they are found by what is in them, and their names,
 * `postgresql` or `dataclasses`, mean other things.
 *
 * @param {import('./factFiles.mjs').NameFacts} facts
 * @param {import('./factFiles.mjs').MoreFacts} more
 * @returns {readonly import('./factFiles.mjs').NameRecord[]}
 */
export function newNames({ symbols }, { names }) {
  const known = new Set(symbols.flatMap(({ name, aliases = [] }) => [name, ...aliases]));
  return names
    .filter((record) => !known.has(record.name) && mayBeLookedUp(record))
    .map((record) => ({
      ...record,
      kind: record.kind === 'data' ? 'constant' : record.kind,
      aliases: (record.aliases ?? []).filter((path) => !known.has(path)),
    }));
}

/**
 * The paths that only the second file has, of names that the first one has. Where that has several names for one object,
 * a path belongs to the shortest of its own package.
 *
 * @param {import('./factFiles.mjs').NameFacts} facts
 * @param {import('./factFiles.mjs').MoreFacts} more
 * @returns {ReadonlyMap<string, readonly string[]>} name → paths
 */
export function newPaths({ symbols }, { names }) {
  const known = new Map(
    symbols.flatMap(({ name, aliases = [] }) => [name, ...aliases].map((path) => [path, name])),
  );
  /** @type {Map<string, string[]>} */
  const paths = new Map();
  for (const { name, aliases = [] } of names) {
    if (!known.has(name)) continue;
    const owners = [name, ...aliases]
      .flatMap((path) => known.get(path) ?? [])
      .sort((a, b) => a.length - b.length);
    for (const path of aliases.filter((alias) => !known.has(alias))) {
      const owner = owners.find((other) => packageOf(other) === packageOf(path)) ?? name;
      paths.set(owner, [...(paths.get(owner) ?? []), path]);
    }
  }
  return paths;
}

/** @param {string} path */
function packageOf(path) {
  return path.split('.', 1)[0] ?? '';
}

/** @param {import('./factFiles.mjs').NameRecord} record */
function mayBeLookedUp({ name, kind, aliases, value = '' }) {
  // Annotations name types wherever they are.
  if (kind === 'alias') return true;
  if (kind === 'module' || !isPublicPlace({ name, aliases })) return false;
  return kind !== 'data' || !INTERNAL_VALUE.test(value);
}

/**
 * Whether a path to a name is short: deeper modules hold the internals of a package.
 *
 * @param {{ readonly name: string, readonly aliases?: readonly string[] | undefined }} symbol
 */
export function isPublicPlace({ name, aliases = [] }) {
  return [name, ...aliases].some((path) => path.split('.').length - 1 <= MAX_MODULE_PARTS);
}
