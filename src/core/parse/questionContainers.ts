import type { Token } from '../markdown/markdown';
import { questionLine } from './questionLines';
import { isQuestionTitle } from './questionTitles';

/**
 * Whether a block's content begins sections of its own: a list whose first item begins with a heading, and with
 * `withQuestionLines` a list or definition list of which most items or terms ask.
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

function asksInItems(tokens: readonly Token[], at: number): boolean {
  const level = tokens[at]?.level ?? 0;
  let items = 0;
  let asking = 0;
  for (let next = at + 1; next < tokens.length; next += 1) {
    const token = tokens[next]!;
    if (token.level <= level) break;
    if (token.type !== 'list_item_open' || token.level !== level + 1) continue;
    items += 1;
    const content = tokens[next + 2]?.content ?? '';
    if (tokens[next + 1]?.type === 'paragraph_open' && questionLine(content) !== undefined) asking += 1;
  }
  return asking * 2 > items;
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
