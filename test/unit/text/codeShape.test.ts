import { describe, expect, it } from 'vitest';
import { looksLikeCode } from '../../../src/core/text/codeShape';

describe('looksLikeCode', () => {
  it.each([
    'session = Session()',
    'async def app(scope, receive, send):',
    '@cbv(router) class ItemView: @router.get("") def list(self): ...',
    'for t in threads: t.start()',
    'from fastapi_utils.cbv import cbv',
    'import sqlalchemy as sa',
    'select(User).options(selectinload(User.posts))',
    'with Session(engine) as session: session.add(user)',
    'if not user: raise HTTPException(status_code=404)',
    "return StreamingResponse(gen(), media_type='text/event-stream')",
    'await db.execute(stmt.where(User.id == uid))',
    'try:\n    do(x)\nexcept ValueError as e:\n    log(e)\n',
    '# 세션을 만들고 닫는다\nsession = make(engine)\n# 끝\nsession.close()',
    'def greet(name):\n    return "what a nice day it is, isn\'t it, " + name',
  ])('is true of %j', (text) => {
    expect(looksLikeCode(text)).toBe(true);
  });

  it.each([
    '',
    'Session',
    'scoped_session 왜 쓰나요',
    'Depends(get_db)',
    'selectinload(User.posts)',
    'expire_on_commit=False',
    'session.execute() 가 느려요',
    "lazy='selectin' 안주고 쿼리할때 eager로 가져오는법",
    'db.execute() 와 session.execute() 차이',
    'why does select(User).join(User.orders) return empty',
    'How do I use Depends(get_db) in a class?',
    'if I use threads: what happens',
    'asyncio.gather(a, b) 하면 같은 세션을 못 쓰나요?',
    'uvicorn --workers=4 --reload',
    'import error',
    'from scratch',
    'async def vs def',
    '@app.get 데코레이터를 클래스에 붙이려면',
    '(세션) [트랜잭션] 질문',
  ])('is false of %j', (text) => {
    expect(looksLikeCode(text)).toBe(false);
  });

  it('looks at the beginning of a long text', () => {
    expect(looksLikeCode(`${'하나 둘 '.repeat(2000)}\n${'x = f(1)\n'.repeat(5000)}`)).toBe(false);
  });
});
