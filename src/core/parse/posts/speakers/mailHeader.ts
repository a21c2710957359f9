import { readWhen } from './when';
import type { Byline } from './byline';

const FIELD =
  /^\s*(?:[*_]{1,3})?(From|Date|Sent|To|Cc|Subject|Reply-To|Message-ID)(?:[*_]{1,3})?\s*:(?:[*_]{1,3})?\s*(.{0,300})/i;
const MAX_FIELDS = 12;

/**
 * The sender's byline at the head of a mail: a `From:` line with another field beside it.
 *
 * @param lines The lines of a paragraph.
 * @returns The byline and how many lines the fields take.
 */
export function readMailHeader(
  lines: readonly string[],
): { readonly byline: Byline; readonly lineCount: number } | undefined {
  const fields = new Map<string, string>();
  let lineCount = 0;
  for (const line of lines.slice(0, MAX_FIELDS)) {
    const field = FIELD.exec(line);
    if (field === null) break;
    fields.set(field[1]!.toLowerCase(), field[2]!.trim());
    lineCount += 1;
  }
  const from = fields.get('from');
  if (from === undefined || fields.size < 2) return undefined;
  const name = from
    .replace(/(?:<[^<>]*>|\[[^[\]]*\])$/, '')
    .trim()
    .replace(/^["']|["']$/g, '')
    .trim();
  if (name === '') return undefined;
  const sent = (fields.get('date') ?? fields.get('sent') ?? '').replace(/^\p{L}{2,9}\.?, */u, '');
  const date = readWhen(sent, 0)?.date;
  return {
    byline: {
      name,
      ...(date === undefined ? {} : { date }),
      length: 0,
      ends: 'line',
      mark: 'plain',
      hasVerb: true,
      isDated: true,
      hasHandle: true,
      points: 4,
    },
    lineCount,
  };
}
