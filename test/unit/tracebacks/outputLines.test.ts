import { describe, expect, it } from 'vitest';
import { sourceText } from '../../../src/core/tracebacks/lines/mappedText';
import { readLines, spanIn } from '../../../src/core/tracebacks/outputLines';

const ESC = String.fromCharCode(27);
const BEL = String.fromCharCode(7);
const linesOf = (output: string) => [...readLines(sourceText(output))];
const texts = (output: string) => linesOf(output).map(({ text }) => text);

describe('readLines', () => {
  it.each([
    ['', ['']],
    ['a', ['a']],
    ['a\nb', ['a', 'b']],
    ['a\r\nb\r\n', ['a', 'b', '']],
    ['a\rb', ['a', 'b']],
    ['a\n\nb', ['a', '', 'b']],
    ['\n', ['', '']],
    ['\n\r', ['', '', '']],
  ])('splits %j', (output, lines) => {
    expect(texts(output)).toEqual(lines);
  });

  it.each([
    ['CSI colours', `a${ESC}[1;31mb`],
    ['CSI without parameters', `a${ESC}[mb`],
    ['CSI with the last final byte', `a${ESC}[5~b`],
    ['CSI with the first final byte', `a${ESC}[5@b`],
    ['CSI with the bounds of parameter bytes', `a${ESC}[ ?mb`],
    ['OSC up to a bell', `a${ESC}]633;C${BEL}b`],
    ['OSC up to a string terminator', `a${ESC}]8;;file:///a${ESC}\\b`],
    ['DCS', `a${ESC}P1${ESC}\\b`],
    ['SOS', `a${ESC}X1${ESC}\\b`],
    ['PM', `a${ESC}^1${ESC}\\b`],
    ['APC', `a${ESC}_1${ESC}\\b`],
    ['a character set', `a${ESC}(Bb`],
    ['two intermediate bytes', `a${ESC} /Bb`],
    ['a two-character sequence', `a${ESC}7b`],
    ['the first final byte of two characters', `a${ESC}0b`],
    ['the last final byte of two characters', `a${ESC}~b`],
    ['several', `${ESC}[31ma${ESC}[0m${ESC}[1mb${ESC}[0m`],
  ])('removes sequences: %s', (_name, output) => {
    expect(texts(output)).toEqual(['ab']);
  });

  it.each([
    ['CSI', `a${ESC}[31\nb`],
    ['OSC', `a${ESC}]633;C\nb`],
    ['OSC before a carriage return', `a${ESC}]633;C\rb`],
    ['the introducer', `a${ESC}\nb`],
    ['a character set', `a${ESC}(\nb`],
  ])('ends an unterminated sequence with its line: %s', (_name, output) => {
    expect(texts(output)).toEqual(['a', 'b']);
  });

  it.each([`a${ESC}`, `a${ESC}[`, `a${ESC}[3`, `a${ESC}]6`, `a${ESC}(`, `a${ESC}]6${ESC}`])(
    'ends an unterminated sequence with the output: %j',
    (output) => {
      expect(texts(output)).toEqual(['a']);
    },
  );

  it('keeps a character that cannot end a CSI sequence', () => {
    expect(texts(`a${ESC}[3é`)).toEqual(['aé']);
  });

  it('starts a new sequence within an unterminated one', () => {
    expect(texts(`a${ESC}]6${ESC}[31mb`)).toEqual(['ab']);
  });
});

describe('offsets', () => {
  const output = `x\n${ESC}[31mab${ESC}[0mcd${ESC}[0m`;
  const line = linesOf(output)[1]!;

  it('are those of the characters, and at the end that of the end of the last one', () => {
    expect(line.text).toBe('abcd');
    const offsets = [0, 1, 2, 3, 4].map((column) => line.offsetOf(column));
    expect(offsets.slice(0, 4).map((offset) => output[offset])).toEqual(['a', 'b', 'c', 'd']);
    expect(offsets[4]).toBe(output.indexOf('d') + 1);
  });

  it('beyond the end are the end of the last character', () => {
    expect(line.offsetOf(5)).toBe(output.indexOf('d') + 1);
  });

  it.each([`a${ESC}`, `a${ESC}]6`, `a${ESC}[3`, `a${ESC}(`])(
    'never include an unterminated sequence: %j',
    (unterminated) => {
      expect(linesOf(unterminated)[0]!.offsetOf(9)).toBe(1);
    },
  );

  it('of a line without text are its start', () => {
    expect(linesOf(`a\n${ESC}[0m`)[1]!.offsetOf(0)).toBe(2);
  });

  it('of a span add the column where the rest of the line starts', () => {
    const { start, end } = spanIn({ line, column: 1, depth: 0 }, 1, 3);
    expect(output.slice(start, end)).toBe('cd');
  });
});
