import { originOf } from './derivations';
import { looksLikeVerb } from './lookalikes';
import { hasLongParticle, shortNounOf, withoutParticles } from './particles';
import { unknownVerbStemOf } from './unknownVerbs';
import { verbalNounOf } from './verbalNouns';
import { knownVerbStems } from './verbForms';

/** 안 and 못 typed in one with the verb that they negate. */
const NEGATION = /^[안못](?=.)/u;
/** Words that begin like a verb negated by 안 or 못, and are not. */
const NOT_NEGATED = /^(?:안(?:전|정|내|심|건|경|부|녕|개|방|락|료|목|무|쪽|팎)|못(?:지|난))/u;
/** Words of one syllable that are forms of verbs; most others are nouns (열, 말, 산). */
const SHORT_FORM = /^[돼된될됨됐써쓴쓸씀썼꺼끈켜켠커큰해할함했와봐줘]$/u;

/**
 * The stems of a Hangul word, the likeliest first: nouns without particles (`세션에서는` → 세션), verbs and adjectives as
 * in dictionaries with a hyphen (`걸렸는데` → `걸리-`), and what a noun is derived from (`동기화된` → 동기화, 동기).
 */
export function koreanStems(word: string): readonly string[] {
  const cached = cache.get(word);
  if (cached !== undefined) return cached;
  const stems = [...new Set(stemsOf(word))].filter((stem) => stem !== word);
  if (cache.size >= MAX_CACHED) cache.clear();
  cache.set(word, stems);
  return stems;
}

/** The stems of recent words: a text repeats most of its words. */
const cache = new Map<string, readonly string[]>();
const MAX_CACHED = 4_096;

function* stemsOf(word: string): Generator<string> {
  const noun = withoutParticles(word);
  const isNoun = looksLikeVerb(noun);
  const predicate = isNoun ? NONE : predicateStems(word);
  yield* predicate;
  if (predicate.length > 0) return;
  yield* nounStems(noun);
  const unknown = isNoun || [word, noun].some(hasLongParticle) ? undefined : unknownVerbStemOf(word);
  if (unknown !== undefined) yield unknown;
  const short = noun === word || hasLongParticle(noun) ? shortNounOf(noun) : undefined;
  if (short !== undefined) yield short;
}

const NONE: readonly string[] = [];

/** The stems of a form of a known verb, or of a noun with a light verb; as the word is typed, else as it would be written. */
function predicateStems(word: string): readonly string[] {
  for (const form of new Set([word, withWrittenEnding(word)])) {
    const verbal = verbalNounOf(form);
    const stems = verbal === undefined ? verbStemsOf(form) : [...nounStems(verbal.noun), verbal.stem];
    if (stems.length > 0) return stems;
  }
  return NONE;
}

function* nounStems(noun: string): Generator<string> {
  yield noun;
  const origin = originOf(noun);
  if (origin !== undefined) yield origin;
}

function verbStemsOf(word: string): readonly string[] {
  if (word.length === 1 && !SHORT_FORM.test(word)) return [];
  const stems = knownVerbStems(word);
  if (stems.length > 0 || !NEGATION.test(word) || NOT_NEGATED.test(word)) return stems;
  return knownVerbStems(word.slice(1));
}

/** A word with the polite ending as in writing: `모르겠네여`, `했어용`, `합니당`. */
function withWrittenEnding(word: string): string {
  return word.replace(/(?<=..)[여용염욤]$/u, '요').replace(/(?<=니)당$/u, '다');
}
