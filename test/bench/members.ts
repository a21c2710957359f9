/** How well names of libraries are resolved in applications, above all the members of instances. */
import { ModuleStore, type ModuleFiles } from '../../src/core/python/moduleStore';
import { SourceFile } from '../../src/core/python/sourceFile';
import { STUBS } from '../../src/core/python/stubs';
import { SYMBOLS } from '../../src/core/symbolTable/symbolTable';
import { isMemberOfInstance, lineOf, loadCorpus, type CorpusName, type LabelledFile } from './labels';

const KNOWN = { symbols: SYMBOLS, declared: new Set<string>() };

/** A name that is labelled or that the resolver found. */
export interface JudgedName {
  /** `middleware/pure_asgi.py:12` */
  readonly where: string;
  readonly half: LabelledFile['half'];
  /** The first folder of its path. */
  readonly style: string;
  readonly name: string;
  readonly expected: string | undefined;
  readonly actual: string | undefined;
  readonly optional: boolean;
  readonly isLabelled: boolean;
  /** Of an instance; for a name without a symbol, whether it follows a dot. */
  readonly isMember: boolean;
}

export interface MemberScores {
  readonly labels: number;
  readonly nonOccurrences: number;
  readonly precision: number;
  readonly recall: number;
}

/** Resolves every file of a corpus, whose files can import each other, and compares with the labels. */
export async function judgeNames(root: string, corpus: CorpusName): Promise<readonly JudgedName[]> {
  const loaded = loadCorpus(root, corpus);
  const texts = new Map(loaded.map(({ path, text }) => [`/${path}`, text]));
  const files: ModuleFiles = {
    paths: () => Promise.resolve(new Set(texts.keys())),
    read: (path) => Promise.resolve(texts.get(path)),
  };
  const store = new ModuleStore(STUBS, files);
  const judged: JudgedName[] = [];
  for (const file of loaded) judged.push(...(await judgeFile(file, store)));
  return judged;
}

/** Counts a name found to be another symbol as missed and as wrong. */
export function scoresOfNames(judged: readonly JudgedName[]): MemberScores {
  const labelled = judged.filter(isExpected);
  const right = labelled.filter(({ expected, actual }) => actual === expected).length;
  const wrong = judged.filter(isWrong).length;
  return {
    labels: labelled.length,
    nonOccurrences: judged.filter(({ expected, isLabelled }) => expected === undefined && isLabelled).length,
    precision: right / (right + wrong),
    recall: right / labelled.length,
  };
}

/** Kinds of what was found and is not the label's symbol, in the order of their table. */
const KINDS_OF_WRONG: readonly ((one: JudgedName) => boolean)[] = [
  ({ expected, actual }) => expected !== undefined && lastName(expected) === lastName(actual),
  ({ expected, actual }) => expected !== undefined && lastName(expected) !== lastName(actual),
  ({ expected, isLabelled }) => expected === undefined && isLabelled,
  ({ isLabelled }) => !isLabelled,
];

/** Tables by half and by style, then every difference in the half for tuning, as lines of Markdown. */
export async function* benchMembers(root: string): AsyncGenerator<string> {
  const judged = await judgeNames(root, 'applications');
  yield '### Names in applications\n';
  yield '| half | names | labels | negatives | precision | recall |';
  yield '|---|---|---|---|---|---|';
  for (const half of ['tune', 'held', 'both'] as const) {
    const own = judged.filter((one) => half === 'both' || one.half === half);
    yield row([half, 'all'], own);
    yield row(
      [half, 'members of instances'],
      own.filter((one) => one.isMember),
    );
  }
  yield '\n| style | labels | negatives | precision | recall | members | negatives | precision | recall |';
  yield '|---|---|---|---|---|---|---|---|---|';
  for (const style of new Set(judged.map((one) => one.style))) {
    const own = judged.filter((one) => one.style === style);
    yield `| ${[style, ...cells(own), ...cells(own.filter((one) => one.isMember))].join(' | ')} |`;
  }
  const beyond = judged.filter((one) => isExpected(one) && SYMBOLS.resolve(one.expected ?? '') === undefined);
  yield '\nFound, but not what the label says:\n';
  yield '| half | same member of another class | another symbol | labelled as none | not labelled |';
  yield '|---|---|---|---|---|';
  for (const half of ['tune', 'held'] as const) {
    const wrong = judged.filter((one) => one.half === half && isWrong(one));
    yield `| ${[half, ...KINDS_OF_WRONG.map((is) => String(wrong.filter(is).length))].join(' | ')} |`;
  }
  yield `\n${String(beyond.length)} labels are of attributes that the table of public names lacks.`;
  yield '\nDifferences in the half for tuning, found (labelled):\n';
  yield* differences(judged.filter(({ half }) => half === 'tune'));
}

function* differences(judged: readonly JudgedName[]): Generator<string> {
  for (const one of judged) {
    const { where, name, expected, actual, isMember } = one;
    if (!isWrong(one) && !(isExpected(one) && actual !== expected)) continue;
    yield `${where} ${isMember ? '.' : ''}${name}: ${actual ?? '–'} (${expected ?? '–'})`;
  }
}

async function judgeFile(file: LabelledFile, store: ModuleStore): Promise<readonly JudgedName[]> {
  const { path, text, labels, half } = file;
  const source = new SourceFile(`/${path}`, store, KNOWN);
  await source.update(text);
  const found = new Map((await source.occurrences()).map(({ span, symbol }) => [span.start, symbol]));
  const [style = ''] = path.split('/');
  return [...new Set([...labels.keys(), ...found.keys()])]
    .sort((a, b) => a - b)
    .map((offset) => {
      const label = labels.get(offset);
      const actual = found.get(offset);
      const symbol = label?.symbol ?? actual;
      return {
        where: `${path}:${String(lineOf(text, offset))}`,
        half,
        style,
        name: /^\w*/.exec(text.slice(offset))?.[0] ?? '',
        expected: label?.symbol,
        actual,
        optional: label?.optional ?? false,
        isLabelled: label !== undefined,
        isMember: symbol === undefined ? text[offset - 1] === '.' : isMemberOfInstance(text, offset, symbol),
      };
    });
}

/** Whether a resolver has to find the label's symbol. */
export function isExpected({ expected, optional }: JudgedName): boolean {
  return expected !== undefined && !optional;
}

/** Whether the resolver found a symbol that is not the label's. */
export function isWrong({ expected, actual }: JudgedName): boolean {
  return actual !== undefined && actual !== expected;
}

function lastName(symbol: string | undefined): string | undefined {
  return symbol?.slice(symbol.lastIndexOf('.') + 1);
}

function row(names: readonly string[], judged: readonly JudgedName[]): string {
  return `| ${[...names, ...cells(judged)].join(' | ')} |`;
}

function cells(judged: readonly JudgedName[]): readonly string[] {
  const { labels, nonOccurrences, precision, recall } = scoresOfNames(judged);
  return [String(labels), String(nonOccurrences), precision.toFixed(4), recall.toFixed(4)];
}
