import type { MaybeYield } from '../archive/archiveSource';
import { resolvePath } from '../archive/paths';
import { normaliseText } from '../text/normaliseText';
import { readCondaSpec } from './condaSpec';
import { readDirectReference } from './directReference';
import { PackageVersions } from './packageVersions';
import type { ProjectVersion } from './projectVersion';
import { readRequirement } from './requirement';
import type { FileReference, VersionFile } from './versionFile';

/** In characters of a line: hashes, which come last, may make it longer. */
const MAX_LINE_LENGTH = 4000;
const REFERENCE = /^(?:-([rc])\s*|--(requirement|constraint)(?:\s+|=\s*))(\S.*)/;
const EDITABLE = /^(?:-e|--editable)(?:\s+|=\s*)/;
/** URLs and absolute paths, which lead outside the project. */
const EXTERNAL = /^(?:[a-z][a-z\d+.-]*:|[/\\~])/i;
const ADDRESS_OR_PATH =
  /^(?:[a-z][a-z\d+.-]*:|[^\s=<>!~;@]*[/\\]|[^\s=<>!~;@]+\.(?:whl|tar\.gz|zip|conda)(?:\s|$))/i;
/** A line that `conda list --export` writes: `name=version=build`. */
const CONDA_EXPORT = /^[^\s=]+=[^\s=]+=[^\s=]+$/;

/** What one line of a requirements file says. */
export interface RequirementLine {
  readonly version?: ProjectVersion | undefined;
  readonly reference?: FileReference | undefined;
}

/**
 * Reads a pip requirements file. Options, and paths and URLs without a version are skipped. `references` are the files
 * that `-r` and `-c` name, relative to the same root as `path`; files outside the root are left out.
 * https://pip.pypa.io/en/stable/reference/requirements-file-format/
 */
export async function readRequirements(
  path: string,
  raw: string,
  maybeYield?: MaybeYield,
): Promise<VersionFile> {
  const versions = new PackageVersions();
  const references = new Map<string, FileReference>();
  for (const line of logicalLines(normaliseText(raw))) {
    await maybeYield?.();
    const { version, reference } = readRequirementLine(path, line);
    versions.add(version);
    if (reference !== undefined) references.set(`${reference.role} ${reference.path}`, reference);
  }
  return { versions: versions.all(), references: [...references.values()] };
}

/** Reads one line of the requirements file at `path`, without its comment. */
export function readRequirementLine(path: string, line: string): RequirementLine {
  const [, short, long, target] = REFERENCE.exec(line) ?? [];
  if (target !== undefined) {
    const role = (short ?? long ?? '').startsWith('c') ? 'constraints' : 'requirements';
    return { reference: resolveReference(path, target.replace(/^(["'])(.*)\1$/, '$2'), role) };
  }
  const requirement = line.replace(EDITABLE, '').replace(/\s--.*/, '');
  if (ADDRESS_OR_PATH.test(requirement))
    return { version: readDirectReference(requirement.split(/\s/, 1)[0] ?? '') };
  return {
    version: CONDA_EXPORT.test(requirement) ? readCondaSpec(requirement) : readRequirement(requirement),
  };
}

/** A reference to another file; `undefined` if that is outside the root. */
export function resolveReference(
  path: string,
  target: string,
  role: FileReference['role'] = 'requirements',
): FileReference | undefined {
  const resolved = EXTERNAL.test(target) ? undefined : resolvePath(path, target);
  return resolved === undefined ? undefined : { path: resolved, role };
}

/** Lines without comments; a backslash at the end of a line, unless it is in a comment, continues it on the next. */
function* logicalLines(text: string): Generator<string> {
  let logical = '';
  for (let start = 0; start <= text.length;) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    const line = text.slice(start, Math.min(end, start + MAX_LINE_LENGTH));
    const isComment = /^[ \t]*#/.test(line);
    if (!isComment) logical = (logical + line.replace(/\\$/, '')).slice(0, MAX_LINE_LENGTH);
    start = end + 1;
    if (!isComment && found !== -1 && text[end - 1] === '\\') continue;
    yield logical.replace(/(?:^|\s)#.*/, '').trim();
    logical = '';
  }
}
