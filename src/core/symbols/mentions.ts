import type { CodeBlock, Entry, SymbolRef, Variant } from '../model';
import { readOccurrences } from '../python/occurrences';
import type { KnownNames } from '../python/evaluator';
import { postTextOf } from '../search/postText';
import type { MaybeYield } from '../archive/archiveSource';
import { mayNameSymbols, packageOf, symbolsInText, type WordContext } from './symbolsInText';

/** From the strongest on. */
export const STRENGTHS: readonly SymbolRef['from'][] = ['declared', 'link', 'code', 'prose'];

/** That an entry names a symbol, and where the strongest mention is. */
export interface Mention {
  readonly entry: Entry;
  readonly from: SymbolRef['from'];
}

/** For sorting entries that are as good otherwise: answered ones first, then newer ones. */
export function byUse(a: Entry, b: Entry): number {
  return (
    Number(a.status === 'unanswered') - Number(b.status === 'unanswered') ||
    (b.date ?? '').localeCompare(a.date ?? '')
  );
}

/** Longer code blocks are read as words only. */
const MAX_CODE_LENGTH = 20_000;
const PYTHON = new Set(['', 'py', 'python', 'python3', 'pycon', 'py3']);
const IMPORT = /^\s*(?:>>> )?(?:from\s+\S+\s+)?import\s/m;

/**
 * The symbols that an entry's variants speak of without declaring them: in links to documentation, in Python code, in
 * their text. Each once, with where the strongest mention is; strongest first, then in order of appearance.
 */
export async function mentionedSymbols(
  variants: readonly Variant[],
  known: KnownNames,
  maybeYield?: MaybeYield,
): Promise<readonly SymbolRef[]> {
  const context: WordContext = { ...known, packages: packagesIn(variants, known) };
  const found = new Map<string, SymbolRef>();
  const add = (from: SymbolRef['from'], names: readonly string[]): void => {
    for (const name of names) if (!found.has(name)) found.set(name, { name, from });
  };
  for (const { links } of variants)
    add(
      'link',
      links.flatMap(({ target }) => symbolOfLink(target, known)),
    );
  const seen = new Set<string>();
  const inline: string[] = [];
  const prose: string[] = [];
  for (const { title, code, posts } of variants) {
    for (const block of code) {
      // A translation has the same code.
      if (seen.has(block.text)) continue;
      seen.add(block.text);
      add('code', await symbolsInCode(block, context, maybeYield));
    }
    prose.push(title);
    for (const post of posts) {
      if (mayNameSymbols(post.markdown, context)) {
        inline.push(...inlineCode(post.markdown));
        // Words set as code are in here too; they count as code already.
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
  return [...found.values()];
}

/** An anchor of documentation that is a qualified name; one of a parameter means what has the parameter. */
function symbolOfLink(target: string, { symbols }: KnownNames): readonly string[] {
  const anchor = /#([A-Za-z_]\w*(?:\.\w+)+)$/.exec(target)?.[1];
  const symbol = anchor === undefined ? undefined : symbols.resolve(anchor.replace(/\.params\..*$/, ''));
  return symbol === undefined ? [] : [symbol.name];
}

/** Code with its imports is read as Python; a piece of code without them as words that are set as code. */
async function symbolsInCode(
  { language, text }: CodeBlock,
  context: WordContext,
  maybeYield?: MaybeYield,
): Promise<readonly string[]> {
  if (!PYTHON.has(language) || !mayNameSymbols(text, context)) return [];
  const code = text.slice(0, MAX_CODE_LENGTH);
  if (IMPORT.test(code)) {
    const plain = code.replace(/^(?:>>>|\.\.\.) ?/gm, '');
    // An example that calls `app.get` is hardly about it.
    const isMember = (symbol: string): boolean => context.symbols.resolve(symbol)?.kind === 'member';
    const { symbols, declared } = context;
    const occurrences = await readOccurrences(plain, {
      symbols,
      declared,
      ...(maybeYield === undefined ? {} : { maybeYield }),
    });
    return occurrences.flatMap(({ symbol }) => (isMember(symbol) ? [] : [symbol]));
  }
  // What the code defines is its own.
  const own = new Set([...code.matchAll(/\b(?:class|def)\s+(\w+)|^\s*(\w+)\s*=/gm)].map((m) => m[1] ?? m[2]));
  const rest = code.replace(/#.*|(["'])(?:(?!\1).)*\1/g, ' ');
  return symbolsInText(rest, 'code', context).filter((symbol) => !own.has(symbol.split('.').at(-1) ?? ''));
}

const FENCE = /^ {0,3}(`{3,}|~{3,}).*\n[^]*?(?:^ {0,3}\1.*$|$(?![^]))/gm;
const INLINE = /(?<!`)(`+)(?!`)([^`]+)\1(?!`)/g;

/** What is set as code inside the lines of a post. */
function inlineCode(markdown: string): readonly string[] {
  return [...markdown.replace(FENCE, '').matchAll(INLINE)].map((match) => match[2] ?? '');
}

/** Packages that are named anywhere: in words, in addresses, in code. */
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
      .filter((name) => new RegExp(`(?<![a-z0-9])${name.replace('-', '[-_]')}(?![a-z0-9])`).test(text))
      .map((name) => packageOf(name.replace('-', '_'))),
  );
}
