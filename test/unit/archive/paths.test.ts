import { describe, expect, it } from 'vitest';
import { resolvePath } from '../../../src/core/archive/paths';

describe('resolvePath', () => {
  it.each([
    ['a.md', './images/1.png', 'images/1.png'],
    ['in/a.md', '../x.png', 'x.png'],
    ['in/a.md', '/x.png', 'x.png'],
    ['in/a.md', 'b.md#part', 'in/b.md'],
    ['a.md', 'a%20b.png', 'a b.png'],
    ['a.md', 'bad%zz.png', 'bad%zz.png'],
    ['a.md', '%252e%252e/x.png', '%2e%2e/x.png'],
    ['a.md', '10:30.png', '10:30.png'],
    ['a.md', String.raw`\\\\host\share\x.png`, 'host/share/x.png'],
  ])('%s + %s', (document, target, path) => {
    expect(resolvePath(document, target)).toBe(path);
  });

  it.each([
    ...['../x.png', 'in/../../x.png', '..%2fx.png', '%2e%2e/x.png', '..\\x.png', '%2E%2E%5Cx.png', '#part', ''],
    ...['C:/x.png', 'c:\\x.png', 'C:', 'file:///x.png', 'file:/x.png', 'a%00.png', 'a\u0001.png', 'in/a%0a.png'],
  ])('%j leads nowhere', (target) => {
    expect(resolvePath('a.md', target)).toBeUndefined();
  });
});
