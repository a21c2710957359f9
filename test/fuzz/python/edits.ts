import fc from 'fast-check';
import { SERVICE } from '../../unit/python/service';

/** Text that edits insert. */
const INSERTIONS = [
  ...'( ) [ ] { } : , . = " \' # @ \\ \n'.split(' '),
  '',
  ' ',
  '\n',
  '\r\n',
  '\t',
  '\f',
  '"""',
  "'''",
  '\n\n\n',
  '    ',
  'x',
  'self.',
  'session',
  'AsyncSession',
  '세션 = 1\n',
  'del session\n',
  'from sqlalchemy.orm import Session\n',
  '\nfrom sqlalchemy.orm import *\n',
  '\nimport sqlalchemy as sa\n',
  '\nengine = None\n',
  '\nclass User: ...\n',
  '\ndef get_session() -> int: ...\n',
  '\nif x:\n    ',
  '\nelse:\n    ',
  '\nglobal session\n',
  'await session.execute(',
  'async ',
  'lambda session: ',
  'T = 1;',
  '\uFEFF',
  '😀',
  '# ',
];

/** A replacement of part of a text. */
export interface Edit {
  /** Position as a fraction of the text's length. */
  readonly at: number;
  /** Characters deleted. */
  readonly length: number;
  readonly insert: string;
}

export const EDIT: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.nat(3) },
    { weight: 1, arbitrary: fc.nat(400) },
  ),
  insert: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...INSERTIONS) },
    // A copy of part of the file, which may duplicate statements.
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.nat(SERVICE.length), fc.nat(300))
        .map(([from, length]) => SERVICE.slice(from, from + length)),
    },
  ),
});

export function edited(text: string, { at, length, insert }: Edit): string {
  const from = Math.round(at * text.length);
  return text.slice(0, from) + insert + text.slice(from + length);
}

/** Statements of which some are broken. */
const STATEMENTS = [
  'from sqlalchemy.orm import Session\n',
  'x = Session()\n',
  'def f(s: Session):\n    s.execute(1)\n    return s\n',
  'class A:\n    s: Session\n    def g(self):\n        self.s.add(1)\n',
  'if x:\n    y = Session()\nelse:\n    y = None\n',
  'try:\n    z = 1\nexcept E as e:\n    z = Session()\n',
  'with Session() as s:\n    s.add(1)\n',
  '@app.get("/")\nasync def h(s=Depends(f)):\n    await s.x()\n',
  'match x:\n    case Session():\n        x.add(1)\n',
  'x = [\n    Session(),\n]\n',
  '"""doc\nstring"""\n',
  'f"{x.add(1)!r} {y}"\n',
  '# comment\n',
  'print "x", y\n',
  'x = (Session\n',
  'def b(:\n    x\n',
  'async def c(s=Depends(f))mat x::\n',
  'x.add(1)    case Session\n',
];
const BREAKING = [
  ...'( ) [ ] { } " \' """ \'\'\' f" f""" \\ \r \r\n \0 \uFEFF \uD83D \uDE00 \t \f : , = := . @ # ; -> ** ...'.split(
    ' ',
  ),
  ...[
    '\n',
    '\\\n',
    '    ',
    '\n    ',
    '@x\n',
    'def ',
    'class ',
    'else:',
    'except E:',
    'match ',
    'case ',
    'print ',
  ],
  ...STATEMENTS,
];
export const BREAKING_EDIT: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(60)),
  insert: fc.oneof(fc.constantFrom(...BREAKING), fc.constant('')),
});
/** Some statements, broken by some edits. */
export const BROKEN = fc
  .tuple(
    fc.array(fc.constantFrom(...STATEMENTS), { minLength: 1, maxLength: 8 }),
    fc.array(BREAKING_EDIT, { maxLength: 5 }),
  )
  .map(([statements, edits]) => edits.reduce(edited, statements.join('')));
