import type { MaybeYield } from '../archive/archiveSource';
import { fileNameOf } from '../archive/paths';
import { readPackageFileName } from './directReference';
import { PackageVersions } from './packageVersions';
import { exactVersion, type ProjectVersion } from './projectVersion';
import { isTable, parseToml, splitTables } from './toml';

const PACKAGE_HEADER = /^\[\[\s*packages?\s*\]\]/;
/** A token of JSON that matters here: a string, its last group empty if it is not closed, or a bracket. */
const JSON_TOKEN = /"((?:\\.|[^"\\\n])*)("?)|[{}[\]]/g;
/** The section of a `Pipfile.lock` that holds no packages. */
const META_SECTION = '_meta';
/** Begins the packages of a YAML lock; other keys at the start of a line end them. */
const PACKAGES_KEY = /^packages?:\s*$/;
/** An item's first key, or one of its others: its indent with the dash, the key, and its value. */
const YAML_KEY = /^(\s*(?:- )?)([a-z]+):\s+(\S.*)$/;
const QUOTED = /^(["'])(.*)\1$/;

/**
 * Reads the `[[package]]` tables of `uv.lock`, `poetry.lock` and `pdm.lock`, or the `[[packages]]` of `pylock.toml`
 * (PEP 751). Each table is parsed on its own, so that `maybeYield` can run in between (a lock file of several megabytes
 * takes a tenth of a second), and so that a truncated file or a merge conflict loses only the packages it affects.
 */
export async function readTomlLock(
  text: string,
  maybeYield?: MaybeYield,
): Promise<readonly ProjectVersion[]> {
  const versions = new PackageVersions();
  for (const table of splitTables(text)) {
    await maybeYield?.();
    if (!PACKAGE_HEADER.test(table)) continue;
    const content = parseToml(table);
    const packages: unknown = content?.['package'] ?? content?.['packages'];
    for (const entry of Array.isArray(packages) ? (packages as readonly unknown[]) : [])
      if (isTable(entry)) versions.add(exactVersion(entry['name'], entry['version'], 'locked'));
  }
  return versions.all();
}

/**
 * Reads the packages of a `Pipfile.lock`: `{ group: { name: { "version": "==1.0" } } }`. The text is read token by token:
 * what comes before an error counts, and nesting costs nothing.
 */
export async function readPipfileLock(
  text: string,
  maybeYield?: MaybeYield,
): Promise<readonly ProjectVersion[]> {
  const versions = new PackageVersions();
  /** The keys that lead to the current value, or the current key, one for each open object. */
  const keys: string[] = [];
  let depth = 0;
  for (const [token, string, closing] of text.matchAll(JSON_TOKEN)) {
    await maybeYield?.();
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    if (string === undefined || closing === '' || depth < 1 || depth > 3) continue;
    const [group, name, field] = keys;
    if (keys.length === 3 && depth === 3 && field === 'version' && group !== META_SECTION)
      versions.add(exactVersion(name, string.replace(/^={2,3}\s*/, ''), 'locked'));
    keys.splice(depth - 1, Infinity, string);
  }
  return versions.all();
}

/**
 * Reads the packages of a `pixi.lock` or a `conda-lock.yml`, which are lists of maps: a name and a version each, or the
 * address of the package's file. They are machine-written and large, so they are read line by line.
 */
export async function readYamlLock(
  text: string,
  maybeYield?: MaybeYield,
): Promise<readonly ProjectVersion[]> {
  const versions = new PackageVersions();
  let values = new Map<string, string>();
  const finish = (): void => {
    versions.add(packageOf(values));
    values = new Map();
  };
  let isPackages = false;
  let firstKey: string | undefined;
  for (let start = 0, end; start < text.length; start = end + 1) {
    await maybeYield?.();
    end = text.indexOf('\n', start);
    if (end === -1) end = text.length;
    const line = text.slice(start, end).trimEnd();
    if (/^[^\s#-]/.test(line)) isPackages = PACKAGES_KEY.test(line);
    if (!isPackages) continue;
    const [, indent = '', key, written] = YAML_KEY.exec(line) ?? [];
    if (key === undefined || written === undefined) continue;
    const value = QUOTED.exec(written)?.[2] ?? written;
    if (indent.endsWith('- ')) firstKey ??= indent;
    const isFirst = indent === firstKey;
    if (isFirst) finish();
    if (isFirst || indent === firstKey?.replace('-', ' ')) values.set(key, value);
  }
  finish();
  return versions.all();
}

function packageOf(values: ReadonlyMap<string, string>): ProjectVersion | undefined {
  const name = values.get('name');
  const version = values.get('version');
  if (name !== undefined && version !== undefined) return exactVersion(name, version, 'locked');
  const address = values.get('conda') ?? values.get('pypi') ?? values.get('url');
  return address === undefined ? undefined : readPackageFileName(fileNameOf(address), 'locked');
}
