/** Share of letters a script needs before it names the text's language: code and names are mostly Latin. */
const ENOUGH = 0.15;

/** Guesses a text's language from its scripts: `ko`, `ja`, `zh`, or `en` for everything else. */
export function guessLanguage(text: string): string {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const letters = count(/\p{Letter}/gu);
  if (letters === 0) return 'en';
  if (count(/\p{Script=Hangul}/gu) / letters > ENOUGH) return 'ko';
  if (count(/\p{Script=Hiragana}|\p{Script=Katakana}/gu) / letters > ENOUGH) return 'ja';
  if (count(/\p{Script=Han}/gu) / letters > ENOUGH) return 'zh';
  return 'en';
}
