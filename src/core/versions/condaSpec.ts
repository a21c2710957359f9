import type { ProjectVersion } from './projectVersion';
import { readConstraint } from './requirement';
import { requirementOf } from './requirementRanges';

/** In characters: nobody writes longer specifications. */
const MAX_LENGTH = 500;
/** `conda-forge::name[version=…]`; the name ends where a version or a blank begins. */
const SPEC = /^(?:[^\s[]*::)?([A-Z\d][A-Z\d._-]*)\s*(?:\[([^\]]*)\]\s*)?(.*)$/is;
const VERSION_KEY = /(?:^|,)\s*version\s*=\s*(?:"([^"]*)"|'([^']*)'|([^,]*))/;
/** `=1.4.49=py39_0`, `==1.4.49=py39_0` and `1.4.49 py39_0`: a version with a build is exact. */
const WITH_BUILD = /^={0,2}\s*([^\s=<>!~|,*]+)(?:\s*=\s*|\s+)[^\s=<>!~|,]+$/;

/**
 * Reads a conda package specification such as `sqlalchemy=1.4.49`, `sqlalchemy >=1.4,<2.0a0` or
 * `conda-forge::sqlalchemy==1.4.49=py39_0`. `undefined` for Python itself, and if it is not valid.
 * https://docs.conda.io/projects/conda-build/en/stable/resources/package-spec.html
 */
export function readCondaSpec(text: string): ProjectVersion | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const [, name = '', keys = '', rest = ''] = SPEC.exec(text.trim()) ?? [];
  const [, doubleQuoted, quoted, bare] = VERSION_KEY.exec(keys) ?? [];
  return readCondaVersion(name, doubleQuoted ?? quoted ?? bare ?? rest);
}

/** Reads the version of a conda package as in `1.4.*` or `1.4.49 py39_0`; `undefined` as in `readCondaSpec`. */
export function readCondaVersion(name: string, version: string): ProjectVersion | undefined {
  if (version.length > MAX_LENGTH || name.toLowerCase() === 'python') return undefined;
  const exact = WITH_BUILD.exec(version.trim())?.[1];
  if (exact !== undefined) return requirementOf(name, [`==${exact}`]);
  return readConstraint(name, version.trim() === '' ? '*' : version, 'conda');
}
