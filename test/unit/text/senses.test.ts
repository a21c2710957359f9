import { describe, expect, it } from 'vitest';
import { analyse, type TokenKind } from '../../../src/core/text/analyser';

/** The synonym set that a word of one meaning belongs to. */
const setOf = (word: string): string =>
  analyse(word).tokens.find(({ kind }) => kind === 'sense')?.term ?? `no set for ${word}`;

/** The kinds by which a text has the synonym set of a word of one meaning. */
const kindsOf = (meaning: string, text: string): readonly TokenKind[] =>
  analyse(text)
    .tokens.filter(({ term }) => term === setOf(meaning))
    .map(({ kind }) => kind);

const filler = (words: number): string => Array.from({ length: words }, () => '얼룩말').join(' ');

describe('an ambiguous word', () => {
  it.each([
    ['batch', '배치 스케줄러'],
    ['layout', '버튼 배치'],
    ['layout', '화면에서의 배치를'],
    ['repo', '저장소 브랜치'],
    ['summary', '블로그 정리'],
    ['cleanup', '커넥션 정리'],
    ['주문', 'order 결제'],
  ])('means %s in "%s"', (meaning, text) => {
    expect(kindsOf(meaning, text)).toEqual(['sense']);
  });

  it.each([
    ['batch', '버튼 배치'],
    ['layout', '배치 스케줄러'],
    ['batch', '배치'],
    ['layout', '배치'],
    ['summary', '커넥션 정리'],
    ['주문', 'order by column'],
  ])('hardly means %s in "%s"', (meaning, text) => {
    expect(kindsOf(meaning, text)).toEqual(['ambiguous']);
  });

  it('means what the nearest word of any of its fields tells', () => {
    const text = '깃허브 저장소에서 서비스 계층을 봅니다';
    expect(kindsOf('레포', text)).toEqual(['sense']);
    expect(kindsOf('repository class', text)).toEqual([]);
    expect(kindsOf('레포', '깃허브에서 봅니다 저장소 계층을')).toEqual(['ambiguous']);
  });

  it('is told by words of about two sentences, on either side', () => {
    expect(kindsOf('batch', `배치 ${filler(15)} 스케줄러`)).toEqual(['sense']);
    expect(kindsOf('batch', `스케줄러 ${filler(15)} 배치`)).toEqual(['sense']);
    expect(kindsOf('batch', `배치 ${filler(16)} 스케줄러`)).toEqual(['ambiguous']);
  });

  it('is told by the words of an identifier or a compound, but not by a part of another term', () => {
    expect(kindsOf('cleanup', 'scoped_session 정리')).toEqual(['sense']);
    expect(kindsOf('summary', '새블로그 정리')).toEqual(['sense']);
    // 레포 is a word for the remote kind only; 레포지토리 is one for the class as well.
    expect(kindsOf('레포', '레포지토리')).toContain('ambiguous');
  });

  it('is not told by another ambiguous word', () => {
    expect(kindsOf('batch', '배치 잡')).toEqual(kindsOf('batch', '배치 얼룩말'));
  });

  it('is a part of a compound as far as the text tells', () => {
    expect(kindsOf('batch', '스케줄러 배치담당')).toEqual(['part']);
    expect(kindsOf('batch', '얼룩말 배치담당')).toEqual(['ambiguous']);
  });
});

describe('a word of one meaning', () => {
  it.each(['batch', 'layout', 'traffic', '트래픽', '만료'])('means it anywhere: %s', (word) => {
    expect(kindsOf(word, `얼룩말 ${word} 얼룩말`)).toEqual(['sense']);
  });

  it.each([
    ['split', '쪼개는'],
    ['split', '나눠서'],
    ['choose', '고르면'],
    ['expire', '만료된'],
    ['delete', '지웁니다'],
  ])('may be a verb: %s, %s', (meaning, verb) => {
    expect(kindsOf(meaning, verb)).toEqual(['sense']);
  });
});

/** The synonym sets of a whole text, as those that it certainly means, or with those that it may mean. */
const wholeSetsOf = (text: string, ...kinds: readonly TokenKind[]): readonly string[] => {
  const { words, tokens } = analyse(text);
  return tokens
    .filter(({ kind, position, length }) => kinds.includes(kind) && position === 0 && length === words.length)
    .map(({ term }) => term);
};

describe('words of one meaning', () => {
  it.each([
    ['조회', 'fetch', 'retrieve'],
    ['만료', 'expire', 'expiration'],
    ['분리', '쪼개기', 'split'],
    ['락', '잠금', 'lock'],
    ['구성', 'structure'],
    ['구성', 'configuration'],
    ['레포', 'repo', '원격 저장소'],
    ['동시 접근', 'concurrent access'],
    ['경합', 'race'],
    ['부팅', '앱 시작', 'startup'],
    ['디프리케이트', 'deprecated'],
    ['벌크', '일괄', 'bulk'],
    ['인서트', 'insert'],
    ['서브 디펜던시', '하위 의존성', 'sub-dependency'],
    ['경로 처리', '경로 작동', 'path operation'],
    ['컨텍스트 변수', 'contextvar'],
    ['에이싱크', '어싱크', 'async'],
    ['이벤트 루프 블로킹', 'block the event loop'],
    ['커넥션 고갈', 'pool exhaustion'],
    ['재연결', 'reconnect'],
    ['셀렉트인로드', 'selectinload'],
    ['이거 로딩', 'eager loading'],
    ['중첩 트랜잭션', 'nested transaction'],
    ['예외 핸들러', 'exception handler'],
    ['디렉토리 구조', '프로젝트 구조', 'project layout'],
    ['서비스 레이어', '서비스 계층', 'service layer'],
    ['처리 흐름', 'request flow'],
    ['입출력', 'I/O'],
    ['순환 임포트', 'circular import'],
    ['성능 저하', '느림', 'slow'],
  ])('meet, though some have others as well: %s, %s', (first, ...others) => {
    for (const other of others) {
      const sets = wholeSetsOf(other, 'sense', 'ambiguous');
      const common = wholeSetsOf(first, 'sense', 'ambiguous').filter((set) => sets.includes(set));
      expect(common, other).not.toEqual([]);
    }
  });

  it.each([
    ['트래픽', 'Traefik'],
    ['형식', 'type'],
    ['출입구', 'entry point'],
    ['사용자 함수', 'helper'],
    ['동시 쓰기', 'write-through'],
    ['작성', '기록'],
    ['확인', 'verify'],
    ['자료', 'data'],
    ['자료', 'resource'],
    ['선택', 'select'],
    ['순서', 'order'],
    ['속성', 'property'],
    ['발생', 'raise'],
    ['가져오기', 'import'],
    ['저장소', 'repository'],
    ['라인', 'LINE bot'],
  ])('do not meet without a context: %s, %s', (one, other) => {
    const sets = wholeSetsOf(other, 'sense');
    expect(wholeSetsOf(one, 'sense').filter((set) => sets.includes(set))).toEqual([]);
  });
});
