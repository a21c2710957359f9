import { resolvePath } from '../archive/paths';
import { normaliseText } from '../text/normaliseText';
import { highestOfEach, type ProjectVersion } from './projectVersion';
import { readRequirement } from './requirement';

const REFERENCE = /^(?:-[rc]\s*|--(?:requirement|constraint)(?:\s+|\s*=\s*))(\S.*)$/;
/** Addresses and absolute paths: what they name is not the project's. */
const ELSEWHERE = /^(?:[a-z][a-z\d+.-]*:|[/\\~])/i;

/**
 * Reads a requirements file of pip's. Options, editable installs, paths and addresses are passed over; `references`
 * are the files that `-r` and `-c` name, as `path` is written, where they lie within its root.
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
      versions.push(readRequirement(line.replace(/\s--.*$/, '')));
      continue;
    }
    const reference = referenceOf(path, target.replace(/^(["'])(.*)\1$/, '$2'));
    if (reference !== undefined) references.add(reference);
  }
  return { versions: highestOfEach(versions), references: [...references] };
}

/** Lines without comments, joined where one ends with a backslash. A comment's own backslash joins nothing. */
function logicalLines(text: string): readonly string[] {
  const joined = text.replace(/^[ \t]*#.*$/gm, '').replace(/\\\n/g, '');
  return joined.split('\n').map((line) => line.replace(/\s#.*$/, '').trim());
}

function referenceOf(path: string, target: string): string | undefined {
  return ELSEWHERE.test(target) ? undefined : resolvePath(path, target);
}
