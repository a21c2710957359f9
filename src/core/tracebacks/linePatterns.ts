/** Lines that structure a traceback. The patterns are anchored and bounded, so that each runs in linear time. */

const HEADER = 'Traceback (most recent call last)';

/**
 * The kind of traceback that a line begins: Python's, a notebook's, that of an exception group, or a Rich box. Before it,
 * there may be a prefix or the end of a sentence; nothing follows it.
 */
export function headerOf(line: string): 'plain' | 'notebook' | 'group' | 'box' | undefined {
  const at = line.indexOf(HEADER);
  if (at === -1) return undefined;
  const before = line.slice(0, at).trim();
  const after = line.slice(at + HEADER.length).trim();
  if (before.startsWith('╭')) return 'box';
  if (after !== '' && after !== ':') return undefined;
  if (before.endsWith('Exception Group')) return 'group';
  if (after === '') return /^(?:[\w.]{1,200})?$/.test(before) ? 'notebook' : undefined;
  return 'plain';
}

/** Whether a line begins a traceback of another kind: the stack of a thread, innermost call first. */
export function isThreadHeader(line: string): boolean {
  return /^(?:Current thread|Thread) 0x[\da-f]{1,16}[^()]{0,100}\(most recent call first\):\s*$/.test(line);
}

/** Column of the message of a failure of the interpreter: `Fatal Python error: Segmentation fault`. */
export function fatalColumn(line: string): number | undefined {
  return /^Fatal Python error: (?=\S)/.exec(line)?.[0].length;
}

/** Whether a line only separates, such as `----------` or a code fence. */
export function isRule(line: string): boolean {
  return /^\s*(?:([-=_*~])\1{7,}|`{3,}[\w-]{0,30}|"""|''')\s*$/.test(line);
}

/** Whether a line stands for lines that were left out of a traceback. */
export function isElision(line: string): boolean {
  return /^\s*(?:[[(<]\s*)?(?:\.{3}|…|중략|생략|snip\b)[^"]{0,60}$/.test(line);
}

/** Whether a line is one of the notes that PowerShell prints below the first line of a program's errors. */
export function isPowerShellNote(line: string): boolean {
  return /^(?:(?:위치 )?(?:줄|\S{1,500}:\d{1,9}):\d{0,9} ?문자:\s?\d|At (?:line|\S{1,500}):\d{1,9} char:\d|\s{1,8}\+ (?:CategoryInfo|FullyQualifiedErrorId) {0,20}:)/.test(
    line,
  );
}

/** Whether a line shows a command or marks it, between two such notes. */
export function isPowerShellCode(line: string): boolean {
  return line.startsWith('+ ');
}

/** The role of the exception above, if a line is the sentence between two chained tracebacks. */
export function chainOf(line: string): 'cause' | 'context' | undefined {
  const text = line.trim();
  if (text.startsWith('The above exception was the direct cause of')) return 'cause';
  return text.startsWith('During handling of the above exception, another exception') ? 'context' : undefined;
}

/** The margin of an exception group's traceback: the number of groups, and the columns it takes. */
export function groupMargin(line: string): { readonly depth: number; readonly width: number } | undefined {
  const indent = line.length - line.trimStart().length;
  if (indent === 0 || indent > 400) return undefined;
  const mark = line.charAt(indent);
  const next = line.charAt(indent + 1);
  if (mark === '|' && (next === ' ' || next === '')) return { depth: indent >> 1, width: indent + 2 };
  if (mark === '+' && (next === ' ' || next === '-')) return { depth: indent >> 1, width: indent + 2 };
  return undefined;
}

/** Whether a line separates the members of a group: `+---------------- 2 ----------------`. */
export function isGroupSeparator(line: string): boolean {
  return /^\s*[+-]{1,3}-{8,}(?: (?:\d{1,6}|\.\.\.) -+)?\s*$/.test(line);
}

/** Whether a line marks the code above (`~~~~~^^^^`), or tells how often a frame is repeated. */
export function isCodeMarker(line: string): boolean {
  const text = line.trim();
  return /^[\^~ ]+$/.test(text) || text.startsWith('[Previous line repeated ');
}

/** The content of a line within a Rich box; `undefined` for any other line. */
export function boxContent(line: string): string | undefined {
  const text = line.trim();
  if (!text.startsWith('│')) return undefined;
  return (text.endsWith('│') ? text.slice(1, -1) : text.slice(1)).replace(/^ /, '');
}

/** Whether a line is the location of a frame within a Rich box, whose upper edge may be missing. */
export function isBoxFrame(line: string): boolean {
  return /^\s*│ (?:[~/.]|[A-Za-z]:\\)\S{0,1000}:\d{1,9} in(?: \S{1,300})?\s*│\s*$/.test(line);
}

/** The source line that a Rich box or a notebook's traceback marks as the current one. */
export function currentCode(line: string): string | undefined {
  return /^(?:❱ {0,8}\d{1,9} │ ?|-{1,8}> \d{1,9} )(.*)/.exec(line.trim())?.[1]?.trim();
}

/** Whether a line is a prompt of a shell or an interpreter: what follows is the output of another program. */
export function isPrompt(line: string): boolean {
  return /^(?:\([\w.-]{1,60}\) ?)?(?:\S{0,200}[$%#❯➜»] |PS [A-Z]:\\|[A-Z]:\\[^>]{0,200}>|>>> |In \[\d)/.test(
    line,
  );
}

/** Whether a line is the report of a type checker, linter or compiler rather than a raised error. */
export function isDiagnostic(line: string): boolean {
  return /^\s*\S{1,500}?:\d{1,9}(?: - |: ?)(?:error|warning|note|information|[A-Z]{1,4}\d{3,4})\b/.test(line);
}

/** Column of the exception in pytest's summary: `FAILED tests/test_a.py::test_b - KeyError: 'c'`. */
export function summaryColumn(line: string): number | undefined {
  return /^(?:FAILED|ERROR) \S{1,1000}(?: - )/.exec(line)?.[0].length;
}

/** `/app/main.py:3: SAWarning: message` → file, line, and column of the class. */
export function warningAt(
  line: string,
): { readonly file: string; readonly line: number; readonly column: number } | undefined {
  const match =
    /^(?<margin> {0,40})(?<file>[^\s:](?:[^:]|:(?!\d)){0,1000}):(?<line>\d{1,9}): (?=[\w.]{1,200}Warning:(?: |$))/.exec(
      line,
    );
  if (match === null) return undefined;
  const { file = '', line: number = '' } = match.groups ?? {};
  return { file, line: Number(number), column: match[0].length };
}
