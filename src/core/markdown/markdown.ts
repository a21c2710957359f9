import MarkdownIt from 'markdown-it';
import { balanceDetails } from './balanceDetails';
import { detailsRule } from './detailsRule';
import { elementRule, pairElements } from './elements';
import { commentRule, inlineTagRule } from './inlineTags';
import { layoutRule } from './layoutTags';
import { preformattedRule } from './preformatted';

import type { Env, Token } from 'markdown-it';

export type { Env, Token };
export type Markdown = InstanceType<typeof MarkdownIt>;

/** Blocks whose lines a tag may end. */
const ENDS = { alt: ['paragraph', 'reference', 'blockquote', 'list'] };

/**
 * The Markdown of archives, for parsing and for rendering alike: CommonMark with tables, strikethrough and bare
 * links. Raw HTML is off; the tags that archives use become tokens: `<br>`, `<img>`, `<a href>`, `<details>` and
 * `<pre>`, comments, simple marks such as `<b>`, and those that only lay a page out, which leave nothing behind.
 */
export function createMarkdown(): Markdown {
  const markdown = new MarkdownIt('default', { html: false, linkify: true, typographer: false });
  markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  markdown.inline.ruler.before('html_inline', 'archive_tag', inlineTagRule);
  markdown.inline.ruler.before('html_inline', 'archive_element', elementRule);
  markdown.block.ruler.before('html_block', 'archive_comment', commentRule, ENDS);
  markdown.block.ruler.before('html_block', 'archive_preformatted', preformattedRule, ENDS);
  // Indented tags below other tags are no code.
  markdown.block.ruler.before('code', 'archive_details', detailsRule, ENDS);
  markdown.block.ruler.before('code', 'archive_layout', layoutRule, ENDS);
  markdown.core.ruler.after('block', 'archive_balance', balanceDetails);
  markdown.core.ruler.after('inline', 'archive_elements', pairElements);
  return markdown;
}

/** The block tokens of a text without the inline ones below them: enough to cut it, and much faster. */
export function blockTokens(markdown: Markdown, text: string, env: Env): readonly Token[] {
  const state = new markdown.core.State(text, markdown, env);
  markdown.block.parse(state.src, markdown, env, state.tokens);
  state.tokens = state.tokens.filter(({ type }) => type !== 'reference_definition');
  balanceDetails(state);
  return state.tokens;
}
