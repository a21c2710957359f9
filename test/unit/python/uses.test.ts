import { describe, expect, it } from 'vitest';
import { resolveMarked } from './notation';

const IMPORTS =
  'import sqlalchemy as sa\nfrom sqlalchemy.orm import «Session|S», «scoped_session|SS»\n' +
  'from sqlalchemy.ext.asyncio import «AsyncSession|AS»\nfrom fastapi import «Depends|D», «FastAPI|F»\n';

async function expectResolved(source: string): Promise<void> {
  const { actual, expected } = await resolveMarked(IMPORTS + source);
  expect(actual).toBe(expected);
}

describe('expressions', () => {
  it.each([
    ['a member of a class', '«Session|S».«execute|S.execute»\n«Session|S».nothing\n'],
    ['a chain of members', 'sa.orm.«Session|S».«execute|S.execute».x\n'],
    [
      'a decorator',
      '@«Depends|D»\ndef f(): ...\n@sa.orm.«Session|S».«execute|S.execute»(«Depends|D»)\nclass A: ...\n',
    ],
    ['arguments', 'f(«Session|S», x=«Depends|D»(), *«Session|S», **«Depends|D»)\n'],
    ['bases', 'class A(«Session|S», metaclass=«FastAPI|F»): ...\n'],
    ['an f-string', 'f"{«Session|S»!r:>{«Depends|D»}} Session {sa.orm.«Session|S».«execute|S.execute»}"\n'],
    ['subscripts', 'x[«Session|S»:«Depends|D»]\ny = list[«Session|S»]\n'],
    ['operators', 'not «Session|S» and «Depends|D» + -«Session|S» if «Session|S» else «Depends|D»\n'],
    [
      'await and yield',
      'async def f():\n    await «Session|S»\n    yield «Depends|D»\n    return «Session|S»\n',
    ],
    ['a lambda', 'f = lambda x: «Session|S»(x)\n'],
    ['raise, assert', 'raise «Session|S» from «Depends|D»\nassert «Session|S», «Depends|D»\n'],
    [
      'patterns',
      'match x:\n    case «Session|S»(bind=Depends) as y: y\n    case sa.orm.«Session|S»(): ...\n',
    ],
    ['walrus value', 'if (x := «Session|S»()) and y: ...\n'],
    ['line continuations', '«x|S» = sa \\\n    .orm \\\n    .«Session|S»\n(sa\n  .orm\n  .«Session|S»())\n'],
    ['del and augmented assignment of an attribute', 'del sa.orm.«Session|S».x\nsa.orm.«Session|S».x += 1\n'],
    ['assignment to an attribute', '«Session|S».x = «Depends|D»\n«Session|S»[0] = 1\n'],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});

describe('silence', () => {
  it.each([
    ['comments', '# Session\nx = 1  # Session()\n'],
    ['strings', '"Session"\n"""Session\n«not"""\n'.replace('«not', '')],
    ['keyword arguments', 'f(Session=1, Depends=2)\n'],
    ['attributes of unknown values', 'x.Session\nf().Session\nself.Depends\n"".Session\n(a or b).Session\n'],
    ['parts of names', 'Sessions = my_Session = SessionMaker\n'],
    ['keyword patterns', 'match x:\n    case A(Session=1): ...\n'],
    [
      'the result of a function',
      '«Depends|D»().x\nsa.«select|sqlalchemy.select»(1).«where|sqlalchemy.Select.where»(2).nothing\n',
    ],
    ['bytes', 'b"{Session}"\n'],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});

describe('annotations', () => {
  it.each([
    [
      'parameters and results',
      'def f(x: «Session|S», *y: «Session|S», z: «Session|S» = 1) -> «Session|S»: ...\n',
    ],
    ['variables', 'x: «Session|S»\ny: list[«Session|S»] = []\n'],
    ['quoted', 'def f(x: "«Session|S»", y: \'sa.orm.«Session|S»\') -> "list[«Session|S»]": ...\n'],
    [
      'partly quoted',
      'x: list["«Session|S»"]\ny: sa.orm.Mapped["«Session|S»"]\n'.replace(
        'Mapped',
        '«Mapped|sqlalchemy.orm.Mapped»',
      ),
    ],
    [
      'quoted before the import',
      'def f(x: "«APIRouter|fastapi.APIRouter»"): ...\nfrom fastapi import «APIRouter|fastapi.APIRouter»\n',
    ],
    [
      'strings that are not annotations',
      'x: "Ses\\x73ion"\ny: ""\nz: "Session'.replace('"Session', '"') + '\n',
    ],
    ['Literal', 'x: Literal["Session"]\ny: typing.Literal["Session", "Depends"]\n'],
    ['Annotated', 'x: Annotated["«Session|S»", "Depends", «Depends|D»("Session")]\n'],
    ['calls in annotations', 'x: f("Session")\n'],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});

describe('aliases', () => {
  it.each([
    ['at module level', '«S|S» = «Session|S»\n«S|S»()\ndef f(): «S|S»().«add|S.add»\n'],
    ['of a module', 'o = sa.orm\no.«Session|S»\n'],
    ['reassigned', '«S|S» = «Session|S»\nS = other()\nS\ndef f(): S\n'],
    ['chained assignment', '«A|S» = «B|S» = «Session|S»\n«B|S»\n'],
    ['of another alias', '«A|S» = «Session|S»\n«B|S» = «A|S»\n«B|S»\n'],
    ['of itself', 'A = A\nA\ndef f():\n    B = C\n    C = B\n    def g(): B\n'],
    ['as a type', '«A|S»: TypeAlias = «Session|S»\ndef f(x: «A|S»): x.«add|S.add»()\n'],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});

describe('instances', () => {
  it.each([
    ['annotated parameter', 'def f(s: «AsyncSession|AS»):\n    s.«execute|AS.execute»()\n    s\n'],
    ['one of several parameters', 'def f(a, s: «Session|S», *t: «Session|S»): s.«add|S.add»(a.add, t.add)\n'],
    [
      'optional',
      'def f(s: «Session|S» | None = None, t: None | «Session|S» = None, u: Optional[«Session|S»] = None):\n    s.«add|S.add», t.«add|S.add», u.«add|S.add»\n',
    ],
    ['a union', 'def f(s: «Session|S» | «AsyncSession|AS»): s.add\n'],
    ['Annotated', 'def f(s: Annotated[«Session|S», «Depends|D»(get)]): s.«add|S.add»\n'],
    ['quoted', 'def f(s: "«Session|S» | None"): s.«add|S.add»\n'],
    ['a list, which is not an instance of its items', 'def f(s: list[«Session|S»]): s.add\n'],
    ['type[X]', 'def f(s: type[«Session|S»]): s.«add|S.add», s\n'],
    [
      'constructed',
      'app = «FastAPI|F»()\n@app.«get|F.get»("/")\ndef f(): app.«state|starlette.applications.Starlette.state»\n'.replace(
        '«state|starlette.applications.Starlette.state»',
        'nothing',
      ),
    ],
    ['used immediately', '«Session|S»().«execute|S.execute»()\n'],
    ['with', 'with «Session|S»() as s:\n    s.«add|S.add»\ns.«add|S.add»\n'],
    [
      'with something else',
      'with «Session|S»().«begin|S.begin»() as s: s.add\nwith «Session|S» as t: t.add\n',
    ],
    [
      'with, as an attribute or an item',
      'def f(self, s):\n    with «Session|S»() as self.s: self.add, self.s.add\n    with «Session|S»() as s[0]: s.add\n',
    ],
    [
      'with in parentheses',
      'with («Session|S»() as s, open(p) as f):\n    s.«add|S.add»(f.add, «Session|S»)\n«Session|S»\n',
    ],
    [
      'with over several lines',
      'with (\n    open(p) as f,\n    «Session|S»() as s,\n):\n    s.«add|S.add»\n',
    ],
    ['walrus', 'if (s := «Session|S»()): s.«add|S.add»\n'],
    ['an annotation wins over a value', 's: «Session|S» = make()\ns = make()\ns.«add|S.add»\n'],
    ['reassigned', 's = «Session|S»()\ns = other()\ns.add\n'],
    [
      'conditional assignment',
      'if x:\n    s = «Session|S»()\nelse:\n    s = «Session|S»(1)\ns.«add|S.add»\n',
    ],
    [
      'conditional assignment of different types',
      'if x:\n    s = «Session|S»()\nelse:\n    s = «AsyncSession|AS»()\ns.add\n',
    ],
    ['a called instance', '«Session|S»()().add\n'],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});
