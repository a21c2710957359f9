import { highestOfEach, type ProjectVersion } from './projectVersion';
import { readConstraint, readRequirement } from './requirement';
import { isTable, parseToml, tablesOf } from './toml';

/** Beginnings of what may hold requirements: one of these tables, or what stands before the first table. */
const READ = /^(?!\[)|^\[\s*(?:project|dependency-groups|tool)\b/;

/**
 * Reads what a `pyproject.toml` requires, in whatever group or extra: the tables of PEP 621 and PEP 735, and those of
 * Poetry, PDM and uv before them. Groups that include another add nothing: all are read. Of a text that is not TOML as
 * a whole, the tables that are.
 */
export function readPyproject(text: string): readonly ProjectVersion[] {
  const whole = parseToml(text.replace(/^\u{feff}/u, ''));
  const tables =
    whole === undefined ? [...tablesOf(text)].filter((table) => READ.test(table)).map(parseToml) : [whole];
  return highestOfEach(tables.flatMap((table) => [...requirementsIn(table), ...constraintsIn(table)]));
}

function requirementsIn(content: unknown): readonly (ProjectVersion | undefined)[] {
  const lists = [
    at(content, 'project', 'dependencies'),
    ...valuesOf(at(content, 'project', 'optional-dependencies')),
    ...valuesOf(at(content, 'dependency-groups')),
    ...valuesOf(at(content, 'tool', 'pdm', 'dev-dependencies')),
    at(content, 'tool', 'uv', 'dev-dependencies'),
  ];
  return lists.flatMap(listOf).map((text) => (typeof text === 'string' ? readRequirement(text) : undefined));
}

function constraintsIn(content: unknown): readonly (ProjectVersion | undefined)[] {
  const poetry = at(content, 'tool', 'poetry');
  const tables = [
    at(poetry, 'dependencies'),
    at(poetry, 'dev-dependencies'),
    ...valuesOf(at(poetry, 'group')).map((group) => at(group, 'dependencies')),
  ];
  return tables
    .flatMap((table) => (isTable(table) ? Object.entries(table) : []))
    .filter(([name]) => name.toLowerCase() !== 'python')
    .flatMap(([name, value]) =>
      // One package may have several constraints, each with its marker.
      (Array.isArray(value) ? listOf(value) : [value]).map((one) => {
        const constraint = isTable(one) ? one['version'] : one;
        return typeof constraint === 'string' ? readConstraint(name, constraint) : undefined;
      }),
    );
}

function at(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>((inner, key) => (isTable(inner) ? inner[key] : undefined), value);
}

function valuesOf(value: unknown): readonly unknown[] {
  return isTable(value) ? Object.values(value) : [];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}
