import type { MaybeYield } from '../archive/archiveSource';
import { analyse, type Analysis } from '../text/analyser';
import { isStopWord } from '../text/stopWords';
import { inverseDocumentFrequency } from './bm25';
import type { ForwardIndex } from './forwardIndex';
import type { Query } from './query';

/** UTF-16 units that are analysed between two calls of `maybeYield`. */
const CHUNK_LENGTH = 2000;
/** Stands where words were left out, so that their neighbours are not taken for one term. */
const OMISSION = ' … ';
/** Factor on the IDF of an identifier: a name tells more than a word of prose that is as rare. */
const IDENTIFIER_FACTOR = 1.5;

interface ReadWord {
  readonly start: number;
  readonly end: number;
  readonly at: number;
  /** How much it tells; zero for stop words, `undefined` for a word that no text contains. */
  readonly weight: number | undefined;
}

/**
 * A query of at most `limit` words: a longer one by its most telling words in their order, each once; pasted text never
 * has a word twice. Those words are the rarest in the index, identifiers before prose. Words that no text contains keep their share, so that the
 * coverage of a text is about that of the whole query.
 */
export async function tellingWordsOf(
  text: string,
  index: ForwardIndex,
  limit: number,
  { isPasted, code: { syntax, own } }: Pick<Query, 'isPasted' | 'code'>,
  maybeYield?: MaybeYield,
): Promise<string> {
  if (!isPasted && text.length <= limit) return text;
  const words = new Map<string, ReadWord>();
  let count = 0;
  for (const { chunk, offset } of chunksOf(text)) {
    await maybeYield?.();
    const analysis = analyse(chunk);
    const idfs = idfsOf(analysis, index);
    for (const [position, { start, end, folded, stems, parts }] of analysis.words.entries()) {
      const isMinor = isStopWord(folded, stems) || syntax.has(folded) || own.has(folded);
      const factor = parts.length > 0 ? IDENTIFIER_FACTOR : 1;
      const idf = idfs[position];
      const weight = isMinor ? 0 : idf === undefined ? undefined : idf * factor;
      if (!words.has(folded)) {
        words.set(folded, { start: offset + start, end: offset + end, at: count, weight });
      }
      count += 1;
    }
  }
  const isShort = isPasted ? words.size === count && count <= limit : count <= limit;
  return isShort ? text : joined(text, mostTelling([...words.values()], limit));
}

/** Parts of a text, cut at spaces where there are any. */
function* chunksOf(text: string): Generator<{ readonly chunk: string; readonly offset: number }> {
  let offset = 0;
  while (offset < text.length) {
    const space = text.lastIndexOf(' ', offset + CHUNK_LENGTH);
    const end = space > offset ? space : offset + CHUNK_LENGTH;
    yield { chunk: text.slice(offset, end), offset };
    offset = end;
  }
}

/** The IDF of each word by the most frequent of its forms; `undefined` for a word that no text contains. */
function idfsOf({ words, tokens }: Analysis, index: ForwardIndex): readonly (number | undefined)[] {
  const idfs = words.map((): number | undefined => undefined);
  for (const { term, kind, position, length } of tokens) {
    const id = kind === 'part' || kind === 'bigram' ? undefined : index.idOf(term);
    if (id === undefined) continue;
    const idf = inverseDocumentFrequency(index.documentFrequency(id), index.size);
    for (let at = position; at < position + length; at += 1) idfs[at] = Math.min(idfs[at] ?? Infinity, idf);
  }
  return idfs;
}

function mostTelling(words: readonly ReadWord[], limit: number): readonly ReadWord[] {
  if (words.length <= limit) return words;
  const telling = words.filter(({ weight }) => weight !== 0);
  const known = telling.filter(({ weight }) => weight !== undefined);
  const unknown = telling.filter(({ weight }) => weight === undefined);
  const unknownLimit = Math.floor((limit * unknown.length) / Math.max(1, telling.length));
  const chosen = [
    ...known
      .sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0))
      .slice(0, limit - Math.min(unknownLimit, unknown.length)),
    ...unknown.slice(0, unknownLimit),
  ];
  // A query of stop words only is still a query.
  return (chosen.length === 0 ? words.slice(0, limit) : chosen).sort((a, b) => a.start - b.start);
}

function joined(text: string, words: readonly ReadWord[]): string {
  return words
    .map(({ start, end, at }, rank) => {
      const next = words[rank + 1];
      return (
        text.slice(start, end) +
        (next === undefined ? '' : next.at === at + 1 ? text.slice(end, next.start) : OMISSION)
      );
    })
    .join('');
}
