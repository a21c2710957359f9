import type { StateCore, Token } from 'markdown-it';
import { setLevels } from '../tokens';
import { HtmlSource } from './htmlSource';
import { isProse, pairTags } from './pairTags';
import { TreeBuilder } from './treeBuilder';

/**
 * Makes blocks of the HTML in block tokens: the same tokens that Markdown's own blocks have, marked `html`, properly
 * nested, with the lines that they span. Tags that mean nothing here are left out, their text becomes paragraphs.
 */
export function buildHtmlTree(state: StateCore): void {
  const { tokens } = state;
  const sources = new Map<Token, HtmlSource>();
  tokens.forEach((token, at) => {
    if (!mayHoldTags(tokens, at)) return;
    const source = new HtmlSource(token);
    if (token.type === 'html_chunk' || source.tags.length > 0) sources.set(token, source);
  });
  if (sources.size > 0) state.tokens = treeOf(state, sources);
  setLevels(state.tokens);
}

function treeOf(state: StateCore, sources: ReadonlyMap<Token, HtmlSource>): Token[] {
  const { tokens } = state;
  pairTags(tokens, sources);
  const builder = new TreeBuilder(state);
  tokens.forEach((token, at) => {
    const source = sources.get(token);
    if (source !== undefined) addSource(builder, source, !source.isChunk && tokens[at - 1]?.hidden === true);
    else if (!wrapsSource(tokens, at, sources)) builder.add(token);
  });
  return builder.finish();
}

/** Whether a token is lines of tags, or the text of a paragraph or a cell; a heading is left as it is. */
function mayHoldTags(tokens: readonly Token[], at: number): boolean {
  const { type, content } = tokens[at]!;
  if (type === 'html_chunk') return true;
  if (type !== 'inline' || !content.includes('<')) return false;
  return ['paragraph_open', 'td_open', 'th_open', 'dt_open', 'dd_open'].includes(tokens[at - 1]?.type ?? '');
}

/** Whether a token opens or closes the paragraph of a text with tags. */
function wrapsSource(tokens: readonly Token[], at: number, sources: ReadonlyMap<Token, HtmlSource>): boolean {
  const { type } = tokens[at]!;
  const inline =
    type === 'paragraph_open' ? tokens[at + 1] : type === 'paragraph_close' ? tokens[at - 1] : undefined;
  return inline !== undefined && sources.has(inline);
}

function addSource(builder: TreeBuilder, source: HtmlSource, isTight: boolean): void {
  let from = 0;
  source.tags.forEach((tag, at) => {
    if (isProse(source, at)) return;
    builder.addText(source, from, tag.start, isTight);
    builder.addTag(source, tag);
    from = tag.end;
  });
  builder.addText(source, from, source.text.length, isTight);
}
