/** A line without the prefixes that programs put before every line. */
export interface StrippedLine {
  readonly text: string;
  /** Column of the line where `text` starts. */
  readonly column: number;
  /** Log level in capitals, if a prefix names one. */
  readonly level?: string;
}

/** Prefixes removed from one line. */
const MAX_PREFIXES = 6;
const LEVEL = '(?<level>DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|CRITICAL|FATAL|TRACE)';
/** Prefixes at the start of a line that is not empty without them. */
const PREFIXES: readonly RegExp[] = [
  // docker compose: `web-1  | `, `app_web_1 | `. The name distinguishes it from the margin of an exception group.
  /^[\w.-]{1,60} {0,20}\| ?/,
  // journald and syslog: `Nov 24 17:34:16 host uvicorn[812]: `
  /^[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d \S{1,80} [\w./@-]{1,60}(?:\[\d{1,8}\])?: ?/,
  // Timestamps: `2026-11-24T17:34:16.123Z `, `[2026-11-24 17:34:16 +0000] `, `17:34:16,123 `
  /^\[?(?:\d{4}-\d\d-\d\d[T ])?\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?: ?(?:Z|[+-]\d\d:?\d\d))?\]? ?(?:[-|] )?/,
  // Process ids: `[7] `
  /^\[\d{1,8}\] /,
  // `ERROR:    `, `[ERROR] `, `ERROR - `, `ERROR:root:`, `ERROR [alembic.util.messaging] `
  new RegExp(`^\\[?${LEVEL}\\]?(?: {0,10}[|:-] {0,10}| {1,10}(?=\\[))(?:(?<=:)[\\w.]{1,80}:(?! ))?`),
  new RegExp(`^\\[${LEVEL}\\] {1,10}`),
];
/** Logger names, which only follow other prefixes: `[alembic.util.messaging] `, `app.db - `, `app.db:read:12 - `. */
const LOGGER = /^(?:\[[a-z_][\w.]{0,80}\] |[a-z_][\w.]{0,80}(?::\w{1,80}:\d{1,9})? - )/;

/** Removes the prefixes of docker, journald, gunicorn, uvicorn and Python's logging from a line. */
export function stripLogPrefixes(line: string): StrippedLine {
  let column = 0;
  let level: string | undefined;
  let text = line;
  // Prefixes nest: uvicorn's within docker compose's within journald's.
  for (let pass = 0; pass < MAX_PREFIXES; pass += 1) {
    const match = firstMatch(column > 0 ? [...PREFIXES, LOGGER] : PREFIXES, text);
    if (match === undefined) break;
    column += match[0].length;
    level = match.groups?.['level'] ?? level;
    text = line.slice(column);
  }
  return { text, column, ...(level === undefined ? {} : { level }) };
}

function firstMatch(patterns: readonly RegExp[], text: string): RegExpExecArray | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match !== null) return match;
  }
  return undefined;
}
