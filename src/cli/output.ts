import type { Span } from '../core/model';

/** Text of an archive or a log with control characters replaced, which terminals would interpret; the length stays the same. */
export function printable(text: string): string {
  return text.replace(/[^\P{Cc}\t\n]/gu, '\ufffd');
}

/** Text with matched words in bold, where the terminal supports it. https://no-color.org, https://force-color.org */
export function highlighted(text: string, ranges: readonly Span[]): string {
  const { NO_COLOR: noColor = '', FORCE_COLOR: forceColor = '' } = process.env;
  const plain = printable(text);
  if (noColor !== '' || (forceColor === '' && !process.stdout.isTTY)) return plain;
  let styled = '';
  let end = 0;
  for (const range of ranges) {
    styled += `${plain.slice(end, range.start)}\u001b[1m${plain.slice(range.start, range.end)}\u001b[22m`;
    end = range.end;
  }
  return styled + plain.slice(end);
}

/** A value as JSON on several lines. */
export function json(value: unknown): string {
  return JSON.stringify(value, undefined, 2);
}
