import { highestPerPackage, type ProjectVersion } from './projectVersion';
import { readConstraint, readRequirement } from './requirement';
import { isTable, parseToml, splitTables } from './toml';

/** Matches tables that may hold requirements, and what precedes the first table. */
const RELEVANT_TABLE = /^(?!\[)|^\[\s*(?:project|dependency-groups|tool)\b/;

/**
 * Reads the requirements of a `pyproject.toml`, in any group or extra: the tables of PEP 621 and PEP 735, and the older
 * ones of Poetry, PDM and uv. Groups included in others need no resolving, since all groups are read. If the text is
 * not valid as a whole, the tables that are valid are read.
 */
export function readPyproject(text: string): readonly ProjectVersion[] {
  const whole = parseToml(text.replace(/^\u{feff}/u, ''));
  const contents = whole === undefined ? parseTablesSeparately(text) : [whole];
  return highestPerPackage(
    contents.flatMap((content) => [...requirementsIn(content), ...poetryConstraintsIn(content)]),
  );
}

function parseTablesSeparately(text: string): readonly unknown[] {
  return [...splitTables(text)].filter((table) => RELEVANT_TABLE.test(table)).map(parseToml);
}

function requirementsIn(content: unknown): readonly (ProjectVersion | undefined)[] {
  const lists = [
    valueAt(content, 'project', 'dependencies'),
    ...valuesOf(valueAt(content, 'project', 'optional-dependencies')),
    ...valuesOf(valueAt(content, 'dependency-groups')),
    ...valuesOf(valueAt(content, 'tool', 'pdm', 'dev-dependencies')),
    valueAt(content, 'tool', 'uv', 'dev-dependencies'),
  ];
  return lists
    .flatMap(asList)
    .map((requirement) => (typeof requirement === 'string' ? readRequirement(requirement) : undefined));
}

function poetryConstraintsIn(content: unknown): readonly (ProjectVersion | undefined)[] {
  const poetry = valueAt(content, 'tool', 'poetry');
  const tables = [
    valueAt(poetry, 'dependencies'),
    valueAt(poetry, 'dev-dependencies'),
    ...valuesOf(valueAt(poetry, 'group')).map((group) => valueAt(group, 'dependencies')),
  ];
  return tables
    .flatMap((table) => (isTable(table) ? Object.entries(table) : []))
    .filter(([name]) => name.toLowerCase() !== 'python')
    .flatMap(([name, value]) =>
      // A package may have several constraints, each with its own marker.
      (Array.isArray(value) ? asList(value) : [value]).map((entry) => {
        const constraint = isTable(entry) ? entry['version'] : entry;
        return typeof constraint === 'string' ? readConstraint(name, constraint) : undefined;
      }),
    );
}

function valueAt(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>((inner, key) => (isTable(inner) ? inner[key] : undefined), value);
}

function valuesOf(value: unknown): readonly unknown[] {
  return isTable(value) ? Object.values(value) : [];
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}
