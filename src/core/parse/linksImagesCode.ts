import { createMarkdown, type Env, type Token } from '../markdown/markdown';
import { attributeOf, fenceLanguage, isExternalLink, plainText } from '../markdown/tokens';
import type { CodeBlock, Image, Link, Span } from '../model';
import { resolvePath } from '../archive/paths';
import { MappedText } from './mappedText';

export const markdown = createMarkdown();
// Targets are kept as they are written: what may be opened is the renderer's decision, and spans need the raw text.
markdown.normalizeLink = (url) => url;
markdown.normalizeLinkText = (text) => text;
markdown.validateLink = () => true;

/** Block tokens of a Markdown text, with the inline tokens below them. */
function tokenise(text: string, env: Env = {}): readonly Token[] {
  return markdown.parse(text, env);
}

export interface LinksImagesCode {
  readonly links: readonly Link[];
  readonly images: readonly Image[];
  readonly code: readonly CodeBlock[];
}

/**
 * Links, images and code of one stretch of a document, with their spans in the document.
 * markdown-it's inline tokens carry no offsets: each target is looked up in its block's text, from the last one on.
 */
export function readLinksImagesCode(text: MappedText, document: string, env: Env = {}): LinksImagesCode {
  const links: Link[] = [];
  const images: Image[] = [];
  const code: CodeBlock[] = [];
  for (const token of tokenise(text.text, { references: { ...env.references } })) {
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

function readInline(
  tokens: readonly Token[],
  text: MappedText,
  block: Span,
  document: string,
  links: Link[],
  images: Image[],
): void {
  let cursor = block.start;
  const locate = (target: string): Span => {
    const at = target === '' ? -1 : text.text.indexOf(target, cursor);
    if (at === -1 || at >= block.end) return text.toDocument(block);
    cursor = at + target.length;
    return text.toDocument({ start: at, end: cursor });
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
      images.push({
        ...placeOf(target, document),
        target,
        alt: token.content,
        line: text.documentLine(span) + 1,
        span,
      });
    }
  });
}

/** An image inside the archive counts as missing until the source has been asked for it. */
function placeOf(target: string, document: string): Pick<Image, 'state' | 'path'> {
  if (isExternalLink(target)) return { state: 'remote' };
  const path = resolvePath(document, target);
  return path === undefined ? { state: 'missing' } : { state: 'missing', path };
}
