/** Lines that tell a traceback's parts apart. All are anchored, and none looks at a character more than a few times. */

const HEADER = 'Traceback (most recent call last)';

/** What begins a traceback: Python's own, a group's, one of Rich's boxes, or a notebook's. */
export function headerOf(line: string): 'plain' | 'group' | 'box' | undefined {
  const at = line.indexOf(HEADER);
  if (at === -1) return undefined;
  const before = line.slice(0, at).trim();
  if (before.startsWith('╭')) return 'box';
  if (before.endsWith('Exception Group')) return 'group';
  return before === '' || /^[\w.]{1,200}$/.test(before) ? 'plain' : undefined;
}

/** The sentences between two tracebacks of a chain. */
export function chainOf(line: string): 'cause' | 'context' | undefined {
  const text = line.trim();
  if (text.startsWith('The above exception was the direct cause of')) return 'cause';
  return text.startsWith('During handling of the above exception, another exception') ? 'context' : undefined;
}

/** The margin of an exception group's traceback: how deep it is, and the rest of the line. */
export function groupMargin(line: string): { readonly depth: number; readonly width: number } | undefined {
  const bar = line.length - line.trimStart().length;
  if (bar === 0 || bar > 400) return undefined;
  const mark = line.charAt(bar);
  const next = line.charAt(bar + 1);
  if (mark === '|' && (next === ' ' || next === '')) return { depth: bar >> 1, width: bar + 2 };
  if (mark === '+' && (next === ' ' || next === '-')) return { depth: bar >> 1, width: bar + 2 };
  return undefined;
}

/** What separates the members of a group: `+---------------- 2 ----------------`. */
export function isRule(line: string): boolean {
  return /^\s*[+-]{1,3}-{8,}(?: (?:\d{1,6}|\.\.\.) -+)?\s*$/.test(line);
}

/** Marks below a line of code: `~~~~~^^^^`, and how often a recursion repeats. */
export function isMarker(line: string): boolean {
  const text = line.trim();
  return text !== '' && (/^[\^~ ]+$/.test(text) || text.startsWith('[Previous line repeated '));
}

/** The inside of a line of Rich's box; `undefined` where the line is none. */
export function boxed(line: string): string | undefined {
  const text = line.trim();
  if (!text.startsWith('│')) return undefined;
  return (text.length > 1 && text.endsWith('│') ? text.slice(1, -1) : text.slice(1)).replace(/^ /, '');
}

/** A line of code within a box or a notebook's traceback that is marked as the one that runs. */
export function runningCode(line: string): string | undefined {
  const text = line.trim();
  if (text.startsWith('❱')) return /^❱ {0,8}\d{1,9} │ ?(.*)$/.exec(text)?.[1]?.trim();
  return /^-{1,8}> \d{1,9} (.*)$/.exec(text)?.[1]?.trim();
}

/** A shell's prompt with a command behind it: what is printed from there on belongs to another program. */
export function isPrompt(line: string): boolean {
  return /^(?:\([\w.-]{1,60}\) ?)?(?:\S{0,200}[$%#❯➜»] |PS [A-Z]:\\|[A-Z]:\\[^>]{0,200}>|>>> |In \[\d)/.test(
    line,
  );
}

/** What type checkers, linters and compilers print of a line: no error that was raised. */
export function isDiagnostic(line: string): boolean {
  return /^\s*\S{1,500}?:\d{1,9}(?::\d{1,9})?(?: - |: ?)(?:error|warning|note|information|[A-Z]{1,4}\d{3,4})\b/.test(
    line,
  );
}

/** `FAILED tests/test_a.py::test_b - KeyError: 'c'` → where the last part begins. */
export function summaryColumn(line: string): number | undefined {
  return /^(?:FAILED|ERROR) \S{1,1000}(?: - )/.exec(line)?.[0].length;
}

/** `/app/main.py:3: SAWarning: message` → file, line, and the column of the class. */
export function warningAt(
  line: string,
): { readonly file: string; readonly line: number; readonly column: number } | undefined {
  const match =
    /^(?<margin> {0,40})(?<file>[^\s:](?:[^:]|:(?!\d)){0,1000}):(?<line>\d{1,9}): (?=[\w.]{1,200}Warning: )/.exec(
      line,
    );
  if (match === null) return undefined;
  const { file = '', line: number = '' } = match.groups ?? {};
  return { file, line: Number(number), column: match[0].length };
}
