import { describe, expect, it } from 'vitest';
import { resolveMarked, python } from './notation';

const IMPORTS = python`
  from sqlalchemy.orm import «Session|S»
  from sqlalchemy.ext.asyncio import «AsyncSession|AS»
`;

async function expectResolved(source: string): Promise<void> {
  const { actual, expected } = await resolveMarked(IMPORTS + source);
  expect(actual).toBe(expected);
}

describe('instances in containers', () => {
  it.each([
    [
      'a list in a loop',
      python`
        def f(sessions: list[«Session|S»]):
            for s in sessions: s.«add|S.add»(1)
            sessions.add(1)
      `,
    ],
    [
      'an item of a list',
      python`
        def f(sessions: list[«Session|S»], more: Sequence[«Session|S»]):
            sessions[0].«add|S.add»(1), more[-1].«add|S.add»(1), sessions.pop().«add|S.add»(1)
      `,
    ],
    [
      'every kind of collection',
      python`
        from typing import List
        def f(a: set[«Session|S»], b: frozenset[«Session|S»], c: Iterable[«Session|S»], d: List[«Session|S»], e: Collection[«Session|S»]):
            for s in a: s.«add|S.add»(1)
            for s in b: s.«add|S.add»(1)
            for s in c: s.«add|S.add»(1)
            for s in d: s.«add|S.add»(1)
            for s in e: s.«add|S.add»(1)
      `,
    ],
    [
      'values of a dictionary',
      python`
        def f(by_name: dict[str, «Session|S»]):
            by_name["a"].«add|S.add»(1)
            by_name.get("a").«add|S.add»(1)
            for s in by_name.values(): s.«add|S.add»(1)
            for name, s in by_name.items(): s.«add|S.add»(name.add)
            for name in by_name: name.add
      `,
    ],
    [
      'keys of a dictionary',
      python`
        def f(names: Mapping[«Session|S», str]):
            for s in names: s.«add|S.add»(1)
            for s in names.keys(): s.«add|S.add»(1)
      `,
    ],
    [
      'defaultdict',
      python`
        sessions: defaultdict[str, list[«Session|S»]] = make()
        sessions["a"][0].«add|S.add»(1)
      `,
    ],
    [
      'a tuple by position',
      python`
        def f(pair: tuple[«Session|S», «AsyncSession|AS»]):
            s, a = pair
            s.«add|S.add»(1), a.«get_bind|AS.get_bind»()
            [u, b] = pair
            u.«add|S.add»(1), b.«get_bind|AS.get_bind»()
      `,
    ],
    [
      'a tuple of any length',
      python`
        def f(many: tuple[«Session|S», ...]):
            for s in many: s.«add|S.add»(1)
            s, *rest = many
            s.«add|S.add»(1)
      `,
    ],
    [
      'tuples in a loop',
      python`
        def f(pairs: list[tuple[int, «Session|S»]]):
            for n, s in pairs: s.«add|S.add»(n.add)
      `,
    ],
    [
      'nested tuples',
      python`
        def f(x: tuple[int, tuple[str, «Session|S»]]):
            n, (name, s) = x
            s.«add|S.add»(n, name)
      `,
    ],
    [
      'a starred target, which is unknown',
      python`
        def f(x: tuple[«Session|S», «AsyncSession|AS», «Session|S»]):
            s, *others = x
            s.«add|S.add»(others.add)
      `,
    ],
    [
      'parallel assignment',
      python`
        s, a = «Session|S»(), «AsyncSession|AS»()
        s.«add|S.add»(1), a.«get_bind|AS.get_bind»()
        (u, b) = («Session|S»(), «AsyncSession|AS»())
        u.«add|S.add»(1), b.«get_bind|AS.get_bind»()
      `,
    ],
    [
      'swapped variables',
      python`
        s, a = «Session|S»(), «AsyncSession|AS»()
        s, a = a, s
        a.«add|S.add»(1), s.«get_bind|AS.get_bind»()
      `,
    ],
    [
      'a list literal',
      python`
        sessions = [«Session|S»(), «Session|S»()]
        for s in sessions: s.«add|S.add»(1)
      `,
    ],
    [
      'a comprehension',
      python`
        def f(names: list[str]):
            sessions = [«Session|S»(name) for name in names]
            for s in sessions: s.«add|S.add»(1)
      `,
    ],
    [
      'variables of a comprehension',
      python`
        def f(sessions: list[«Session|S»]):
            [s.«add|S.add»(1) for s in sessions if s.«in_transaction|S.in_transaction»()]
            {s: s.«add|S.add»(1) for s in sessions}
            any(s.«new|S.new» for s in sessions)
      `,
    ],
    [
      'nested lists',
      python`
        def f(rows: list[list[«Session|S»]]):
            [s.«add|S.add»(1) for row in rows for s in row]
            rows[0][1].«add|S.add»(1)
      `,
    ],
    [
      'async for',
      python`
        async def f(sessions: AsyncIterator[«Session|S»]):
            async for s in sessions: s.«add|S.add»(1)
            [s.«add|S.add»(1) async for s in sessions]
      `,
    ],
    [
      'enumerate, zip, reversed, sorted',
      python`
        def f(a: list[«Session|S»], b: list[«AsyncSession|AS»]):
            for n, s in enumerate(a): s.«add|S.add»(n)
            for s, t in zip(a, b): s.«add|S.add»(t.«get_bind|AS.get_bind»())
            for n, (s, t) in enumerate(zip(a, b), 1): s.«add|S.add»(n, t.«get_bind|AS.get_bind»())
            for s in reversed(a): s.«add|S.add»(1)
            for s in sorted(a, key=str): s.«add|S.add»(1)
      `,
    ],
    [
      'next and iter',
      python`
        def f(a: Iterator[«Session|S»], b: list[«Session|S»]):
            next(a).«add|S.add»(1)
            s = next(iter(b), None)
            s.«add|S.add»(1)
      `,
    ],
    [
      'min, max, filter, map',
      python`
        def f(a: list[«Session|S»]):
            max(a, key=id).«add|S.add»(1)
            for s in filter(None, a): s.«add|S.add»(1)
            for s in map(«Session|S», names): s.«add|S.add»(1)
      `,
    ],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});
