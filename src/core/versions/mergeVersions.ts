import { allowsVersion } from './allowedVersions';
import type { ProjectVersion, ProjectVersions } from './projectVersion';

/**
 * Merges the versions that several sources state into one per package; `sources` are in order of precedence. The first
 * source that names a package decides. If it only states a requirement, the next exact version that satisfies it is
 * used instead: in a monorepo, a member's requirement is resolved by the lock file or the environment of the root.
 */
export function mergeVersions(sources: Iterable<readonly ProjectVersion[]>): ProjectVersions {
  const merged = new Map<string, ProjectVersion>();
  for (const version of [...sources].flat()) {
    const preferred = merged.get(version.package);
    if (preferred === undefined || resolves(preferred, version)) merged.set(version.package, version);
  }
  return merged;
}

function resolves(required: ProjectVersion, other: ProjectVersion): boolean {
  return isRequirement(required) && !isRequirement(other) && allowsVersion(required, other);
}

function isRequirement({ origin }: ProjectVersion): boolean {
  return origin === 'required';
}
