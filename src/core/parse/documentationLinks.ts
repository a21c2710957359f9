import documentation from '../../../data/documentation.json';
import type { Link, VersionNote } from '../model';

const VERSIONS = documentation.versions.map(({ package: name, pattern }) => ({
  name,
  pattern: new RegExp(pattern),
}));
const ERROR_CODES = documentation.errorCodes.map(({ pattern }) => new RegExp(pattern));

/** Versions implied by links to versioned documentation, without duplicates. */
export function versionsInLinks(links: readonly Link[]): readonly VersionNote[] {
  const versions = new Map<string, VersionNote>();
  for (const { target } of links) {
    for (const { name, pattern } of VERSIONS) {
      const groups = pattern.exec(target)?.groups;
      if (groups === undefined) continue;
      const version = `${groups['major'] ?? ''}.${groups['minor'] ?? ''}`;
      versions.set(`${name} ${version}`, { package: name, version, from: 'inferred' });
    }
  }
  return [...versions.values()];
}

/** Codes of the errors that links explain, without duplicates. */
export function errorCodesInLinks(links: readonly Link[]): readonly string[] {
  const codes = links.flatMap(({ target }) =>
    ERROR_CODES.flatMap((pattern) => pattern.exec(target)?.groups?.['code'] ?? []),
  );
  return [...new Set(codes)];
}
