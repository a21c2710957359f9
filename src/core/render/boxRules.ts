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
      ? `<details class="box box-${kind}" dir="auto"${isOpen ? ' open' : ''}>\n`
      : `<div class="box box-${kind}" role="note" dir="auto">\n`;
    if (title !== '') return open;
    const name = `<span${labelLang(labels)}>${escapeHtml(labels.boxes[kind])}</span>`;
    const sign = ICONS[kind] === undefined ? '' : icon(ICONS[kind]);
    return `${open}${titleOpen(token)}${sign}${name}${titleClose(token)}`;
  };
  rules['box_close'] = (tokens, at) => (tokens[at]?.tag === 'details' ? '</details>\n' : '</div>\n');
  rules['box_title_open'] = (tokens, at, _options, env) => {
    const box = tokens[at - 1]!;
    if (box.tag === 'details') environmentOf(env).summaries += 1;
    return titleOpen(box) + namedIcon(boxOf(box).kind, environmentOf(env).context.labels);
  };
  rules['box_title_close'] = (tokens, at, _options, env) => {
    const box = tokens[at - 3]!;
    if (box.tag === 'details') environmentOf(env).summaries -= 1;
    return titleClose(box);
  };
}

/** The icon of a kind, which a title does not name. */
function namedIcon(kind: BoxKind, labels: EntryLabels): string {
  const name = ICONS[kind];
  if (name === undefined) return '';
  return `<span class="codicon codicon-${name}" role="img"${labelLang(labels)} aria-label="${escapeHtml(labels.boxes[kind])}"></span>`;
}

function titleOpen(box: Token): string {
  return `<${titleTag(box)} class="box-title">`;
}

function titleClose(box: Token): string {
  return `</${titleTag(box)}>\n`;
}

function titleTag({ tag }: Token): string {
  return tag === 'details' ? 'summary' : 'p';
}
