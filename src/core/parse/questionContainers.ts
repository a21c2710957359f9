import { boxOf } from '../markdown/boxes';
import type { Token } from '../markdown/markdown';
import { questionLine, questionOfItem, type QuestionLine } from './questionLines';
import { isQuestionTitle } from './questionTitles';

/** The longest first line of a list item that is a title, in characters. */
const MAX_TITLE_LENGTH = 300;
/** Blocks that answer a question in a list above them. */
const ANSWERS = /^(?:paragraph|bullet_list|fence|code_block|table|blockquote)_?/;

/**
 * Whether a block's content begins sections of its own: that of a list whose first item begins with a heading, and with
 * `withQuestionLines` that of a list or definition list of which most items or terms ask.
 */
export function holdsSections(tokens: readonly Token[], at: number, withQuestionLines: boolean): boolean {
  switch (tokens[at]?.type) {
    case 'bullet_list_open':
    case 'ordered_list_open':
      return tokens[at + 2]?.type === 'heading_open' || (withQuestionLines && asksInItems(tokens, at));
    case 'dl_open':
      return withQuestionLines && asksInTerms(tokens, at);
    default:
      return false;
  }
}

/** The question that a box asks by its kind or its title. */
export function questionOfBox(open: Token): QuestionLine | undefined {
  const { kind, title, contentLine } = boxOf(open);
  const asks = title !== '' && (kind === 'question' || isQuestionTitle(title));
  return asks ? { title, lineCount: contentLine - (open.map?.[0] ?? 0), column: 0 } : undefined;
}

/** The title of a list item whose list asks, and where its answer begins: it need not ask itself if it is answered. */
export function entryOfItem(tokens: readonly Token[], paragraph: number): QuestionLine | undefined {
  const content = tokens[paragraph + 1]?.content ?? '';
  const question = questionOfItem(content);
  if (question !== undefined || !hasTextBehind(tokens, paragraph, content)) return question;
  const title = content.split('\n', 1)[0] ?? '';
  return title.length > MAX_TITLE_LENGTH ? undefined : { title, lineCount: 1, column: 0 };
}

/** A list inside an answer is part of it, whatever it asks. */
function asksInItems(tokens: readonly Token[], at: number): boolean {
  const level = tokens[at]?.level ?? 0;
  if (level > 0) return false;
  let items = 0;
  let asking = 0;
  let next = at + 1;
  for (; next < tokens.length && tokens[next]!.level > level; next += 1) {
    const token = tokens[next]!;
    if (token.type !== 'list_item_open' || token.level !== level + 1) continue;
    items += 1;
    const content = tokens[next + 2]?.content ?? '';
    if (tokens[next + 1]?.type !== 'paragraph_open') continue;
    if (questionLine(content) !== undefined || asksAndIsAnswered(tokens, next + 1, content)) asking += 1;
  }
  if (items > 1 || asking > 0) return asking * 2 > items;
  // A list of one item is a numbered question, whose answer is below the list.
  const isAnswered = ANSWERS.test(tokens[next + 1]?.type ?? '');
  return isAnswered && questionOfItem(tokens[at + 3]?.content ?? '') !== undefined;
}

/** Whether a list item's paragraph begins with a question without a mark and has text behind it. */
function asksAndIsAnswered(tokens: readonly Token[], paragraph: number, content: string): boolean {
  const question = questionOfItem(content);
  return question !== undefined && (question.column > 0 || hasTextBehind(tokens, paragraph, content));
}

/** Whether a list item has text behind the first line of its first paragraph. */
function hasTextBehind(tokens: readonly Token[], paragraph: number, content: string): boolean {
  return content.includes('\n') || tokens[paragraph + 3]?.type !== 'list_item_close';
}

function asksInTerms(tokens: readonly Token[], at: number): boolean {
  const level = tokens[at]?.level ?? 0;
  let terms = 0;
  let asking = 0;
  for (let next = at + 1; next < tokens.length; next += 1) {
    const token = tokens[next]!;
    if (token.level <= level) break;
    if (token.type !== 'dt_open' || token.level !== level + 1) continue;
    terms += 1;
    if (isQuestionTitle(tokens[next + 1]?.content ?? '')) asking += 1;
  }
  return asking * 2 > terms;
}
