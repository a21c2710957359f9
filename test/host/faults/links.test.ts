import { expect } from 'chai';
import * as vscode from 'vscode';
import { registeredUriHandler } from '../hostApi';
import { eventually, extension } from '../workspace';
import { observe } from './outcome';

const HUGE = 'a'.repeat(1_000_000);

/** The parts of a link behind its scheme and authority. */
const LINKS: readonly Partial<Record<'path' | 'query' | 'fragment' | 'authority', string>>[] = [
  {},
  { path: '/' },
  { path: '/entry' },
  { path: '/entry', query: 'id' },
  { path: '/entry', query: 'id=' },
  { path: '/entry', query: 'id=&id=&id=' },
  { path: '/entry', query: '&&&&&' },
  { path: '/entry/', query: 'id=asgi-articles' },
  { path: '/Entry', query: 'id=asgi-articles' },
  { path: '/other', query: 'id=asgi-articles' },
  { path: '/entry/../../x', query: 'id=asgi-articles' },
  { path: '/entry', query: 'id=no-such-entry', authority: 'somebody.else' },
  { path: '/entry', query: 'id=no-such-entry', fragment: HUGE },
  { path: '/entry', query: 'id=%' },
  { path: '/entry', query: 'id=%00%ff%zz%E0%A4%A' },
  { path: '/entry', query: 'id=%2e%2e%2f%2e%2e%2fetc%2fpasswd' },
  { path: '/entry', query: 'id=../../../etc/passwd' },
  { path: '/entry', query: 'id=a\0b\u001b]0;x\u0007\u202ec' },
  { path: '/entry', query: `id=${HUGE}` },
  { path: '/entry', query: `id=${'&a'.repeat(300_000)}` },
  { path: '/entry', query: 'id='.repeat(300_000) },
  { path: `/${HUGE}`, query: 'id=asgi-articles' },
  { path: '/entry', query: 'id=[Click](command:workbench.action.quit)' },
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'].flatMap((name) => [
    { path: '/entry', query: `id=${name}` },
    { path: '/entry', query: `id=fastapi-user-group/${name}` },
    { path: '/entry', query: `id=${name}/asgi-articles` },
    { path: '/entry', query: `${name}=1&id=${name}` },
  ]),
];

describe('a link of any shape', () => {
  before(() => extension().activate());

  for (const parts of LINKS) {
    const name = JSON.stringify(parts);
    it(`opens nothing and says so: ${name.slice(0, 80)}`, async () => {
      const { outcome, stop } = observe();
      const uri = vscode.Uri.from({ scheme: vscode.env.uriScheme, authority: extension().id, ...parts });
      void registeredUriHandler().handleUri(uri);
      await eventually('a message', () => (outcome.messages.length > 0 ? true : undefined));
      const { failures, messages } = await stop();
      expect(failures).to.deep.equal([]);
      expect(messages).to.have.length(1);
      expect(messages[0]).to.match(
        /^(This link does not point to an entry\.|No open archive has the entry )/,
      );
      expect(messages[0]?.length).to.be.lessThan(400);
      expect(messages[0]).not.to.match(/[\p{Cc}\u202a-\u202e]|\]\(/u);
    });
  }
});
