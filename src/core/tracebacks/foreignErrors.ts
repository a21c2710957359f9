import { classOf } from './exceptionClasses';
import type { RaisedError } from './raisedError';

/** UTF-16 units of a message that are read. */
const MAX_LENGTH = 4000;
/** What programs of other languages print: qualified classes, frames, and drivers in front of a database's message. */
const FOREIGN = [
  // Java and its relatives, .NET
  /\b(?:java|javax|jakarta|kotlin|scala|android)\.[\w.$]{1,200}(?:Exception|Error)\b/,
  /\b(?:org|com|io|net|dev)\.(?:[a-z]\w{0,60}\.){1,8}[A-Z][\w$]{0,80}(?:Exception|Error)\b/,
  /\b(?:System|Microsoft|Npgsql)\.(?:[A-Z]\w{0,60}\.){0,6}[A-Z]\w{0,60}Exception\b/,
  /^[ \t]{1,20}at [\w.$<>/]{1,200}\([\w.]{1,80}(?::\d{1,6})?\)/m,
  // JavaScript
  /^[ \t]{1,20}at .{1,200}:\d{1,6}:\d{1,6}\)?$/m,
  /\b(?:Prisma|Sequelize|TypeORM|QueryFailed|Mongoose|Mongo)\w{0,40}Error\b|\bnode_modules\b|\bnode:internal\b/,
  // Ruby, Rust, Go, PHP
  /(?<![\w.])[A-Z]\w{0,60}::[A-Z]\w{0,60}/,
  /\bthread '[^'\n]{1,80}' (?:\(\d+\) )?panicked at\b|\bcalled `(?:Result|Option)::/,
  /(?<!\w)(?:pq|pgx|sqlx|mysql): |\bgoroutine \d+ \[|^panic: /m,
  /\bSQLSTATE\[\w{1,10}\]|\bPHP (?:Fatal|Warning|Notice|Parse)\b/,
];

/** Whether a class is that of a database's error in a package that wraps drivers in classes of its own, as Django does. */
function isOtherDatabaseClass(type: string): boolean {
  const { isDatabaseError, package: topLevel, name } = classOf(type);
  return topLevel !== '' && !isDatabaseError && classOf(name).isDatabaseError;
}

/** The packages that wrap what a database reports in classes of their own: another way to it than SQLAlchemy's. */
export function otherDatabasePackages(errors: readonly RaisedError[]): readonly string[] {
  const types = errors.flatMap(({ type }) => type ?? []);
  return [...new Set(types.filter(isOtherDatabaseClass).map((type) => classOf(type).package))];
}

/**
 * Whether errors are those of a program in another language: a database's words are the same there, but what answers
 * them in Python does not answer them. An exception that Python surely raised is none.
 */
export function areForeign(errors: readonly RaisedError[]): boolean {
  return errors.some(isForeign);
}

function isForeign({ type, message, details, frames }: RaisedError): boolean {
  if (frames.length > 0 || (type !== undefined && classOf(type).symbols.length > 0)) return false;
  return isForeignReport(`${type ?? ''} ${details === '' ? message : details}`);
}

/** Whether a text, such as a paragraph of a log, is what a program in another language reports. */
export function isForeignReport(text: string): boolean {
  const report = withoutStatement(text.slice(0, MAX_LENGTH));
  return FOREIGN.some((pattern) => pattern.test(report));
}

/** SQL has colons and names of its own. */
function withoutStatement(text: string): string {
  const at = text.indexOf('[SQL: ');
  return at === -1 ? text : text.slice(0, at);
}
