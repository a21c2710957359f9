import { describe, expect, it } from 'vitest';
import { formsOfIdentifier } from '../../../src/core/text/identifiers';

describe('formsOfIdentifier', () => {
  it.each([
    ['AsyncHTTPClient', ['async', 'http', 'client']],
    ['getUserByID', ['get', 'user', 'by', 'id']],
    ['AsyncHTTPClient2', ['async', 'http', 'client2']],
    ['HTTP2Server', ['http2', 'server']],
    ['sessionmaker', []],
    ['utf8', []],
    ['HTTPX', []],
  ])('takes %s apart where its capitals say so', (identifier, parts) => {
    expect(formsOfIdentifier(identifier)).toEqual({ names: [], parts });
  });

  it.each([
    ['scoped_session', ['scopedsession'], ['scoped', 'session']],
    ['MAX_POOL_SIZE', ['maxpoolsize'], ['max', 'pool', 'size']],
    ['_private_name', ['privatename'], ['private', 'name']],
    ['oauth2_scheme', ['oauth2scheme'], ['oauth2', 'scheme']],
    ['__init__', [], []],
  ])('%s is also named without underscores', (identifier, names, parts) => {
    expect(formsOfIdentifier(identifier)).toEqual({ names, parts });
  });

  it.each([
    ['Session.commit', ['commit'], ['session']],
    [
      'sqlalchemy.orm.scoped_session',
      ['scoped_session', 'scopedsession'],
      ['sqlalchemy', 'orm', 'scoped', 'session'],
    ],
    ['app.db.getSession', ['getsession'], ['app', 'db', 'get', 'session']],
    ['aio_pika.connect', ['connect'], ['aio_pika', 'aio', 'pika', 'aiopika']],
    ['session.session', ['session'], []],
  ])('a path %s is named by its last member', (identifier, names, parts) => {
    expect(formsOfIdentifier(identifier)).toEqual({ names, parts });
  });
});
