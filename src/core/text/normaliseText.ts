/**
 * The form in which the core holds text: no byte order mark, line feeds only, NFC. Lines keep their numbers, so a line
 * found here is the line in the file.
 */
export function normaliseText(raw: string): string {
  const withoutBom = raw.charCodeAt(0) === 0xfeff ? raw.slice(1) : raw;
  return withoutBom.replace(/\r\n?/g, '\n').normalize('NFC');
}
