import type { EndingClass } from './verbBases';

/**
 * The endings of verbs and adjectives by what they follow, with the particles they take. Endings that begin with a final
 * consonant have it as a letter of its own: `ㄴ데`.
 * Source of the rule: the standard grammar's 어말어미, and what is typed for them in chats (`더라구요`).
 */
const ENDINGS: Readonly<Record<EndingClass, ReadonlySet<string>>> = {
  consonant: expand(`
    고(요|서|는|도|서는|서도)? 지(요|만|만요|는|도|를|마)? 죠 게(요|끔|는|도)? 자(고|는|마자|니|면)? 던(데|데요|가|가요|지)?
    더(니|라|라고|라고요|라구|라구요|군|군요|라도|라면) 도록 든(지)? 든가 거나 거든(요)? 구나 군(요)? 구요 습니다(만)? 습니까 길래(요)?
    읍니다 듯(이)? 잖아(요)? 다(가|가도|가는|고|고요|고는|는|는데|는데요|던데|던데요|면|며|니|니까|네|네요|라고|라구요|시피|거나)?
    기(는|도|만|가|를|에|에는|엔|까지|보다|전에|전|위해|위해서|위한|때문에|때문|로|란|의|야)? 길 긴`),
  nasal: expand(`
    는(데|데요|데도|데다|지|지는|지도|지를|지요|가|가요|걸|걸요|구나|군요|다|다고|다는|다는데|다면|다며|다거나)?
    네(요)? 나(요)? 냐(고|고요|면|는)? 니 느라(고)? 느냐`),
  soft: expand(`
    ㄴ(다|다고|다고요|다는|다는데|다면|다며|다거나|데|데요|데도|지|지는|지도|지를|가|가요|걸|걸요)?
    ㄹ(까|까요|까봐|까봐요|지|지도|지는|게|게요|걸|걸요|려고|려면|려는데|래|래요|수록|뿐|텐데|텐데요|라고|듯|듯이)?
    ㅂ(니다|니다만|니까|시다|시오) 니(까|까요|깐)? 므로`),
  linking: expand(`
    면(서|은|서도|요)? 며 려(고|면|는|는데|다|다가|던)? 러 라(고|는|면)? 나 므로 ㅁ(은|이|을|에|에도|으로|과|의|도)?`),
  vowel: new Set([
    '',
    ...expand('요 서(요|는|도|야|인지|라도)? 야(만|지|죠|지요)? 도(요)? 라(도|고)? 다가 가지고 갖고'),
  ]),
};

/** Whether a text is a complete ending of a class. */
export function isEnding(text: string, endingClass: EndingClass): boolean {
  return ENDINGS[endingClass].has(text);
}

/** Adnominal endings and the dependent nouns (의존 명사) that are typed behind them without a space: `닫는법`, `걸릴때`. */
const DEPENDENT_NOUNS: Readonly<Partial<Record<EndingClass, RegExp>>> = {
  consonant: /^던(?:것|거|게|건|걸|때|중|곳)/u,
  nasal:
    /^는(?:방법|법|이유|동안|중|것|거|게|건|걸|데|줄|편|척|곳|점|경우|시점|순간|상황|상태|정도|김|셈|만큼|대로|듯)/u,
  soft: /^(?:ㄴ(?:것|거|게|건|걸|지|적|채|뒤|후|다음|이유|점|경우|상태|상황|듯|만큼|대로|줄|곳|편)|ㄹ(?:때|수|줄|뿐|만큼|듯|정도|것|거|게|건|걸|데|경우|이유|방법|필요|시점))/u,
};

/** What is left behind an adnominal ending and a dependent noun: `는법을` → `을`. `undefined` where there is none. */
export function afterDependentNoun(text: string, endingClass: EndingClass): string | undefined {
  const found = DEPENDENT_NOUNS[endingClass]?.exec(text)?.[0];
  return found === undefined ? undefined : text.slice(found.length);
}

const ADNOMINAL: Readonly<Partial<Record<EndingClass, RegExp>>> = {
  consonant: /^던(?=.)/u,
  nasal: /^는(?=.)/u,
  soft: /^[ㄴㄹ](?=.)/u,
};

/** What is left behind an adnominal ending: `ㄹ겁니다` → `겁니다`. `undefined` where there is none. */
export function afterAdnominal(text: string, endingClass: EndingClass): string | undefined {
  const found = ADNOMINAL[endingClass]?.exec(text)?.[0];
  return found === undefined ? undefined : text.slice(found.length);
}

/** Endings that another verb follows, by class: `고싶다`, `지않다`, `야하다`, `면되다`. */
const CONNECTIVE: Readonly<Record<EndingClass, RegExp>> = {
  consonant: /^(?:고|지는?|게|기(?:도|만|는)?|거나|다)(?=.)/u,
  nasal: /^(?:나|는가|는지)(?=.)/u,
  soft: /^(?:ㄹ까|ㄴ가|ㄴ지)(?=.)/u,
  linking: /^(?:면|려고?)(?=.)/u,
  vowel: /^(?:야만?|도|서|다)?(?=.)/u,
};

/** What is left behind an ending that another verb may follow, without its negation (`지못하다`, `면안되다`). */
export function afterConnective(text: string, endingClass: EndingClass): string | undefined {
  const ending = CONNECTIVE[endingClass].exec(text)?.[0];
  return ending === undefined ? undefined : text.slice(ending.length).replace(/^[안못](?=.)/u, '');
}

/** Writes out endings: `고(요|서)?` is 고, 고요 and 고서; without the question mark, the first of them is not meant. */
function expand(endings: string): ReadonlySet<string> {
  return new Set(
    endings
      .trim()
      .split(/\s+/u)
      .flatMap((ending) => {
        const [, first = '', others = '', optional] = /^([^()]+)(?:\(([^()]+)\)(\?)?)?$/u.exec(ending) ?? [];
        const longer = others === '' ? [] : others.split('|').map((other) => first + other);
        return others === '' || optional !== undefined ? [first, ...longer] : longer;
      }),
  );
}
