import { boxOf } from '../markdown/boxes';
import type { BoxKind } from '../markdown/boxKinds';
import type { Markdown, Token } from '../markdown/markdown';
import { environmentOf } from './bodyEnvironment';
import type { EntryLabels } from './entryLabels';
import { escapeHtml } from './escapeHtml';
import { icon, type IconName } from './icons';
import { labelLang } from './langAttributes';

/** The icon of a box beside its title; what folds or is one of several tabs has none. */
const ICONS: Readonly<Record<BoxKind, IconName | undefined>> = {
  note: 'note',
  tip: 'lightbulb',
  info: 'info',
  summary: 'list-unordered',
  important: 'report',
  success: 'pass',
  warning: 'warning',
  danger: 'error',
  question: 'question',
  answer: 'comment',
  example: 'beaker',
  quote: 'quote',
  details: undefined,
  tab: undefined,
};

/** Renders boxes: a note with the name of its kind, or `<details>` where it folds. A title stands in place of the name. */
export function addBoxRules(rules: Markdown['renderer']['rules']): void {
  rules['box_open'] = (tokens, at, _options, env) => {
    const token = tokens[at]!;
    const environment = environmentOf(env);
    const { labels } = environment.context;
    const { kind, title, isFoldable, isOpen } = boxOf(token);
    const open = isFoldable
      ? `<details class="box box-${kind}" dir="auto"${isOpen ? ' open' : ''}>`
      : `<div class="box box-${kind}" role="note"${title === '' ? '' : describedBy(kind, labels)} dir="auto">`;
    if (title !== '') return `${open}\n`;
    const name = `<span${labelLang(labels)}>${escapeHtml(labels.boxes[kind])}</span>`;
    return `${open}\n${titleOpen(token)}${name}${titleClose(token)}`;
  };
  rules['box_close'] = (_tokens, at, _options, _env) =>
    _tokens[at]?.tag === 'details' ? '</details>\n' : '</div>\n';
  rules['box_title_open'] = (tokens, at, _options, env) => {
    const box = tokens[at - 1]!;
    if (box.tag === 'details') environmentOf(env).summaries += 1;
    return titleOpen(box);
  };
  rules['box_title_close'] = (tokens, at, _options, env) => {
    const box = tokens[at - 3]!;
    if (box.tag === 'details') environmentOf(env).summaries -= 1;
    return titleClose(box);
  };
}

/** The kind as the name of a box that shows its title only. */
function describedBy(kind: BoxKind, labels: EntryLabels): string {
  return `${labelLang(labels)} aria-label="${escapeHtml(labels.boxes[kind])}"`;
}

function titleOpen(box: Token): string {
  const name = ICONS[boxOf(box).kind];
  return `<${titleTag(box)} class="box-title">${name === undefined ? '' : icon(name)}`;
}

function titleClose(box: Token): string {
  return `</${titleTag(box)}>\n`;
}

function titleTag({ tag }: Token): string {
  return tag === 'details' ? 'summary' : 'p';
}
