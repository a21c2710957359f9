import type { CodeBlock, SymbolRef, Variant } from '../model';
import { readOccurrences } from '../python/occurrences';
import type { KnownNames } from '../python/knownNames';
import { postTextOf } from '../search/postText';
import type { MaybeYield } from '../archive/archiveSource';
import { mayNameSymbols, packageOf, symbolsInText, type MentionContext } from './symbolsInText';
import { replaceFencedCode } from '../text/fencedCode';

/** Characters of a code block that are read. */
const MAX_CODE_LENGTH = 20_000;
const PYTHON_LANGUAGES = new Set(['', 'py', 'python', 'python3', 'pycon', 'py3']);
const IMPORT_STATEMENT = /^[^\S\n\r\u2028\u2029]*(?:>>> )?(?:from\s+\S+\s+)?import\s/m;

/**
 * The symbols that an entry's variants mention without declaring them: in links to documentation, in Python code, or in
 * prose. Each symbol once, with its strongest mention; strongest first, then in order of appearance.
 */
export async function mentionedSymbols(
  variants: readonly Variant[],
  known: KnownNames,
  maybeYield?: MaybeYield,
): Promise<readonly SymbolRef[]> {
  const context: MentionContext = { ...known, packages: packagesIn(variants, known) };
  const mentioned = new Map<string, SymbolRef>();
  const add = (from: SymbolRef['from'], names: readonly string[]): void => {
    for (const name of names) if (!mentioned.has(name)) mentioned.set(name, { name, from });
  };
  for (const { links } of variants)
    add(
      'link',
      links.flatMap(({ target }) => symbolOfLink(target, known)),
    );
  const readCode = new Set<string>();
  const inline: string[] = [];
  const prose: string[] = [];
  for (const { title, code, posts } of variants) {
    for (const block of code) {
      // Translations repeat the code.
      if (readCode.has(block.text)) continue;
      readCode.add(block.text);
      add('code', await symbolsInCode(block, context, maybeYield));
    }
    prose.push(title);
    for (const post of posts) {
      if (mayNameSymbols(post.markdown, context)) {
        for (const code of inlineCode(post.markdown)) inline.push(code);
        // Inline code is part of this text as well, but its symbols have been added already.
        prose.push(postTextOf(post).prose);
      }
      await maybeYield?.();
    }
  }
  add(
    'code',
    inline.flatMap((text) => symbolsInText(text, 'code', context)),
  );
  add(
    'prose',
    prose.flatMap((text) => symbolsInText(text, 'prose', context)),
  );
  return [...mentioned.values()];
}

/** The symbol whose qualified name is a link's anchor; the anchor of a parameter leads to its function. */
function symbolOfLink(target: string, { symbols }: KnownNames): readonly string[] {
  const anchor = /#([A-Za-z_]\w*(?:\.\w+)+)$/.exec(target)?.[1];
  const symbol = anchor === undefined ? undefined : symbols.resolve(anchor.replace(/\.params\..*/s, ''));
  return symbol === undefined ? [] : [symbol.name];
}

/** Code with imports is resolved as Python; without imports its words are matched instead. */
async function symbolsInCode(
  { language, text }: CodeBlock,
  context: MentionContext,
  maybeYield?: MaybeYield,
): Promise<readonly string[]> {
  if (!PYTHON_LANGUAGES.has(language) || !mayNameSymbols(text, context)) return [];
  const code = text.slice(0, MAX_CODE_LENGTH);
  if (IMPORT_STATEMENT.test(code)) {
    const plain = code.replace(/^(?:>>>|\.\.\.) ?/gm, '');
    // Methods and constants are left out: an example that calls `app.get` or returns a 404 is hardly about it.
    const isPassing = (symbol: string): boolean => {
      const kind = context.symbols.resolve(symbol)?.kind;
      return kind === 'member' || kind === 'constant';
    };
    const { symbols, declared } = context;
    const occurrences = await readOccurrences(plain, {
      symbols,
      declared,
      ...(maybeYield === undefined ? {} : { maybeYield }),
    });
    return occurrences.flatMap(({ symbol }) => (isPassing(symbol) ? [] : [symbol]));
  }
  const definedHere = new Set(
    [...code.matchAll(/\b(?:class|def)\s+(\w+)|^[^\S\n\r\u2028\u2029]*(\w+)\s*=/gm)].map(
      ([, definition, variable]) => definition ?? variable,
    ),
  );
  const withoutStrings = code.replace(/#.*|(["'])(?:(?!\1).)*\1/g, ' ');
  return symbolsInText(withoutStrings, 'code', context).filter(
    (symbol) => !definedHere.has(symbol.split('.').at(-1) ?? ''),
  );
}

const INLINE_CODE = /(?<!`)(`+)(?!`)([^`]+)\1(?!`)/g;

/** Inline code of a post, without its code blocks. */
function inlineCode(markdown: string): readonly string[] {
  return [...replaceFencedCode(markdown, '', 3).matchAll(INLINE_CODE)].map((match) => match[2] ?? '');
}

/** Matches the name of a package, in lower case, with a hyphen or an underscore. */
function packageNamePattern(name: string): RegExp {
  return new RegExp(`(?<![a-z0-9])${name.replace('-', '[-_]')}(?![a-z0-9])`);
}

/** Packages that are named anywhere in the variants: in prose, links or code. */
function packagesIn(variants: readonly Variant[], { symbols }: KnownNames): ReadonlySet<string> {
  const texts = variants.flatMap(({ title, topics, posts }) => [
    title,
    ...topics,
    ...posts.map((post) => post.markdown),
  ]);
  const text = texts.join('\n').toLowerCase();
  const names = Object.keys(symbols.packages).map((name) => name.toLowerCase());
  return new Set(
    names
      .filter((name) => packageNamePattern(name).test(text))
      .map((name) => packageOf(name.replace('-', '_'))),
  );
}
