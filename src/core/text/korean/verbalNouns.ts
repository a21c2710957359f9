import { VerbBases } from './verbBases';
import { looksLikeVerb } from './lookalikes';
import { formIn, knownVerbStems } from './verbForms';

/** A noun with the verb that it makes: 사용하다, 롤백되다. */
interface VerbalNoun {
  readonly noun: string;
  /** With a hyphen, as other verb stems. */
  readonly stem: string;
}

/** Verbs that make one of a noun. */
const LIGHT_VERBS = new VerbBases()
  .addStems(['하', '해지', '되', '시키', '당하', '받', '있', '없'])
  .addStems(['스럽'], 'ㅂ');
/** Syllables of the noun; shorter ones belong to the verb (정하다). */
const MIN_NOUN_LENGTH = 2;
/** Syllables of the longest form that is looked for behind a noun. */
const MAX_FORM_LENGTH = 10;
/** How forms of these verbs begin, negated or not. */
const FIRST_SYLLABLE = /[하한할함합해했되된될됨됩돼됐시당받있없스안못]/u;
/** Nouns that end like a form of 하다. */
const LOOKALIKE =
  /(?:[권제기무유시북남최극]한|[역분관]할|[침피방이오손재상공유무서동남북올견양화자살박저]해|지난해|다음해|[보관결포군]함|우편함|사물함|투표함|잠수함|전투함|구축함|순양함|천안함)$/u;

/**
 * The noun in a word that is a noun with 하다, 되다 or another light verb: `사용하는` → 사용, 사용하-. The rest of the
 * word has to be a complete form, so 문자열합치기 and 대한민국 are left alone.
 */
export function verbalNounOf(word: string): VerbalNoun | undefined {
  if (word.length <= MIN_NOUN_LENGTH || LOOKALIKE.test(word)) return undefined;
  for (let end = Math.max(MIN_NOUN_LENGTH, word.length - MAX_FORM_LENGTH); end < word.length; end += 1) {
    if (!FIRST_SYLLABLE.test(word.charAt(end))) continue;
    const verb = formIn(LIGHT_VERBS, word.slice(end).replace(/^[안못](?=.)/u, ''));
    const noun = word.slice(0, end);
    if (verb !== undefined && !isVerbWithAuxiliary(noun, verb)) return { noun, stem: `${noun}${verb}-` };
  }
  return undefined;
}

/** Whether 걸려있다 or 닫아야하다 is a verb with an auxiliary rather than a noun with a verb. */
function isVerbWithAuxiliary(noun: string, verb: string): boolean {
  if (looksLikeVerb(noun)) return false;
  return (/[있없]/u.test(verb) || /[야면고게지기도]$/u.test(noun)) && knownVerbStems(noun).length > 0;
}
