import type { Link, VersionNote } from '../model';

/** Documentation addresses that carry the version they describe. */
const VERSIONED: readonly { readonly pattern: RegExp; readonly package: string }[] = [
  { pattern: /^https?:\/\/docs\.sqlalchemy\.org\/en\/(\d)(\d)\//, package: 'sqlalchemy' },
  { pattern: /^https?:\/\/docs\.pydantic\.dev\/(\d+)\.(\d+)\//, package: 'pydantic' },
];
/** SQLAlchemy's own links from an error message to its explanation. */
const ERROR_CODE =
  /^https?:\/\/(?:sqlalche\.me\/e\/\d+\/|docs\.sqlalchemy\.org\/.*errors\.html#error-)([a-z0-9]{4})$/;

/** Versions that links to documentation imply, each once. */
export function versionsInLinks(links: readonly Link[]): readonly VersionNote[] {
  const found = new Map<string, VersionNote>();
  for (const { target } of links) {
    for (const { pattern, package: name } of VERSIONED) {
      const [, major, minor] = pattern.exec(target) ?? [];
      if (major === undefined || minor === undefined) continue;
      const version = `${major}.${minor}`;
      found.set(`${name} ${version}`, { package: name, version, from: 'inferred' });
    }
  }
  return [...found.values()];
}

/** SQLAlchemy error codes that links point at, each once. */
export function errorCodesInLinks(links: readonly Link[]): readonly string[] {
  return [...new Set(links.flatMap(({ target }) => ERROR_CODE.exec(target)?.[1] ?? []))];
}
