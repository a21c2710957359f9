import type { Token } from 'markdown-it';
import { isSurelyComponent } from './components';
import { canonicalName, hasOptionalEnd, isVoid } from './elements';
import type { BlockTag, HtmlSource } from './htmlSource';

/** The elements that are open inside one block of Markdown, the outermost first. */
class Scope {
  readonly #open: BlockTag[] = [];
  readonly #counts = new Map<string, number>();

  open(tag: BlockTag): void {
    this.#open.push(tag);
    this.#count(tag, 1);
  }

  /** Closes the innermost element of a tag's name, and those inside it. */
  close(tag: BlockTag): void {
    if ((this.#counts.get(pairingName(tag)) ?? 0) === 0) return;
    for (let last = this.#open.pop(); last !== undefined; last = this.#open.pop()) {
      this.#count(last, -1);
      if (pairingName(last) !== pairingName(tag)) continue;
      last.partner = tag;
      tag.partner = last;
      return;
    }
  }

  #count(tag: BlockTag, change: 1 | -1): void {
    const name = pairingName(tag);
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + change);
  }
}

/** Any closing tag of a heading closes a heading. */
function pairingName({ tag: { name } }: BlockTag): string {
  return /^h[1-6]$/.test(name) ? 'h' : canonicalName(name);
}

/** Finds the partner of each block tag. An element and its closing tag are inside the same block of Markdown. */
export function pairTags(tokens: readonly Token[], sources: ReadonlyMap<Token, HtmlSource>): void {
  const scopes = [new Scope()];
  for (const token of tokens) {
    const source = sources.get(token);
    for (const tag of source?.tags ?? []) {
      if (tag.content !== undefined || isVoid(tag.tag.name)) continue;
      if (tag.tag.isClosing) scopes.at(-1)?.close(tag);
      else if (!tag.tag.attributes.endsWith('/')) scopes.at(-1)?.open(tag);
    }
    if (token.type === 'paragraph_open' || token.type === 'paragraph_close') continue;
    if (token.nesting === 1) scopes.push(new Scope());
    else if (token.nesting === -1) scopes.pop();
  }
}

/**
 * Whether a tag of a source is prose: it has neither attributes nor a partner, and stands like a word in a text ("the <ul>
 * element", "<div> or <p>?").
 */
export function isProse(source: HtmlSource, at: number): boolean {
  const { tag, partner, content } = source.tags[at]!;
  if (partner !== undefined || content !== undefined) return false;
  if (tag.kind === 'component') return !tag.isClosing && !isSurelyComponent(tag);
  if (tag.attributes !== '') return false;
  const before = source.textBefore(at);
  const after = source.textAfter(at);
  const isAfterText = before.trim() !== '';
  const isBeforeText = after.trim() !== '';
  if (tag.isClosing) return isAfterText && isBeforeText;
  if (!isAfterText && !isBeforeText) return !source.isChunk && source.tags.length === 1;
  const isApart = (!isAfterText || /\s$/.test(before)) && (!isBeforeText || /^[\s\p{P}]/u.test(after));
  const isOptional = hasOptionalEnd(tag.name) && (tag.kind === 'structure' || tag.name === 'p');
  if (isOptional || tag.name === 'hr') return isApart && isAfterText;
  if (tag.name === 'details' || tag.name === 'summary') return isAfterText;
  return isAfterText || isApart;
}
