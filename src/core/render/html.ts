import { createMarkdown, type Markdown, type Token } from '../markdown/markdown';
import { attributeOf, fenceLanguage, leadsOutside } from '../markdown/tokens';
import {
  subjectsOf,
  variantIn,
  variantsOf,
  type Entry,
  type EntryId,
  type Post,
  type Variant,
} from '../model';
import { resolvePath } from '../paths';
import type { Related } from '../related';
import { filterText } from '../search/query';
import { escapeHtml } from './escape';
import { highlight } from './highlight';
import type { Words } from './words';

/** What the renderer asks of its surface. */
export interface RenderContext {
  readonly words: Words;
  /** Address of an image of the archive that the page may load; `undefined` shows it as missing. */
  image(path: string): string | undefined;
  /** The entry that a document of the archive holds, for links inside the archive. */
  entryAt(document: string): EntryId | undefined;
  /** What to name below the thread. */
  readonly related: readonly Related[];
}

interface PostEnvironment {
  readonly variant: Variant;
  readonly context: RenderContext;
}

/** Replies are set in up to this depth. */
const DEEPEST = 4;

/**
 * One language's variant of an entry as a safe HTML fragment for the panel. Archive text is untrusted: raw HTML is
 * escaped, links lead to `http(s)`, `mailto` or another entry, images to the archive only. Intents are `data-`
 * attributes; there is no script, no style and no event handler.
 */
export function renderEntry(entry: Entry, variant: Variant, context: RenderContext): string {
  const posts = variant.posts.map((post, at) => renderPost(post, at, variant, context)).join('\n');
  const parts = [
    `<article class="entry" lang="${escapeHtml(variant.language)}" data-entry-id="${escapeHtml(entry.id)}">`,
    renderHeader(entry, variant, context.words),
    `<div class="posts">\n${posts}\n</div>`,
    renderRelated(variant, context),
    '</article>',
  ];
  return parts.filter(Boolean).join('\n');
}

function renderHeader(entry: Entry, variant: Variant, words: Words): string {
  const topics = variant.topics
    .map(
      (topic) =>
        `<li class="topic">${searchButton(filterText('topic', topic), escapeHtml(topic), words)}</li>`,
    )
    .join('');
  const versions = entry.versions.map((version) => {
    const name = escapeHtml(`${version.package} ${version.version}`);
    const title = version.from === 'inferred' ? ` title="${escapeHtml(words.inferredVersion)}"` : '';
    const sure = version.from === 'inferred' ? '~ ' : '';
    return `<li class="version"${title}>${sure}${name}</li>`;
  });
  const status = `<li class="status status-${entry.status}">${escapeHtml(words.statuses[entry.status])}</li>`;
  const date = entry.date === undefined ? '' : `<li class="date">${escapeHtml(entry.date)}</li>`;
  const symbols = subjectsOf(entry)
    .map((name) => {
      const code = `<code>${escapeHtml(name)}</code>`;
      return `<li class="symbol">${searchButton(filterText('symbol', name), code, words)}</li>`;
    })
    .join('');
  return [
    '<header class="entry-header">',
    topics === '' ? '' : `<ul class="topics">${topics}</ul>`,
    `<h1>${escapeHtml(variant.title)}</h1>`,
    `<ul class="facts">${status}${versions.join('')}${date}</ul>`,
    symbols === '' ? '' : `<ul class="symbols">${symbols}</ul>`,
    renderLanguages(entry, variant, words),
    '</header>',
  ]
    .filter(Boolean)
    .join('\n');
}

function searchButton(query: string, html: string, words: Words): string {
  const title = escapeHtml(words.search(query));
  return `<button type="button" class="search" data-search="${escapeHtml(query)}" title="${title}">${html}</button>`;
}

function renderLanguages(entry: Entry, shown: Variant, words: Words): string {
  const variants = variantsOf(entry);
  if (variants.length < 2) return '';
  const buttons = variants.map(({ language }) => {
    const tag = escapeHtml(language);
    const pressed = String(language === shown.language);
    return `<button type="button" lang="${tag}" data-language="${tag}" aria-pressed="${pressed}">${languageName(language)}</button>`;
  });
  return `<div class="languages" role="group" aria-label="${escapeHtml(words.languages)}">${buttons.join('')}</div>`;
}

/** A language's name in that language, for the languages archives were seen in. */
function languageName(language: string): string {
  const names: Readonly<Record<string, string>> = { ko: '한국어', en: 'English', ja: '日本語', zh: '中文' };
  return names[language] ?? escapeHtml(language);
}

function renderPost(post: Post, at: number, variant: Variant, context: RenderContext): string {
  const { words } = context;
  const target = post.answers === undefined ? undefined : variant.posts[post.answers]?.label;
  const label = post.label === undefined ? '' : `<span class="label">${escapeHtml(post.label)}</span>`;
  const answers =
    target === undefined || post.answers === undefined
      ? ''
      : `<a class="answers" href="#post-${String(post.answers)}">${escapeHtml(words.answers(target))}</a>`;
  const heading = `<h2 class="kind">${escapeHtml(words.kinds[post.kind])}</h2>`;
  const depth = depthOf(post, variant.posts);
  return [
    `<section class="post post-${post.kind} depth-${String(depth)}" id="post-${String(at)}" data-line="${String(post.line)}">`,
    `<header class="post-header">${heading}${label}${answers}</header>`,
    `<div class="body">${renderMarkdown(post.markdown, { variant, context })}</div>`,
    '</section>',
  ].join('\n');
}

/** How many replies and follow-up questions deep a post stands; answers to the entry's question are at the top. */
function depthOf(post: Post, posts: readonly Post[]): number {
  let depth = 0;
  let current = post;
  while (current.answers !== undefined && depth < DEEPEST) {
    const parent = posts[current.answers];
    const opensThread = parent?.kind === 'question' && parent.answers === undefined;
    if (parent === undefined || opensThread) break;
    depth += 1;
    current = parent;
  }
  return depth;
}

function renderRelated({ language }: Variant, { related, words }: RenderContext): string {
  if (related.length === 0) return '';
  const items = related.map(({ entry, why }) => {
    const { title, language: lang } = variantIn(entry, language);
    const link = `<a href="#" data-entry="${escapeHtml(entry.id)}" lang="${escapeHtml(lang)}">${escapeHtml(title)}</a>`;
    return `<li>${link} <span class="why">${escapeHtml(words.why(why))}</span></li>`;
  });
  return `<footer class="related"><h2>${escapeHtml(words.related)}</h2><ul>${items.join('')}</ul></footer>`;
}

/** The page for an entry that its archive no longer has. */
export function renderGone(title: string, words: Words): string {
  return [
    '<section class="gone">',
    `<h1>${escapeHtml(words.gone)}</h1>`,
    `<p>${escapeHtml(title)}</p>`,
    `<p>${searchButton(title, escapeHtml(words.search(title)), words)}</p>`,
    '</section>',
  ].join('\n');
}

let shared: Markdown | undefined;

function renderMarkdown(source: string, environment: PostEnvironment): string {
  shared ??= createRenderer();
  return shared.render(source, { ...environment });
}

function createRenderer(): Markdown {
  const markdown = createMarkdown();
  const { rules } = markdown.renderer;
  const environmentOf = (env: object | undefined): PostEnvironment => env as PostEnvironment;
  rules['archive_comment'] = () => '';
  rules['fence'] = (tokens, at) => renderCode(tokens[at]!);
  rules['code_block'] = (tokens, at) => renderCode(tokens[at]!);
  rules['image'] = (tokens, at, _options, env) => renderImage(tokens[at]!, environmentOf(env));
  rules['table_open'] = () => '<div class="table"><table>\n';
  rules['table_close'] = () => '</table></div>\n';
  rules['link_open'] = (tokens, at, _options, env) =>
    openLink(attributeOf(tokens[at]!, 'href'), environmentOf(env));
  rules['link_close'] = (tokens, at, _options, env) => {
    const opening = tokens.slice(0, at).findLast((token) => token.type === 'link_open');
    return openLink(opening === undefined ? '' : attributeOf(opening, 'href'), environmentOf(env)).startsWith(
      '<a',
    )
      ? '</a>'
      : '</span>';
  };
  return markdown;
}

function renderCode(token: Token): string {
  const language = fenceLanguage(token);
  const code = token.content.replace(/\n$/, '');
  const html = highlight(code, language) ?? escapeHtml(code);
  const name = language === '' ? '' : `<figcaption>${escapeHtml(language)}</figcaption>`;
  return `<figure class="code">${name}<pre tabindex="0"><code class="hljs">${html}</code></pre></figure>\n`;
}

function openLink(href: string, { variant, context }: PostEnvironment): string {
  if (/^(https?:\/\/|mailto:)/i.test(href)) {
    return `<a href="${escapeHtml(href)}" title="${escapeHtml(href)}">`;
  }
  const document = leadsOutside(href) ? undefined : resolvePath(variant.source.document, href);
  const entry = document === undefined ? undefined : context.entryAt(document);
  if (entry !== undefined) return `<a href="#" data-entry="${escapeHtml(entry)}">`;
  return `<span class="dead-link" title="${escapeHtml(href)}">`;
}

function renderImage(token: Token, { variant, context }: PostEnvironment): string {
  const target = attributeOf(token, 'src');
  const alt = escapeHtml(token.content);
  if (/^https?:\/\//i.test(target)) {
    const text = escapeHtml(context.words.remoteImage(token.content === '' ? target : token.content));
    return `<a class="image-elsewhere" href="${escapeHtml(target)}" title="${escapeHtml(target)}">${text}</a>`;
  }
  const path = leadsOutside(target) ? undefined : resolvePath(variant.source.document, target);
  const known = variant.images.some((image) => image.path === path && image.state === 'present');
  const address = path === undefined || !known ? undefined : context.image(path);
  if (address !== undefined) return `<img src="${escapeHtml(address)}" alt="${alt}" loading="lazy">`;
  const text = [context.words.missingImage(target), token.content].filter(Boolean).join(' – ');
  return `<span class="image-missing">${escapeHtml(text)}</span>`;
}
