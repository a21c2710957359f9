import { resolvePath } from '../archive/paths';
import { normaliseText } from '../text/normaliseText';
import { highestPerPackage, type ProjectVersion } from './projectVersion';
import { readRequirement } from './requirement';

const REFERENCE = /^(?:-[rc]\s*|--(?:requirement|constraint)(?:\s+|=\s*))(\S.*)/;
/** URLs and absolute paths, which lead outside the project. */
const EXTERNAL = /^(?:[a-z][a-z\d+.-]*:|[/\\~])/i;

/**
 * Reads a pip requirements file. Options, editable installs, paths and URLs are skipped. `references` are the files
 * that `-r` and `-c` name, relative to the same root as `path`; files outside the root are left out.
 * https://pip.pypa.io/en/stable/reference/requirements-file-format/
 */
export function readRequirements(
  path: string,
  raw: string,
): { versions: readonly ProjectVersion[]; references: readonly string[] } {
  const references = new Set<string>();
  const versions: (ProjectVersion | undefined)[] = [];
  for (const line of logicalLines(normaliseText(raw))) {
    const target = REFERENCE.exec(line)?.[1];
    if (target === undefined) {
      versions.push(readRequirement(line.replace(/\s--.*/, '')));
      continue;
    }
    const reference = resolveReference(path, target.replace(/^(["'])(.*)\1$/, '$2'));
    if (reference !== undefined) references.add(reference);
  }
  return { versions: highestPerPackage(versions), references: [...references] };
}

/** Lines without comments; a backslash at the end of a line, unless it is in a comment, continues it on the next. */
function logicalLines(text: string): readonly string[] {
  const joined = text.replace(/^[ \t]*#.*/gm, '').replace(/\\\n/g, '');
  return joined.split('\n').map((line) => line.replace(/\s#.*/, '').trim());
}

function resolveReference(path: string, target: string): string | undefined {
  return EXTERNAL.test(target) ? undefined : resolvePath(path, target);
}
