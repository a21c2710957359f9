import { describe, expect, it } from 'vitest';
import { linkTargetKind } from '../../../src/core/markdown/allowedLinks';

describe('linkTargetKind', () => {
  it.each([
    ['https://example.org/a', 'web'],
    ['http://example.org', 'web'],
    ['HTTPS://EXAMPLE.ORG', 'web'],
    ['mailto:a@example.org', 'mail'],
    ['other.md', 'archive'],
    ['../images/a%20b.png', 'archive'],
    ['/images/a.png', 'archive'],
    ['other.md#a:b', 'archive'],
    ['#heading', 'archive'],
    ['1:2', 'archive'],
    ['', 'archive'],
    ['https:example.org', 'blocked'],
    [' https://example.org', 'blocked'],
    ['javascript:alert(1)', 'blocked'],
    [' JavaScript:alert(1)', 'blocked'],
    ['command:workbench.action.quit', 'blocked'],
    ['vscode://file/etc/passwd', 'blocked'],
    ['vscode-insiders:x', 'blocked'],
    ['file:///etc/passwd', 'blocked'],
    ['data:text/html,x', 'blocked'],
    ['c:\\a', 'blocked'],
    ['//example.org', 'blocked'],
    [' //example.org', 'blocked'],
  ])('%j is %s', (target, kind) => {
    expect(linkTargetKind(target)).toBe(kind);
  });
});
