import { firstSpanAt } from '../base/spanCover';
import type { Variant } from '../model';
import type { SymbolTable } from '../symbolTable/symbolTable';
import { ORDINARY_WORDS, SHARED_NAMES } from './ambiguousNames';
import { documentedNames } from './documentedNames';
import { namesIn, namesInCode } from './namesInSentence';
import { sentencesOf, type Sentence } from './proseSentences';
import { pointsOf, SUBJECT } from './sentencePoints';

/** A name in a text that is not a code block, and how much the text is about it. */
export interface NameMention {
  /** As written: `['session', 'refresh']`. */
  readonly path: readonly string[];
  /** The strongest of its kind says what the entry is about; `prose` by its points. */
  readonly from: 'title' | 'link' | 'answer' | 'prose';
  /** Index of the variant, the original being zero. */
  readonly variant: number;
  /** Index in the variant's posts; absent in the title. */
  readonly post?: number;
  /** How much a sentence is about it: `EXPLAINED` or more where it is its subject. */
  readonly points: number;
  /** Written as a member or a call: `.join`, `remove()`, "the `items` method". */
  readonly isMember: boolean;
  /** Formatted as code. */
  readonly isCode: boolean;
  /** Written with a leading dot: `.join()`. */
  readonly hasDot: boolean;
  /** The sentence it is in. */
  readonly sentence: string;
}

/** The names in a variant's title, the entry's other names, its answer line, links to documentation and prose. */
export function nameMentions(
  variant: Variant,
  at: number,
  aliases: readonly string[],
  symbols: SymbolTable,
): readonly NameMention[] {
  const sentences = variant.posts.map(({ markdown }) => sentencesOf(markdown));
  const title = [variant.title, ...aliases].flatMap(sentencesOf);
  const answer = variant.answer === undefined ? [] : sentencesOf(variant.answer.text);
  const written = namesInCode([...title, ...answer, ...sentences.flat()]);
  const isName = (word: string): boolean => written.has(word) || symbols.hasName(word);
  const isNameInTitle = (word: string, { text }: Sentence, start: number): boolean =>
    (written.has(word) &&
      word.length > 2 &&
      !ORDINARY_WORDS.has(word) &&
      !SHARED_NAMES.has(word) &&
      !BUILTIN_WORDS.has(word)) ||
    (start > 0 && /^[A-Z][a-z][A-Za-z]*$/.test(word) && !isTitleCase(text));
  const mentions: NameMention[] = [];
  const add = (all: readonly Sentence[], from: NameMention['from'], post: number | undefined): void => {
    for (const sentence of all) {
      const names = namesIn(sentence, isName, from === 'title' ? isNameInTitle : () => false);
      const distinct = new Set(names.map(({ path }) => path.join('.'))).size;
      for (const name of names) {
        mentions.push({
          path: name.path,
          from,
          variant: at,
          ...(post === undefined ? {} : { post }),
          points: from === 'prose' ? pointsOf(name, sentence, distinct) : SUBJECT,
          isMember: name.isMember,
          isCode: name.isCode,
          hasDot: name.hasDot,
          sentence: sentence.text,
        });
      }
    }
  };
  add(title, 'title', undefined);
  add(answer, 'answer', variant.answer?.post);
  sentences.forEach((all, post) => {
    add(all, 'prose', post);
  });
  const postAt = firstSpanAt(variant.posts.map(({ span }) => span));
  for (const link of variant.links) {
    const post = postAt(link.span.start);
    for (const path of documentedNames(link)) {
      mentions.push({
        path: path.split('.'),
        from: 'link',
        variant: at,
        ...(post === undefined ? {} : { post }),
        points: SUBJECT,
        isMember: false,
        isCode: false,
        hasDot: false,
        sentence: '',
      });
    }
  }
  return mentions;
}

/** Builtins whose names are words of titles as well. */
const BUILTIN_WORDS = new Set('id int input iter list next object open set slice str this type'.split(' '));

/** Whether most words of a title are capitalised, so that a capital means nothing. */
function isTitleCase(title: string): boolean {
  const words = title.match(/[A-Za-z][\w']{3,}/g) ?? [];
  return words.length > 1 && words.filter((word) => /^[A-Z]/.test(word)).length > words.length / 2;
}
