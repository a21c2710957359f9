import type { MaybeYield } from '../archive/archiveSource';
import { PackageVersions } from './packageVersions';
import type { ProjectVersion } from './projectVersion';
import { readRequirementTables } from './pyproject';
import { parseToml } from './toml';

const OPENING = /^# \/\/\/ script[ \t]*\r?$/m;
const CLOSING = /^# \/\/\/[ \t]*$/;
/** Lines of a block; it stands at the top of a script. */
const MAX_LINES = 1000;

/**
 * Reads the inline metadata of a Python script: a TOML text in comments between `# /// script` and `# ///`. Empty if it
 * has none.
 * https://packaging.python.org/en/latest/specifications/inline-script-metadata/
 */
export async function readScriptMetadata(
  text: string,
  maybeYield?: MaybeYield,
): Promise<readonly ProjectVersion[]> {
  const opening = OPENING.exec(text);
  if (opening === null) return [];
  const start = opening.index + opening[0].length;
  const lines = text.slice(start).replace(/^\n/, '').split(/\r?\n/, MAX_LINES);
  const end = lines.findIndex((line) => !/^#(?: |$)/.test(line));
  const comments = end === -1 ? lines : lines.slice(0, end);
  const closing = comments.findLastIndex((line) => CLOSING.test(line));
  const content = parseToml(
    comments
      .slice(0, Math.max(0, closing))
      .map((line) => line.slice(2))
      .join('\n'),
  );
  if (content === undefined) return [];
  const { versions, constraints = [] } = await readRequirementTables([content], maybeYield);
  return PackageVersions.of(versions).within(PackageVersions.of(constraints));
}
