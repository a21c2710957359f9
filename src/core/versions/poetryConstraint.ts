import { explain } from '@renovatebot/pep440';
import { nextOf } from './versionRange';

/** What a version without an operator says: that version (Poetry), or all that begin with it (an answer). */
export type BareVersion = 'exact' | 'series';

const TERM = /(\^|~=|~|===?|=|!=|<=?|>=?)? ?((?:\d+!)?[^\s,<>=!~^]+)/g;
/** `2.*`, `2.x`; bounded, so that a long row of them costs nothing. */
const WILDCARD = /(?:(?:^|\.)[*x]){1,4}$/i;

/**
 * A constraint as Poetry has them, as PEP 440 specifiers: one text for each alternative. Carets, tildes and wildcards
 * are written out (`^2.0` → `>=2.0,<3`), and `*` becomes the empty text, which allows everything. `undefined` when the
 * constraint is none.
 * https://python-poetry.org/docs/dependency-specification/
 */
export function specifiersOf(constraint: string, bare: BareVersion): readonly string[] | undefined {
  const alternatives = constraint
    .replace(/\s+/g, ' ')
    .split(/\|\|?/)
    .map((alternative) => alternativeOf(alternative, bare));
  return alternatives.every((alternative) => alternative !== undefined) ? alternatives : undefined;
}

function alternativeOf(text: string, bare: BareVersion): string | undefined {
  const terms = [...text.matchAll(TERM)];
  if (terms.length === 0 || !/^[ ,]*$/.test(text.replace(TERM, ''))) return undefined;
  const written = terms.map(([, operator = '', version = '']) => specifierOf(operator, version, bare));
  return written.every((term) => term !== undefined) ? written.filter(Boolean).join(',') : undefined;
}

function specifierOf(operator: string, text: string, bare: BareVersion): string | undefined {
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
      // The first number that is not zero may not change; of zeros only, the last.
      const kept = parts.release.findIndex((number) => number !== 0);
      const upTo = kept === -1 ? parts.release.length : kept + 1;
      return `>=${version},<${nextOf(parts.release.slice(0, upTo), parts.epoch)}`;
    }
    case '~':
      return `>=${version},<${nextOf(parts.release.slice(0, 2), parts.epoch)}`;
    case '>=':
    case '<':
      return `${operator}${version}`;
    default:
      // `>2.*` and `<=2.*` would need the series' end; nobody writes them.
      return isWildcard ? undefined : `${operator}${version}`;
  }
}
