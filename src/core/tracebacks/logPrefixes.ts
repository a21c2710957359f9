/** A line's own words, behind what a program put in front of every line. */
export interface Unprefixed {
  readonly text: string;
  /** Column of the line where they begin. */
  readonly column: number;
  /** Level of a log line, in capitals, where its prefix names one. */
  readonly level?: string;
}

const LEVEL = '(?<level>DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|CRITICAL|FATAL|TRACE)';
/** Prefixes in front of a line that says something itself; each begins at the margin. */
const PREFIXES: readonly RegExp[] = [
  // docker compose: `web-1  | `, `app_web_1 | `. Not the bare margin of an exception group.
  /^[\w.-]{1,60} {0,20}\| ?/,
  // journald and syslog: `Nov 24 17:34:16 host uvicorn[812]: `
  /^[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d \S{1,80} [\w./@-]{1,60}(?:\[\d{1,8}\])?: ?/,
  // Timestamps: `2026-11-24T17:34:16.123Z `, `[2026-11-24 17:34:16 +0000] `, `17:34:16,123 `
  /^\[?(?:\d{4}-\d\d-\d\d[T ])?\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?: ?(?:Z|[+-]\d\d:?\d\d))?\]? ?(?:[-|] )?/,
  // A process's number: `[7] `
  /^\[\d{1,8}\] /,
  // `ERROR:    `, `[ERROR] `, `ERROR - `, `ERROR:root:`, `ERROR [alembic.util.messaging] `
  new RegExp(`^\\[?${LEVEL}\\]?(?: {0,10}[|:-] {0,10}| {1,10}(?=\\[))(?:(?<=:)[\\w.]{1,80}:(?! ))?`),
  new RegExp(`^\\[${LEVEL}\\] {1,10}`),
];
/** A logger's name, which only stands behind other prefixes: `[alembic.util.messaging] `, `app.db - `, `app.db:read:12 - `. */
const LOGGER = /^(?:\[[a-z_][\w.]{0,80}\] |[a-z_][\w.]{0,80}(?::\w{1,80}:\d{1,9})? - )/;

/** Takes off what docker, journald, gunicorn, uvicorn and Python's logging put in front of a line. */
export function withoutPrefixes(line: string): Unprefixed {
  let column = 0;
  let level: string | undefined;
  let text = line;
  // Programs nest: a line of uvicorn's within compose's within journald's.
  for (let pass = 0; pass < 6; pass += 1) {
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
