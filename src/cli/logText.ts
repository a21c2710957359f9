import { createReadStream } from 'node:fs';
import { NotFoundError } from './errors';
import { UsageError } from './options';

/** In bytes: of a longer log the end is kept, since the last errors matter. */
const MAX_SIZE = 8 * 1024 * 1024;

/**
 * Reads a log to its end, holding no more of it than its last eight megabytes, from the start of a line. Bytes that are
 * no text become replacement characters.
 *
 * @param file A path; `-`, or none, for standard input.
 * @throws {NotFoundError} when it cannot be read.
 * @throws {UsageError} when no file is named and nothing is piped in.
 */
export async function readLog(file: string | undefined): Promise<string> {
  if (file === undefined && process.stdin.isTTY)
    throw new UsageError('"error" reads a file, or what is piped to it: pytest 2>&1 | archive-answers error');
  const isInput = file === undefined || file === '-';
  try {
    return await readTail(isInput ? process.stdin : createReadStream(file), MAX_SIZE);
  } catch (error) {
    const name = isInput ? 'standard input' : `"${file}"`;
    throw new NotFoundError(
      `${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** The end of a stream as text: at most its last `maxSize` bytes, and if it is longer, from the start of a line. */
export async function readTail(stream: AsyncIterable<unknown>, maxSize: number): Promise<string> {
  const chunks: Buffer[] = [];
  let head = Buffer.alloc(0);
  let total = 0;
  let kept = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Uint8Array);
    if (head.length < 2) head = Buffer.concat([head, bytes.subarray(0, 2)]);
    chunks.push(bytes);
    total += bytes.length;
    kept += bytes.length;
    while (kept - (chunks[0]?.length ?? 0) >= maxSize) kept -= chunks.shift()?.length ?? 0;
  }
  const start = Math.max(0, kept - maxSize);
  // PowerShell redirects in UTF-16, of which each character has two bytes.
  const isUtf16 = head[0] === 0xff && head[1] === 0xfe;
  const isMisaligned = isUtf16 && (total - kept + start) % 2 === 1;
  const bytes = Buffer.concat(chunks).subarray(start + Number(isMisaligned));
  const text = new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes);
  return bytes.length === total ? text : text.slice(text.indexOf('\n') + 1);
}
