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
  ])('%s + %s', (document, target, path) => {
    expect(resolvePath(document, target)).toBe(path);
  });

  it.each(['../x.png', 'in/../../x.png', '..%2fx.png', '..\\x.png', '#part', ''])(
    '%s leads nowhere',
    (target) => {
      expect(resolvePath('a.md', target)).toBeUndefined();
    },
  );
});
