import { describe, expect, it } from 'vitest';
import data from '../../../data/concepts.json';
import { CONCEPTS } from '../../../src/core/symbols/concepts';
import { SYMBOLS } from '../../../src/core/symbolTable/symbolTable';
import { analyse } from '../../../src/core/text/analyser';

describe('concepts.json', () => {
  it('uses canonical names of symbols', () => {
    const names = [
      ...data.concepts.flatMap(({ symbols }) => symbols),
      ...data.twins.flat(),
      ...data.general,
      ...Object.keys(data.arguments),
      ...Object.values(data.arguments).flatMap((values) => Object.values(values).flat()),
    ];
    expect(names.filter((name) => SYMBOLS.resolve(name)?.name !== name)).toEqual([]);
  });

  it('covers all packages', () => {
    expect(data.concepts.length).toBeGreaterThanOrEqual(60);
    const packages = new Set(
      data.concepts.flatMap(({ symbols }) => symbols).map((name) => name.split('.')[0]),
    );
    expect([...packages].sort()).toEqual([
      'alembic',
      'fastapi',
      'pydantic',
      'pydantic_settings',
      'sqlalchemy',
      'sqlmodel',
      'starlette',
      'uvicorn',
    ]);
  });

  it('has each phrase once per concept, none that is ambiguous or a synonym of another in the glossary', () => {
    for (const { words } of data.concepts) {
      const senses = words.map((phrase) => {
        const { words: all, tokens } = analyse(phrase);
        return tokens
          .filter(({ kind, position, length }) => kind === 'sense' && position === 0 && length === all.length)
          .map(({ term }) => term);
      });
      expect(words.filter((_, index) => (senses[index]?.length ?? 0) > 1)).toEqual([]);
      expect(new Set(senses.flat()).size, words.join()).toBe(senses.flat().length);
      expect(new Set(words).size).toBe(words.length);
    }
  });

  it('has each symbol once per concept, and in one group of twins', () => {
    for (const { symbols } of data.concepts) expect(new Set(symbols).size).toBe(symbols.length);
    expect(new Set(data.twins.flat()).size).toBe(data.twins.flat().length);
  });

  it('derives twins of members from those of their classes', () => {
    expect(CONCEPTS.twinsOf('sqlalchemy.orm.Session.execute')).toContain(
      'sqlalchemy.ext.asyncio.AsyncSession.execute',
    );
    expect(CONCEPTS.twinsOf('Session')).toEqual([]);
  });

  it('maps keyword arguments to equivalent symbols', () => {
    expect(CONCEPTS.equivalentsOf('sqlalchemy.orm.relationship', 'lazy', 'selectin')).toEqual([
      'sqlalchemy.orm.selectinload',
    ]);
    expect(CONCEPTS.equivalentsOf('sqlalchemy.orm.relationship', 'lazy', 'constructor')).toEqual([]);
  });
});
