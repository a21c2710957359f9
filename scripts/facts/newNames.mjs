/** Parts of the deepest module that is part of a package's interface by itself: `starlette.status`. */
const MAX_MODULE_PARTS = 2;
/** Values that users do not look up, though their names are public. */
const INTERNAL_VALUE = /^(?:TypeVar|ParamSpec|NewType|logging\.getLogger|re\.compile|operator\.attrgetter)\(/;

/**
 * The names of the second file that the first one lacks and that users may look up: classes, exceptions, functions, type
 * aliases, and the constants that are part of an interface. Modules are left out: they are found by what is in them, and
 * their names, `postgresql` or `dataclasses`, mean other things.
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

/** @param {import('./factFiles.mjs').NameRecord} record */
function mayBeLookedUp({ name, kind, aliases, value = '' }) {
  if (kind !== 'data') return kind !== 'module';
  return isPublicPlace({ name, aliases }) && !INTERNAL_VALUE.test(value);
}

/**
 * Whether a path to a name is short: deeper modules hold the internals of a package.
 *
 * @param {{ readonly name: string, readonly aliases?: readonly string[] | undefined }} symbol
 */
export function isPublicPlace({ name, aliases = [] }) {
  return [name, ...aliases].some((path) => path.split('.').length - 1 <= MAX_MODULE_PARTS);
}
