import { describe, expect, it } from 'vitest';
import { resolveMarked, python } from './notation';

const IMPORTS = python`
  from sqlalchemy import «Engine|E», «create_engine|sqlalchemy.create_engine», «select|sqlalchemy.select», «text|sqlalchemy.text»
  from sqlalchemy.orm import «Session|S», «joinedload|sqlalchemy.orm.joinedload», «selectinload|sqlalchemy.orm.selectinload»
  from sqlalchemy.ext.asyncio import «AsyncSession|AS»
`;

async function expectResolved(source: string): Promise<void> {
  const { actual, expected } = await resolveMarked(IMPORTS + source);
  expect(actual).toBe(expected);
}

describe('results of library calls', () => {
  it.each([
    [
      'a query',
      python`
        class User: session: «Session|S»
        def f(s: «Session|S»):
            for user in s.«query|S.query»(User).«filter|sqlalchemy.orm.Query.filter»(1).«all|sqlalchemy.orm.Query.all»():
                user.session.«add|S.add»(1)
            s.«query|S.query»(User).«filter_by|sqlalchemy.orm.Query.filter_by»(a=1).«first|sqlalchemy.orm.Query.first»().session.«add|S.add»(1)
            s.«query|S.query»(User).«order_by|sqlalchemy.orm.Query.order_by»(1).«limit|sqlalchemy.orm.Query.limit»(1).«offset|sqlalchemy.orm.Query.offset»(1)
      `,
    ],
    [
      'scalars',
      python`
        class User: session: «Session|S»
        def f(s: «Session|S»):
            users = s.«execute|S.execute»(«select|sqlalchemy.select»(User)).«scalars|R.scalars»().«all|SR.all»()
            users[0].session.«add|S.add»(1)
            for user in users: user.session.«add|S.add»(1)
      `,
    ],
    [
      'scalars at once',
      python`
        class User: session: «Session|S»
        def f(s: «Session|S»):
            for user in s.«scalars|S.scalars»(«select|sqlalchemy.select»(User).«where|SEL.where»(1).«limit|SEL.limit»(1)): user.session.«add|S.add»(1)
            s.«scalars|S.scalars»(«select|sqlalchemy.select»(User)).«first|SR.first»().session.«add|S.add»(1)
            s.«scalar|S.scalar»(«select|sqlalchemy.select»(User)).session.«add|S.add»(1)
      `,
    ],
    [
      'one entity',
      python`
        class User: session: «Session|S»
        def f(s: «Session|S»):
            user = s.«execute|S.execute»(«select|sqlalchemy.select»(User).«where|SEL.where»(User.id == 1)).«scalar_one_or_none|R.scalar_one_or_none»()
            if user is None: return
            user.session.«add|S.add»(1)
      `,
    ],
    [
      'an entity by its key',
      python`
        class User: session: «Session|S»
        def f(s: «Session|S»):
            s.«get|S.get»(User, 1).session.«add|S.add»(1)
            s.«merge|S.merge»(User()).session.«add|S.add»(1)
      `,
    ],
    [
      'awaited calls',
      python`
        class User: session: «Session|S»
        async def f(s: «AsyncSession|AS»):
            result = await s.«execute|AS.execute»(«select|sqlalchemy.select»(User).«options|SEL.options»(«selectinload|sqlalchemy.orm.selectinload»(User.a)))
            result.«scalars|R.scalars»().«unique|SR.unique»().«all|SR.all»()[0].session.«add|S.add»(1)
            (await s.«scalars|AS.scalars»(«select|sqlalchemy.select»(User))).«one|SR.one»().session.«add|S.add»(1)
            user = await s.«get|AS.get»(User, 1)
            user.session.«add|S.add»(1)
      `,
    ],
    [
      'streamed results',
      python`
        class User: session: «Session|S»
        async def f(s: «AsyncSession|AS»):
            async for user in await s.«stream_scalars|AS.stream_scalars»(«select|sqlalchemy.select»(User)):
                user.session.«add|S.add»(1)
            result = await s.«stream|AS.stream»(«select|sqlalchemy.select»(User))
            async for user in result.«scalars|sqlalchemy.ext.asyncio.AsyncResult.scalars»(): user.session.«add|S.add»(1)
      `,
    ],
    [
      'rows, which are not entities',
      python`
        class User: session: «Session|S»
        def f(s: «Session|S»):
            for row in s.«execute|S.execute»(«select|sqlalchemy.select»(User)).«all|R.all»(): row.session
            for row in s.«execute|S.execute»(«select|sqlalchemy.select»(User, «Session|S»)): row.session
      `,
    ],
    [
      'a statement in a variable',
      python`
        class User: session: «Session|S»
        statement = «select|sqlalchemy.select»(User)
        statement = statement.«where|SEL.where»(1)
        def f(s: «Session|S»):
            s.«scalars|S.scalars»(statement).«one|SR.one»().session.«add|S.add»(1)
      `,
    ],
    [
      'a statement extended conditionally',
      python`
        class User: session: «Session|S»
        def f(s: «Session|S», x):
            statement = «select|sqlalchemy.select»(User)
            if x:
                statement = statement.«where|SEL.where»(x)
            s.«scalars|S.scalars»(statement.«limit|SEL.limit»(1)).«one|SR.one»().session.«add|S.add»(1)
      `,
    ],
    [
      'a helper function of the file',
      python`
        class User: session: «Session|S»
        def find(s: «Session|S»):
            return s.«scalars|S.scalars»(«select|sqlalchemy.select»(User)).«all|SR.all»()
        for user in find(1): user.session.«add|S.add»(1)
      `,
    ],
    [
      'loader options',
      python`
        «select|sqlalchemy.select»(1).«options|SEL.options»(«joinedload|sqlalchemy.orm.joinedload»(1).«selectinload|sqlalchemy.orm.Load.selectinload»(2))
      `,
    ],
    [
      'a textual statement',
      python`
        «text|sqlalchemy.text»("").«bindparams|sqlalchemy.TextClause.bindparams»(a=1).«columns|sqlalchemy.TextClause.columns»(1)
      `,
    ],
    [
      'a chain over several lines',
      python`
        def f(s: «Session|S»):
            return (
                s.«query|S.query»(1)
                .«filter|sqlalchemy.orm.Query.filter»(2)
                .«order_by|sqlalchemy.orm.Query.order_by»(3)
                .«all|sqlalchemy.orm.Query.all»()
            )
      `,
    ],
    [
      'a chain that is awaited',
      python`
        async def f(s: «AsyncSession|AS»):
            users = (
                (await s.«execute|AS.execute»(«select|sqlalchemy.select»(1)))
                .«scalars|R.scalars»()
                .«all|SR.all»()
            )
      `,
    ],
    [
      'a subquery',
      python`
        q = «select|sqlalchemy.select»(1).«subquery|SEL.subquery»()
        q.«c|sqlalchemy.Subquery.c», «select|sqlalchemy.select»(q).«cte|SEL.cte»("a").«alias|sqlalchemy.CTE.alias»("b")
      `,
    ],
    [
      'members that the class lacks',
      python`
        def f(s: «Session|S»):
            s.nothing.add(1), s.nothing().add(1), s.«add|S.add».add
      `,
    ],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});
