import { parse } from 'jsonc-parser';
import type { MaybeYield } from '../archive/archiveSource';
import { exactVersion, highestPerPackage, type ProjectVersion } from './projectVersion';
import { isTable, parseToml, splitTables } from './toml';

const PACKAGE_HEADER = /^\[\[\s*packages?\s*\]\]/;

/**
 * Reads the `[[package]]` tables of `uv.lock`, `poetry.lock` and `pdm.lock`, or the `[[packages]]` of `pylock.toml`
 * (PEP 751). Each table is parsed on its own, so that `maybeYield` can run in between (a lock file of several megabytes
 * takes a tenth of a second), and so that a truncated file or a merge conflict loses only the packages it affects.
 */
export async function readTomlLock(
  text: string,
  maybeYield?: MaybeYield,
): Promise<readonly ProjectVersion[]> {
  const versions: (ProjectVersion | undefined)[] = [];
  for (const table of splitTables(text)) {
    await maybeYield?.();
    if (!PACKAGE_HEADER.test(table)) continue;
    const content = parseToml(table);
    const packages: unknown = content?.['package'] ?? content?.['packages'];
    for (const entry of Array.isArray(packages) ? (packages as readonly unknown[]) : [])
      if (isTable(entry)) versions.push(exactVersion(entry['name'], entry['version'], 'locked'));
  }
  return highestPerPackage(versions);
}

/** Reads the `default` and `develop` packages of a `Pipfile.lock`. */
export function readPipfileLock(text: string): readonly ProjectVersion[] {
  const content = parseJson(text.replace(/^\u{feff}/u, ''));
  const sections = isTable(content) ? [content['default'], content['develop']] : [];
  return highestPerPackage(
    sections
      .flatMap((section) => (isTable(section) ? Object.entries(section) : []))
      .map(([name, entry]) => {
        const version = isTable(entry) ? entry['version'] : undefined;
        return typeof version === 'string'
          ? exactVersion(name, version.replace(/^={2,3}\s*/, ''), 'locked')
          : undefined;
      }),
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return parseTruncatedJson(text);
  }
}

/** Parses up to the last closed object, so that no version is cut short. */
function parseTruncatedJson(text: string): unknown {
  try {
    return parse(text.slice(0, text.lastIndexOf('}') + 1));
  } catch {
    // The tolerant parser is recursive: thousands of open brackets overflow the stack.
    return undefined;
  }
}
