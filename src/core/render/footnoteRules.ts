import { footnoteOf, referenceOf } from '../markdown/footnoteTail';
import type { Markdown } from '../markdown/markdown';
import { environmentOf } from './bodyEnvironment';
import { escapeHtml } from './escapeHtml';
import { labelLang } from './langAttributes';

/** Links from a footnote back to the text; further places that refer to it have none. */
const MAX_BACK_LINKS = 10;

/** Renders references to footnotes, and the footnotes below the text with links back. Ids are unique by their post. */
export function addFootnoteRules(rules: Markdown['renderer']['rules']): void {
  rules['footnote_ref'] = (tokens, at, _options, env) => {
    const { post, context, links, summaries } = environmentOf(env);
    const { number, reference } = referenceOf(tokens[at]!);
    const text = String(number);
    // A link must not contain another, nor a summary.
    if (links.length > 0 || summaries > 0) return `<sup class="footnote-ref">${text}</sup>`;
    const name = escapeHtml(context.labels.footnote(number));
    const id = referenceId(post, number, reference);
    return `<sup class="footnote-ref"><a href="#${footnoteId(post, number)}" id="${id}"${labelLang(context.labels)} aria-label="${name}">${text}</a></sup>`;
  };
  rules['footnotes_open'] = (_tokens, _at, _options, env) => {
    const { labels } = environmentOf(env).context;
    const group = `role="group"${labelLang(labels)} aria-label="${escapeHtml(labels.footnotes)}"`;
    return `<div class="footnotes" ${group}>\n<ol${langOfText(env)} dir="auto">\n`;
  };
  rules['footnotes_close'] = () => '</ol>\n</div>\n';
  rules['footnote_open'] = (tokens, at, _options, env) => {
    const { number } = footnoteOf(tokens[at]!);
    return `<li id="${footnoteId(environmentOf(env).post, number)}" tabindex="-1">\n`;
  };
  rules['footnote_close'] = (tokens, at, _options, env) => {
    const { post, context } = environmentOf(env);
    const { number, references } = footnoteOf(tokens[at]!);
    const name = escapeHtml(context.labels.backToText);
    const links = Array.from({ length: Math.min(references, MAX_BACK_LINKS) }, (_, index) => {
      const target = referenceId(post, number, index + 1);
      return `<a class="footnote-back" href="#${target}"${labelLang(context.labels)} aria-label="${name}" title="${name}">↩</a>`;
    });
    return `<p class="footnote-links">${links.join(' ')}</p></li>\n`;
  };
}

function langOfText(env: Parameters<typeof environmentOf>[0]): string {
  return ` lang="${escapeHtml(environmentOf(env).variant.language)}"`;
}

function footnoteId(post: number, number: number): string {
  return `footnote-${String(post)}-${String(number)}`;
}

function referenceId(post: number, number: number, reference: number): string {
  return `${footnoteId(post, number)}-ref-${String(reference)}`;
}
