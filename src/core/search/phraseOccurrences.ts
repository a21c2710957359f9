import type { Entry } from '../model';
import { analyse, type TokenKind } from '../text/analyser';
import type { ForwardIndex, IndexedText } from './forwardIndex';
import { phraseEnds, type PhrasePattern, type PhraseRules } from './phraseMatching';

/** How often an entry mentions a phrase, in the variant that mentions it most. */
export interface PhraseOccurrence {
  /** Whether a title or another name of the entry contains the phrase. */
  readonly isTitle: boolean;
  /** The number of posts whose prose contains it; the entry's topics count as one more. */
  readonly postCount: number;
}

interface SearchedText {
  readonly entry: Entry;
  readonly text: IndexedText;
}

/** Between the words of one phrase: spaces, hyphens, or nothing. */
const JOINT = /^[\s\-_·/]{0,2}$/u;
/** Kinds of tokens that stand for whole words. */
const WHOLE: ReadonlySet<TokenKind> = new Set<TokenKind>(['word', 'stem', 'name', 'sense']);
const RULES: PhraseRules = { kinds: WHOLE, continues: isJoined };

/** Finds the entries that mention a phrase, in any spelling that the glossary knows. */
export class PhraseOccurrences {
  constructor(
    private readonly index: ForwardIndex,
    private readonly texts: readonly SearchedText[],
  ) {}

  /** Entries that mention at least one of the phrases. */
  find(phrases: readonly string[]): ReadonlyMap<Entry, PhraseOccurrence> {
    const patterns = new Map(
      phrases
        .flatMap((phrase) => this.#patternsOf(phrase.normalize('NFC')))
        .map((pattern) => [JSON.stringify(pattern), pattern]),
    );
    const byEntry = new Map<Entry, PhraseOccurrence>();
    if (patterns.size === 0) return byEntry;
    for (const { entry, text } of this.texts) {
      const { isTitle, postCount } = occurrenceIn(
        text,
        [...patterns.values()].flatMap((pattern) => segmentsWith(text, pattern)),
      );
      if (!isTitle && postCount === 0) continue;
      const known = byEntry.get(entry);
      byEntry.set(entry, {
        isTitle: isTitle || known?.isTitle === true,
        postCount: Math.max(postCount, known?.postCount ?? 0),
      });
    }
    return byEntry;
  }

  /** The synonym sets of the whole phrase, where the glossary has any; else its words, side by side or written as one. */
  #patternsOf(phrase: string): readonly PhrasePattern[] {
    const { words, tokens } = analyse(phrase);
    const synonymSets = tokens.filter(({ kind, length }) => kind === 'sense' && length === words.length);
    if (synonymSets.length > 0) return this.#indexed([synonymSets.map(({ term }) => term)]);
    const sideBySide = words.map((_, at) =>
      tokens
        .filter(({ kind, position, length }) => position === at && length === 1 && WHOLE.has(kind))
        .map(({ term }) => term),
    );
    const asOne = words.map(({ start, end }) => phrase.slice(start, end).toLowerCase()).join('');
    return [...this.#indexed(sideBySide), ...this.#indexed([[asOne]])];
  }

  /** A pattern by the ids of its terms; none where no text contains any term of one of its words. */
  #indexed(words: readonly (readonly string[])[]): readonly PhrasePattern[] {
    const pattern = words.map((terms) => terms.flatMap((term) => this.index.idOf(term) ?? []));
    return pattern.every(({ length }) => length > 0) ? [pattern] : [];
  }
}

/** The segments in which a phrase occurs, one for each occurrence. */
function segmentsWith(text: IndexedText, pattern: PhrasePattern): readonly number[] {
  return Array.from(phraseEnds(text, pattern, RULES), (position) => text.locate(position).segment);
}

/** Whether only a space, a hyphen or the like separates a word from the previous one. */
function isJoined(text: IndexedText, position: number): boolean {
  const previous = text.locate(position - 1);
  const { segment, start } = text.locate(position);
  const segmentText = text.segments[segment]?.text ?? '';
  return previous.segment === segment && JOINT.test(segmentText.slice(previous.end, start));
}

function occurrenceIn({ segments }: IndexedText, occurrences: readonly number[]): PhraseOccurrence {
  const posts = new Set<number>();
  let isTitle = false;
  for (const segment of occurrences) {
    const { field, post } = segments[segment] ?? {};
    if (field === 'title') isTitle = true;
    else if (field === 'topics') posts.add(TOPICS);
    else if (field !== 'code' && post !== undefined) posts.add(post);
  }
  return { isTitle, postCount: posts.size };
}

/** Stands for the topics among the indices of posts. */
const TOPICS = -1;
