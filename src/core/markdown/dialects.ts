import type { StateBlock, StateCore } from 'markdown-it';
import { attributeListRule } from './attributeLists';
import { calloutsToBoxes } from './callouts';
import { containerRule, slashBlockRule } from './containerRule';
import { definitionListRule } from './definitionListRule';
import { directiveFenceRule } from './directiveFenceRule';
import { emojiRule } from './emojiRule';
import { footnoteDefinitionRule, footnoteReferenceRule, inlineFootnoteRule } from './footnotes';
import { appendFootnotes, beginFootnotes } from './footnoteTail';
import { hiddenLineRule } from './hiddenLineRule';
import { indentedBoxRule } from './indentedBoxRule';
import { inlineShortcodeRule, shortcodeLinkRule } from './inlineShortcodeRule';
import { markRule } from './markRule';
import { pairBoxes } from './pairBoxes';
import { referenceRule } from './referenceRule';
import { roleRule } from './roleRule';
import { shortcodeRule } from './shortcodeRule';
import { wikilinkRule } from './wikilinkRule';

type Markdown = StateBlock['md'];

/** Blocks that a line of another tool may interrupt. */
const INTERRUPTS = { alt: ['paragraph', 'reference', 'blockquote', 'list'] };

/**
 * Reads the dialects of other tools; `Box` says what becomes of their boxes.
 *
 * - boxes: MkDocs' `!!!` and `???`, the `:::` of VitePress, Docusaurus, MyST and Pandoc, PyMdown's `///`, MyST's
 *   directives, the shortcodes of Hugo, Jekyll and GitBook, the callouts of Obsidian and GitHub
 * - definition lists, footnotes, wikilinks, references to other pages, emoji codes, `==marks==`
 * - hidden: other shortcodes, attribute lists, places for tables of contents and files
 */
export function addDialects(markdown: Markdown): void {
  const { block, inline, core } = markdown;
  block.ruler.before('fence', 'archive_directive', directiveFenceRule, INTERRUPTS);
  block.ruler.before('fence', 'archive_shortcode', shortcodeRule, INTERRUPTS);
  block.ruler.before('fence', 'archive_container', containerRule, INTERRUPTS);
  block.ruler.before('fence', 'archive_slash_block', slashBlockRule, INTERRUPTS);
  block.ruler.before('fence', 'archive_indented_box', indentedBoxRule, INTERRUPTS);
  block.ruler.before('hr', 'archive_hidden_line', hiddenLineRule, INTERRUPTS);
  block.ruler.before('reference', 'archive_footnote', footnoteDefinitionRule, INTERRUPTS);
  block.ruler.before('lheading', 'archive_definitions', definitionListRule);
  inline.ruler.before('link', 'archive_wikilink', wikilinkRule);
  inline.ruler.before('link', 'archive_footnote', footnoteReferenceRule);
  inline.ruler.before('link', 'archive_inline_footnote', inlineFootnoteRule);
  inline.ruler.before('link', 'archive_shortcode_link', shortcodeLinkRule);
  inline.ruler.before('link', 'archive_shortcode', inlineShortcodeRule);
  inline.ruler.before('link', 'archive_role', roleRule);
  inline.ruler.before('link', 'archive_attributes', attributeListRule);
  inline.ruler.before('link', 'archive_emoji', emojiRule);
  inline.ruler.before('link', 'archive_mark', markRule);
  inline.ruler.after('link', 'archive_reference', referenceRule);
  core.ruler.before('inline', 'archive_footnotes_begin', beginFootnotes);
  core.ruler.push('archive_footnotes', appendFootnotes);
}

/** Makes boxes of what the block rules have found. */
export function makeBoxes(state: StateCore): void {
  calloutsToBoxes(state);
  pairBoxes(state);
}
