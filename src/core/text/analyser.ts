import { partsOfIdentifier } from './identifiers';
import { isParticle, stemKorean } from './korean';

/** One form under which a word of the text can be found. Several tokens may stand at the same place. */
export interface Token {
  readonly term: string;
  /** Offsets in the analysed text of the word this is a form of; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** `word`: as written; `stem`: without endings; `part`: a piece of an identifier. */
  readonly kind: 'word' | 'stem' | 'part';
}

/** A run of one script: an identifier or Latin word, Hangul, or letters and digits of any other script. */
const RUN =
  /(?<latin>[\p{Script=Latin}\p{N}_]+(?:\.(?=[\p{Script=Latin}_])[\p{Script=Latin}\p{N}_]+)*)|(?<hangul>\p{Script=Hangul}+)|[\p{L}\p{N}\p{M}]+/gu;

/**
 * The one analyser, for documents, queries and hovers alike: splits scripts (`session을` → `session`), strips Korean
 * particles, opens identifiers. The text should be NFC; offsets count in it.
 */
export function analyse(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let latinEnd = -1;
  for (const run of text.matchAll(RUN)) {
    const [word] = run;
    const start = run.index;
    const end = start + word.length;
    const add = (term: string, kind: Token['kind']): void => {
      tokens.push({ term, start, end, kind });
    };
    if (run.groups?.['hangul'] !== undefined) {
      // The particle of a Latin word carries no meaning of its own.
      if (start === latinEnd && isParticle(word)) continue;
      add(word, 'word');
      const stem = stemKorean(word);
      if (stem !== word) add(stem, 'stem');
    } else {
      const folded = word.normalize('NFKC');
      add(folded.toLowerCase(), 'word');
      if (run.groups?.['latin'] === undefined) continue;
      latinEnd = end;
      for (const part of partsOfIdentifier(folded)) add(part, 'part');
    }
  }
  return tokens;
}

/** The words of a query, each with the forms it is looked for under. */
export interface QueryWord {
  readonly text: string;
  readonly forms: readonly Pick<Token, 'term' | 'kind'>[];
}

/** What is pasted beyond this many characters is not searched for. */
const LONGEST_QUERY = 500;

/** Groups a query's tokens by the word they stand for. */
export function analyseQuery(query: string): readonly QueryWord[] {
  const text = query.slice(0, LONGEST_QUERY).normalize('NFC');
  const words = new Map<number, { text: string; forms: Pick<Token, 'term' | 'kind'>[] }>();
  for (const token of analyse(text)) {
    const word = words.get(token.start) ?? { text: text.slice(token.start, token.end), forms: [] };
    word.forms.push({ term: token.term, kind: token.kind });
    words.set(token.start, word);
  }
  return [...words.values()];
}
