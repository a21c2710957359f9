/** Share of letters that names a text's language by its script. Low, since code and names are mostly Latin. */
const MIN_SCRIPT_SHARE = 0.15;

/** Detects a text's language by its scripts: `ko`, `ja`, `zh`, or `en` for everything else. */
export function detectLanguage(text: string): string {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const letters = count(/\p{Letter}/gu);
  if (letters === 0) return 'en';
  if (count(/\p{Script=Hangul}/gu) / letters > MIN_SCRIPT_SHARE) return 'ko';
  if (count(/\p{Script=Hiragana}|\p{Script=Katakana}/gu) / letters > MIN_SCRIPT_SHARE) return 'ja';
  if (count(/\p{Script=Han}/gu) / letters > MIN_SCRIPT_SHARE) return 'zh';
  return 'en';
}
