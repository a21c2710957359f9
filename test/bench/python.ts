/** The time to parse a Python file, and to parse it again after edits. */
import { ModuleStore } from '../../src/core/python/moduleStore';
import { SourceFile } from '../../src/core/python/sourceFile';
import { STUBS } from '../../src/core/python/stubs';
import { SYMBOLS } from '../../src/core/symbolTable/symbolTable';
import { costOf, type Cost } from './cost';
import { EDITED, serviceOf } from './service';

/** Milliseconds of a frame at 60 Hz. */
const FRAME = 1000 / 60;

const KNOWN = { symbols: SYMBOLS, declared: new Set<string>() };
const LIBRARIES = new ModuleStore(STUBS);

/**
 * Measures parsing, editing and hovering in files of several sizes.
 *
 * @returns Lines of Markdown.
 */
export async function* benchPython(): AsyncGenerator<string> {
  await warmUp();
  yield '### Python files\n';
  yield 'Times in milliseconds; *held* is the longest time the thread was held at a stretch.\n';
  yield* reading();
  yield* editing(5_000, 200);
  yield* editing(20_000, 60);
  yield* memory();
}

/** Reads the libraries' stubs, and lets the JIT compile the code that is measured. */
async function warmUp(): Promise<void> {
  const text = serviceOf(1_000);
  for (let round = 0; round < 3; round += 1) {
    const file = newFile();
    await file.update(text);
    await file.occurrences();
  }
}

async function* reading(): AsyncGenerator<string> {
  const texts = [
    ['5,000 lines', serviceOf(5_000)],
    ['20,000 lines', serviceOf(20_000)],
    [
      'one line of 1.5 MB, calls',
      `from sqlalchemy.orm import Session\nx = [${'Session(a, "b"), '.repeat(88_000)}]\n`,
    ],
    [
      'one line of 1.5 MB, numbers',
      `from sqlalchemy.orm import Session\nx = [${'1234567, '.repeat(166_000)}]\n`,
    ],
    [
      'one line of 1.5 MB, a string',
      `from sqlalchemy.orm import Session\nx = "${'U2Vzc2lvbgo'.repeat(136_000)}"\n`,
    ],
  ] as const;
  yield '| read for the first time | KB | occurrences | read | held | resolve all | held | all again | held |';
  yield '|---|---|---|---|---|---|---|---|---|';
  for (const [name, text] of texts) {
    const file = newFile();
    const read = await costOf((maybeYield) => file.update(text, { maybeYield }));
    const { length } = await file.occurrences();
    const all = await costOf((maybeYield) => file.occurrences({ maybeYield }));
    await file.update(edit(text, 0, 'x = 1\n'));
    const again = await costOf((maybeYield) => file.occurrences({ maybeYield }));
    const costs = [read, all, again].flatMap(({ work, hold }) => [work.toFixed(0), hold.toFixed(1)]);
    yield `| ${[name, (text.length / 1000).toFixed(0), String(length), ...costs].join(' | ')} |`;
  }
  yield '';
}

/** Inserts lines all over a file; after each edit, resolves a name in the new line, as a hover does. */
async function* editing(lines: number, edits: number): AsyncGenerator<string> {
  const { again, afresh, hovers } = await edited(lines, edits);
  yield `An edit in ${lines.toLocaleString('en')} lines, then a hover at it:\n`;
  yield '| | edits | p50 | p95 | held | p95 within a frame |';
  yield '|---|---|---|---|---|---|';
  yield rowOf('read again after the edit', again);
  yield rowOf('read afresh', afresh);
  yield rowOf('hover without an edit', hovers);
  const ratio = (part: number): string =>
    `${(quantile(afresh, part) / quantile(again, part)).toFixed(0)} times at p${String(part * 100)}`;
  yield `\nRead again is faster than afresh: ${ratio(0.5)}, ${ratio(0.95)}.\n`;
}

async function edited(lines: number, edits: number) {
  let text = serviceOf(lines);
  const file = newFile();
  await file.update(text);
  const insertionPoints = text.split(EDITED).length - 1;
  const again: Cost[] = [];
  const afresh: Cost[] = [];
  const hovers: Cost[] = [];
  for (let at = 0; at < edits; at += 1) {
    // Successive edits are far from each other in the file.
    const offset = nthOffset(text, (at * 37) % insertionPoints);
    const line = `    await session.refresh(changed, ["a${String(at)}"])\n`;
    text = edit(text, offset, line);
    const hovered = offset + line.indexOf('refresh');
    again.push(await hover(file, text, hovered));
    hovers.push(await hover(file, undefined, hovered));
    if (at % 8 === 0) afresh.push(await hover(newFile(), text, hovered));
  }
  return { again, afresh, hovers };
}

/** The cost of resolving the name at an offset, including that of parsing a new text where one is given. */
async function hover(file: SourceFile, text: string | undefined, offset: number): Promise<Cost> {
  let symbol: string | undefined;
  const cost = await costOf(async (maybeYield) => {
    if (text !== undefined) await file.update(text, { maybeYield });
    symbol = (await file.occurrenceAt(offset, { maybeYield }))?.symbol;
  });
  if (symbol !== 'sqlalchemy.ext.asyncio.AsyncSession.refresh') {
    throw new Error(`Archive Answers: the bench found ${symbol ?? 'nothing'} at ${String(offset)}`);
  }
  return cost;
}

async function* memory(): AsyncGenerator<string> {
  const count = 8;
  const text = serviceOf(5_000);
  const before = heap();
  if (before === undefined) {
    yield 'Memory is not measured: Node runs without `--expose-gc`.\n';
    return;
  }
  const files: SourceFile[] = [];
  for (let at = 0; at < count; at += 1) {
    const file = newFile();
    await file.update(`# ${String(at)}\n${text}`);
    await file.occurrences();
    files.push(file);
  }
  const each = ((heap() ?? 0) - before) / files.length;
  yield `An open document of 5,000 lines (${(text.length / 1000).toFixed(0)} KB) takes ${each.toFixed(1)} MB.\n`;
}

function newFile(): SourceFile {
  return new SourceFile('/service.py', LIBRARIES, KNOWN);
}

function edit(text: string, offset: number, insert: string): string {
  // A flat string, as editors have; a concatenated one (a rope) is slow to read.
  return Buffer.from(text.slice(0, offset) + insert + text.slice(offset)).toString();
}

function nthOffset(text: string, nth: number): number {
  let offset = text.indexOf(EDITED);
  for (let at = 0; at < nth; at += 1) offset = text.indexOf(EDITED, offset + 1);
  return offset;
}

function rowOf(name: string, costs: readonly Cost[]): string {
  const hold = Math.max(...costs.map((cost) => cost.hold));
  const p95 = quantile(costs, 0.95);
  const times = [quantile(costs, 0.5), p95, hold].map((time) => time.toFixed(1));
  return `| ${[name, String(costs.length), ...times, p95 <= FRAME ? 'yes' : 'no'].join(' | ')} |`;
}

function quantile(costs: readonly Cost[], part: number): number {
  const sorted = costs.map(({ work }) => work).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}

/** The heap in use in megabytes after a garbage collection; `undefined` where Node does not expose it. */
function heap(): number | undefined {
  const { gc } = globalThis as { readonly gc?: () => void };
  if (gc === undefined) return undefined;
  gc();
  return process.memoryUsage().heapUsed / 1_000_000;
}
