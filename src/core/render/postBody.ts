import { createMarkdown, type Markdown, type Token } from '../markdown/markdown';
import { attributeOf, fenceLanguage } from '../markdown/tokens';
import { WIKILINK_MARKUP } from '../markdown/wikilinkRule';
import { LABEL_IN_TEXT } from '../parse/posts/labelledPosts';
import { environmentOf, type BodyEnvironment, type BodyOptions } from './bodyEnvironment';
import { openLink } from './bodyLinks';
import { addBoxRules } from './boxRules';
import { iconButton } from './buttons';
import { escapeHtml } from './escapeHtml';
import { addFootnoteRules } from './footnoteRules';
import { highlightCode } from './highlightCode';
import { labelLang, textLang } from './langAttributes';
import { renderImage } from './renderImage';

const LOWEST_RANK = 6;

let sharedRenderer: Markdown | undefined;

/** Renders a post's Markdown as safe HTML. */
export function renderBody(source: string, options: BodyOptions): string {
  sharedRenderer ??= createRenderer();
  const environment: BodyEnvironment = {
    ...options,
    codeBlocks: 0,
    tables: 0,
    links: [],
    summaries: 0,
  };
  const tokens = sharedRenderer.parse(source, {});
  rankHeadings(tokens, options.rank);
  for (const token of tokens) {
    // Lists, quotes and what folds have a text direction of their own; that of their lines is up to the style sheet.
    if (/^(?:bullet_list|ordered_list|blockquote|dl|details)_open$/.test(token.type))
      token.attrSet('dir', 'auto');
    if (token.type === 'th_open' || token.type === 'td_open') alignByClass(token);
  }
  return sharedRenderer.renderer.render(tokens, sharedRenderer.options, { ...environment });
}

/** Turns a column's alignment into a class: the page's content security policy allows no inline styles. */
function alignByClass(cell: Token): void {
  const { 1: side } = /^text-align:(left|center|right)$/.exec(attributeOf(cell, 'style')) ?? [];
  cell.attrs = side === undefined ? null : [['class', `align-${side}`]];
}

/** Ranks headings below that of their post without gaps: of the author's ranks only their order counts. */
function rankHeadings(tokens: readonly Token[], postRank: number): void {
  const open: number[] = [];
  for (const token of tokens) {
    if (token.type === 'heading_open') {
      const level = Number(token.tag.slice(1));
      while (open.length > 0 && open.at(-1)! >= level) open.pop();
      open.push(level);
    }
    if (token.type === 'heading_open' || token.type === 'heading_close') {
      token.tag = `h${String(Math.min(postRank + open.length, LOWEST_RANK))}`;
    }
  }
}

function createRenderer(): Markdown {
  const markdown = createMarkdown({ alerts: 'boxes' });
  const { rules } = markdown.renderer;
  addBoxRules(rules);
  addFootnoteRules(rules);
  rules['archive_comment'] = () => '';
  rules['text'] = (tokens, at, _options, env) => renderText(tokens[at]!.content, environmentOf(env));
  rules['fence'] = (tokens, at, _options, env) => renderCode(tokens[at]!, environmentOf(env));
  rules['code_block'] = (tokens, at, _options, env) => renderCode(tokens[at]!, environmentOf(env));
  rules['image'] = (tokens, at, _options, env) => {
    const { variant, context, links, summaries } = environmentOf(env);
    const isInControl = links.includes('a') || summaries > 0;
    return renderImage(tokens[at]!, { variant, context, isInControl });
  };
  rules['table_open'] = (_tokens, _at, _options, env) => {
    const environment = environmentOf(env);
    environment.tables += 1;
    const name = environment.context.labels.table(environment.tables, environment.name);
    return `<div class="table" ${scrollableBox(name, environment)}><table${textLang(environment.variant)} dir="auto">\n`;
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
    const { variant, context, links } = environmentOf(env);
    const token = tokens[at]!;
    if (links.includes('a')) {
      // A link must not contain another.
      links.push('span');
      return '<span>';
    }
    const isNamed = token.markup === WIKILINK_MARKUP;
    const { html, element } = openLink(attributeOf(token, 'href'), variant, context, isNamed);
    links.push(element);
    return html;
  };
  rules['link_close'] = (_tokens, _at, _options, env) => `</${environmentOf(env).links.pop() ?? 'span'}>`;
  return markdown;
}

/** Text, in which the labels of posts are links to them, except where a link or a summary is open. */
function renderText(text: string, { postOf, links, summaries }: BodyEnvironment): string {
  if (postOf === undefined || links.length > 0 || summaries > 0) return escapeHtml(text);
  return escapeHtml(text).replace(LABEL_IN_TEXT, (label) => {
    const post = postOf(label);
    return post === undefined ? label : `<a href="#post-${String(post)}">${label}</a>`;
  });
}

function renderCode(token: Token, environment: BodyEnvironment): string {
  const { labels } = environment.context;
  environment.codeBlocks += 1;
  const language = fenceLanguage(token);
  const code = token.content.replace(/\n$/, '');
  const html = highlightCode(code, language, environment.budget) ?? escapeHtml(code);
  const caption = language === '' ? '' : `<figcaption>${escapeHtml(language)}</figcaption>`;
  const name = labels.code(environment.codeBlocks, environment.name);
  const copy = iconButton('copy-code', `data-copy-code${labelLang(labels)}`, 'copy', labels.copyCode);
  return `<figure class="code">${caption}${copy}<pre ${scrollableBox(name, environment)} dir="ltr"><code class="hljs"${textLang(environment.variant)}>${html}</code></pre></figure>\n`;
}

/**
 * The attributes of a box that can be scrolled by keyboard. It is a group and no landmark, since a long thread has
 * hundreds.
 */
function scrollableBox(name: string, { context }: BodyEnvironment): string {
  return `tabindex="0" role="group"${labelLang(context.labels)} aria-label="${escapeHtml(name)}"`;
}
