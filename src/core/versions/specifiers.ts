import { explain, type Pep440Version } from '@renovatebot/pep440';
import { normaliseVersion } from './projectVersion';
import { nextRelease, overlap, type Bound, type VersionRange } from './versionRange';

/** In characters: nobody writes longer specifiers, and each is compared with every entry. */
const MAX_LENGTH = 500;
const SPECIFIER = /^(===?|~=|!=|<=?|>=?)\s*(.*?)(\.\*)?$/s;
const EQUALITY = new Set(['==', '===', '!=']);

/**
 * The range that PEP 440 specifiers such as `>=2.0,<3` allow; without specifiers, all versions. `!=` is ignored, since
 * an excluded version moves no bound. `undefined` if the specifiers are not valid.
 * https://packaging.python.org/en/latest/specifications/version-specifiers/#version-specifiers
 */
export function parseRange(specifiers: string): VersionRange | undefined {
  if (specifiers.length > MAX_LENGTH) return undefined;
  let range: VersionRange = {};
  for (const term of specifiers.split(',').map((part) => part.trim())) {
    if (term === '') continue;
    const [, operator = '', text = '', wildcard] = SPECIFIER.exec(term) ?? [];
    const allowed = rangeOfSpecifier(operator, text, wildcard !== undefined);
    if (allowed === undefined) return undefined;
    range = overlap(range, allowed);
  }
  return range;
}

function rangeOfSpecifier(operator: string, text: string, isPrefixMatch: boolean): VersionRange | undefined {
  const version = normaliseVersion(text);
  const parts = explain(version);
  if (version === undefined || parts === null) return undefined;
  if (!EQUALITY.has(operator) && (isPrefixMatch || version.includes('+'))) return undefined;
  if (isPrefixMatch && (parts.is_devrelease || version.includes('+'))) return undefined;
  const { release, epoch } = parts;
  const inclusive = { version, isIncluded: true };
  switch (operator) {
    case '==':
    case '===':
      return isPrefixMatch
        ? { lower: seriesStart(parts.base_version), upper: seriesEnd(nextRelease(release, epoch)) }
        : { lower: inclusive, upper: inclusive };
    case '~=':
      if (release.length < 2) return undefined;
      return { lower: inclusive, upper: seriesEnd(nextRelease(release.slice(0, -1), epoch)) };
    case '>=':
      return { lower: inclusive };
    case '>':
      return { lower: { version, isIncluded: false } };
    case '<=':
      return { upper: inclusive };
    case '<':
      return { upper: exclusiveUpper(parts) };
    default:
      return {};
  }
}

/** A series starts with its first pre-release, so that 2.1.0b1 is in 2.1. */
function seriesStart(version: string): Bound {
  return { version: `${version}.dev0`, isIncluded: true };
}

/** A series ends before the first pre-release of the next one. */
function seriesEnd(nextVersion: string): Bound {
  return { version: `${nextVersion}.dev0`, isIncluded: false };
}

/**
 * `<2.0` excludes the pre-releases of 2.0 as well, unless it names one. `<2.0a0`, which conda writes, names none: a
 * first alpha is 2.0a1.
 */
function exclusiveUpper({ is_prerelease: isPreRelease, public: version }: Pep440Version): Bound {
  const release = version.replace(/a0$/, '');
  return isPreRelease && release === version ? { version, isIncluded: false } : seriesEnd(release);
}
