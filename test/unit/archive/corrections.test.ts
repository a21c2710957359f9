import { describe, expect, it } from 'vitest';
import { readArchive } from '../../../src/core/archive/readArchive';
import {
  correctionAddress,
  correctionDetails,
  isCorrectionTemplate,
  type CorrectionLabels,
} from '../../../src/core/archive/corrections';
import { mailRecipients } from '../../../src/core/archive/mailAddress';
import type { Entry } from '../../../src/core/model';
import { memorySource } from '../memory';

const WORDS: CorrectionLabels = {
  title: 'Title',
  id: 'Id',
  source: 'Source',
  language: 'Language',
  status: 'Status',
  versions: 'Versions',
  date: 'Date',
  wrong: 'What is outdated or wrong',
  statusOf: (status) => `<${status}>`,
  versionsOf: (versions) => versions.map(({ package: name, version }) => `${name} ${version}`).join(', '),
};

/** With a title that no Markdown could write, too. */
async function entryWith(title: string, more = ''): Promise<Entry> {
  const head = `---\ntitle: T\n${more}---\n\n> A1. Text.\n`;
  const [entry] = (await readArchive(memorySource({ '방/a b.md': head }))).entries;
  if (entry === undefined) throw new Error('no entry');
  return { ...entry, title };
}

describe('the address for corrections', () => {
  it.each([
    'https://example.org',
    'https://example.org:8080/new?title={title}&body={body}',
    'http://example.org/{document}#L{line}',
    'mailto:editors@example.org',
    'mailto:editors@example.org?subject={title}&body={body}',
    'mailto:a@example.org,b@example.org?CC=c%40example.org',
    'mailto:?to=a@example.org&bcc=b@example.org',
  ])('may be %s', (template) => {
    expect(isCorrectionTemplate(template)).toBe(true);
  });

  it.each([
    'mailto:a@b.org,c@b.org?cc=d@b.org;e@b.org',
    'mailto:a@b.org?cc={title}@b.org',
    'mailto:a@b.org?%63c={id}',
    'mailto:a@b.org?attach=/etc/passwd',
    'mailto:a@b.org?subject=x&amp;bcc=c@b.org',
    'mailto:a@b.org?subject=x%0D%0ABcc:%20c@b.org',
    'mailto:a@b.org?in-reply-to=c@b.org',
    'mailto:a%zz@b.org',
    'mailto:',
    'mailto:%D0%B0dmin@b.org',
    `mailto:${'a'.repeat(130)}@b.org`,
    'javascript:alert(1)',
    'command:workbench.action.quit?{body}',
    'file:///etc/passwd',
    'vscode://x/{id}',
    ' https://example.org',
    'example.org/{title}',
    'https:///path',
    'https://{title}/',
    'https://{title}.example.org/',
    'https://example.org@evil.example/',
    'https://example.org\\@evil.example/',
    'https://example.org%2f.evil.example/',
    'https://example.org/?a={name}',
    'https://example.org/?a={title',
    'https://example.org/\n?x',
    'https://example.org/\u202egro.live',
    'mailto:{title}@example.org',
    'mailto:',
  ])('may not be %j', (template) => {
    expect(isCorrectionTemplate(template)).toBe(false);
  });

  it('is reported as a problem of archive.json, with the valid form', async () => {
    const read = (corrections: unknown) =>
      readArchive(memorySource({ 'archive.json': JSON.stringify({ corrections }), 'a.md': '# A?\n\n> x\n' }));
    const good = await read('mailto:e@example.org');
    expect([good.corrections, good.problems]).toEqual(['mailto:e@example.org', []]);
    for (const wrong of ['command:x', 7, '']) {
      const { corrections, problems } = await read(wrong);
      expect(corrections).toBeUndefined();
      expect(problems).toMatchObject([
        { kind: 'manifestValue', severity: 'error', args: ['corrections', { wanted: 'correctionAddress' }] },
      ]);
    }
  });
});

describe('correctionAddress', () => {
  const filled = async (template: string, title = 'T', body = 'B') => {
    const entry = await entryWith(title);
    return correctionAddress(template, entry, entry, body);
  };

  it('replaces all placeholders, percent-encoded', async () => {
    expect(
      await filled('https://example.org/{document}?l={line}&t={title}&t2={title}&i={id}&b={body}', '세션?'),
    ).toBe(
      'https://example.org/%EB%B0%A9/a%20b.md?l=1&t=%EC%84%B8%EC%85%98%3F&t2=%EC%84%B8%EC%85%98%3F' +
        '&i=room%2F%EB%B0%A9%2Fa%20b.md%23a%20b&b=B',
    );
  });

  it('adds nothing without a placeholder for the body', async () => {
    expect(await filled('https://example.org/new?t={title}')).toBe('https://example.org/new?t=T');
  });

  it.each([
    ['a & b # c % d + e = f'],
    ["'quoted' (and) *bold*!"],
    ['{body} {id} $& $1'],
    ['안녕 👋🏽'],
    ['שלום עולם'],
  ])('lets no title become part of the address: %s', async (title) => {
    const address = new URL((await filled('https://example.org/new?t={title}&b={body}', title)) ?? '');
    expect([...address.searchParams]).toEqual([
      ['t', title],
      ['b', 'B'],
    ]);
    expect(address.hash).toBe('');
  });

  it('writes a title on one line, without marks that change its direction', async () => {
    const address = await filled(
      'mailto:e@example.org?subject={title}',
      'a\r\nBcc: x@example.org\u202e b\u0000',
    );
    expect(address).toBe('mailto:e@example.org?subject=a%20Bcc%3A%20x%40example.org%20b');
  });

  it('replaces lone surrogates', async () => {
    expect(await filled('https://example.org/?b={body}', 'T', 'x\ud83d')).toBe(
      'https://example.org/?b=x%EF%BF%BD',
    );
  });

  it('uses CRLF in the body of a mail', async () => {
    expect(await filled('mailto:e@example.org?body={body}', 'T', 'a\nb')).toBe(
      'mailto:e@example.org?body=a%0D%0Ab',
    );
    expect(await filled('https://example.org/?b={body}', 'T', 'a\nb')).toBe('https://example.org/?b=a%0Ab');
  });

  it('shortens a long title and a long body to 6,000 characters in all', async () => {
    const address = await filled(
      'https://example.org/?t={title}&b={body}',
      '가'.repeat(1000),
      '나👋'.repeat(3000),
    );
    expect(address?.length).toBeLessThanOrEqual(6000);
    expect(address?.length).toBeGreaterThan(5900);
    const { searchParams } = new URL(address ?? '');
    expect(searchParams.get('t')).toBe(`${'가'.repeat(199)}…`);
    expect(searchParams.get('b')).toMatch(/^(나👋)+나?…$/u);
  });

  it('divides the length between two bodies', async () => {
    const address = await filled('https://example.org/?a={body}&b={body}', 'T', '가'.repeat(3000));
    expect(address?.length).toBeLessThanOrEqual(6000);
    const { searchParams } = new URL(address ?? '');
    expect(searchParams.get('a')).toBe(searchParams.get('b'));
  });

  it('is undefined where it is too long without a body, or the template is invalid', async () => {
    expect(await filled(`https://example.org/${'x'.repeat(6000)}`)).toBeUndefined();
    expect(await filled('command:x?{body}')).toBeUndefined();
  });
});

describe('correctionDetails', () => {
  it('identifies the entry, and ends with an empty part', async () => {
    const entry = await entryWith(
      '세션은\n언제?',
      'id: session\nlanguage: ko\nstatus: disputed\nversions: [sqlalchemy 1.4]\ndate: 2024-05\n',
    );
    expect(correctionDetails(entry, entry, WORDS)).toBe(
      [
        'Title: 세션은 언제?',
        'Id: room/session',
        'Source: 방/a b.md:1',
        'Language: ko',
        'Status: <disputed>',
        'Versions: sqlalchemy 1.4',
        'Date: 2024-05',
        '',
        'What is outdated or wrong:',
        '',
        '',
      ].join('\n'),
    );
  });

  it('omits unknown details, and shortens a long title', async () => {
    const entry = await entryWith('x'.repeat(1000), 'language: en\n');
    const [title, ...rest] = correctionDetails(entry, entry, WORDS).split('\n');
    expect(title).toBe(`Title: ${'x'.repeat(199)}…`);
    expect(rest.join('\n')).not.toMatch(/Versions|Date/);
  });
});

describe('the recipients of a mail', () => {
  it('are all of them, wherever the address has them', () => {
    const address = 'MAILTO:a@x.org,b%40x.org?Cc=c@x.org&b%63c=d@x.org;e@x.org&to=f@x.org&subject=a,b';
    expect(mailRecipients(address)).toEqual(['a@x.org', 'b@x.org', 'c@x.org', 'd@x.org', 'e@x.org', 'f@x.org']);
    expect(mailRecipients('https://example.org/?cc=a@x.org')).toEqual([]);
  });
});
