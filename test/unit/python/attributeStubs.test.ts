import { describe, expect, it } from 'vitest';
import attributeTypes from '../../../data/attributeTypes.json';
import { withAttributes, type AttributeTypes } from '../../../src/core/python/attributeStubs';
import { STUBS } from '../../../src/core/python/stubs';
import { wordsOfClass } from '../../../src/core/symbolTable/storedWords';
import { SYMBOLS } from '../../../src/core/symbolTable/symbolTable';
import { python, resolveMarked } from './notation';

// Checking the file's literal type key by key would take the compiler seconds.
const ATTRIBUTES = attributeTypes.types as unknown as AttributeTypes;

const TYPES = {
  crate: {
    Box: 'lid:crate.lids.Lid',
    Chest: 'crate.Box boxes:list[crate.Box]',
    Bag: 'inner:dict[Any,shelf.Place]',
  },
};

describe('withAttributes', () => {
  it('adds attributes as a last base, or as a class of its own', () => {
    const lines = ['from x import Base', 'class Box: ...', 'class Chest(Base[T], Other):', '    lid: str'];
    expect(withAttributes('crate', lines, TYPES)).toEqual([
      'from typing import Any',
      'import crate',
      'import shelf',
      'from x import Base',
      'class Box(_AttributesOfBox): ...',
      'class Chest(Base[T], Other, _AttributesOfChest):',
      '    lid: str',
      'class _AttributesOfBox:',
      '    lid: crate.lids.Lid',
      'class _AttributesOfChest:',
      '    lid: crate.lids.Lid',
      '    boxes: list[crate.Box]',
      'class Bag:',
      '    inner: dict[Any,shelf.Place]',
    ]);
  });

  it('leaves other modules as they are', () => {
    const lines = ['class Box: ...'];
    expect(withAttributes('shelf', lines, TYPES)).toEqual(lines);
    expect(withAttributes('constructor', [], TYPES)).toEqual([]);
  });
});

describe('attributes of library classes', () => {
  it.each([
    [
      'an attribute that leads on',
      python`
        from sqlalchemy import «create_engine|sqlalchemy.create_engine»
        engine = «create_engine|sqlalchemy.create_engine»("sqlite://")
        engine.«url|sqlalchemy.Engine.url».«render_as_string|sqlalchemy.URL.render_as_string»()
        engine.«dialect|sqlalchemy.Engine.dialect».«name|sqlalchemy.Dialect.name»
        engine.«pool|sqlalchemy.Engine.pool».«status|sqlalchemy.Pool.status»()
      `,
    ],
    [
      'elements of an attribute',
      python`
        from sqlalchemy import «Table|sqlalchemy.Table»
        def show(table: «Table|sqlalchemy.Table»):
            for index in table.«indexes|sqlalchemy.Table.indexes»:
                index.«table|sqlalchemy.Index.table».«metadata|sqlalchemy.Table.metadata».«create_all|sqlalchemy.MetaData.create_all»()
      `,
    ],
    [
      'what is only set in __init__',
      python`
        from fastapi import «FastAPI|fastapi.FastAPI», «HTTPException|fastapi.HTTPException»
        app = «FastAPI|fastapi.FastAPI»()
        app.«dependency_overrides|fastapi.FastAPI.dependency_overrides»[1] = 2
        app.«state|fastapi.FastAPI.state».anything
        app.«router|fastapi.FastAPI.router».«prefix|fastapi.APIRouter.prefix»
        try: ...
        except «HTTPException|fastapi.HTTPException» as error:
            error.«detail|fastapi.HTTPException.detail»
      `,
    ],
    [
      'written stubs come first, also those of a base',
      python`
        from sqlmodel import «Session|sqlmodel.Session»
        def run(session: «Session|sqlmodel.Session»):
            session.«bind|sqlmodel.Session.bind».«url|sqlalchemy.Engine.url»
      `,
    ],
    [
      "the user's own attribute hides the library's",
      python`
        from fastapi import «FastAPI|fastapi.FastAPI»
        class App(«FastAPI|fastapi.FastAPI»):
            title = "shop"
        App().title
      `,
    ],
    [
      'what 1.4 had',
      python`
        from sqlalchemy import «create_engine|sqlalchemy.create_engine»
        from sqlalchemy.orm import «mapper|sqlalchemy.orm.mapper», «relation|sqlalchemy.orm.relation»
        from sqlalchemy.ext.declarative import «instrument_declarative|sqlalchemy.ext.declarative.instrument_declarative»
        «create_engine|sqlalchemy.create_engine»("").«execute|sqlalchemy.Engine.execute»("")
      `,
    ],
    [
      'types and constants by their path',
      python`
        from starlette.types import «Message|starlette.types.Message», «Send|starlette.types.Send»
        from fastapi import «status|starlette.status»
        «status|starlette.status».«HTTP_404_NOT_FOUND|starlette.status.HTTP_404_NOT_FOUND»
      `,
    ],
  ])('%s', async (_, source) => {
    const { actual, expected } = await resolveMarked(source);
    expect(actual).toBe(expected);
  });

  it('are members of public classes, and lead to such', () => {
    const classKinds = new Set(['class', 'exception']);
    const wrong: string[] = [];
    for (const [module, byClass] of Object.entries(ATTRIBUTES)) {
      for (const name of Object.keys(byClass)) {
        const owner = `${module}.${name}`;
        const attributes = wordsOfClass(ATTRIBUTES, owner, (word) => !word.includes(':'));
        for (const word of attributes) {
          const [attribute = '', type = ''] = word.split(':');
          if (SYMBOLS.resolve(`${owner}.${attribute}`)?.kind !== 'member')
            wrong.push(`${owner}.${attribute}`);
          for (const [path] of type.matchAll(/[a-z]\w*(?:\.\w+)+/g)) {
            const { name: canonical, kind } = SYMBOLS.resolve(path) ?? { name: '', kind: '' };
            if (canonical !== path || !classKinds.has(kind)) wrong.push(`${owner}.${word}`);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('declare no class twice', () => {
    const twice = Object.entries(STUBS).flatMap(([module, lines]) => {
      const names = lines.flatMap((line) => /^class (\w+)/.exec(line)?.[1] ?? []);
      return names.filter((name, at) => names.indexOf(name) !== at).map((name) => `${module}.${name}`);
    });
    expect(Object.keys(STUBS)).toContain('uvicorn.supervisors');
    expect(twice).toEqual([]);
  });
});
