import { addToGroup } from '../base/grouping';
import type { Entry } from '../model';
import { SYMBOLS } from '../symbolTable/symbolTable';
import { messageClasses } from './messageFacts';
import { unqualifiedName } from './raisedError';

const nameSet = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Python's own exceptions: only the message tells what went wrong. */
const BUILTIN = nameSet(`
  ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError BrokenPipeError
  BufferError BytesWarning CancelledError ChildProcessError ConnectionAbortedError ConnectionError
  ConnectionRefusedError ConnectionResetError DeprecationWarning EOFError EncodingWarning EnvironmentError Exception
  ExceptionGroup FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError ImportError
  ImportWarning IndentationError IndexError InterruptedError InvalidStateError IsADirectoryError JSONDecodeError
  KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError NotADirectoryError
  NotImplementedError OSError OverflowError PendingDeprecationWarning PermissionError ProcessLookupError
  PythonFinalizationError RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration
  StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError TypeError UnboundLocalError
  UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning
  ZeroDivisionError
`);
const BUILTIN_MODULES = nameSet('asyncio builtins concurrent json socket ssl subprocess urllib');

/**
 * Built-in exceptions whose messages are Python's own, identical in all programs except for the names they quote.
 * (RuntimeError is not one of them: libraries raise it with their own messages.)
 */
const GENERIC_MESSAGES = nameSet(`
  AssertionError AttributeError FileNotFoundError ImportError IndexError KeyError ModuleNotFoundError NameError OSError
  SyntaxError TypeError UnboundLocalError ValueError
`);

/** Classes that libraries raise for any mistake: only the message or code tells which one it was. */
const CATCH_ALL = nameSet(`
  ArgumentError ClientError CommandError CompileError DBAPIError DataError DatabaseError Error FastAPIDeprecationWarning
  FastAPIError FlushError HTTPError HTTPException HTTPStatusError InterfaceError InternalClientError InternalError
  InvalidRequestError MovedIn20Warning NotSupportedError OperationalError PostgresError ProgrammingError
  PydanticDeprecationWarning PydanticImportError PydanticUserError RemovedIn20Warning ResourceClosedError RevisionError
  SADeprecationWarning SAPendingDeprecationWarning SAWarning SQLAlchemyError SettingsError StatementError TimeoutError
  ValidationError ValidationException WebSocketException
`);

/** Errors that the database reports, whichever method executed the statement: PEP 249 names them for all drivers. */
const DATABASE_ERRORS = nameSet(`
  DBAPIError DataError DatabaseError IntegrityError InterfaceError InternalError NotSupportedError OperationalError
  ProgrammingError
`);

const DATABASE_PACKAGES = nameSet(`
  MySQLdb aiomysql aiosqlite asyncmy asyncpg mysql oracledb psycopg psycopg2 pymysql pyodbc sqlalchemy sqlite3
`);

/** Packages that export the classes of another one. */
const EXPORTED_AS: Readonly<Record<string, string>> = { pydantic_core: 'pydantic' };

/** What is known about an exception's class. */
export interface ExceptionClass {
  /** Its unqualified name. */
  readonly name: string;
  /** The top-level package it is qualified with; empty for a bare name. */
  readonly package: string;
  /** Qualified names in the symbol table; a bare name may match several. */
  readonly symbols: readonly string[];
  /**
   * Names of the classes it may be, the same for every path to a class: canonical names of the symbol table, otherwise
   * package and class. A bare name is that of every known class; empty if none is known.
   */
  readonly identities: readonly string[];
  readonly isBuiltin: boolean;
  /** Whether it is raised for one kind of mistake, so that the class alone tells what went wrong. */
  readonly isSpecific: boolean;
  /** Whether its messages differ only in the names they quote. */
  readonly isIdentifiedByValues: boolean;
  readonly isDatabaseError: boolean;
}

export function classOf(type: string): ExceptionClass {
  const name = unqualifiedName(type);
  const isQualified = name !== type;
  const topLevel = isQualified ? type.slice(0, type.indexOf('.')) : '';
  const isBuiltin = BUILTIN.has(name) && (!isQualified || BUILTIN_MODULES.has(topLevel));
  const symbols = isBuiltin ? [] : symbolsOf(type, name, topLevel);
  return {
    name,
    package: topLevel,
    symbols,
    identities: isBuiltin ? [`builtins.${name}`] : identitiesOf(name, topLevel, symbols),
    isBuiltin,
    isSpecific: !isBuiltin && symbols.length > 0 && !CATCH_ALL.has(name),
    isIdentifiedByValues: isBuiltin && GENERIC_MESSAGES.has(name),
    isDatabaseError: DATABASE_ERRORS.has(name) && (!isQualified || DATABASE_PACKAGES.has(topLevel)),
  };
}

function symbolsOf(type: string, name: string, topLevel: string): readonly string[] {
  const resolved = SYMBOLS.resolve(type);
  if (resolved !== undefined) return [resolved.name];
  const symbols = SYMBOLS.symbolsNamed(name)
    .filter(({ kind }) => kind === 'exception')
    .map((symbol) => symbol.name);
  // A class of the same name in another package, or in the project, is a different class.
  return topLevel === '' ? symbols : symbols.filter((symbol) => symbol.startsWith(`${topLevel}.`));
}

/** Whether a class that an entry declares is the one of an error. Of classes that nobody knows, the name decides. */
export function isSameClass(declared: ExceptionClass, raised: ExceptionClass): boolean {
  if (declared.identities.length === 0 || raised.identities.length === 0)
    return declared.name === raised.name;
  return declared.identities.some((identity) => raised.identities.includes(identity));
}

const declaredClasses = new WeakMap<Entry, readonly ExceptionClass[]>();

/** What an entry declares as errors, as classes; its error codes are classes that no error has. */
export function declaredClassesOf(entry: Entry): readonly ExceptionClass[] {
  const known = declaredClasses.get(entry) ?? entry.errorCodes.map(classOf);
  declaredClasses.set(entry, known);
  return known;
}

function identitiesOf(name: string, topLevel: string, symbols: readonly string[]): readonly string[] {
  if (topLevel !== '') return symbols.length > 0 ? symbols : [identityIn(topLevel, name)];
  const packages = DATABASE_ERRORS.has(name) ? [...DATABASE_PACKAGES] : [];
  const known = [...packages, ...(packagesOfClasses().get(name) ?? [])];
  return [...new Set([...symbols, ...known.map((topPackage) => identityIn(topPackage, name))])];
}

function identityIn(topLevel: string, name: string): string {
  return `${EXPORTED_AS[topLevel] ?? topLevel}.${name}`;
}

/** Whether any known message is raised as a class of that unqualified name. */
export function hasKnownMessages(name: string): boolean {
  return packagesOfClasses().has(name);
}

let classPackages: ReadonlyMap<string, readonly string[]> | undefined;

/** The packages of classes that raise known messages, by unqualified name. */
function packagesOfClasses(): ReadonlyMap<string, readonly string[]> {
  if (classPackages !== undefined) return classPackages;
  const packages = new Map<string, string[]>();
  for (const type of messageClasses()) {
    const name = unqualifiedName(type);
    if (name !== type) addToGroup(packages, name, type.slice(0, type.indexOf('.')));
  }
  classPackages = packages;
  return packages;
}

/** Whether a class, by its unqualified name, is raised for any mistake. */
export function isCatchAll(name: string): boolean {
  return CATCH_ALL.has(name);
}

/** Whether a SQLAlchemy code only stands for a catch-all class: `e3q8` is every OperationalError. */
export function isCatchAllCode(code: string): boolean {
  const title = SYMBOLS.errorCode(code)?.title ?? '';
  return title === 'DBAPI Errors' || CATCH_ALL.has(title);
}
