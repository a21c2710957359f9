import { allowsVersion } from './compareVersions';
import type { ProjectVersion } from './projectVersion';

/**
 * One version for each package, by its name, from what several places say of it, the most to be believed first: the
 * first that names a package decides. Only a requirement is made exact by the next exact version that it allows, as
 * that of a member of a workspace is by the lock or the environment of the whole.
 */
export function nearestOfEach(
  places: Iterable<readonly ProjectVersion[]>,
): ReadonlyMap<string, ProjectVersion> {
  const found = new Map<string, ProjectVersion>();
  for (const version of [...places].flat()) {
    const nearer = found.get(version.package);
    if (nearer === undefined || (isOpen(nearer) && !isOpen(version) && allowsVersion(nearer, version))) {
      found.set(version.package, version);
    }
  }
  return found;
}

function isOpen({ from }: ProjectVersion): boolean {
  return from === 'required';
}
