import type { MaybeYield } from '../archive/archiveSource';
import type { ProjectVersion, ProjectVersions } from './projectVersion';
import { allowsVersion } from './requirementRanges';

/**
 * Merges the versions that several sources state into one per package; `sources` are in order of precedence. The first
 * source that names a package decides. If it only states a requirement, the next exact version that satisfies it is
 * used instead: in a monorepo, a member's requirement is resolved by the lock file or the environment of the root.
 */
export async function mergeVersions(
  sources: Iterable<readonly ProjectVersion[]>,
  maybeYield?: MaybeYield,
): Promise<ProjectVersions> {
  const merged = new Map<string, ProjectVersion>();
  for (const source of sources) {
    for (const version of source) {
      await maybeYield?.();
      const preferred = merged.get(version.package);
      if (preferred === undefined || resolves(preferred, version)) merged.set(version.package, version);
    }
  }
  return merged;
}

function resolves(required: ProjectVersion, other: ProjectVersion): boolean {
  return required.origin === 'required' && other.origin !== 'required' && allowsVersion(required, other);
}
