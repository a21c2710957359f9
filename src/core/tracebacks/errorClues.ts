import { classOf } from './exceptionClasses';
import { foldName, writtenNamesIn } from './foldedNames';
import { stableWords } from './messageWords';
import { unqualifiedName, type Frame, type RaisedError } from './raisedError';

/** A name that an error has. */
export interface NameClue {
  readonly written: string;
  readonly folded: string;
  /** Whether it is a name wherever it stands: the error quotes it, or it is that of a package. */
  readonly isCertain: boolean;
}

/** What an error tells besides its class and the words of its message. */
export interface ErrorClues {
  /** Names that the message quotes or that are written as identifiers in it. */
  readonly names: readonly NameClue[];
  /** Whether the message says nothing without them: all have to be named. */
  readonly needsAllNames: boolean;
  /** Words of the message, folded: they count where a text writes them as code. */
  readonly words: ReadonlySet<string>;
  /** Keyword arguments that the message quotes: `lazy='raise'`. */
  readonly keywords: readonly { readonly keyword: string; readonly value: string }[];
  /** Sequences of the message's words. */
  readonly message: readonly string[];
  /** The unqualified name of its class, and the package that it is qualified with, folded. */
  readonly className: string;
  readonly classPackage: string;
  /** Packages and modules that the error passed through, and identifiers of the code lines that led to it. */
  readonly places: readonly NameClue[];
  /** What happened, apart from names. */
  readonly topics: ReadonlySet<Topic>;
}

/** `module`: a module was not found; `import`: while modules were imported; `change`: something is deprecated or gone. */
export type Topic = 'module' | 'import' | 'change';

/** UTF-16 units of a message, frames and names of each kind that are read. */
const MAX_LENGTH = 1500;
const MAX_FRAMES = 12;
const MAX_NAMES = 40;
const MIN_NAME_LENGTH = 3;

const QUOTED_NAME = /(?<![\p{L}\p{N}])(["'`‘“])([A-Za-z_][\w.-]{1,80})["'`’”](?![\p{L}\p{N}])/gu;
/** `snake_case` or capitals inside a word. */
const IDENTIFIER = /\b(?:[A-Za-z]\w*_\w+|_\w+|[A-Z]?[a-z]+[A-Z]\w*)\b/g;
const KEYWORD = /\b([a-z_]{2,40})=["'`]([\w.-]{1,40})["'`]/g;
const WORD = /[A-Za-z]{4,40}/g;
const MISSING_MODULE = /\bNo module named\b|\bis not installed\b|\bmust be installed\b/;
const CHANGE =
  /\bdeprecat|\bremoved\b|\bhas been (?:moved|renamed|removed)\b|\bhas no attribute\b|\bcannot import name\b/;
/** Words of Python and names of any program. */
const COMMON_NAMES = new Set(
  `and app args as assert async await class cls common config core data def del elif else error errors except exc false
   finally for from func get getattr global if import in init is item items kwargs lambda len list loop main module name
   none not object obj or pass path print raise raw request response result return run self set setattr str super test
   text true try type types url util utils value values while with wrapper yield`.split(/\s+/),
);

export function cluesOf(error: RaisedError): ErrorClues {
  const { type = '', frames } = error;
  const message = error.details.slice(0, MAX_LENGTH);
  const raised = classOf(type);
  const isImported = frames.length > 0 && frames.some(isImport);
  return {
    names: namesOf(message),
    needsAllNames: type !== '' && raised.isIdentifiedByValues,
    words: new Set(Array.from(message.matchAll(WORD), ([word]) => word.toLowerCase()).slice(0, MAX_NAMES)),
    keywords: Array.from(message.matchAll(KEYWORD), ([, keyword = '', value = '']) => ({ keyword, value })),
    message: stableWords(error.message.slice(0, MAX_LENGTH), false).words,
    className: foldName(unqualifiedName(type)),
    classPackage: raised.isBuiltin ? '' : foldName(raised.package),
    places: placesOf(frames),
    topics: new Set<Topic>([
      ...(MISSING_MODULE.test(message) ? (['module'] as const) : []),
      ...(isImported ? (['import'] as const) : []),
      ...(CHANGE.test(message) || type.endsWith('DeprecationWarning') ? (['change'] as const) : []),
    ]),
  };
}

function namesOf(message: string): readonly NameClue[] {
  // Of a module that is missing, the package is.
  const parts = MISSING_MODULE.test(message) ? 1 : Infinity;
  const quoted = Array.from(message.matchAll(QUOTED_NAME), ([, , name = '']) =>
    name.split('.').slice(0, parts),
  ).flat();
  const unquoted = message.replaceAll(QUOTED_NAME, ' ');
  const identifiers = Array.from(unquoted.matchAll(IDENTIFIER), ([name]) => name);
  return uniqueNames([
    ...quoted.map((name) => nameClue(name, true)),
    ...identifiers.map((name) => nameClue(name)),
  ]);
}

/** Where an error was raised: the last code of the project, and what follows it. */
function placesOf(frames: readonly Frame[]): readonly NameClue[] {
  const lastOfProject = Math.max(
    0,
    frames.findLastIndex(({ origin }) => origin === 'project'),
  );
  const last = frames.slice(lastOfProject, lastOfProject + MAX_FRAMES);
  const modules = last
    .filter(({ origin }) => origin === 'package')
    .map(({ module = '' }) => module.split('.'));
  return uniqueNames([
    ...modules.map(([topLevel = '']) => nameClue(topLevel, true)),
    ...modules.flatMap(([, ...parts]) => parts.map((part) => nameClue(part))),
    ...last.flatMap(({ code = '' }) => [...writtenNamesIn(code)].map((name) => nameClue(name))),
  ]);
}

function nameClue(written: string, isCertain = false): NameClue {
  return { written, folded: foldName(written), isCertain };
}

/** The first of each name, without those of any program. */
function uniqueNames(names: readonly NameClue[]): readonly NameClue[] {
  const unique = new Map<string, NameClue>();
  for (const name of names) {
    const { folded } = name;
    if (folded.length < MIN_NAME_LENGTH || COMMON_NAMES.has(folded) || unique.has(folded)) continue;
    if (unique.size < MAX_NAMES) unique.set(folded, name);
  }
  return [...unique.values()];
}

function isImport({ code = '' }: Frame): boolean {
  return /^(?:from|import)\s/.test(code.trim());
}
