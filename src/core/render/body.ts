import { createMarkdown, type Markdown, type Token } from '../markdown/markdown';
import { attributeOf, fenceLanguage, isExternalLink } from '../markdown/tokens';
import { resolvePath } from '../archive/paths';
import type { DocumentLinks } from '../archive/documentLinks';
import type { EntryId, Variant } from '../model';
import type { RenderContext } from './context';
import { signButton, textLanguage, wordsLanguage } from './controls';
import { escapeHtml } from './escape';
import { highlight } from './highlight';
import { renderImage } from './images';

interface BodyOptions {
  readonly variant: Variant;
  readonly context: RenderContext;
  /** The post's name, to tell its boxes from those of other posts. */
  readonly name: string;
  /** Rank of the post's own heading. */
  readonly rank: number;
}

/** What the rules of one rendering share. */
interface Environment extends BodyOptions {
  codes: number;
  /** Characters of code that were coloured. */
  coloured: number;
  tables: number;
  /** The elements of the links that are open. */
  readonly links: ('a' | 'span')[];
  /** How many summaries are open: what is in them must not be pressed by itself. */
  summaries: number;
}

const LOWEST_RANK = 6;
/** Most characters of code coloured in one post: some 25 ms of work. A block that goes beyond is shown plain. */
const MOST_COLOURED = 24_000;

let shared: Markdown | undefined;

/** A post's Markdown as safe HTML. */
export function renderBody(source: string, options: BodyOptions): string {
  shared ??= createRenderer();
  const environment: Environment = { ...options, codes: 0, coloured: 0, tables: 0, links: [], summaries: 0 };
  const tokens = shared.parse(source, {});
  rankHeadings(tokens, options.rank);
  for (const token of tokens) {
    // Lists and quotes have a side of their own; their lines find theirs by the style sheet.
    if (/^(?:bullet_list|ordered_list|blockquote)_open$/.test(token.type)) token.attrSet('dir', 'auto');
    if (token.type === 'th_open' || token.type === 'td_open') classifyAlignment(token);
  }
  return shared.renderer.render(tokens, shared.options, { ...environment });
}

/** A column's alignment as a class: the page allows no styles in its text. */
function classifyAlignment(cell: Token): void {
  const { 1: side } = /^text-align:(left|center|right)$/.exec(attributeOf(cell, 'style')) ?? [];
  cell.attrs = side === undefined ? null : [['class', `align-${side}`]];
}

/** Ranks headings below that of their post, none skipped: an author's own ranks only say which is below which. */
function rankHeadings(tokens: readonly Token[], above: number): void {
  const open: number[] = [];
  for (const token of tokens) {
    if (token.type === 'heading_open') {
      const level = Number(token.tag.slice(1));
      while (open.length > 0 && open.at(-1)! >= level) open.pop();
      open.push(level);
    }
    if (token.type === 'heading_open' || token.type === 'heading_close') {
      token.tag = `h${String(Math.min(above + open.length, LOWEST_RANK))}`;
    }
  }
}

function createRenderer(): Markdown {
  const markdown = createMarkdown();
  const { renderer } = markdown;
  const { rules } = renderer;
  const environmentOf = (env: object | undefined): Environment => env as Environment;
  rules['archive_comment'] = () => '';
  rules['fence'] = (tokens, at, _options, env) => renderCode(tokens[at]!, environmentOf(env));
  rules['code_block'] = (tokens, at, _options, env) => renderCode(tokens[at]!, environmentOf(env));
  rules['image'] = (tokens, at, _options, env) => {
    const { variant, context, links, summaries } = environmentOf(env);
    const insideLink = links.includes('a') || summaries > 0;
    return renderImage(tokens[at]!, { variant, context, insideLink });
  };
  rules['table_open'] = (_tokens, _at, _options, env) => {
    const environment = environmentOf(env);
    environment.tables += 1;
    const label = environment.context.words.table(environment.tables, environment.name);
    return `<div class="table" ${box(label, environment)}><table${textLanguage(environment.variant)} dir="auto">\n`;
  };
  rules['table_close'] = () => '</table></div>\n';
  rules['summary_open'] = (_tokens, _at, _options, env) => {
    environmentOf(env).summaries += 1;
    return '<summary>';
  };
  rules['summary_close'] = (_tokens, _at, _options, env) => {
    environmentOf(env).summaries -= 1;
    return '</summary>\n';
  };
  rules['link_open'] = (tokens, at, _options, env) => {
    const { html, element } = openLink(attributeOf(tokens[at]!, 'href'), environmentOf(env));
    environmentOf(env).links.push(element);
    return html;
  };
  rules['link_close'] = (_tokens, _at, _options, env) => `</${environmentOf(env).links.pop() ?? 'span'}>`;
  return markdown;
}

function renderCode(token: Token, environment: Environment): string {
  const { words } = environment.context;
  environment.codes += 1;
  const language = fenceLanguage(token);
  const code = token.content.replace(/\n$/, '');
  const html = colour(code, language, environment) ?? escapeHtml(code);
  const caption = language === '' ? '' : `<figcaption>${escapeHtml(language)}</figcaption>`;
  const label = words.code(environment.codes, environment.name);
  const copy = signButton('copy-code', `data-copy-code${wordsLanguage(words)}`, 'copy', words.copyCode);
  return `<figure class="code">${caption}${copy}<pre ${box(label, environment)} dir="ltr"><code class="hljs"${textLanguage(environment.variant)}>${html}</code></pre></figure>\n`;
}

function colour(code: string, language: string, environment: Environment): string | undefined {
  if (environment.coloured + code.length > MOST_COLOURED) return undefined;
  const html = highlight(code, language);
  if (html !== undefined) environment.coloured += code.length;
  return html;
}

/**
 * The attributes of a box to scroll by keyboard. Its name is in the language of our words, what is in it in the author's.
 * It is no landmark: a long thread has hundreds of them.
 */
function box(name: string, { context }: Environment): string {
  return `tabindex="0" role="group"${wordsLanguage(context.words)} aria-label="${escapeHtml(name)}"`;
}

function openLink(
  href: string,
  { variant, context }: Environment,
): { readonly html: string; readonly element: 'a' | 'span' } {
  if (/^(https?:\/\/|mailto:)/i.test(href)) {
    return { html: `<a href="${escapeHtml(href)}" title="${escapeHtml(href)}">`, element: 'a' };
  }
  const entry = isExternalLink(href) ? undefined : entryOf(href, variant.source.document, context.links);
  if (entry !== undefined) return { html: `<a href="#" data-entry="${escapeHtml(entry)}">`, element: 'a' };
  return { html: `<span class="dead-link" title="${escapeHtml(href)}">`, element: 'span' };
}

/** The entry that a link inside the archive names: by its heading, else the first one of another document. */
function entryOf(href: string, from: string, links: DocumentLinks): EntryId | undefined {
  const isWithin = href.startsWith('#');
  const document = isWithin ? from : resolvePath(from, href);
  if (document === undefined) return undefined;
  const { 1: fragment = '' } = href.split('#');
  const below = fragment === '' ? undefined : links.entryAtFragment(document, fragment);
  return below ?? (isWithin ? undefined : links.firstEntryOf(document));
}
