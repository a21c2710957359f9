import { looksLikeCode } from './codeShape';
import { PYTHON_KEYWORDS } from './pythonKeywords';

/** What the words of pasted code are, in lower case; those in neither set are names of libraries, or may be. */
export interface CodeNames {
  /** Keywords, built-in names and numbers, which any code has. */
  readonly syntax: ReadonlySet<string>;
  /** Names that the code binds itself, and nothing else is called: variables, parameters, functions, classes. */
  readonly own: ReadonlySet<string>;
}

const SYNTAX = new Set([
  ...Array.from(PYTHON_KEYWORDS, (keyword) => keyword.toLowerCase()),
  ...`case match any all bool bytes dict enumerate float int len list print range set str super tuple zip __name__ __init__
  main`.split(/\s+/),
]);
/** UTF-16 units of code that are read. */
const MAX_LENGTH = 16 * 1024;
const NAME = /(?<![\w.])[A-Za-z_]\w{0,80}(?!\w)|\d+/g;
/** Where a statement binds a name, or a list of names. */
const BINDINGS: readonly RegExp[] = [
  /(?<![\w.])(?<names>[A-Za-z_]\w{0,80})(?:\s?: ?[\w[\], .|"']{1,200}?)? = /g,
  /\b(?:def|class|as) (?<names>[A-Za-z_]\w{0,80})/g,
  /\b(?:for|lambda) (?<names>[\w, ]{1,80}?)(?: in |:)/g,
  /\bdef \w{1,80}\((?<names>[^()]{0,400})/g,
];
/** The names of a text without code. */
export const NO_CODE: CodeNames = { syntax: new Set(), own: new Set() };

/**
 * The names in the parts of a text that are code, parts being separated by empty lines. A name that the code binds but
 * also writes in another case (`session = Session()`) is not its own.
 */
export function codeNamesOf(text: string): CodeNames {
  const code = text
    .slice(0, MAX_LENGTH)
    .split(/\n[^\S\n]*\n/)
    .filter(looksLikeCode)
    .join('\n\n');
  if (code === '') return NO_CODE;
  const names = new Set(code.match(NAME));
  const bound = new Set(BINDINGS.flatMap((pattern) => Array.from(code.matchAll(pattern), boundNames)).flat());
  const others = new Set([...names].filter((name) => !bound.has(name)).map((name) => name.toLowerCase()));
  const lower = [...names].map((name) => name.toLowerCase());
  return {
    syntax: new Set(lower.filter((name) => SYNTAX.has(name) || /^\d/.test(name))),
    own: new Set(lower.filter((name) => !SYNTAX.has(name) && !others.has(name))),
  };
}

/** The names of a list such as `a, b` or of parameters such as `self, db: Session = None`. */
function boundNames({ groups }: RegExpMatchArray): readonly string[] {
  return (groups?.['names'] ?? '')
    .split(',')
    .flatMap((part) => /^\s*\*{0,2}([A-Za-z_]\w*)/.exec(part)?.[1] ?? []);
}
