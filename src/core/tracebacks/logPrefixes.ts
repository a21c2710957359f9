/** A line without the prefixes that programs put before every line. */
export interface StrippedLine {
  readonly text: string;
  /** Column of the line where `text` starts. */
  readonly column: number;
  /** Log level in capitals, if a prefix names one. */
  readonly level?: string;
}

/** Prefixes removed from one line. */
const MAX_PREFIXES = 8;
/** UTF-16 units of a line that prefixes may take. */
const MAX_LENGTH = 600;

const LEVELS: Readonly<Record<string, string>> = {
  TRACE: 'TRACE',
  DEBUG: 'DEBUG',
  DBG: 'DEBUG',
  INFO: 'INFO',
  INF: 'INFO',
  NOTICE: 'NOTICE',
  SUCCESS: 'INFO',
  WARN: 'WARN',
  WRN: 'WARN',
  WARNING: 'WARNING',
  ERROR: 'ERROR',
  ERR: 'ERROR',
  CRITICAL: 'CRITICAL',
  FATAL: 'FATAL',
  EXCEPTION: 'ERROR',
  D: 'DEBUG',
  I: 'INFO',
  W: 'WARNING',
  E: 'ERROR',
  F: 'FATAL',
};
const LEVEL_WORDS = 'TRACE|DEBUG|INFO|NOTICE|SUCCESS|WARN|WARNING|ERROR|CRITICAL|FATAL';
const LEVEL = `(?<level>${LEVEL_WORDS})`;
/** In brackets, where nothing else is meant, also short and in lower case. */
const BRACKETED_LEVEL = `\\[(?<level>${LEVEL_WORDS}|INF|WRN|ERR|DBG|trace|debug|info|notice|warn|warning|error|critical|fatal|exception|inf|wrn|err|dbg) {0,8}\\]`;
const DATE = String.raw`\d{4}[-/]\d\d[-/]\d\d`;
const TIME = String.raw`\d\d:\d\d:\d\d(?:[.,]\d{1,9})?`;
const ZONE = String.raw`(?: ?(?:Z|UTC|GMT|KST|[+-]\d\d:?\d\d)(?![\w:]))?`;
const TIMESTAMP = `(?:(?:${DATE}[T ])?${TIME}${ZONE})`;
const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** What may separate a prefix from what follows. */
const SEPARATOR = String.raw`(?:[ \t]{0,10}(?:[|:-](?=[ \t])[ \t]{1,10}|[ \t]{1,10}|$))`;

/** An element of a prefix, by whether it certainly is one or only after a certain one. */
interface Element {
  readonly pattern: RegExp;
  readonly isCertain: boolean;
}

const element = (isCertain: boolean, ...sources: readonly string[]): readonly Element[] =>
  sources.map((source) => ({ pattern: new RegExp(`^${source}`), isCertain }));

/** The elements that programs build their prefixes of, in any order; the first that matches is taken. */
const ELEMENTS: readonly Element[] = [
  ...element(
    true,
    // Levels: `ERROR:    `, `[ERROR] `, `ERROR - `, `ERROR    | `, `ERROR:root:`, `ERROR [alembic.util] `, `ERROR in app: `
    `\\[?${LEVEL}\\]?(?: {0,10}[|:-] {0,10}| {1,10}(?=\\[)| in [\\w.]{1,80}: )(?:(?<=:)[\\w.]{1,80}:(?! ))?`,
    `${BRACKETED_LEVEL}[ \\t]{0,10}(?:[|:-] )?`,
    // GitHub Actions: `##[error]`
    String.raw`##\[(?<level>error|warning|debug|notice)\]`,
    // Timestamps, also in brackets and with Celery's level and process: `[2026-11-24 17:34:16,123: ERROR/MainProcess] `
    `\\[${TIMESTAMP}: ${LEVEL}(?:/[\\w-]{1,60})?\\] ?`,
    `\\[?${TIMESTAMP}\\]?(?:[:|-](?= ))?[ \\t]{0,10}(?:[-|] )?`,
    // journald and syslog: `Nov 24 17:34:16 host uvicorn[812]: `
    String.raw`[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d \S{1,80} [\w./@-]{1,60}(?:\[\d{1,8}\])?: ?`,
    // docker compose, foreman: `web-1  | `, `web.1 | `. The name distinguishes it from the margin of an exception group.
    String.raw`[\w.-]{1,60} {0,20}\| ?`,
    // Numbers of processes and workers: `[7] `, `[gw0] `, `[PID 9] `; pods: `[pod/shop-7f/api] `
    String.raw`\[(?:\d{1,8}|gw\d{1,4}|PID \d{1,8}|pod/[\w./-]{1,200})\] `,
    // Google Cloud: `E 2026-…`; CI steps: `test\tRun pytest\t2026-…`
    `(?<level>[DIWEF]) (?=${DATE}T)`,
    `[^\\t]{1,80}\\t(?:[^\\t]{1,80}\\t)?(?=${DATE}T)`,
    // Names before another certain prefix: `api:dev: ERROR:    `, `[api] INFO: `
    `(?:[a-z\\d_@][a-z\\d_./@-]{0,40}(?::[\\w.-]{1,40})?:|\\[[\\w./-]{1,40}\\]) (?=(?:${LEVEL_WORDS})(?:: |:\\w|$)|\\[?${DATE}[T ]${TIME}|\\[(?:${LEVEL_WORDS})\\])`,
    `${UUID}[ \\t](?=(?:${LEVEL_WORDS})[ :])`,
    // Quotations: `> `
    '(?:> ){1,4}(?!>)',
  ),
  ...element(
    false,
    `${LEVEL}${SEPARATOR}`,
    `${UUID}${SEPARATOR}`,
    // Loggers: `[alembic.util.messaging] `, `app.db - `, `app.db:read:12 - `
    String.raw`\[(?!Errno|WinError|\d{1,9}[,\]])[A-Za-z_][\w.:@/-]{0,100}(?:\([^()\]]{0,60}\))?\](?:: | {1,10}(?:- )?)`,
    String.raw`\[dd\.[^\]]{1,400}\] (?:- )?`,
    String.raw`(?!(?:[A-Za-z_]\w*\.)*\w*(?:Error|Exception|Warning) )[A-Za-z_][\w.]{0,80}(?::[\w<>]{1,80}:\d{1,9})? - `,
    // Heroku, Fly, journald: `app[web.1]: `, `app[3d8d] icn `, `host uvicorn[812]: `
    String.raw`(?:[\w.-]{1,80} )?[\w./@-]{1,60}\[[\w.-]{1,40}\](?:: ?| [a-z]{3} (?=\[))`,
    // GitLab: `01O `
    String.raw`\d\d[OE]\+? `,
  ),
];

/** The name of a log level in capitals, if a word is one, whether it is short or in lower case. */
export function levelName(word: string): string | undefined {
  return LEVELS[word.trim().toUpperCase()];
}

/** Removes the prefixes of containers, log collectors, process managers, servers and Python's logging from a line. */
export function stripLogPrefixes(line: string): StrippedLine {
  let column = 0;
  let level: string | undefined;
  // Prefixes nest: uvicorn's within docker compose's within journald's.
  for (let pass = 0; pass < MAX_PREFIXES && column < MAX_LENGTH; pass += 1) {
    const text = line.slice(column, column + MAX_LENGTH);
    const match = firstMatch(text, column > 0);
    if (match === undefined || match[0] === '') break;
    column += match[0].length;
    level = levelName(match.groups?.['level'] ?? '') ?? level;
  }
  return { text: line.slice(column), column, ...(level === undefined ? {} : { level }) };
}

function firstMatch(text: string, isAfterPrefix: boolean): RegExpExecArray | undefined {
  for (const { pattern, isCertain } of ELEMENTS) {
    const match = isCertain || isAfterPrefix ? pattern.exec(text) : null;
    if (match !== null) return match;
  }
  return undefined;
}
