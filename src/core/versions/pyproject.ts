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
  return { ...readRequirementTables(tables), references };
}

/** Reads the requirements in the tables of a `pyproject.toml`, or of the metadata of a script. */
export function readRequirementTables(tables: readonly Table[]): Omit<VersionFile, 'references'> {
  const uv = tables.map((table) => valueAt(table, 'tool', 'uv'));
  // Overrides replace all other requirements on their packages.
  const overrides = readAll(uv.map((table) => valueAt(table, 'override-dependencies')));
  const overridden = new Set(overrides.map((override) => override?.package));
  const required = tables
    .flatMap((table) => [...readAll(requirementLists(table)), ...dependencyTables(table)])
    .filter((version) => !overridden.has(version?.package));
  return {
    versions: highestPerPackage([...overrides, ...required]),
    constraints: highestPerPackage(readAll(uv.map((table) => valueAt(table, 'constraint-dependencies')))),
  };
}

function readAll(lists: readonly unknown[]): readonly (ProjectVersion | undefined)[] {
  return lists.filter(Array.isArray).flatMap(stringsIn).map(readRequirement);
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

function dependencyTables(content: Table): readonly (ProjectVersion | undefined)[] {
  const poetry = valueAt(content, 'tool', 'poetry');
  return [
    valueAt(poetry, 'dependencies'),
    valueAt(poetry, 'dev-dependencies'),
    ...valuesOf(valueAt(poetry, 'group')).map((group) => valueAt(group, 'dependencies')),
    valueAt(content, 'tool', 'uv', 'sources'),
  ]
    .flatMap((table) => readDependencyTable(table))
    .concat(readPixiTables(valueAt(content, 'tool', 'pixi')));
}

/** https://setuptools.pypa.io/en/latest/userguide/pyproject_config.html#dynamic-metadata */
function dynamicFiles(content: Table): readonly string[] {
  const dynamic = valueAt(content, 'tool', 'setuptools', 'dynamic');
  const sources = [valueAt(dynamic, 'dependencies'), ...valuesOf(valueAt(dynamic, 'optional-dependencies'))];
  return sources.flatMap((source) => stringsIn(valueAt(source, 'file')));
}
