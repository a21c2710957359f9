import { explain } from '@renovatebot/pep440';
import { nextRelease } from './versionRange';

/** What a version without an operator means: exactly that version (Poetry), or all that start with it (an entry). */
export type BareVersionMeaning = 'exact' | 'series';

const TERM = /(\^|~=|~|===?|=|!=|<=?|>=?)? ?((?:\d+!)?[^\s,<>=!~^]+)/g;
/** `2.*`, `2.x`; bounded, so that a long row of wildcards cannot make matching slow. */
const WILDCARD = /(?:(?:^|\.)[*x]){1,4}$/i;

/**
 * Converts a Poetry constraint to PEP 440 specifiers, one text per alternative. Carets, tildes and wildcards are
 * expanded (`^2.0` → `>=2.0,<3`), and `*` becomes the empty text, which allows everything. `undefined` if the
 * constraint is not valid.
 * https://python-poetry.org/docs/dependency-specification/
 */
export function toPep440Specifiers(
  constraint: string,
  bare: BareVersionMeaning,
): readonly string[] | undefined {
  const alternatives = constraint
    .replace(/\s+/g, ' ')
    .split(/\|\|?/)
    .map((alternative) => convertAlternative(alternative, bare));
  return alternatives.every((alternative) => alternative !== undefined) ? alternatives : undefined;
}

function convertAlternative(text: string, bare: BareVersionMeaning): string | undefined {
  const terms = [...text.matchAll(TERM)];
  if (terms.length === 0 || !/^[ ,]*$/.test(text.replace(TERM, ''))) return undefined;
  const specifiers = terms.map(([, operator = '', version = '']) => convertTerm(operator, version, bare));
  return specifiers.every((specifier) => specifier !== undefined)
    ? specifiers.filter(Boolean).join(',')
    : undefined;
}

function convertTerm(operator: string, text: string, bare: BareVersionMeaning): string | undefined {
  const version = text.replace(WILDCARD, '');
  const isWildcard = version !== text;
  if (isWildcard && version === '') return '';
  const parts = explain(version);
  if (parts === null) return undefined;
  switch (operator) {
    case '':
      return bare === 'series' || isWildcard ? `==${parts.base_version}.*` : `==${version}`;
    case '=':
    case '==':
      return isWildcard ? `==${version}.*` : `==${version}`;
    case '!=':
      return isWildcard ? `!=${version}.*` : `!=${version}`;
    case '^': {
      // The first number that is not zero stays fixed; if all are zero, the last one does.
      const firstNonZero = parts.release.findIndex((number) => number !== 0);
      const fixedCount = firstNonZero === -1 ? parts.release.length : firstNonZero + 1;
      return `>=${version},<${nextRelease(parts.release.slice(0, fixedCount), parts.epoch)}`;
    }
    case '~':
      return `>=${version},<${nextRelease(parts.release.slice(0, 2), parts.epoch)}`;
    case '>=':
    case '<':
      return `${operator}${version}`;
    default:
      // `>2.*` and `<=2.*` would need the end of the series, and are not used in practice.
      return isWildcard ? undefined : `${operator}${version}`;
  }
}
