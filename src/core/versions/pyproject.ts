import type { MaybeYield } from '../archive/archiveSource';
import { readDependencyTable, readPixiTables } from './dependencyTables';
import { highestPerPackage } from './packageVersions';
import type { ProjectVersion } from './projectVersion';
import { readRequirement } from './requirement';
import { resolveReference } from './requirementsFile';
import { parseTomlTables, stringsIn, valueAt, valuesOf, type Table } from './toml';
import type { VersionFile } from './versionFile';

/**
 * Reads the requirements of the `pyproject.toml` at `path`, in any group or extra: the tables of PEP 621 and PEP 735, and
 * those of Poetry, PDM, uv, Rye, Hatch and Pixi. Groups included in others need no resolving, since all groups are read.
 * If the text is not valid as a whole, the tables that are valid are read. `references` are the files that Setuptools
 * takes requirements from.
 */
export async function readPyproject(
  path: string,
  text: string,
  maybeYield?: MaybeYield,
): Promise<VersionFile> {
  const tables = await parseTomlTables(text, maybeYield);
  const references = tables
    .flatMap(dynamicFiles)
    .map((file) => resolveReference(path, file))
    .filter((reference) => reference !== undefined);
  return { ...(await readRequirementTables(tables, maybeYield)), references };
}

/** Reads the requirements in the tables of a `pyproject.toml`, or of the metadata of a script. */
export async function readRequirementTables(
  tables: readonly Table[],
  maybeYield?: MaybeYield,
): Promise<Omit<VersionFile, 'references'>> {
  const uv = tables.map((table) => valueAt(table, 'tool', 'uv'));
  const listsOf = (key: string) => uv.map((table) => valueAt(table, key));
  // Overrides replace all other requirements on their packages.
  const overrides = await highestPerPackage(readAll(listsOf('override-dependencies')), maybeYield);
  const overridden = new Set(overrides.map((override) => override.package));
  const required = await highestPerPackage(requirementsIn(tables), maybeYield);
  return {
    versions: [...overrides, ...required.filter((version) => !overridden.has(version.package))],
    constraints: await highestPerPackage(readAll(listsOf('constraint-dependencies')), maybeYield),
  };
}

function* requirementsIn(tables: readonly Table[]): Generator<ProjectVersion | undefined> {
  for (const table of tables) {
    yield* readAll(requirementLists(table));
    for (const dependencies of dependencyTables(table)) yield* readDependencyTable(dependencies);
    yield* readPixiTables(valueAt(table, 'tool', 'pixi'));
  }
}

function* readAll(lists: readonly unknown[]): Generator<ProjectVersion | undefined> {
  for (const list of lists.filter(Array.isArray))
    for (const requirement of stringsIn(list)) yield readRequirement(requirement);
}

/** Lists of PEP 508 requirements. */
function requirementLists(content: Table): readonly unknown[] {
  return [
    // Of a script.
    content['dependencies'],
    valueAt(content, 'project', 'dependencies'),
    ...valuesOf(valueAt(content, 'project', 'optional-dependencies')),
    ...valuesOf(valueAt(content, 'dependency-groups')),
    ...valuesOf(valueAt(content, 'tool', 'pdm', 'dev-dependencies')),
    valueAt(content, 'tool', 'uv', 'dev-dependencies'),
    valueAt(content, 'tool', 'rye', 'dev-dependencies'),
    ...valuesOf(valueAt(content, 'tool', 'hatch', 'envs')).flatMap((environment) => [
      valueAt(environment, 'dependencies'),
      valueAt(environment, 'extra-dependencies'),
    ]),
  ];
}

/** Tables of constraints by name, and of the sources of packages. */
function dependencyTables(content: Table): readonly unknown[] {
  const poetry = valueAt(content, 'tool', 'poetry');
  return [
    valueAt(poetry, 'dependencies'),
    valueAt(poetry, 'dev-dependencies'),
    ...valuesOf(valueAt(poetry, 'group')).map((group) => valueAt(group, 'dependencies')),
    valueAt(content, 'tool', 'uv', 'sources'),
  ];
}

/** https://setuptools.pypa.io/en/latest/userguide/pyproject_config.html#dynamic-metadata */
function dynamicFiles(content: Table): readonly string[] {
  const dynamic = valueAt(content, 'tool', 'setuptools', 'dynamic');
  const sources = [valueAt(dynamic, 'dependencies'), ...valuesOf(valueAt(dynamic, 'optional-dependencies'))];
  return sources.flatMap((source) => stringsIn(valueAt(source, 'file')));
}
