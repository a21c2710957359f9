import MarkdownIt, { type Env, type Token } from 'markdown-it';
import { balanceDetails } from './balanceDetails';
import { addBoxDialects, makeBoxes } from './boxDialects';
import { breakAndImageRule } from './breaksAndImages';
import { blockCommentRule, inlineCommentRule } from './comments';
import { detailsRule } from './detailsRule';
import { readHeadings } from './headings';
import { elementRule, pairElements } from './inlineElements';
import { layoutRule } from './layoutRule';
import { preformattedRule } from './preformattedRule';

export type { Env, Token };
export type Markdown = InstanceType<typeof MarkdownIt>;

/** Blocks that a tag may interrupt. */
const INTERRUPTS = { alt: ['paragraph', 'reference', 'blockquote', 'list'] };

/**
 * Creates a parser for the Markdown of archives, used for parsing documents and for rendering: CommonMark with tables,
 * strikethrough and bare links. Raw HTML is off. The tags that archives use become tokens: `<br>`, `<img>`, `<a href>`,
 * `<details>`, `<pre>`, comments and simple marks such as `<b>`. Tags that only lay out a page are dropped.
 */
export function createMarkdown(): Markdown {
  const markdown = new MarkdownIt('default', { html: false, linkify: true, typographer: false });
  markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  markdown.inline.ruler.before('html_inline', 'archive_comment', inlineCommentRule);
  markdown.inline.ruler.before('html_inline', 'archive_tag', breakAndImageRule);
  markdown.inline.ruler.before('html_inline', 'archive_element', elementRule);
  markdown.block.ruler.before('html_block', 'archive_comment', blockCommentRule, INTERRUPTS);
  markdown.block.ruler.before('html_block', 'archive_preformatted', preformattedRule, INTERRUPTS);
  // Before `code`, since indented tags below other tags are no code.
  markdown.block.ruler.before('code', 'archive_details', detailsRule, INTERRUPTS);
  markdown.block.ruler.before('code', 'archive_layout', layoutRule, INTERRUPTS);
  addBoxDialects(markdown);
  markdown.core.ruler.after('block', 'archive_balance', balanceDetails);
  markdown.core.ruler.after('archive_balance', 'archive_boxes', makeBoxes);
  markdown.core.ruler.after('archive_boxes', 'archive_headings', readHeadings);
  markdown.core.ruler.after('inline', 'archive_elements', pairElements);
  return markdown;
}

/** The block tokens of a text without their inline tokens, which takes a fraction of the time. */
export function blockTokens(markdown: Markdown, text: string, env: Env): readonly Token[] {
  const state = new markdown.core.State(text, markdown, env);
  markdown.block.parse(state.src, markdown, env, state.tokens);
  state.tokens = state.tokens.filter(({ type }) => type !== 'reference_definition');
  balanceDetails(state);
  makeBoxes(state);
  readHeadings(state);
  return state.tokens;
}
