import { describe, expect, it } from 'vitest';
import type { Library } from '../../../src/core/library/library';
import { openLibrary } from '../../../src/core/library/openLibrary';
import { createInvertedIndex } from '../../../src/core/search/invertedIndex';
import { memorySource } from '../memory';

/** A library of one entry, or of several by id. */
function libraryOf(files: string | Readonly<Record<string, string>>): Promise<Library> {
  const byId = typeof files === 'string' ? { a: files } : files;
  const documents = Object.entries(byId).map(([id, text]) => {
    const [front = '', body = text] = text.includes('\n---\n')
      ? text.split('\n---\n')
      : ['title: 질문', text];
    return [`${id}.md`, `---\nid: ${id}\n${front}\n---\n\n${body}\n`] as const;
  });
  return openLibrary([memorySource(Object.fromEntries(documents))], { createIndex: createInvertedIndex });
}

/** What makes the one entry an answer for each symbol, or `-`. */
async function evidence(text: string, ...symbols: readonly string[]): Promise<readonly string[]> {
  const library = await libraryOf(text);
  return symbols.map((symbol) => library.strongEntriesForSymbol(symbol)[0]?.from ?? '-');
}

/** Whether the one entry is about each symbol. */
const about = async (text: string, ...symbols: readonly string[]): Promise<readonly boolean[]> =>
  (await evidence(text, ...symbols)).map((from) => from !== '-');

const SESSION = 'sqlalchemy.orm.scoped_session';

describe('an entry is about a symbol', () => {
  it.each([
    ['declares it', `title: 질문\nsymbols: [${SESSION}]\n---\n답`, 'declared'],
    ['has it in its title', 'title: scoped_session을 꼭 써야 하나요?\n---\n네', 'title'],
    ['has it in its answer line', 'title: 질문\nanswer: "`scoped_session`으로 나눕니다."\n---\n네', 'answer'],
    [
      'links to its documentation',
      '[문서](https://docs.sqlalchemy.org/en/20/orm/contextual.html#sqlalchemy.orm.scoped_session)',
      'link',
    ],
    ['makes it the topic of a sentence', '> 그렇군요. scoped_session은 스레드마다 하나를 둡니다.', 'prose'],
    [
      'says what it does in English',
      '> I see. `scoped_session` keeps one for each thread and is fine.',
      'prose',
    ],
    ['says to use it', '> 그 경우에는 `scoped_session`을 쓰면 됩니다.', 'prose'],
    [
      'explains it in a list',
      '> 둘이 있어요.\n>\n> - `scoped_session`: 스레드마다 세션 하나\n> - 그냥 만들기',
      'prose',
    ],
    ['has it in a heading', '> ### `scoped_session` 정리\n>\n> 스레드마다 하나', 'prose'],
    ['mentions it twice', '> 아까 scoped_session 봤어요. 거기 scoped_session 나와요.', 'prose'],
    [
      'states it in bold',
      '> [!NOTE]\n> **웹에서는 요청에 묶고, scoped_session 없이 갑니다.** 더 있습니다.',
      'prose',
    ],
  ])('that %s', async (_, text, from) => {
    expect(await evidence(text, SESSION)).toEqual([from]);
  });

  it.each([
    [
      'has it in sample code only',
      '이렇게요\n\n```python\nfrom sqlalchemy.orm import scoped_session\nscoped_session(f)\n```',
    ],
    ['imports it in inline code', '> 위에 있어요 (`from sqlalchemy.orm import scoped_session`)'],
    ['names it in passing', '> 어제 얘기 중에 scoped_session 나왔죠'],
    [
      'names it among many',
      '> 그 안에서 `create_engine`, `sessionmaker`, `Session`, `scoped_session`, `select`, `relationship`를 import 해 두었어요',
    ],
    ['names it in brackets', '> 그 도구(`scoped_session` 등)도 있고 다른 것도 있어요'],
    ['names it as an example', '> There are many tools such as `scoped_session` in there'],
    ['names it among sources', '> 됩니다\n>\n> 출처: SQLAlchemy의 `scoped_session`은 여기'],
    [
      'names it as further reading',
      '> It works.\n>\n> **See also**\n>\n> - `scoped_session` is described there',
    ],
    ['has it in an address', '> https://example.com/scoped_session 참고'],
  ])('but not one that %s', async (_, text) => {
    expect(await evidence(`title: SQLAlchemy 질문\n---\n${text}`, SESSION)).toEqual(['-']);
  });

  it('is near it where it is not about it', async () => {
    const library = await libraryOf('title: SQLAlchemy 질문\n---\n> 어제 얘기 중에 scoped_session 나왔죠');
    expect(library.entriesForSymbol(SESSION).map(({ confidence, reason }) => [confidence, reason])).toEqual([
      ['weak', 'mention'],
    ]);
  });
});

describe('members', () => {
  it('belong to the class that a variable is named after', async () => {
    const text =
      'title: AsyncSession\n---\n> `await session.refresh(obj, ["tags"])`로 관계를 불러오고, `await obj.awaitable_attrs.tags`로도 읽을 수 있어요. `AsyncAttrs`를 섞습니다.';
    expect(
      await about(
        text,
        'sqlalchemy.ext.asyncio.AsyncSession.refresh',
        'sqlalchemy.ext.asyncio.AsyncAttrs.awaitable_attrs',
        'sqlalchemy.ext.asyncio.AsyncSession.add',
        'fastapi.FastAPI.get',
      ),
    ).toEqual([true, true, false, false]);
  });

  it('need their class nearby where they stand alone', async () => {
    const with_ = '> `scoped_session`을 쓰면 요청이 끝날 때 `remove()`를 호출해야 합니다.';
    expect(await about(with_, `${SESSION}.remove`, 'list.remove')).toEqual([true, false]);
    expect(await about('> 끝날 때 `remove()`를 호출해야 합니다.', `${SESSION}.remove`)).toEqual([false]);
  });

  it('with a leading dot are those of the library that the entry is about', async () => {
    const text = 'title: SQLAlchemy 조인\n---\n> `.join()`은 관계를 채우지 않습니다.';
    expect(await about(text, 'sqlalchemy.Select.join', 'str.join')).toEqual([true, false]);
    expect(await about('> 문자열은 `.join()`으로 붙이세요.', 'str.join', 'sqlalchemy.Select.join')).toEqual([
      true,
      false,
    ]);
  });

  it('are not those of a class of another name', async () => {
    const text = 'title: SQLAlchemy\n---\n> `Query.filter()`는 옛 방식입니다. `AsyncSession.get()`을 씁니다.';
    expect(
      await about(text, 'sqlalchemy.ext.asyncio.AsyncSession.get', 'sqlalchemy.orm.Session.get'),
    ).toEqual([true, false]);
  });
});

describe('names outside of the table', () => {
  it('are those of modules that the entry names as code, and builtins', async () => {
    const text =
      '> `asyncio.gather()`는 동시에 실행합니다. `enumerate`는 번호를 붙입니다. `wait`는 기다립니다.';
    expect(await about(text, 'asyncio.gather', 'asyncio.wait', 'enumerate', 'builtins.enumerate')).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(await about('> `gather`는 동시에 실행합니다.', 'asyncio.gather')).toEqual([false]);
  });

  it('are those that the code imports, and none that it defines', async () => {
    const text =
      '> `open_it`은 엽니다. `sum`은 우리 것입니다.\n\n```python\nfrom tools.files import open_it\ndef sum(x): ...\n```';
    expect(await about(text, 'tools.files.open_it', 'other.open_it', 'sum')).toEqual([true, false, false]);
  });

  it('are in links to the documentation of Python and of other libraries', async () => {
    const text =
      '[a](https://docs.python.org/3/library/functions.html#zip) [b](https://docs.python.org/3/library/stdtypes.html#dict.get) ' +
      '[c](https://example.readthedocs.io/en/latest/api.html#bot.commands.Bot.event) [d](https://docs.python.org/3/library/re.html) ' +
      '[threading.local](https://docs.python.org/3/library/threading.html#thread-local-data)';
    expect(
      await about(text, 'zip', 'dict.get', 'bot.commands.Bot.event', 're', 'threading.local', 'enumerate'),
    ).toEqual([true, true, true, true, true, false]);
  });

  it('resolve in code', async () => {
    const library = await libraryOf(
      '> `zip`은 묶고, `asyncio.run`은 실행합니다. `open_it`도요.\n\n```python\nfrom tools.files import open_it\n```',
    );
    const known = library.declaredSymbols();
    expect(
      ['builtins.zip', 'asyncio.run', 'tools.files.open_it'].filter((name) => known.has(name)),
    ).toHaveLength(3);
  });

  it('say nothing in general errors that something raises', async () => {
    expect(await about('> 그러면 `ValueError`가 발생합니다.', 'ValueError')).toEqual([false]);
    expect(await about('> `ValueError`는 값이 틀렸다는 뜻입니다.', 'ValueError')).toEqual([true]);
  });
});

describe('ambiguous names', () => {
  it('mean the symbol that the entry declares', async () => {
    const text =
      'title: SQLModel과 SQLAlchemy\nsymbols: [sqlmodel.Session]\n---\n> Session은 요청마다 하나예요.';
    expect(await about(text, 'sqlmodel.Session', 'sqlalchemy.orm.Session')).toEqual([true, false]);
  });

  it('of two packages that an entry is about mean neither', async () => {
    const text = 'title: FastAPI와 Starlette\n---\n> `HTTPException`은 다릅니다.';
    expect(await about(text, 'fastapi.HTTPException', 'starlette.exceptions.HTTPException')).toEqual([
      false,
      false,
    ]);
  });

  it('do not mean a class where the framework has its name', async () => {
    expect(await about('> FastAPI는 빠릅니다. FastAPI를 쓰세요.', 'fastapi.FastAPI')).toEqual([false]);
    expect(await about('> `FastAPI`는 앱의 클래스입니다.', 'fastapi.FastAPI')).toEqual([true]);
  });
});

describe('the place to open', () => {
  it('is the post that says most, in each language', async () => {
    const source = memorySource({
      'a.md':
        '---\nid: a\ntitle: 세션?\nlanguage: ko\n---\n\n> 글쎄요.\n\n> scoped_session은 스레드마다 하나입니다.\n',
      'a.en.md':
        '---\nid: a\ntitle: Session?\nlanguage: en\n---\n\n> Well.\n\n> A `scoped_session` keeps one for each thread.\n',
    });
    const library = await openLibrary([source], { createIndex: createInvertedIndex });
    expect(library.strongEntriesForSymbol(SESSION)[0]?.targets).toEqual([
      { language: 'ko', post: 1, words: ['scoped_session'] },
      { language: 'en', post: 1, words: ['scoped_session'] },
    ]);
  });

  it('is the head where only the title or front matter has the symbol', async () => {
    const library = await libraryOf(`title: 질문\nlanguage: ko\nsymbols: [${SESSION}]\n---\n> 답`);
    expect(library.strongEntriesForSymbol(SESSION)[0]?.targets).toEqual([
      { language: 'ko', words: ['scoped_session'] },
    ]);
  });
});

describe('types, constants and names that are gone', () => {
  const send = 'starlette.types.Send';

  it('are not meant by their last name, whatever the entry is about', async () => {
    const text = 'title: How to Send with Starlette?\nsymbols: [starlette.routing.Route]\n---\n';
    expect(await about(`${text}> \`Send\` is what you call. Use \`Send\`.`, send)).toEqual([false]);
    expect(
      await about(
        '> SQLAlchemy: `relation`은 표 사이의 관계입니다. relation을 씁니다.',
        'sqlalchemy.orm.relation',
      ),
    ).toEqual([false]);
  });

  it('are meant where they are imported, declared or written out', async () => {
    const code = '> ```python\n> from starlette.types import Send\n> ```';
    expect(await about(`> Starlette의 \`Send\`는 응답을 보냅니다.\n>\n${code}`, send)).toEqual([true]);
    expect(await evidence(`title: 질문\nsymbols: [${send}]\n---\n답`, send)).toEqual(['declared']);
    expect(await about('> `starlette.types.Send`는 응답을 보냅니다.', send)).toEqual([true]);
    expect(
      await evidence(
        'title: Engine.execute가 왜 없나요?\nsymbols: [sqlalchemy.Engine]\n---\n2.0에서',
        'sqlalchemy.Engine.execute',
      ),
    ).toEqual(['title']);
  });

  it('are found where someone asks for them, with the last version that has them', async () => {
    const library = await libraryOf(`title: 질문\nsymbols: [${send}]\n---\n답`);
    expect(library.entriesForName('Send').map(({ entry }) => entry.id)).toEqual(['room/a']);
    const removed = (name: string) =>
      library.removedSymbols(name).map((info) => `${info.name} ${info.until?.version ?? ''}`);
    expect(removed('Engine.execute')).toEqual(['sqlalchemy.Engine.execute 1.4']);
    expect(removed('LegacyRow')).toEqual(['sqlalchemy.engine.LegacyRow 1.4']);
    expect(removed('Session.close_all')).toEqual(['sqlalchemy.orm.Session.close_all 2.0']);
    expect(removed('sqlalchemy.Select.c')).toEqual(['sqlalchemy.Select.c 2.0']);
    expect(removed('Session.execute')).toEqual([]);
    expect(removed('nothing_like_it')).toEqual([]);
  });
});

describe('Library.entriesForName', () => {
  it('finds a symbol by the end of its name, and names that no table has', async () => {
    const library = await libraryOf({
      a: `title: 질문\nsymbols: [${SESSION}.remove]\n---\n답`,
      b: '> 라우터는 `include_router()`로 연결합니다.',
    });
    const ids = (name: string) => library.entriesForName(name).map(({ entry }) => entry.id);
    expect(ids('scoped_session.remove')).toEqual(['room/a']);
    expect(ids('remove')).toEqual(['room/a']);
    expect(ids('include_router')).toEqual(['room/b']);
    expect(ids('nothing_like_it')).toEqual([]);
  });
});

describe('a long list of names', () => {
  // A pattern that can match a separator in two ways takes longer than any test may.
  it.each([' or ', ' / ', ' and ', ', ', '  ', '와 '])(
    'is read whatever separates the names: %j',
    async (separator) => {
      const names = Array.from({ length: 40 }, (_, at) => `\`c${String(at)}\``).join(separator);
      const text = `Any of ${names} works with \`scoped_session\` here.`;
      expect(await about(text, 'sqlalchemy.orm.sessionmaker')).toEqual([false]);
    },
  );
});
