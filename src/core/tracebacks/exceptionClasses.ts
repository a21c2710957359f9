import { SYMBOLS } from '../symbolTable/symbolTable';
import { lastName } from './raisedError';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Python's own exceptions: what they are raised for is in their message alone. */
const BUILTIN = words(`
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
const BUILTIN_MODULES = words('asyncio builtins concurrent json socket ssl subprocess urllib');

/**
 * Those of Python whose messages are Python's own, the same for all programs: what tells one from another is the names
 * that they quote. (Libraries raise RuntimeError with words of theirs.)
 */
const QUOTING = words(`
  AssertionError AttributeError FileNotFoundError ImportError IndexError KeyError ModuleNotFoundError NameError OSError
  SyntaxError TypeError UnboundLocalError ValueError
`);

/** Classes that a library raises for anything: which mistake it was is in their message or code. */
const CATCH_ALL = words(`
  ArgumentError ClientError CommandError CompileError DBAPIError DataError DatabaseError Error FastAPIDeprecationWarning
  FastAPIError HTTPError HTTPException HTTPStatusError InterfaceError InternalError InvalidRequestError MovedIn20Warning
  NotSupportedError OperationalError PostgresError ProgrammingError PydanticDeprecationWarning PydanticUserError
  RemovedIn20Warning RevisionError SADeprecationWarning SAPendingDeprecationWarning SAWarning SQLAlchemyError
  SettingsError StatementError TimeoutError ValidationError ValidationException WebSocketException
`);

/** What comes from the database, whatever method the statement went through. */
const OF_THE_DATABASE = words(`
  DBAPIError DataError DatabaseError IntegrityError InterfaceError InternalError NotSupportedError OperationalError
  ProgrammingError
`);

/** What is known of an exception's class. */
export interface ExceptionClass {
  /** Its last name. */
  readonly name: string;
  /** The package it is written with; empty for a bare name. */
  readonly root: string;
  /** Qualified names in the table of public names; a bare name may stand for several. */
  readonly symbols: readonly string[];
  readonly isBuiltin: boolean;
  /** Whether it is raised for one kind of mistake, so that the class alone says what went wrong. */
  readonly isSpecific: boolean;
  /** Whether its messages are told apart by the names that they quote. */
  readonly isToldByValues: boolean;
  readonly isOfTheDatabase: boolean;
}

export function classOf(type: string): ExceptionClass {
  const name = lastName(type);
  const isQualified = name !== type;
  const isBuiltin = BUILTIN.has(name) && (!isQualified || BUILTIN_MODULES.has(type.split('.', 1)[0] ?? ''));
  const symbols = isBuiltin ? [] : symbolsOf(type, name, isQualified);
  return {
    name,
    root: isQualified ? (type.split('.', 1)[0] ?? '') : '',
    symbols,
    isBuiltin,
    isSpecific: !isBuiltin && symbols.length > 0 && !CATCH_ALL.has(name),
    isToldByValues: isBuiltin && QUOTING.has(name),
    isOfTheDatabase: OF_THE_DATABASE.has(name),
  };
}

function symbolsOf(type: string, name: string, isQualified: boolean): readonly string[] {
  const resolved = SYMBOLS.resolve(type);
  if (resolved !== undefined) return [resolved.name];
  const known = SYMBOLS.symbolsNamed(name).filter(({ kind }) => kind === 'exception');
  // A class of another package, or of the project, is another class, whatever it is called.
  const root = `${type.split('.', 1)[0] ?? ''}.`;
  const own = isQualified ? known.filter(({ name: full }) => full.startsWith(root)) : known;
  return own.map(({ name: full }) => full);
}

/** Whether a class, by its last name, is raised for anything. */
export function isCatchAll(name: string): boolean {
  return CATCH_ALL.has(name);
}

/** Whether a code of SQLAlchemy only names a class that is raised for anything: `e3q8` is every OperationalError. */
export function isCatchAllCode(code: string): boolean {
  const title = SYMBOLS.errorCode(code)?.title ?? '';
  return title === 'DBAPI Errors' || CATCH_ALL.has(title);
}
