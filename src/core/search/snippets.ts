import type { Span, Variant } from '../model';
import { analyse } from '../text/analyser';
import { plainAnswer } from '../answerLine/plainAnswer';
import type { Passage } from './passages';

/** The line that a list shows below an entry’s title. */
export interface Snippet {
  readonly from: 'passage' | 'answer';
  readonly text: string;
  /** Matched words, as offsets in `text`. */
  readonly ranges: readonly Span[];
}

/**
 * The passage where it has a matched word that neither the title nor the answer line has, else the answer line; the
 * passage of an entry without an answer line. Words are compared by stem and synonym, as the search compares them.
 *
 * @param matched The matched words, as the entry writes them.
 */
export function snippetOf(
  { title, answer }: Pick<Variant, 'title' | 'answer'>,
  passage: Passage | undefined,
  matched: readonly string[],
): Snippet | undefined {
  const fromPassage: Snippet | undefined =
    passage === undefined || passage.text === ''
      ? undefined
      : { from: 'passage', text: passage.text, ranges: passage.ranges };
  if (answer === undefined) return fromPassage;
  const text = plainAnswer(answer);
  if (fromPassage !== undefined && saysMore(fromPassage, termsOf(`${title}\n${text}`))) return fromPassage;
  return { from: 'answer', text, ranges: rangesIn(text, termsOf(matched.join('\n'))) };
}

/** Whether any highlighted word of a snippet shares no term with some text. */
function saysMore({ text, ranges }: Snippet, terms: ReadonlySet<string>): boolean {
  return ranges.some(({ start, end }) => {
    const own = termsOf(text.slice(start, end));
    return own.size > 0 && [...own].every((term) => !terms.has(term));
  });
}

/** The words of a text that share a term with others. */
function rangesIn(text: string, terms: ReadonlySet<string>): readonly Span[] {
  const { words, tokens } = analyse(text);
  const matched = new Set<number>();
  for (const { term, kind, position, length } of tokens) {
    if (kind === 'bigram' || !terms.has(term)) continue;
    for (let at = position; at < position + length; at += 1) matched.add(at);
  }
  return words.flatMap(({ start, end }, at) => (matched.has(at) ? [{ start, end }] : []));
}

function termsOf(text: string): ReadonlySet<string> {
  const { tokens } = analyse(text.normalize('NFC'));
  return new Set(tokens.filter(({ kind }) => kind !== 'bigram').map(({ term }) => term));
}
