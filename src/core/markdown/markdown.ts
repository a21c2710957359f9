import MarkdownIt from 'markdown-it';
import { inlineTagRule, commentRule } from './inlineTags';
import { balanceDetails, detailsRule } from './details';

export type { Env, Token } from 'markdown-it';
export type Markdown = InstanceType<typeof MarkdownIt>;

/**
 * The Markdown of archives, for parsing and for rendering alike: CommonMark with tables, strikethrough and bare
 * links. Raw HTML is off; the few tags that archives use (`<br>`, `<img>`, `<details>`, comments) become tokens.
 */
export function createMarkdown(): Markdown {
  const markdown = new MarkdownIt('default', { html: false, linkify: true, typographer: false });
  markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  markdown.inline.ruler.before('html_inline', 'archive_tag', inlineTagRule);
  markdown.block.ruler.before('html_block', 'archive_comment', commentRule, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  markdown.block.ruler.before('html_block', 'archive_details', detailsRule, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  markdown.core.ruler.after('block', 'archive_balance', balanceDetails);
  return markdown;
}
