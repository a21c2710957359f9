import { MAX_ANSWER_LENGTH, type Variant } from '../model';
import { oneLine, shorten } from '../text/shorten';
import { escapeHtml } from './escapeHtml';
import { labelLang, textLang } from './langAttributes';
import type { EntryLabels } from './entryLabels';
import type { PostNames } from './postNames';

/** An entry's answer in a sentence, with a link to the post that it is from; empty without one. */
export function renderAnswerLine(variant: Variant, names: PostNames, labels: EntryLabels): string {
  const { answer, posts } = variant;
  if (answer === undefined) return '';
  const text = shorten(oneLine(answer.text), MAX_ANSWER_LENGTH);
  if (text === '') return '';
  const { post } = answer;
  const source =
    post === undefined || posts[post] === undefined
      ? ''
      : ` <a class="answer-source" href="#post-${String(post)}">${escapeHtml(labels.answerFrom(names.shortName(post)))}</a>`;
  const inferred = escapeHtml(labels.inferredAnswer);
  const mark =
    answer.from === 'declared'
      ? ''
      : `<span class="inferred" title="${inferred}"><span aria-hidden="true">~ </span><span class="hidden-text">${inferred}: </span></span>`;
  return [
    `<p class="answer-line"${labelLang(labels)}>`,
    `<span class="in-short">${escapeHtml(labels.inShort)}</span> ${mark}`,
    `<span class="answer-text"${textLang(variant)} dir="auto">${renderText(text)}</span>${source}</p>`,
  ].join('');
}

/** Text with code between single backticks; a backtick without a second one is text. */
function renderText(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part) =>
      /^`[^`]+`$/.test(part) ? `<code>${escapeHtml(part.slice(1, -1))}</code>` : escapeHtml(part),
    )
    .join('');
}
