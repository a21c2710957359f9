import { normaliseText } from '../text/normaliseText';
import { highestPerPackage } from './packageVersions';
import type { ProjectVersion } from './projectVersion';
import { readRequirement } from './requirement';
import { resolveReference } from './requirementsFile';
import type { VersionFile } from './versionFile';

/** In characters: what comes after is not read. */
const MAX_LENGTH = 200_000;
const SECTION = /^\[([^\]\n]*)\]/;
const OPTION = /^([^\s=:#;[][^=:\n]*)[=:](.*)$/;
const FILE = 'file:';

/**
 * Reads the requirements in `[options]` and `[options.extras_require]` of the `setup.cfg` at `path`. `references` are
 * the files after `file:`.
 * https://setuptools.pypa.io/en/latest/userguide/declarative_config.html
 */
export function readSetupCfg(path: string, text: string): VersionFile {
  const values = requirementOptions(normaliseText(text.slice(0, MAX_LENGTH)));
  const files = values.filter((value) => value.startsWith(FILE));
  const requirements = values.filter((value) => !value.startsWith(FILE)).flatMap(requirementsIn);
  return {
    versions: highestPerPackage(requirements.map(readRequirement)),
    references: files
      .flatMap((value) => value.slice(FILE.length).split(/[,\n]/))
      .map((file) => resolveReference(path, file.trim()))
      .filter((reference) => reference !== undefined),
  };
}

/** The values of the options that hold requirements, with their further lines. */
function requirementOptions(text: string): readonly string[] {
  const values: string[][] = [];
  let section = '';
  let current: string[] | undefined;
  for (const line of text.split('\n')) {
    if (/^\s*[#;]/.test(line)) continue;
    section = SECTION.exec(line)?.[1]?.trim() ?? section;
    const [, name, value = ''] = OPTION.exec(line) ?? [];
    if (/^\s/.test(line)) current?.push(line.trim());
    else current = undefined;
    if (name === undefined || !holdsRequirements(section, name.trim())) continue;
    current = [value.trim()];
    values.push(current);
  }
  return values.map((lines) => lines.join('\n').trim());
}

function holdsRequirements(section: string, option: string): boolean {
  return (
    section === 'options.extras_require' ||
    (section === 'options' && /^(?:install|tests)_require/.test(option))
  );
}

/** Requirements stand on lines of their own, or on one line with semicolons in between. */
function requirementsIn(value: string): readonly string[] {
  const items = value.includes('\n') ? value.split('\n') : value.split(';');
  return items.map((item) => item.replace(/\s#.*/, ''));
}

/**
 * A token of Python: a comment, a string, a name, or any other character. Strings that are not closed end with their
 * line, or with the text.
 */
const TOKEN =
  /#[^\n]*|([rbuf]{0,2})(?:("""|''')([^]*?)(?:\2|$)|"((?:\\.|[^"\\\n])*)"?|'((?:\\.|[^'\\\n])*)'?)|[\p{L}_][\p{L}\p{N}_]*|\S/giu;

interface Token {
  readonly text: string;
  /** The content of a string without placeholders. */
  readonly literal?: string;
}

/** Reads the string literals in the list `install_requires` of a `setup.py`; nothing is run, and no name is looked up. */
export function readSetupPy(text: string): VersionFile {
  const versions: (ProjectVersion | undefined)[] = [];
  const tokens = [...tokensOf(text.slice(0, MAX_LENGTH))];
  tokens.forEach(({ text: name }, at) => {
    const isList = tokens[at + 1]?.text === '=' && /^[[(]$/.test(tokens[at + 2]?.text ?? '');
    if (name === 'install_requires' && isList)
      versions.push(...literalItems(tokens, at + 3).map(readRequirement));
  });
  return { versions: highestPerPackage(versions), references: [] };
}

function* tokensOf(text: string): Generator<Token> {
  for (const [token, prefix = '', , long, double, single] of text.matchAll(TOKEN)) {
    const literal = long ?? double ?? single;
    if (literal === undefined) {
      if (!token.startsWith('#')) yield { text: token };
    } else yield { text: '', ...(/[bf]/i.test(prefix) || literal.includes('\\') ? {} : { literal }) };
  }
}

/** The items of the list from a token on that are nothing but string literals; adjacent ones are joined. */
function literalItems(tokens: readonly Token[], start: number): readonly string[] {
  const items: string[] = [];
  let item: string | undefined = '';
  let depth = 0;
  for (const { text, literal } of tokens.slice(start)) {
    const isEnd = depth === 0 && /^[\])]$/.test(text);
    if (isEnd || (depth === 0 && text === ',')) {
      if (item !== undefined) items.push(item);
      if (isEnd) break;
      item = '';
      continue;
    }
    if (/^[[({]$/.test(text)) depth += 1;
    if (/^[\])}]$/.test(text)) depth -= 1;
    item = item === undefined || literal === undefined ? undefined : item + literal;
  }
  return items;
}
