import { compare } from '@renovatebot/pep440';
import type { MaybeYield } from '../archive/archiveSource';
import type { ProjectVersion } from './projectVersion';
import { constrain, excludesVersions, highestBound, lowestBound } from './requirementRanges';
import { compareLower, compareUpper } from './versionRange';

/** Packages of one file; the largest lock files have some two thousand. */
const MAX_PACKAGES = 5000;

/**
 * Collects one version per package, in order of first mention. A file may list several, for different Pythons, platforms
 * or extras: exact versions take precedence over requirements, then the highest, which is what a new environment gets.
 */
export class PackageVersions {
  readonly #best = new Map<string, ProjectVersion>();

  static of(versions: Iterable<ProjectVersion | undefined>): PackageVersions {
    const collected = new PackageVersions();
    for (const version of versions) collected.add(version);
    return collected;
  }

  add(version: ProjectVersion | undefined): void {
    if (version === undefined) return;
    const other = this.#best.get(version.package);
    if (other === undefined ? this.#best.size < MAX_PACKAGES : isBetter(version, other))
      this.#best.set(version.package, version);
  }

  /** Includes requirements that exclude no versions. */
  all(): readonly ProjectVersion[] {
    return [...this.#best.values()];
  }

  /**
   * What is known of each package, as far as constraints allow it. A constraint counts also where nothing requires its
   * package: others may depend on it.
   */
  within(constraints: PackageVersions): readonly ProjectVersion[] {
    const merged = new Map(constraints.#best);
    for (const [name, version] of this.#best) {
      const constraint = merged.get(name);
      merged.set(name, constraint === undefined ? version : constrain(version, constraint));
    }
    return [...merged.values()].filter(excludesVersions);
  }
}

/** One version per package; see `PackageVersions`. Versions that are read lazily are read in time slices. */
export async function highestPerPackage(
  versions: Iterable<ProjectVersion | undefined>,
  maybeYield?: MaybeYield,
): Promise<readonly ProjectVersion[]> {
  const collected = new PackageVersions();
  for (const version of versions) {
    await maybeYield?.();
    collected.add(version);
  }
  return collected.all();
}

function isBetter(one: ProjectVersion, other: ProjectVersion): boolean {
  if (one.origin !== 'required')
    return other.origin === 'required' || compare(one.version, other.version) > 0;
  if (other.origin !== 'required') return false;
  const order = compareLower(lowestBound(one), lowestBound(other));
  return (order === 0 ? compareUpper(highestBound(one), highestBound(other)) : order) > 0;
}
