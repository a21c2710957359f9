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

describe('attributes of classes', () => {
  it.each([
    [
      'set in a method',
      python`
        class A:
            def __init__(self, session: «Session|S»):
                self.session = session
            def f(self):
                self.session.«add|S.add»(1)
        A(1).session.«add|S.add»(1)
      `,
    ],
    [
      'set in a later method',
      python`
        class A:
            def f(self):
                self.session.«add|S.add»(1)
            def start(self):
                self.session = «Session|S»()
      `,
    ],
    [
      'annotated in a method',
      python`
        class A:
            def __init__(self, session):
                self.session: «Session|S» = session
            def f(self):
                self.session.«add|S.add»(1)
      `,
    ],
    [
      'set in the class body',
      python`
        class A:
            session = «Session|S»()
            other: «Session|S»
            def f(self):
                self.session.«add|S.add»(1), self.other.«add|S.add»(1), A.session.«add|S.add»(1)
        A.session.«add|S.add»(1), A().other.«add|S.add»(1)
      `,
    ],
    [
      'annotated in the class body, set in a method',
      python`
        class A:
            session: «Session|S»
            def __init__(self, session):
                self.session = session
            def f(self):
                self.session.«add|S.add»(1)
      `,
    ],
    [
      'None first, set later',
      python`
        class A:
            session = None
            def __init__(self):
                self.other = None
            def start(self):
                self.session = «Session|S»()
                self.other = «Session|S»()
            def f(self):
                self.session.«add|S.add»(1), self.other.«add|S.add»(1)
      `,
    ],
    [
      'set to different types',
      python`
        class A:
            def __init__(self, x):
                self.session = «Session|S»() if x else «AsyncSession|AS»()
                self.other = «Session|S»()
            def change(self):
                self.other = something()
            def f(self):
                self.session.add(1), self.other.add(1)
      `,
    ],
    [
      'of another class',
      python`
        class A:
            def __init__(self):
                self.session = «Session|S»()
        class B:
            def __init__(self, a: A):
                self.a = a
            def f(self):
                self.a.session.«add|S.add»(1)
      `,
    ],
    [
      'self under another name',
      python`
        class A:
            def __init__(this):
                this.session = «Session|S»()
            def f(me):
                me.session.«add|S.add»(1)
      `,
    ],
    [
      'self in a nested function',
      python`
        class A:
            def __init__(self):
                self.session = «Session|S»()
            def f(self):
                def g(): self.session.«add|S.add»(1)
                return lambda: self.session.«add|S.add»(1)
      `,
    ],
    [
      'a static method has no self',
      python`
        class A:
            session: «Session|S»
            @staticmethod
            def f(self): self.session.add(1)
      `,
    ],
    [
      'a dataclass',
      python`
        from dataclasses import dataclass, field
        @dataclass
        class A:
            session: «Session|S»
            others: list[«Session|S»] = field(default_factory=list)
        def f(a: A):
            a.session.«add|S.add»(1), a.others[0].«add|S.add»(1)
      `,
    ],
    [
      'a named tuple',
      python`
        class A(NamedTuple):
            session: «Session|S»
        def f(a: A):
            a.session.«add|S.add»(1)
      `,
    ],
    [
      'a model',
      python`
        class A(«BaseModel|pydantic.BaseModel»):
            session: «Session|S»
        def f(a: A):
            a.session.«add|S.add»(a.«model_dump|pydantic.BaseModel.model_dump»())
            a.«model_copy|pydantic.BaseModel.model_copy»().session.«add|S.add»(1)
      `,
    ],
    [
      'a nested class',
      python`
        class A:
            class B:
                session: «Session|S»
            b: B
        def f(a: A):
            a.b.session.«add|S.add»(A.B().session.«new|S.new»)
      `,
    ],
    [
      'a class with unknown bases',
      python`
        class A(Unknown):
            session: «Session|S»
            def f(self):
                self.session.«add|S.add»(self.execute())
      `,
    ],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});

describe("SQLAlchemy's mapped classes", () => {
  it.each([
    [
      'a column',
      python`
        class Base(«DeclarativeBase|sqlalchemy.orm.DeclarativeBase»): ...
        class User(Base):
            id: «Mapped|sqlalchemy.orm.Mapped»[int] = «mapped_column|sqlalchemy.orm.mapped_column»(primary_key=True)
            name: «Mapped|sqlalchemy.orm.Mapped»[str]
        User.name.«in_|sqlalchemy.orm.InstrumentedAttribute.in_»([]), User.id.«desc|sqlalchemy.orm.InstrumentedAttribute.desc»()
        «select|sqlalchemy.select»(User).«where|SEL.where»(User.name.«like|sqlalchemy.orm.InstrumentedAttribute.like»("a")).«order_by|SEL.order_by»(User.id.«asc|sqlalchemy.orm.InstrumentedAttribute.asc»())
      `,
    ],
    [
      'an attribute of an instance',
      python`
        class User(«DeclarativeBase|sqlalchemy.orm.DeclarativeBase»):
            session: «Mapped|sqlalchemy.orm.Mapped»[«Session|S»]
        def f(user: User):
            user.session.«add|S.add»(1), User.session.«is_|sqlalchemy.orm.InstrumentedAttribute.is_»(1)
      `,
    ],
    [
      'a relationship',
      python`
        class Base(«DeclarativeBase|sqlalchemy.orm.DeclarativeBase»): ...
        class Address(Base):
            session: «Session|S»
            user: «Mapped|sqlalchemy.orm.Mapped»["User"] = «relationship|sqlalchemy.orm.relationship»(back_populates="addresses")
        class User(Base):
            addresses: «Mapped|sqlalchemy.orm.Mapped»[list["Address"]] = «relationship|sqlalchemy.orm.relationship»(back_populates="user")
        def f(user: User):
            user.addresses[0].session.«add|S.add»(1)
            for a in user.addresses: a.session.«add|S.add»(a.user.addresses[0].session.«new|S.new»)
        User.addresses.«any|sqlalchemy.orm.InstrumentedAttribute.any»(), Address.user.«has|sqlalchemy.orm.InstrumentedAttribute.has»()
      `,
    ],
    [
      'a column without Mapped',
      python`
        class User(«DeclarativeBase|sqlalchemy.orm.DeclarativeBase»):
            id = «Column|sqlalchemy.Column»(«Integer|sqlalchemy.Integer»)
            addresses = «relationship|sqlalchemy.orm.relationship»("Address")
        User.id.«in_|sqlalchemy.Column.in_»([]), User.addresses.«any|sqlalchemy.orm.InstrumentedAttribute.any»()
        def f(user: User):
            user.id.in_([]), user.addresses.any()
      `,
    ],
    [
      'the table and the mapper',
      python`
        class User(«DeclarativeBase|sqlalchemy.orm.DeclarativeBase»): ...
        User.«metadata|sqlalchemy.orm.DeclarativeBase.metadata».«create_all|sqlalchemy.MetaData.create_all»(1), User().«metadata|sqlalchemy.orm.DeclarativeBase.metadata».«tables|sqlalchemy.MetaData.tables»
      `,
    ],
    [
      'a hybrid property',
      python`
        from sqlalchemy.ext.hybrid import «hybrid_property|sqlalchemy.ext.hybrid.hybrid_property»
        class User(«DeclarativeBase|sqlalchemy.orm.DeclarativeBase»):
            @«hybrid_property|sqlalchemy.ext.hybrid.hybrid_property»
            def name(self): return 1
            @name.«expression|sqlalchemy.ext.hybrid.hybrid_property.expression»
            def name(cls): return 2
      `,
    ],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});
