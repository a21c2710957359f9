import { boxOf } from '../markdown/boxes';
import type { Token } from '../markdown/markdown';
import { questionLine, questionOfItem, type QuestionLine } from './questionLines';
import { isQuestionTitle } from './questionTitles';

/** The fewest items of a list whose questions have no marks. */
const MIN_UNMARKED_ITEMS = 2;

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

function asksInItems(tokens: readonly Token[], at: number): boolean {
  const level = tokens[at]?.level ?? 0;
  let items = 0;
  let marked = 0;
  let answered = 0;
  for (let next = at + 1; next < tokens.length; next += 1) {
    const token = tokens[next]!;
    if (token.level <= level) break;
    if (token.type !== 'list_item_open' || token.level !== level + 1) continue;
    items += 1;
    const content = tokens[next + 2]?.content ?? '';
    if (tokens[next + 1]?.type !== 'paragraph_open') continue;
    if (questionLine(content) !== undefined) marked += 1;
    else if (isAnswered(tokens, next, questionOfItem(content), content)) answered += 1;
  }
  return marked * 2 > items || (items >= MIN_UNMARKED_ITEMS && (marked + answered) * 2 > items);
}

/** Whether a list item that begins with a question without a mark has text behind it. */
function isAnswered(
  tokens: readonly Token[],
  item: number,
  question: QuestionLine | undefined,
  content: string,
): boolean {
  if (question === undefined) return false;
  const hasMoreBlocks = tokens[item + 4]?.type !== 'list_item_close';
  return question.column > 0 || content.includes('\n') || hasMoreBlocks;
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
