import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/sources/decodeText';

const bytesOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));

describe('decodeText', () => {
  it.each([
    [
      'CP949',
      '# 세션 질문\n\n## 세션을 언제 닫나요?\n\n요청이 끝나면 닫습니다. `session.close()`\n',
      '2320bcbcbcc720c1fab9ae0a0a232320bcbcbcc7c0bb20bef0c1a620b4ddb3aabfe43f0a0abfe4c3bbc0cc20b3a1b3aab8e920b4ddbdc0b4cfb4d92e206073657373696f6e2e636c6f73652829600a',
    ],
    [
      'CP949',
      '똠방각하가 펲시콜라를 먹고 쒯이라 했다. 뷁 걋 읭\n',
      '8c63b9e6b0a2c7cfb0a120bc84bdc3c4ddb6f3b8a620b8d4b0ed209d46c0ccb6f320c7dfb4d92e2094ee20b0c0209fd30a',
    ],
    [
      'Shift_JIS',
      '# よくある質問\n\nサーバーの費用に使われます。毎月報告します。\n',
      '232082e682ad82a082e98ebf96e20a0a8354815b836f815b82cc94ef977082c98e6782ed82ea82dc82b7814296888c8e95f18d9082b582dc82b781420a',
    ],
    [
      'EUC-JP',
      '# よくある質問\n\nサーバーの費用に使われます。毎月報告します。\n',
      '2320a4e8a4afa4a2a4ebbcc1cce40a0aa5b5a1bca5d0a1bca4cec8f1cdd1a4cbbbc8a4efa4eca4dea4b9a1a3cbe8b7eecaf3b9f0a4b7a4dea4b9a1a30a',
    ],
    [
      'GB18030',
      '# 常见问题\n\n如何修改 Example 的默认主题？在设置里选择颜色。然后重新启动就可以了。\n',
      '2320b3a3bcfbcecacce20a0ac8e7baced0deb8c4204578616d706c6520b5c4c4acc8cfd6f7cce2a3bfd4dac9e8d6c3c0efd1a1d4f1d1d5c9aba1a3c8bbbaf3d6d8d0c2c6f4b6afbecdbfc9d2d4c1cba1a30a',
    ],
    [
      'Big5',
      '# 常見問題\n\n如何修改 Example 的預設主題？在設定裡選擇顏色，然後重新啟動就可以了。\n',
      '2320b160a8a3b0ddc3440a0aa670a6f3add7a7ef204578616d706c6520aabab977b35da544c344a148a662b35da977b8ccbfefbedcc343a6e2a141b54dabe1adabb773b1d2b0cab44ea569a548a446a1430a',
    ],
    [
      'Windows-1251',
      '# Вопросы\n\nПочему сервер не запускается после обновления? Проверьте порт.\n',
      '2320c2eeeff0eef1fb0a0acfeef7e5ecf320f1e5f0e2e5f020ede520e7e0eff3f1eae0e5f2f1ff20efeef1ebe520eee1edeee2ebe5ede8ff3f20cff0eee2e5f0fcf2e520efeef0f22e0a',
    ],
    [
      'Windows-1252',
      '# Häufige Fragen\n\nWarum geht das nicht? Größe prüfen – dann “neu” starten.\n',
      '232048e475666967652046726167656e0a0a576172756d206765687420646173206e696368743f204772f6df65207072fc66656e20962064616e6e20936e657594207374617274656e2e0a',
    ],
    ['Windows-1252', 'Use the café mode.\n', '5573652074686520636166e9206d6f64652e0a'],
    ['UTF-16 LE without a mark', '# 질문\n\n닫습니다.\n', '23002000c8c938bb0a000a00ebb2b5c2c8b2e4b22e000a00'],
    ['UTF-16 LE without a mark', '# Title\n', '230020005400690074006c0065000a00'],
    ['UTF-16 BE without a mark', '# 질문\n\n닫습니다.\n', '00230020c9c8bb38000a000ab2ebc2b5b2c8b2e4002e000a'],
    ['UTF-16 BE without a mark', '# Title\n', '00230020005400690074006c0065000a'],
    ['UTF-16 with a mark', '# 질문\n\n닫습니다.\n', 'fffe23002000c8c938bb0a000a00ebb2b5c2c8b2e4b22e000a00'],
  ])('reads %s', (_encoding, text, hex) => {
    expect(decodeText(bytesOf(hex))).toBe(text);
  });

  it('reads UTF-8, and keeps its byte order mark', () => {
    expect(decodeText(new TextEncoder().encode('\u{feff}# 질문 é'))).toBe('\u{feff}# 질문 é');
    expect(decodeText(new Uint8Array())).toBe('');
  });

  it.each([
    ['an image', '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489'],
    ['random bytes', 'f3a91c07e2b4d0ff918273fe0102a0c4'],
    ['UTF-8 that is broken off in Korean', 'eca784ec8b9cea'],
  ])('refuses %s', (_name, hex) => {
    expect(() => decodeText(bytesOf(hex))).toThrow('UTF-8');
  });
});
