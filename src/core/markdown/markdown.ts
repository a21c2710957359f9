import MarkdownIt, { type Env, type Token } from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';
import { alertsToBoxes } from './callouts';
import { blockCommentRule, inlineCommentRule } from './comments';
import { addDialects, makeBoxes } from './dialects';
import { readHeadings } from './headings';
import { htmlBlockRule } from './html/htmlBlockRule';
import { buildHtmlTree } from './html/htmlTree';
import { inlineTagRule } from './html/inlineTags';
import { pairInlineTags } from './html/pairInlineTags';
import { limitReferences } from './referenceLimit';

export type { Env, Token };
export type Markdown = InstanceType<typeof MarkdownIt>;

/** Blocks that a tag may interrupt. */
const INTERRUPTS = { alt: ['paragraph', 'reference', 'blockquote', 'list'] };

export interface MarkdownOptions {
  /** What GitHub's alerts at the top level are: quotes, since they are notes of the archivist in a document; boxes in a post. */
  readonly alerts?: 'quotes' | 'boxes';
}

/**
 * Creates a parser for the Markdown of archives, used for parsing documents and for rendering: CommonMark with tables,
 * strikethrough and bare links. Raw HTML is off: tags of a closed list of elements become the tokens of the same
 * construct of Markdown, other elements are left out, and their text is kept.
 */
export function createMarkdown({ alerts = 'quotes' }: MarkdownOptions = {}): Markdown {
  const markdown = new MarkdownIt('default', { html: false, linkify: true, typographer: false });
  markdown.use(cjkFriendly);
  markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  markdown.inline.ruler.before('html_inline', 'archive_comment', inlineCommentRule);
  markdown.inline.ruler.before('html_inline', 'archive_html', inlineTagRule);
  markdown.block.ruler.before('html_block', 'archive_comment', blockCommentRule, INTERRUPTS);
  // Before `code`, since indented tags inside other elements are no code.
  markdown.block.ruler.before('code', 'archive_html', htmlBlockRule, INTERRUPTS);
  addDialects(markdown);
  markdown.core.ruler.after('block', 'archive_html', buildHtmlTree);
  markdown.core.ruler.after('archive_html', 'archive_boxes', makeBoxes);
  markdown.core.ruler.after('archive_boxes', 'archive_headings', readHeadings);
  if (alerts === 'boxes') markdown.core.ruler.after('archive_boxes', 'archive_alerts', alertsToBoxes);
  markdown.core.ruler.after('inline', 'archive_inline_html', pairInlineTags);
  markdown.core.ruler.after('archive_inline_html', 'archive_reference_limit', limitReferences);
  return markdown;
}

/** The block tokens of a text without their inline tokens, which takes a fraction of the time. */
export function blockTokens(markdown: Markdown, text: string, env: Env): readonly Token[] {
  const state = new markdown.core.State(text, markdown, env);
  markdown.block.parse(state.src, markdown, env, state.tokens);
  state.tokens = state.tokens.filter(({ type }) => type !== 'reference_definition');
  buildHtmlTree(state);
  makeBoxes(state);
  readHeadings(state);
  return state.tokens;
}
