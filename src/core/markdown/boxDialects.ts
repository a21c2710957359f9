import type { StateBlock, StateCore } from 'markdown-it';
import { calloutsToBoxes } from './callouts';
import { containerRule, slashBlockRule } from './containerRule';
import { directiveFenceRule } from './directiveFenceRule';
import { indentedBoxRule } from './indentedBoxRule';
import { pairBoxes } from './pairBoxes';
import { shortcodeRule } from './shortcodeRule';

/** Blocks that a box may interrupt. */
const INTERRUPTS = { alt: ['paragraph', 'reference', 'blockquote', 'list'] };

/**
 * Reads the boxes of other tools: MkDocs' `!!!` and `???`, the `:::` of VitePress, Docusaurus, MyST and Pandoc, PyMdown's
 * `///`, MyST's directives, the shortcodes of Hugo, Jekyll and GitBook, and the callouts of Obsidian and GitHub. All
 * become the tokens that `Box` describes.
 */
export function addBoxDialects(markdown: StateBlock['md']): void {
  const { ruler } = markdown.block;
  ruler.before('fence', 'archive_directive', directiveFenceRule, INTERRUPTS);
  ruler.before('fence', 'archive_shortcode', shortcodeRule, INTERRUPTS);
  ruler.before('fence', 'archive_container', containerRule, INTERRUPTS);
  ruler.before('fence', 'archive_slash_block', slashBlockRule, INTERRUPTS);
  ruler.before('fence', 'archive_indented_box', indentedBoxRule, INTERRUPTS);
}

/** Makes boxes of what the block rules have found. */
export function makeBoxes(state: StateCore): void {
  calloutsToBoxes(state);
  pairBoxes(state);
}
