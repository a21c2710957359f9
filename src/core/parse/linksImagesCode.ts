import { resolvePath } from '../archive/paths';
import { linkTargetKind } from '../markdown/allowedLinks';
import type { Env, Token } from '../markdown/markdown';
import { partOf } from '../markdown/referenceLimit';
import { attributeOf, fenceLanguage, plainText } from '../markdown/tokens';
import type { CodeBlock, Image, Link, Span } from '../model';
import type { MappedText } from './mappedText';
import { markdown } from './markdownParser';

export interface LinksImagesCode {
  readonly links: readonly Link[];
  readonly images: readonly Image[];
  readonly code: readonly CodeBlock[];
}

/**
 * Links, images and code of a part of a document, with their spans in the document. markdown-it's inline tokens carry
 * no offsets: each target is looked up in its block's text, from the previous one on.
 *
 * @param document Path of the document, which targets are relative to.
 */
export function readLinksImagesCode(text: MappedText, document: string, env: Env = {}): LinksImagesCode {
  const links: Link[] = [];
  const images: Image[] = [];
  const code: CodeBlock[] = [];
  for (const token of markdown.parse(text.text, partOf(env))) {
    if (token.map === null) continue;
    const block = text.lineSpan(token.map[0], token.map[1]);
    if (token.type === 'fence' || token.type === 'code_block') {
      code.push({ language: fenceLanguage(token), text: token.content, span: text.toDocument(block) });
    } else if (token.type === 'inline') {
      readInline(token.children ?? [], text, block, document, links, images);
    }
  }
  return { links, images, code };
}

/** Targets are looked up in so many times a block's length; bounds the work on blocks of many targets that are elsewhere. */
const MAX_LOOKED_UP = 100;

function readInline(
  tokens: readonly Token[],
  text: MappedText,
  block: Span,
  document: string,
  links: Link[],
  images: Image[],
): void {
  const written = text.text.slice(block.start, block.end);
  let left = written.length * MAX_LOOKED_UP;
  let cursor = 0;
  const locate = (target: string): Span => {
    const at = target === '' || left < 0 ? -1 : written.indexOf(target, cursor);
    left -= (at === -1 ? written.length : at) - cursor;
    if (at === -1) return text.toDocument(block);
    cursor = at + target.length;
    return text.toDocument({ start: block.start + at, end: block.start + cursor });
  };
  tokens.forEach((token, index) => {
    if (token.type === 'link_open') {
      const target = attributeOf(token, 'href');
      let closing = index + 1;
      while (closing < tokens.length && tokens[closing]?.type !== 'link_close') closing += 1;
      links.push({ target, text: plainText(tokens.slice(index + 1, closing)), span: locate(target) });
    } else if (token.type === 'image') {
      const target = attributeOf(token, 'src');
      const span = locate(target);
      const line = text.documentLine(span) + 1;
      images.push({ ...imageLocation(target, document), target, alt: token.content, line, span });
    }
  });
}

/** Whether an image is remote, and its path if it is not. It counts as missing until the source has been asked for it. */
function imageLocation(target: string, document: string): Pick<Image, 'state' | 'path'> {
  if (linkTargetKind(target) !== 'archive') return { state: 'remote' };
  const path = resolvePath(document, target);
  return path === undefined ? { state: 'missing' } : { state: 'missing', path };
}
