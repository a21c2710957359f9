import type { MaybeYield } from '../archive/archiveSource';
import { normaliseText } from '../text/normaliseText';
import { highestPerPackage } from './packageVersions';
import type { ProjectVersion } from './projectVersion';
import { readRequirement } from './requirement';
import { resolveReference } from './requirementsFile';
import type { VersionFile } from './versionFile';

/** In characters: what comes after is not read. */
const MAX_LENGTH = 50_000;
const SECTION = /^\[([^\]\n]*)\]/;
const OPTION = /^([^\s=:#;[][^=:\n]*)[=:](.*)$/;
const FILE = 'file:';

/**
 * Reads the requirements in `[options]` and `[options.extras_require]` of the `setup.cfg` at `path`. `references` are
 * the files after `file:`.
 * https://setuptools.pypa.io/en/latest/userguide/declarative_config.html
 */
export async function readSetupCfg(
  path: string,
  text: string,
  maybeYield?: MaybeYield,
): Promise<VersionFile> {
  const values = await requirementOptions(normaliseText(text.slice(0, MAX_LENGTH)), maybeYield);
  const files = values.filter((value) => value.startsWith(FILE));
  const requirements = values.filter((value) => !value.startsWith(FILE)).flatMap(requirementsIn);
  return {
    versions: await highestPerPackage(readAll(requirements), maybeYield),
    references: files
      .flatMap((value) => value.slice(FILE.length).split(/[,\n]/))
      .map((file) => resolveReference(path, file.trim()))
      .filter((reference) => reference !== undefined),
  };
}

function* readAll(requirements: Iterable<string>): Generator<ProjectVersion | undefined> {
  for (const requirement of requirements) yield readRequirement(requirement);
}

/** The values of the options that hold requirements, with their further lines. */
async function requirementOptions(
  text: string,
  maybeYield: MaybeYield | undefined,
): Promise<readonly string[]> {
  const values: string[][] = [];
  let section = '';
  let current: string[] | undefined;
  for (const line of text.split('\n')) {
    await maybeYield?.();
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

const OPENINGS = new Set(['install_requires = [', 'install_requires = (']);

interface Token {
  readonly text: string;
  /** The content of a string without placeholders. */
  readonly literal?: string;
}

/** Reads the string literals in the list `install_requires` of a `setup.py`; nothing is run, and no name is looked up. */
export async function readSetupPy(
  _path: string,
  text: string,
  maybeYield?: MaybeYield,
): Promise<VersionFile> {
  const requirements = installRequires(text.slice(0, MAX_LENGTH));
  return { versions: await highestPerPackage(readAll(requirements), maybeYield), references: [] };
}

function* installRequires(text: string): Generator<string> {
  const tokens = tokensOf(text);
  /** The last tokens, up to the three that open the list. */
  let opening: readonly string[] = [];
  for (let next = tokens.next(); next.done !== true; next = tokens.next()) {
    opening = [...opening.slice(-2), next.value.text];
    if (OPENINGS.has(opening.join(' '))) yield* literalItems(tokens);
  }
}

function* tokensOf(text: string): Generator<Token> {
  for (const [token, prefix = '', , long, double, single] of text.matchAll(TOKEN)) {
    const literal = long ?? double ?? single;
    if (literal === undefined) {
      if (!token.startsWith('#')) yield { text: token };
    } else yield { text: '', ...(/[bf]/i.test(prefix) || literal.includes('\\') ? {} : { literal }) };
  }
}

/**
 * The items of a list that are nothing but string literals; adjacent ones are joined. Takes the tokens after its opening
 * bracket up to the closing one.
 */
function* literalItems(tokens: Generator<Token>): Generator<string> {
  let item: string | undefined = '';
  let depth = 0;
  for (let next = tokens.next(); next.done !== true; next = tokens.next()) {
    const { text, literal } = next.value;
    const isEnd = depth === 0 && /^[\])]$/.test(text);
    if (isEnd || (depth === 0 && text === ',')) {
      if (item !== undefined) yield item;
      if (isEnd) return;
      item = '';
      continue;
    }
    if (/^[[({]$/.test(text)) depth += 1;
    if (/^[\])}]$/.test(text)) depth -= 1;
    item = item === undefined || literal === undefined ? undefined : item + literal;
  }
}
