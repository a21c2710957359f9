import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import css from 'highlight.js/lib/languages/css';
import diff from 'highlight.js/lib/languages/diff';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import ini from 'highlight.js/lib/languages/ini';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import markdown from 'highlight.js/lib/languages/markdown';
import python from 'highlight.js/lib/languages/python';
import pythonRepl from 'highlight.js/lib/languages/python-repl';
import sql from 'highlight.js/lib/languages/sql';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';

/** The languages found in archives of Python communities. */
const LANGUAGES = {
  bash,
  css,
  diff,
  dockerfile,
  ini,
  javascript,
  json,
  markdown,
  python,
  'python-repl': pythonRepl,
  sql,
  typescript,
  xml,
  yaml,
};
/** The names of the languages that are highlighted, without their aliases. */
export const HIGHLIGHTED_LANGUAGES = Object.keys(LANGUAGES);
for (const [name, language] of Object.entries(LANGUAGES)) hljs.registerLanguage(name, language);

/** The longest code that is highlighted, in characters, by language: at worst some 50 ms of work. */
const MAX_LENGTHS: Readonly<Record<string, number>> = {
  // Looks for the end of a link or of emphasis from each place where one may begin.
  markdown: 1_000,
  // Looks for the equals sign of a key from each character.
  ini: 3_000,
};
const MAX_LENGTH = 12_000;
/**
 * The longest line that is highlighted, in characters. Many patterns read on to the end of the line from each of its
 * words; no one reads code in longer lines.
 */
const MAX_LINE_LENGTH = 1_000;
/** A line that is too long, or as much white space, which patterns read on through to what follows it. */
const LONG_LINE = new RegExp(`[^\\n]{${String(MAX_LINE_LENGTH + 1)}}|\\s{${String(MAX_LINE_LENGTH + 1)}}`);

/** How much code one post, or one entry, may have highlighted, as a multiple of what one block may. */
const MAX_SHARES_OF_POST = 2;
const MAX_SHARES_OF_ENTRY = 40;

/** What an entry has had highlighted so far, in shares of what one block may have. */
export interface HighlightBudget {
  entry: number;
  post: number;
}

export function newHighlightBudget(): HighlightBudget {
  return { entry: MAX_SHARES_OF_ENTRY, post: MAX_SHARES_OF_POST };
}

/** Begins the next post of an entry. */
export function nextPost(budget: HighlightBudget): void {
  budget.post = Math.min(MAX_SHARES_OF_POST, budget.entry);
}

/**
 * Code as escaped HTML with `hljs-…` classes; `undefined` when the language is unknown, and when the code or its lines are
 * too long or would exceed the budget, from which it is taken.
 */
export function highlightCode(code: string, language: string, budget: HighlightBudget): string | undefined {
  const name = nameOf(language);
  if (name === undefined) return undefined;
  const share = code.length / (MAX_LENGTHS[name] ?? MAX_LENGTH);
  if (share > Math.min(1, budget.post, budget.entry) || LONG_LINE.test(code)) return undefined;
  budget.post -= share;
  budget.entry -= share;
  return hljs.highlight(code, { language, ignoreIllegals: true }).value;
}

/** The name under which a language is registered, also for its aliases. */
function nameOf(language: string): string | undefined {
  const found = hljs.getLanguage(language);
  return found === undefined ? undefined : NAMES.get(found);
}

const NAMES = new Map(HIGHLIGHTED_LANGUAGES.map((name) => [hljs.getLanguage(name), name]));
