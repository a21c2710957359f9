import { describe, expect, it } from 'vitest';
import { resolveMarkedFiles, python } from './notation';

async function expectResolved(source: string): Promise<void> {
  const { actual, expected } = await resolveMarkedFiles(source);
  expect(actual).toBe(expected);
}

describe('fixtures of pytest', () => {
  it.each([
    [
      'of the same file',
      python`
        # test_a.py
        import pytest
        from sqlalchemy import «create_engine|sqlalchemy.create_engine»
        from sqlalchemy.orm import «Session|S»
        @pytest.fixture(scope="session")
        def engine():
            return «create_engine|sqlalchemy.create_engine»("")
        @pytest.fixture
        def db(engine):
            with engine.«connect|E.connect»() as connection, «Session|S»(connection) as session:
                yield session
        def test_adds(db): db.«add|S.add»(1)
        async def test_both(engine, db, other):
            engine.«dispose|E.dispose»(), db.«flush|S.flush»(), other.add(1)
        def helper(db): db.add(1)
        def test_annotated(db: int): db.add(1)
      `,
    ],
    [
      'of classes',
      python`
        # test_a.py
        from pytest import fixture
        from sqlalchemy.orm import «Session|S»
        class TestAll:
            @fixture
            def db(self):
                return «Session|S»()
            def test_adds(self, db): db.«add|S.add»(1)
            def check(self, db): db.add(1)
      `,
    ],
    [
      'of conftest.py',
      python`
        # conftest.py
        import pytest
        from sqlalchemy.orm import «Session|S»
        @pytest.fixture
        def db() -> «Session|S»: ...
        def plain(): return «Session|S»()
        # tests/conftest.py
        import pytest_asyncio
        from collections.abc import AsyncIterator
        from sqlalchemy.ext.asyncio import «AsyncSession|AS»
        @pytest_asyncio.fixture
        async def remote() -> AsyncIterator[«AsyncSession|AS»]:
            yield 1
        # tests/api/test_a.py
        async def test_all(db, remote, plain):
            db.«add|S.add»(1), plain.add(1)
            await remote.«flush|AS.flush»()
      `,
    ],
    [
      'that wrap the one of an outer folder, and that are imported',
      python`
        # shared.py
        import pytest
        from sqlalchemy.ext.asyncio import «AsyncSession|AS»
        @pytest.fixture
        def remote(): return «AsyncSession|AS»()
        # conftest.py
        import pytest
        from sqlalchemy.orm import «Session|S»
        from shared import *
        @pytest.fixture
        def db(): return «Session|S»()
        # tests/conftest.py
        import pytest
        @pytest.fixture
        def db(db, remote):
            db.«add|S.add»(1), remote.«flush|AS.flush»()
            yield db
        # tests/test_a.py
        def test_a(db): db.«commit|S.commit»()
      `,
    ],
    [
      'in circles',
      python`
        # conftest.py
        import pytest
        @pytest.fixture
        def a(b): return b
        @pytest.fixture
        def b(a): return a
        @pytest.fixture
        def c(c): return c
        def test_a(a, b, c): a.add(1), b.add(1), c.add(1)
      `,
    ],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});
