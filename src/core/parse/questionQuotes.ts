import type { Token } from '../markdown/markdown';
import { questionOfItem, type QuestionLine } from './questionLines';

/** The fewest quotes, and the share of all of them, that make quotes the questions of a page. */
const MIN_QUOTES = 2;
const MIN_ASKING_SHARE = 0.7;

/** Blocks that answer the quote above them. */
const ANSWERS = /^(?:paragraph|bullet_list|ordered_list|fence|code_block|table)/;

/** The question that a quote begins with. */
export function questionOfQuote(tokens: readonly Token[], at: number): QuestionLine | undefined {
  return tokens[at + 1]?.type === 'paragraph_open'
    ? questionOfItem(tokens[at + 2]?.content ?? '')
    : undefined;
}

/** Whether most quotes of a page ask and are answered by plain text below them, as those of interviews and mails are. */
export function mostQuotesAsk(tokens: readonly Token[]): boolean {
  let quotes = 0;
  let asking = 0;
  tokens.forEach((token, at) => {
    if (token.type !== 'blockquote_open' || token.level !== 0) return;
    quotes += 1;
    let end = at + 1;
    while (tokens[end]?.level !== 0) end += 1;
    const isAnswered = ANSWERS.test(tokens[end + 1]?.type ?? '');
    if (isAnswered && questionOfQuote(tokens, at) !== undefined) asking += 1;
  });
  return asking >= MIN_QUOTES && asking >= quotes * MIN_ASKING_SHARE;
}
