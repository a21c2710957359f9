import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/core/text/analyser';
import { loadGlossary } from '../../../src/core/text/glossary';

/** The synonym sets in a text, as `term@position+length`. */
const synonymSets = (text: string): string[] =>
  analyse(text)
    .tokens.filter(({ kind }) => kind === 'sense')
    .map(({ term, position, length }) => `${term}@${String(position)}+${String(length)}`);
/** The synonym set of a whole text. */
const synonymSetOf = (text: string): string | undefined => {
  const { words, tokens } = analyse(text);
  return tokens.find(
    ({ kind, position, length }) => kind === 'sense' && position === 0 && length === words.length,
  )?.term;
};
const termsOf = (text: string, kind: string): string[] =>
  analyse(text)
    .tokens.filter((token) => token.kind === kind)
    .map(({ term }) => term);

describe('a synonym set', () => {
  it.each([
    ['세션', 'session'],
    ['트랜젝션', 'transaction'],
    ['쓰레드', 'thread'],
    ['의존성', 'dependency'],
    ['커넥션', '연결'],
    ['마이그레이션', 'migration'],
    ['미들웨어', 'middleware'],
  ])('contains %s and %s', (a, b) => {
    expect(synonymSetOf(a)).toMatch(/^=\d+$/);
    expect(synonymSetOf(a)).toBe(synonymSetOf(b));
  });

  it.each([
    ['세션에서는', '세션'],
    ['세션들이', '세션'],
    ['Sessions', 'session'],
    ['dependencies', '종속성'],
    ['migrations', '마이그레이션을'],
  ])('contains %s, whatever its ending, as it contains %s', (a, b) => {
    expect(synonymSetOf(a)).toMatch(/^=\d+$/);
    expect(synonymSetOf(a)).toBe(synonymSetOf(b));
  });

  it('is not found in words that the glossary does not have', () => {
    expect(synonymSets('얼룩말 zebra 나는')).toEqual([]);
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
    [['폴더 구조', '폴더구조', '디렉토리 구조', 'directory structure']],
  ])('is found with spaces, with hyphens and without: %j', (forms) => {
    const [first, ...others] = forms.map(synonymSetOf);
    expect(first).toMatch(/^=\d+$/);
    expect(others).toEqual(others.map(() => first));
  });

  it('covers its words, which keep their own synonym sets', () => {
    const pool = synonymSetOf('커넥션 풀');
    const connection = synonymSetOf('커넥션');
    expect(synonymSets('새 커넥션 풀을').slice(0, 2)).toEqual([
      `${String(pool)}@1+2`,
      `${String(connection)}@1+1`,
    ]);
    expect(synonymSets('의존 관계 주입')[0]).toBe(`${String(synonymSetOf('DI'))}@0+3`);
  });

  it('does not extend over punctuation or other words', () => {
    const pool = synonymSetOf('connection pool') ?? '';
    for (const text of ['connection. pool', 'connection, pool', 'connection   pool', 'connection a pool']) {
      expect(termsOf(text, 'sense')).not.toContain(pool);
    }
  });
});

describe('a term inside a word', () => {
  it('is a part of a Hangul compound', () => {
    expect(termsOf('세션관리', 'part')).toEqual(
      expect.arrayContaining(['세션', '관리', synonymSetOf('session')]),
    );
    expect(termsOf('테스트세션을', 'part')).toContain(synonymSetOf('session'));
    expect(termsOf('트랜잭션처리', 'part')).toContain(synonymSetOf('transaction'));
  });

  it('is a part of an identifier', () => {
    expect(termsOf('AsyncSession', 'part')).toContain(synonymSetOf('세션'));
    expect(termsOf('scoped_session', 'part')).toContain(synonymSetOf('세션'));
    expect(termsOf('session.commit', 'part')).toContain(synonymSetOf('세션'));
    expect(termsOf('AuditedSession', 'sense')).toEqual([]);
  });

  it.each(['lazy_loading', 'LazyLoading', 'connection_pool', 'dependency_injection', 'thread_safe'])(
    'is found in %s, whose words are stemmed one by one',
    (name) => {
      const prose = name.replace(/_|(?<=[a-z])(?=[A-Z])/g, ' ');
      expect(termsOf(name, 'sense')).toEqual(expect.arrayContaining(termsOf(prose, 'sense').slice(0, 1)));
      expect(termsOf(name, 'sense')).not.toEqual([]);
    },
  );

  it('is the longest one, and never the whole word', () => {
    const parts = (word: string): string[] =>
      loadGlossary()
        .compoundPartsOf(word)
        .map(({ text }) => text);
    expect(parts('커넥션풀설정')).toEqual(['커넥션풀', '설정']);
    expect(parts('세션')).toEqual([]);
    expect(parts('얼룩말')).toEqual([]);
    expect(parts('')).toEqual([]);
  });
});

describe('the glossary', () => {
  it('has the certain nouns of a synonym set, each as one word', () => {
    const words = loadGlossary().termsIn(synonymSetOf('connection pool') ?? '');
    expect(words).toEqual(expect.arrayContaining(['커넥션풀', '연결풀', 'connectpool']));
    expect(loadGlossary().termsIn('커넥션')).toEqual([]);
    expect(loadGlossary().termsIn(synonymSetOf('batch') ?? '')).not.toContain('배치');
    expect(
      loadGlossary()
        .termsIn(synonymSetOf('split') ?? '')
        .join(),
    ).not.toMatch(/-|쪼개다/);
  });
});
