import { parseErrors } from '../../../../src/core/tracebacks/parseErrors';
import { describe, expect, it } from 'vitest';
import { NO_ROW, readings, spanned, sureTypes, TRACEBACK } from './readings';

const ESC = String.fromCharCode(27);

describe('a pasted traceback', () => {
  it.each([
    ['a code fence', `\`\`\`\n${TRACEBACK}\n\`\`\``],
    ['a code fence with a language', `도와주세요\n\`\`\`python\n${TRACEBACK}\n\`\`\`\n왜 이럴까요?`],
    ['smart quotes', TRACEBACK.replace(/"([^"]*)"/g, '“$1”')],
    ['no-break spaces', TRACEBACK.replaceAll('  ', '\u00a0\u00a0')],
    ['HTML entities', TRACEBACK.replaceAll('"', '&quot;').replaceAll("'", '&#x27;')],
    ['numeric entities', TRACEBACK.replaceAll('"', '&#34;')],
    ['zero-width spaces', `\u200b${TRACEBACK.replaceAll('\n', '\n\u200b')}`],
    ['a byte order mark', `\ufeff${TRACEBACK}`],
    ['NUL bytes', TRACEBACK.replace(/./gs, '$&\0')],
    ['colours without the escape character', TRACEBACK.replace(/^(.*)$/gm, '[31m$1[0m')],
    ['colours in caret notation', TRACEBACK.replace(/^(.*)$/gm, '^[[1;31m$1^[[0m')],
    ['colours as escapes', TRACEBACK.replace(/^(.*)$/gm, String.raw`\x1b[31m$1\x1b[0m`)],
    ['colours cut in half', `1;31m${TRACEBACK}${ESC}[`],
    ['YAML', `error: |\n${TRACEBACK.replace(/^/gm, '    ')}\nnext: 1`],
    ['a docstring', `"""\n    ${TRACEBACK.replaceAll('\n', '\n    ')}\n    """`],
    ['backticks around lines', TRACEBACK.replace(/^( *)(.*)$/gm, '$1`$2`')],
    ['blank lines between', TRACEBACK.replaceAll('\n', '\n\n')],
    ['lost indentation', TRACEBACK.replace(/^ +/gm, '')],
    ['trailing blanks', TRACEBACK.replaceAll('\n', '   \n')],
  ])('is read through %s', (_, text) => {
    expect(readings(text)[0]).toEqual(NO_ROW);
    expect(readings(text)).toHaveLength(1);
  });

  it('spans the original text', () => {
    expect(spanned('KeyError: &#x27;a&#x27; &lt;b&gt;')).toBe('KeyError: &#x27;a&#x27; &lt;b&gt;');
    expect(readings('KeyError: &#x27;a&#x27; &lt;b&gt;')).toEqual([['KeyError', "'a' <b>"]]);
  });

  it('keeps smart quotes that the message quotes', () => {
    expect(readings("SyntaxError: invalid character '“' (U+201C)")).toEqual([
      ['SyntaxError', "invalid character '“' (U+201C)"],
    ]);
  });
});

describe('a traceback that is cut', () => {
  it('may lack its top', () => {
    const cut = TRACEBACK.split('\n').slice(3).join('\n');
    expect(readings(cut)).toEqual([[...NO_ROW.slice(0, 2), NO_ROW[3]]]);
    const inPath = TRACEBACK.slice(TRACEBACK.indexOf('app/crud.py'));
    expect(readings(inPath)[0]?.slice(0, 2)).toEqual(NO_ROW.slice(0, 2));
  });

  it('may lack its exception, if the code names it', () => {
    const cut = TRACEBACK.split('\n').slice(0, -1).join('\n');
    expect(readings(cut)).toEqual([['NoResultFound', 'No row', ...NO_ROW.slice(2)]]);
    expect(sureTypes(TRACEBACK.split('\n').slice(0, 4).join('\n'))).toEqual([]);
  });

  it.each([
    '  ...',
    '    ... 12 more lines',
    '  [... 3 lines skipped ...]',
    '  … 4 frames …',
    '(중략)',
    '  [Previous line repeated 990 more times]',
    '    ... <5 more frames> ...',
  ])('may lack its middle: %s', (elision) => {
    const text = TRACEBACK.replace('    return load(id)\n', `    return load(id)\n${elision}\n`).replace(
      'sqlalchemy.exc.NoResultFound: No row was found',
      'Oops: own class',
    );
    expect(readings(text)).toEqual([['Oops', 'own class', ...NO_ROW.slice(2)]]);
  });
});

describe('a traceback that is wrapped', () => {
  const wrap = (text: string, width: number) =>
    text
      .split('\n')
      .flatMap((line) => line.match(new RegExp(`.{1,${String(width)}}`, 'g')) ?? [''])
      .join('\n');
  const text = `Traceback (most recent call last):
  File "/home/user/projects/shop/.venv/lib/python3.12/site-packages/sqlalchemy/orm/session.py", line 99, in execute
    return self._execute_internal(statement, params, execution_options=execution_options)
sqlalchemy.exc.MissingGreenlet: greenlet_spawn has not been called; can't call await_only() here. Was IO attempted in an unexpected place?`;

  it.each([60, 72, 80, 100])('is joined at %d columns', (width) => {
    expect(readings(wrap(text, width))).toEqual([
      [
        'sqlalchemy.exc.MissingGreenlet',
        "greenlet_spawn has not been called; can't call await_only() here. Was IO attempted in an unexpected place?",
        '/home/user/projects/shop/.venv/lib/python3.12/site-packages/sqlalchemy/orm/session.py:99 execute',
      ],
    ]);
  });

  it('is joined where only its exception is there', () => {
    const exception = text.split('\n').at(-1) ?? '';
    for (const [width, line] of [
      [80, exception],
      [60, exception],
      [
        80,
        `sqlalchemy.exc.TimeoutError: QueuePool limit of size 10 reached, connection timed out, timeout 30`,
      ],
    ] as const) {
      expect(readings(wrap(line, width))[0]?.[1]).toBe(line.slice(line.indexOf(': ') + 2));
    }
    const [message] = readings(`${'KeyError: '.padEnd(80, 'a')}\n[SQL: SELECT 1]`);
    expect(message?.[1]).toBe('a'.repeat(70));
  });

  it('is not joined where lines are drawn over the whole width', () => {
    const box = (line: string) => `│ ${line.padEnd(76)} │`;
    const boxed = [
      `╭─${' Traceback (most recent call last) '.padEnd(76, '─')}─╮`,
      box('/app/a.py:3 in f'),
      box('❱ 3 │   g()'),
      `╰${'─'.repeat(78)}╯`,
      `FastAPIError: ${'a'.repeat(66)}`,
      'more of the message',
    ].join('\n');
    expect(readings(boxed)).toEqual([
      ['FastAPIError', `${'a'.repeat(66)}more of the message`, '/app/a.py:3 f'],
    ]);
  });

  it('spans all its lines', () => {
    const wrapped = wrap(text, 80);
    expect(spanned(wrapped).replaceAll('\n', '')).toBe(text.split('\n').at(-1));
  });
});

describe('Korean Windows', () => {
  it('prints system messages in Korean', () => {
    const text = String.raw`Traceback (most recent call last):
  File "C:\Users\홍길동\shop\main.py", line 3, in <module>
    connect()
ConnectionRefusedError: [WinError 10061] 대상 컴퓨터에서 연결을 거부했으므로 연결하지 못했습니다`;
    expect(readings(text)).toEqual([
      [
        'ConnectionRefusedError',
        '[WinError 10061] 대상 컴퓨터에서 연결을 거부했으므로 연결하지 못했습니다',
        String.raw`C:\Users\홍길동\shop\main.py:3 <module>`,
      ],
    ]);
  });

  it('wraps output in the notes of PowerShell', () => {
    const text = String.raw`python : Traceback (most recent call last):
위치 줄:1 문자:1
+ python main.py 2>&1 | tee log.txt
+ ~~~~~~~~~~~~~~~~~~~
    + CategoryInfo          : NotSpecified: (Traceback (most recent call last)::String) [], RemoteException
    + FullyQualifiedErrorId : NativeCommandError
 
  File "C:\shop\main.py", line 3, in <module>
    connect()
Oops: 연결 실패`;
    expect(readings(text)).toEqual([['Oops', '연결 실패', String.raw`C:\shop\main.py:3 <module>`]]);
  });

  it('has messages of its shells', () => {
    const shell = `uvicorn : 'uvicorn' 용어가 cmdlet, 함수, 스크립트 파일 또는 실행할 수 있는 프로그램 이름으로 인식되지 않습니다.
위치 줄:1 문자:1
+ uvicorn main:app --reload
+ ~~~~~~~
    + CategoryInfo          : ObjectNotFound: (uvicorn:String) [], CommandNotFoundException
    + FullyQualifiedErrorId : CommandNotFoundException`;
    expect(readings(shell)).toEqual([[undefined, shell.split('\n')[0]]]);
    const cmd = "'uvicorn'은(는) 내부 또는 외부 명령, 실행할 수 있는 프로그램, 또는\n배치 파일이 아닙니다.";
    expect(readings(cmd)).toEqual([[undefined, cmd.split('\n')[0]]]);
  });

  it('reads mojibake as it is', () => {
    const [error] = readings('ConnectionRefusedError: [WinError 10061] ´ë»ó ÄÄÇ»ÅÍ¿¡¼­ ¿¬°áÀ»');
    expect(error?.[0]).toBe('ConnectionRefusedError');
  });
});

describe('an error that is printed again and again', () => {
  it('is read as one, and not as a line that is wrapped', () => {
    const line = 'guild.errors.LostSwordError: nobody knows where the third sword of the guild went';
    const errors = parseErrors(`${line}\n`.repeat(9));
    expect(errors.map(({ type, message }) => `${type ?? ''}: ${message}`)).toEqual([line]);
  });
});
