/** Suffixes that derive a word of the same subject: 비관적, 비관주의, 안전성, 동기화, 도메인별. */
const SUFFIX = /(?:적|적인|적이|적으로|주의|주의자|화|성|별)$/u;
/** Words that end like a derivation and are a noun of their own. */
const LOOKALIKE =
  /(?:전화|영화|문화|만화|평화|신화|변화|대화|여성|남성|구성|목적|업적|표적|흔적|면적|추적|특별|구별|차별|이별|개별|성별|행성|위성|음성|화성|완성|작성|생성|형성|편성)$/u;
/** Syllables of the word that another one is derived from. */
const MIN_LENGTH = 2;

/** The word that a noun is derived from: 비관적 → 비관, 안전성 → 안전; `undefined` for any other noun. */
export function originOf(noun: string): string | undefined {
  if (LOOKALIKE.test(noun)) return undefined;
  const origin = noun.replace(SUFFIX, '');
  return origin.length < noun.length && origin.length >= MIN_LENGTH ? origin : undefined;
}
