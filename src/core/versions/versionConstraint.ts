import { explain } from '@renovatebot/pep440';
import { nextRelease } from './versionRange';

/**
 * Who wrote a constraint: Poetry's `2.0` is exactly that version and an entry's all that start with it; `=2.0` is exact
 * for these, while conda's allows all that start with it.
 */
export type ConstraintDialect = 'poetry' | 'conda' | 'entry';

/** In characters: nobody writes longer constraints. */
const MAX_LENGTH = 500;

const TERM = /(\^|~=|~|===?|=|!=|<=?|>=?)? ?((?:\d+!)?[^\s,<>=!~^]+)/g;
/** `2.*`, `2.x`, and conda's `2*`; bounded, so that a long row of wildcards cannot make matching slow. */
const WILDCARD = /(?:(?:^|\.)[*x]|\*){1,4}$/i;

/**
 * Converts a constraint to PEP 440 specifiers, one text per alternative. Carets, tildes and wildcards are expanded
 * (`^2.0` → `>=2.0,<3`), and `*` becomes the empty text, which allows everything. `undefined` if the constraint is not
 * valid.
 * https://python-poetry.org/docs/dependency-specification/
 * https://docs.conda.io/projects/conda-build/en/stable/resources/package-spec.html
 */
export function toPep440Specifiers(
  constraint: string,
  dialect: ConstraintDialect,
): readonly string[] | undefined {
  if (constraint.length > MAX_LENGTH) return undefined;
  const alternatives = constraint
    .replace(/\s+/g, ' ')
    .split(/\|\|?/)
    .map((alternative) => convertAlternative(alternative, dialect));
  return alternatives.every((alternative) => alternative !== undefined) ? alternatives : undefined;
}

function convertAlternative(text: string, dialect: ConstraintDialect): string | undefined {
  const terms = [...text.matchAll(TERM)];
  if (terms.length === 0 || !/^[ ,]*$/.test(text.replace(TERM, ''))) return undefined;
  const specifiers = terms.map(([, operator = '', version = '']) => convertTerm(operator, version, dialect));
  return specifiers.every((specifier) => specifier !== undefined)
    ? specifiers.filter(Boolean).join(',')
    : undefined;
}

function convertTerm(operator: string, text: string, dialect: ConstraintDialect): string | undefined {
  const version = text.replace(WILDCARD, '');
  const isWildcard = version !== text;
  if (isWildcard && version === '') return '';
  const parts = explain(version);
  if (parts === null) return undefined;
  switch (operator) {
    case '':
      return dialect === 'entry' || isWildcard ? `==${parts.base_version}.*` : `==${version}`;
    case '=':
      return dialect === 'conda' || isWildcard ? `==${parts.base_version}.*` : `==${version}`;
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
