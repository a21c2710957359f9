import { parse } from 'jsonc-parser';
import type { MaybeYield } from '../archive/archiveSource';
import { highestOfEach, versionOf, type ProjectVersion } from './projectVersion';
import { isTable, parseToml, tablesOf } from './toml';

const PACKAGE = /^\[\[\s*packages?\s*\]\]/;

/**
 * Reads the `[[package]]` tables of `uv.lock`, `poetry.lock` and `pdm.lock`, or the `[[packages]]` of `pylock.toml`
 * (PEP 751). They are parsed one by one: a lock of some megabytes would hold the thread for a tenth of a second, and
 * one that is cut off, or has a conflict in it, still has its other packages.
 */
export async function readTomlLock(
  text: string,
  maybeYield?: MaybeYield,
): Promise<readonly ProjectVersion[]> {
  const found: (ProjectVersion | undefined)[] = [];
  for (const table of tablesOf(text)) {
    await maybeYield?.();
    if (!PACKAGE.test(table)) continue;
    const content = parseToml(table);
    const packages: unknown = content?.['package'] ?? content?.['packages'];
    for (const one of Array.isArray(packages) ? (packages as readonly unknown[]) : [])
      if (isTable(one)) found.push(versionOf(one['name'], one['version'], 'locked'));
  }
  return highestOfEach(found);
}

/** Reads the `default` and `develop` packages of a `Pipfile.lock`. */
export function readPipfileLock(text: string): readonly ProjectVersion[] {
  const content = parseJson(text.replace(/^\u{feff}/u, ''));
  const sections = isTable(content) ? [content['default'], content['develop']] : [];
  return highestOfEach(
    sections
      .flatMap((section) => (isTable(section) ? Object.entries(section) : []))
      .map(([name, entry]) => {
        const version = isTable(entry) ? entry['version'] : undefined;
        return typeof version === 'string'
          ? versionOf(name, version.replace(/^={2,3}\s*/, ''), 'locked')
          : undefined;
      }),
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return parseBrokenJson(text);
  }
}

/** A text that is cut off is read up to the last object it closes, so that no version is half a version. */
function parseBrokenJson(text: string): unknown {
  try {
    return parse(text.slice(0, text.lastIndexOf('}') + 1));
  } catch {
    // The tolerant parser recurses: thousands of open brackets exhaust the stack.
    return undefined;
  }
}
