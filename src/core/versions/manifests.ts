import type { MaybeYield } from '../archive/archiveSource';
import { readDependencyTable, readPixiTables } from './dependencyTables';
import { highestPerPackage } from './packageVersions';
import { parseTomlTables, valuesOf } from './toml';
import type { VersionFile } from './versionFile';

/** Names of the tables of a `Pipfile` that are no groups of packages. */
const PIPFILE_SETTINGS = new Set(['requires', 'scripts', 'pipenv', 'source']);

/** Reads a `pixi.toml`. */
export async function readPixiManifest(text: string, maybeYield?: MaybeYield): Promise<VersionFile> {
  const tables = await parseTomlTables(text, maybeYield);
  return { versions: await highestPerPackage(inAll(tables, readPixiTables), maybeYield), references: [] };
}

/**
 * Reads the groups of packages of a `Pipfile`: `packages`, `dev-packages` and the project's own.
 * https://pipenv.pypa.io/en/latest/pipfile.html
 */
export async function readPipfile(text: string, maybeYield?: MaybeYield): Promise<VersionFile> {
  const tables = await parseTomlTables(text, maybeYield);
  const groups = tables.flatMap((table) =>
    valuesOf(Object.fromEntries(Object.entries(table).filter(([name]) => !PIPFILE_SETTINGS.has(name)))),
  );
  const versions = inAll(groups, (group) => readDependencyTable(group));
  return { versions: await highestPerPackage(versions, maybeYield), references: [] };
}

function* inAll<T>(items: readonly unknown[], read: (item: unknown) => Iterable<T>): Generator<T> {
  for (const item of items) yield* read(item);
}
