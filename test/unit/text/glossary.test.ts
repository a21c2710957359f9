import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/core/text/analyser';
import { theGlossary } from '../../../src/core/text/glossary';

/** What a text means, each sense as `term@word+length`. */
const senses = (text: string): string[] =>
  analyse(text)
    .tokens.filter(({ kind }) => kind === 'sense')
    .map(({ term, word, length }) => `${term}@${String(word)}+${String(length)}`);
/** The one sense of a whole text. */
const senseOf = (text: string): string | undefined => {
  const { words, tokens } = analyse(text);
  return tokens.find(({ kind, word, length }) => kind === 'sense' && word === 0 && length === words.length)
    ?.term;
};
const termsOf = (text: string, kind: string): string[] =>
  analyse(text)
    .tokens.filter((token) => token.kind === kind)
    .map(({ term }) => term);

describe('a sense', () => {
  it.each([
    ['세션', 'session'],
    ['트랜젝션', 'transaction'],
    ['쓰레드', 'thread'],
    ['의존성', 'dependency'],
    ['커넥션', '연결'],
    ['마이그레이션', 'migration'],
    ['미들웨어', 'middleware'],
  ])('%s and %s are one', (a, b) => {
    expect(senseOf(a)).toMatch(/^=\d+$/);
    expect(senseOf(a)).toBe(senseOf(b));
  });

  it.each([
    ['세션에서는', '세션'],
    ['세션들이', '세션'],
    ['Sessions', 'session'],
    ['dependencies', '종속성'],
    ['migrations', '마이그레이션을'],
  ])('%s keeps it whatever its ending, as %s', (a, b) => {
    expect(senseOf(a)).toMatch(/^=\d+$/);
    expect(senseOf(a)).toBe(senseOf(b));
  });

  it('is none where the glossary has nothing', () => {
    expect(senses('얼룩말 zebra 나는')).toEqual([]);
  });
});

describe('a term of several words', () => {
  it.each([
    [
      [
        '커넥션 풀',
        '커넥션풀',
        '커넥션-풀',
        '연결 풀을',
        '커넥션 풀에서',
        'connection pool',
        'connection-pools',
      ],
    ],
    [['지연 로딩', '지연로딩', '레이지 로딩', 'lazy loading', 'lazy-loading', 'Lazy Loading']],
    [['thread-safe', 'thread safe', '스레드 세이프', '쓰레드세이프']],
    [['의존성 주입', '의존성주입', '의존 관계 주입', '의존관계주입을', 'DI', 'dependency injection']],
    [['세션 만료', '세션만료', 'session timeout', 'session_timeout', 'sessiontimeout']],
    [['환경 변수', '환경변수', 'environment variable', 'environment variables']],
  ])('is the same with spaces, hyphens and without: %j', (forms) => {
    const [first, ...others] = forms.map(senseOf);
    expect(first).toMatch(/^=\d+$/);
    expect(others).toEqual(others.map(() => first));
  });

  it('covers its words, and each keeps its own sense', () => {
    const pool = senseOf('커넥션 풀');
    const connection = senseOf('커넥션');
    expect(senses('새 커넥션 풀을')).toEqual([`${String(pool)}@1+2`, `${String(connection)}@1+1`]);
    expect(senses('의존 관계 주입')[0]).toBe(`${String(senseOf('DI'))}@0+3`);
  });

  it('does not reach over punctuation or a gap', () => {
    const pool = senseOf('connection pool') ?? '';
    for (const text of ['connection. pool', 'connection, pool', 'connection   pool', 'connection a pool']) {
      expect(termsOf(text, 'sense')).not.toContain(pool);
    }
  });
});

describe('a term inside a word', () => {
  it('is a piece of a Hangul compound', () => {
    expect(termsOf('세션관리', 'part')).toEqual(expect.arrayContaining(['세션', '관리', senseOf('session')]));
    expect(termsOf('테스트세션을', 'part')).toContain(senseOf('session'));
    expect(termsOf('트랜잭션처리', 'part')).toContain(senseOf('transaction'));
  });

  it('is a part of an identifier', () => {
    expect(termsOf('AsyncSession', 'part')).toContain(senseOf('세션'));
    expect(termsOf('scoped_session', 'part')).toContain(senseOf('세션'));
    expect(termsOf('session.commit', 'part')).toContain(senseOf('세션'));
    expect(termsOf('AsyncSession', 'sense')).toEqual([]);
  });

  it.each(['lazy_loading', 'LazyLoading', 'connection_pool', 'dependency_injection', 'thread_safe'])(
    'is %s, whose words are inflected one by one',
    (name) => {
      const prose = name.replace(/_|(?<=[a-z])(?=[A-Z])/g, ' ');
      expect(termsOf(name, 'sense')).toEqual(expect.arrayContaining(termsOf(prose, 'sense').slice(0, 1)));
      expect(termsOf(name, 'sense')).not.toEqual([]);
    },
  );

  it('is the longest that fits, and never the whole word', () => {
    const pieces = (word: string): string[] =>
      theGlossary()
        .piecesOf(word)
        .map(({ text }) => text);
    expect(pieces('커넥션풀설정')).toEqual(['커넥션풀', '설정']);
    expect(pieces('세션')).toEqual([]);
    expect(pieces('얼룩말')).toEqual([]);
    expect(pieces('')).toEqual([]);
  });
});

describe('the glossary', () => {
  it('lists the words of a sense, each term as one', () => {
    const words = theGlossary().wordsFor(senseOf('connection pool') ?? '');
    expect(words).toEqual(expect.arrayContaining(['커넥션풀', '연결풀', 'connectpool']));
    expect(theGlossary().wordsFor('커넥션')).toEqual([]);
  });
});
