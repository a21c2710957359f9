import { errorsInLine } from '../../../src/core/tracebacks/errorsInLine';
import { impliedFacts, sureMessages } from '../../../src/core/tracebacks/impliedFacts';
import { wordsOfMessage } from '../../../src/core/tracebacks/messageWords';
import { parseErrors } from '../../../src/core/tracebacks/parseErrors';
import { readErrors } from '../../../src/core/tracebacks/readErrors';
import { expectInside, type FuzzedReader } from './reader';

/** Output of programs: every error is inside it. */
export const tracebacks: FuzzedReader = {
  isSlow: false,
  seeds: ['.txt'],
  words: [
    ...[
      'Traceback (most recent call last):\n',
      '  File "/a/b.py", line 3, in f\n',
      '    x = y\n',
      '    ^^^^\n',
    ],
    ...[
      'KeyError: x\n',
      'sqlalchemy.exc.StatementError: (a.B) y\n',
      '[SQL: ',
      '[parameters: ',
      '(Background on ',
    ],
    ...[
      'During handling of the above exception, another exception occurred:\n',
      '  + Exception Group ',
      '  | ',
    ],
    ...['E   ', '> ', '│ ❱ 3 │ x\n', '╭── Traceback ──╮\n', 'FAILED a::b - KeyError: x\n', 'ERROR:    x\n'],
    ...[
      '{"exc_info": "',
      '\\n',
      '", "msg": "',
      "KeyError('x')",
      '<Task coro=<f() running at a.py:3>',
      '\\u001b[31m',
    ],
    ...[
      '\u001B[31m',
      '\u001B]8;;',
      '\u0007',
      '\r',
      '\n',
      '\n\n',
      '\t',
      '2026-01-02 10:00:00,000 ',
      'web-1  | ',
      '가',
    ],
    ...['https://sqlalche.me/e/20/xd2s', 'greenlet_spawn has not been called; ', 'QueuePool limit of size '],
  ],
  read(text) {
    const whole = { start: 0, end: text.length };
    for (const error of parseErrors(text)) {
      expectInside(error.span, whole, 'an error');
      wordsOfMessage(error, true);
      impliedFacts(error);
    }
    readErrors(text);
    sureMessages(text);
    const [line = ''] = text.split('\n', 1);
    for (const { start, end } of errorsInLine(line)) {
      expectInside({ start, end }, { start: 0, end: line.length }, 'an error in a line');
    }
  },
};
