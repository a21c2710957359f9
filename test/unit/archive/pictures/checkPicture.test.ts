import { describe, expect, it } from 'vitest';
import { checkPicture } from '../../../../src/core/archive/pictures/checkPicture';
import { readArchive } from '../../../../src/core/archive/readArchive';
import { memorySource } from '../../memory';

const hex = (...parts: readonly string[]): Uint8Array => Buffer.from(parts.join('').replaceAll(' ', ''), 'hex');
const be16 = (number: number): string => number.toString(16).padStart(4, '0');
const be32 = (number: number): string => number.toString(16).padStart(8, '0');
const reversed = (digits: string): string => Buffer.from(digits, 'hex').reverse().toString('hex');

/** The beginnings of images of that size. */
const HEADERS: Readonly<Record<string, (width: number, height: number) => Uint8Array>> = {
  png: (width, height) => hex('89504e470d0a1a0a 0000000d 49484452', be32(width), be32(height), '0806000000'),
  gif: (width, height) => hex('474946383961', reversed(be16(width)), reversed(be16(height)), '000000'),
  'a frame of gif': (width, height) =>
    hex('474946383961 0100 0100 80 00 00 000000 ffffff 21f904 00000000 00 2c 0000 0000', reversed(be16(width)), reversed(be16(height)), '00'),
  jpeg: (width, height) => hex('ffd8 ffe00004 0000 ffff fe0003 00 ffc20011 08', be16(height), be16(width), '03'),
  'webp, extended': (width, height) =>
    hex('52494646 00000000 57454250 56503858 0a000000 00000000', reversed(be32(width - 1)).slice(0, 6), reversed(be32(height - 1)).slice(0, 6)),
  bmp: (width, height) => hex('424d', '00'.repeat(16), reversed(be32(width)), reversed(be32(height))),
  avif: (width, height) => hex('0000001c 66747970 61766966', '00'.repeat(40), '00000014 69737065 00000000', be32(width), be32(height), '00'),
};

const check = (name: string, body: string | Uint8Array, bytes = body.length) => {
  const source = memorySource({}, { images: [name], bodies: { [name]: body } });
  return checkPicture(source, name, bytes);
};

describe('a raster image', () => {
  const sizes = { gif: [50_000, 10], jpeg: [65_000, 10], 'a frame of gif': [10, 50_000], avif: [100_000, 10] } as const;
  it.each(Object.keys(HEADERS))('is shown or refused by the size in its header: %s', async (format) => {
    const header = HEADERS[format]!;
    expect(await check('a.png', header(640, 480))).toBeUndefined();
    const [width, height] = (sizes as Readonly<Record<string, readonly [number, number]>>)[format] ?? [20_000, 10];
    expect(await check('a.png', header(width, height))).toMatchObject({
      why: 'imagePixels',
      args: [String(width), String(height), '16384', '100'],
    });
    expect(await check('a.png', header(16_000, 16_000))).toMatchObject({ why: 'imagePixels' });
  });

  it('is refused where its header is damaged, or beyond what is read', async () => {
    expect(await check('a.jpg', hex('ffd8ff e00004 0000'))).toEqual({ why: 'imageDamaged' });
    const metadata = hex('ffd8', 'ffe1ffff'.padEnd(0x1_0001 * 2, '0').repeat(20));
    expect(await check('a.jpg', metadata)).toEqual({ why: 'imageDamaged' });
  });

  it('is found behind a page of metadata', async () => {
    const metadata = Buffer.concat([hex('ffd8', 'ffe1ffff'.padEnd(0x1_0001 * 2, '0')), hex('ffc00011 08 9000 0010 03')]);
    expect(await check('a.jpg', metadata)).toMatchObject({ why: 'imagePixels', args: ['16', '36864', '16384', '100'] });
  });

  it('is refused by its bytes before it is read', async () => {
    expect(await check('a.png', HEADERS['png']!(1, 1), 65 * 1024 ** 2)).toEqual({ why: 'imageBytes', args: ['64'] });
    expect(await check('a.svg', '<svg/>', 3 * 1024 ** 2)).toEqual({ why: 'imageBytes', args: ['2'] });
  });
});

describe('an archive with images that must not be shown', () => {
  it('reports each, and has it as missing', async () => {
    const files = { 'a.md': '# Why?\n\n> ![a](a.svg) ![b](b.png) ![c](c.svg) ![d](d.svgz)\n' };
    const bodies = {
      'a.svg': '<svg><script/></svg>',
      'b.png': HEADERS['png']!(20_000, 20_000),
      'c.svg': '<svg/>',
      'd.svgz': hex('1f8b0800'),
    };
    const archive = await readArchive(memorySource(files, { images: Object.keys(bodies), bodies }));
    expect(archive.entries[0]?.images.map(({ state }) => state)).toEqual([
      'missing',
      'missing',
      'present',
      'missing',
    ]);
    expect(archive.problems.map(({ kind, line, args }) => [kind, line, ...args])).toEqual([
      ['imageRefused', 3, 'a.svg', { why: 'svgContent', args: ['<script>'] }],
      ['imageRefused', 3, 'b.png', { why: 'imagePixels', args: ['20000', '20000', '16384', '100'] }],
      ['imageRefused', 3, 'd.svgz', { why: 'svgSyntax' }],
    ]);
  });
});
