/** Nouns that look like a form of a verb: 가지 of 가다, 세기 of 세다. */
const VERB_LOOKALIKES = wordSet(`
  가지 보고 세기 참고 신고 사고 재고 지지 이름 이를 이는 사면 지면 가면 서면 내면 대면 이면 파면 단지 필수 선거 편지 노래 기대
  잡지 차기 자기 크기 파일 한편 대기 주기 사기 오기 재기 내기 파기 일기 감기 줄기 물기 사자 타자 피자 이자 미니 머니 이래 바람
  나라 자라 달러 감지 산지 간지 판지 선지 진지 먼지 본지 번지 차지 사지 오지 파지 입지 대지 내지 배지 피지 인지 사도 매도 파도
  차도 사서 가야 가나 하나 가게 지게 내게 조인 그린 시드니 열거 물건 드림 저는 물은 물을 가요 사라 사료 이른바 지도 다도 데일
  배일 다시 바다 파이 메시지 알림 여기 거기 저기 우리 다리 머리 자리 소리 도로 사진 마무리 줄거리
`);

/** Common nouns that end like a particle and are the end of longer ones: 성능평가, 초기화면. */
const PARTICLE_LOOKALIKE =
  /(?:평가|국가|작가|추가|증가|참가|허가|결과|효과|성과|통과|초과|경과|화면|측면|경로|속도|온도|빈도|밀도|주의|바나나|코로나|카메라|오페라|드라마)$/u;

/** Whether a word is a noun that looks like a form of a verb. */
export function looksLikeVerb(noun: string): boolean {
  return VERB_LOOKALIKES.has(noun);
}

/** Whether what looks like a word's particle belongs to the noun. */
export function endsLikeParticle(word: string): boolean {
  return PARTICLE_LOOKALIKE.test(word);
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/u).filter(Boolean));
}
