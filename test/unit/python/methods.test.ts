import { describe, expect, it } from 'vitest';
import { resolveMarked, python } from './notation';

const IMPORTS = python`
  from sqlalchemy import «Column|sqlalchemy.Column», «Integer|sqlalchemy.Integer», «func|sqlalchemy.func», «select|sqlalchemy.select»
  from sqlalchemy.orm import «DeclarativeBase|sqlalchemy.orm.DeclarativeBase», «Mapped|sqlalchemy.orm.Mapped», «Session|S», «mapped_column|sqlalchemy.orm.mapped_column», «relationship|sqlalchemy.orm.relationship»
  from sqlalchemy.ext.asyncio import «AsyncSession|AS»
  from pydantic import «BaseModel|pydantic.BaseModel»
`;

async function expectResolved(source: string): Promise<void> {
  const { actual, expected } = await resolveMarked(IMPORTS + source);
  expect(actual).toBe(expected);
}

describe('base classes', () => {
  it.each([
    [
      'a library class',
      python`
        class MySession(«Session|S»):
            def f(self):
                self.«add|S.add»(1)
        MySession().«add|S.add»(1), MySession.«execute|S.execute»
      `,
    ],
    [
      'an overridden method',
      python`
        class MySession(«Session|S»):
            def add(self, x): ...
            def f(self):
                self.add(1), super().«add|S.add»(1), super().«flush|S.flush»()
        MySession().add(1)
      `,
    ],
    [
      'a class of the file',
      python`
        class Base:
            session: «Session|S»
            def get(self) -> «Session|S»: ...
        class A(Base):
            def f(self):
                self.session.«add|S.add»(1), self.get().«add|S.add»(1)
        A().session.«add|S.add»(1)
      `,
    ],
    [
      'several levels',
      python`
        class Base:
            def __init__(self):
                self.session = «Session|S»()
        class Middle(Base): ...
        class A(Middle):
            def f(self): self.session.«add|S.add»(1)
      `,
    ],
    [
      'the nearest class wins',
      python`
        class Base:
            session: «AsyncSession|AS»
        class A(Base):
            session: «Session|S»
        A().session.«get_bind|S.get_bind»()
      `,
    ],
    [
      'multiple inheritance',
      python`
        class Left:
            session: «Session|S»
        class Right:
            session: «AsyncSession|AS»
            other: «AsyncSession|AS»
        class A(Left, Right): ...
        A().session.«get_bind|S.get_bind»(), A().other.«get_bind|AS.get_bind»()
      `,
    ],
    [
      'a mixin',
      python`
        class Mixin:
            def f(self): return self.session
        class A(Mixin):
            session: «Session|S»
            def g(self): self.session.«add|S.add»(1)
      `,
    ],
    [
      'super',
      python`
        class Base:
            def get(self) -> «Session|S»: ...
        class A(Base):
            def get(self):
                super().get().«add|S.add»(1)
                return super(A, self).get()
        A().get().«add|S.add»(1)
      `,
    ],
    [
      'super in a class method',
      python`
        class Base:
            @classmethod
            def get(cls) -> «Session|S»: ...
        class A(Base):
            @classmethod
            def get(cls):
                return super().get()
        A.get().«add|S.add»(1)
      `,
    ],
    [
      'Self',
      python`
        class Base:
            session: «Session|S»
            def chain(self) -> Self: ...
        class A(Base):
            other: «AsyncSession|AS»
        A().chain().other.«get_bind|AS.get_bind»()
        A().chain().chain().session.«add|S.add»(1)
      `,
    ],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});

describe('methods', () => {
  it.each([
    [
      'a class method',
      python`
        class A:
            session: «Session|S»
            @classmethod
            def make(cls):
                cls.session.«add|S.add»(1)
                return cls()
        A.make().session.«add|S.add»(1)
      `,
    ],
    [
      'an annotated class method',
      python`
        class A:
            session: «Session|S»
            @classmethod
            def make(cls) -> "A": ...
        A.make().session.«add|S.add»(1)
        A().make().session.«add|S.add»(1)
      `,
    ],
    [
      '__new__',
      python`
        class A:
            session: «Session|S»
            def __new__(cls):
                cls.session.«add|S.add»(1)
        A().session.«add|S.add»(1)
      `,
    ],
    [
      'a property',
      python`
        class A:
            @property
            def session(self) -> «Session|S»: ...
            @property
            def inferred(self):
                return «Session|S»()
            def f(self):
                self.session.«add|S.add»(1), self.inferred.«add|S.add»(1)
        A().session.«add|S.add»(1), A.session.add(1)
      `,
    ],
    [
      'a cached property',
      python`
        from functools import cached_property
        import functools
        class A:
            @cached_property
            def session(self): return «Session|S»()
            @functools.cached_property
            def other(self): return «Session|S»()
        A().session.«add|S.add»(1), A().other.«add|S.add»(1)
      `,
    ],
    [
      'a method that is not called',
      python`
        class A:
            def session(self) -> «Session|S»: ...
        A().session.add(1), A().session().«add|S.add»(1)
      `,
    ],
    [
      'a static method',
      python`
        class A:
            @staticmethod
            def make() -> «Session|S»: ...
        A.make().«add|S.add»(1), A().make().«add|S.add»(1)
      `,
    ],
    [
      'a method called on its class',
      python`
        class A:
            def get(self) -> «Session|S»: ...
        A.get(a).«add|S.add»(1)
      `,
    ],
    [
      'a method as a value',
      python`
        class A:
            def get(self) -> «Session|S»: ...
        get = A().get
        get().«add|S.add»(1)
      `,
    ],
    [
      'items and calls',
      python`
        class A:
            def __getitem__(self, key) -> «Session|S»: ...
            def __call__(self) -> «Session|S»: ...
            def __iter__(self) -> Iterator[«Session|S»]: ...
        a = A()
        a[1].«add|S.add»(1), a().«add|S.add»(1)
        for s in a: s.«add|S.add»(1)
      `,
    ],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});
