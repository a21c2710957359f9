import { readCondaVersion } from './condaSpec';
import { readDirectReference, readTag } from './directReference';
import type { ProjectVersion } from './projectVersion';
import { readConstraint } from './requirement';
import { entriesOf, isTable, itemsOf, valueAt, valuesOf } from './toml';

type ReadVersion = (name: string, version: string) => ProjectVersion | undefined;

/**
 * Reads a table of dependencies by name, as Poetry, Pipenv, PDM and Pixi write it. A value is a constraint, a table with
 * one or with a source, or an array of these, each with its own marker.
 */
export function* readDependencyTable(
  table: unknown,
  readVersion: ReadVersion = readConstraint,
): Generator<ProjectVersion | undefined> {
  for (const [name, value] of entriesOf(table)) {
    if (name.toLowerCase() === 'python') continue;
    for (const entry of itemsOf(value)) {
      const version = isTable(entry) ? entry['version'] : entry;
      yield typeof version === 'string' ? readVersion(name, version) : readSource(name, entry);
    }
  }
}

/** The dependencies of a `pixi.toml`, or of `[tool.pixi]`, in any feature and for any platform. */
export function* readPixiTables(manifest: unknown): Generator<ProjectVersion | undefined> {
  const features = [manifest, ...valuesOf(valueAt(manifest, 'feature'))];
  const all = features.flatMap((feature) => [feature, ...valuesOf(valueAt(feature, 'target'))]);
  for (const one of all) {
    yield* readDependencyTable(valueAt(one, 'dependencies'), readCondaVersion);
    yield* readDependencyTable(valueAt(one, 'pypi-dependencies'));
  }
}

/** The version that the source of a package names: a tag of its repository, or the file at an address or a path. */
function readSource(name: string, source: unknown): ProjectVersion | undefined {
  const tag = valueAt(source, 'tag') ?? valueAt(source, 'rev') ?? valueAt(source, 'ref');
  if (typeof tag === 'string') return readTag(name, tag);
  const target = valueAt(source, 'url') ?? valueAt(source, 'path') ?? valueAt(source, 'file');
  return typeof target === 'string' ? readDirectReference(target, name) : undefined;
}
