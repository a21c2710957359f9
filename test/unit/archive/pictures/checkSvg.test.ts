import { describe, expect, it } from 'vitest';
import { checkSvg } from '../../../../src/core/archive/pictures/checkSvg';

const svg = (content: string, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${content}</svg>`;
const levels = (count: number, level: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => level(at)).join('');
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
/** The header of a PNG of 20,000 pixels square. */
const HUGE_PNG = Buffer.from('89504e470d0a1a0a0000000d4948445200004e2000004e200100000000', 'hex').toString('base64');

describe('an SVG image is shown', () => {
  it.each([
    ['of shapes and text', svg('<rect width="9" height="9"/><text>a &lt; b &amp; c</text>', 'viewBox="0 0 9 9"')],
    [
      'with the declarations that drawing programs write',
      `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<!-- Created with Inkscape -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">${svg('')}`,
    ],
    [
      'with gradients, markers, filters and clips',
      svg(
        '<defs><linearGradient id="g"><stop offset="0"/></linearGradient><marker id="m"><path d="M0 0L9 9"/></marker><filter id="f"><feGaussianBlur stdDeviation="2"/></filter><clipPath id="c"><rect/></clipPath></defs>' +
          '<path d="M0 0L9 9" marker-end="url(#m)" style="fill:url(#g)" filter="url(#f)" clip-path="url(\'#c\')"/>'.repeat(50),
      ),
    ],
    [
      'of two thousand points that are one glyph each',
      svg(
        '<defs><path id="p" d="M 0 3 C 0.8 3 1.6 2.7 2.1 2.1"/></defs>' +
          '<use xlink:href="#p" x="10" y="20" style="fill: #1f77b4; stroke: #1f77b4"/>'.repeat(2000),
      ),
    ],
    ['with links to the web', svg('<a href="https://example.org/"><text>more</text></a>')],
    ['with an embedded image and font', svg(`<style>@font-face{src:url(data:font/woff2;base64,d09G)}</style><image href="data:image/png;base64,${PNG}"/>`)],
    ['with CSS escapes in a font name', svg('<text style="font-family:\\5b8b\\4f53">a</text>')],
  ])('%s', (_, text) => {
    expect(checkSvg(text)).toBeUndefined();
  });
});

/** Each level draws the one below ten times. */
const nested = (draw: (below: string) => string): string =>
  svg(`<defs><g id="x0"><rect width="9" height="9"/></g>${levels(9, (at) => draw(`x${String(at)}`).replaceAll('ID', `x${String(at + 1)}`))}</defs><use href="#x9"/>`);

const TOO_MUCH: readonly (readonly [string, string])[] = [
  ['nested uses', nested((below) => `<g id="ID">${`<use href="#${below}"/>`.repeat(10)}</g>`)],
  ['nested uses with the older attribute', nested((below) => `<g id="ID">${`<use xlink:href="#${below}"/>`.repeat(10)}</g>`)],
  ['nested uses in entities', nested((below) => `<g id="ID">${`<use href="&#35;${below}"/>`.repeat(10)}</g>`)],
  ['nested uses, percent-encoded', nested((below) => `<g id="ID">${`<use href="#%78${below.slice(1)}"/>`.repeat(10)}</g>`)],
  ['nested patterns', nested((below) => `<pattern id="ID">${`<rect fill="url(#${below})"/>`.repeat(10)}</pattern>`)],
  ['nested patterns that children inherit', nested((below) => `<pattern id="ID"><g fill="url(#${below})">${'<rect/>'.repeat(10)}</g></pattern>`)],
  ['nested masks', nested((below) => `<mask id="ID">${`<rect mask="url('#${below}')"/>`.repeat(10)}</mask>`)],
  ['nested clips in styles', nested((below) => `<clipPath id="ID">${`<rect style='clip-path:url("#${below}")'/>`.repeat(10)}</clipPath>`)],
  ['nested clips in escaped styles', nested((below) => `<clipPath id="ID">${`<rect style="clip-path:u\\72 l(#${below})"/>`.repeat(10)}</clipPath>`)],
  ['nested markers', nested((below) => `<marker id="ID"><path marker-mid="url(#${below})" d="${'L0 0'.repeat(20)}"/></marker>`)],
  ['nested filter images', nested((below) => `<filter id="ID">${`<feImage href="#${below}"/>`.repeat(10)}</filter>`)],
  ['patterns by a style sheet', nested((below) => `<pattern id="ID">${'<rect/>'.repeat(10)}</pattern><style>rect{fill:url(#${below})}</style>`).replace('</defs>', `${'<rect/>'.repeat(2000)}</defs>`)],
  ['a use of itself', svg('<g id="a"><use href="#a"/></g>')],
  ['two patterns of each other', svg('<pattern id="a"><rect fill="url(#b)"/></pattern><pattern id="b"><rect fill="url(#a)"/></pattern>')],
  ['a chain of uses', svg(`<g id="x0"/>${levels(200, (at) => `<g id="x${String(at + 1)}"><use href="#x${String(at)}"/></g>`)}`)],
  ['a chain of twenty thousand', svg(levels(20_000, (at) => `<use id="x${String(at + 1)}" href="#x${String(at)}"/>`).split('><').toReversed().join('><'))],
  ['a long path repeated', svg(`<path id="p" d="${'L1 1'.repeat(100_000)}"/>${'<use href="#p"/>'.repeat(5000)}`)],
  ['deep nesting', svg(`${'<g>'.repeat(101)}${'</g>'.repeat(101)}`)],
  ['deep nesting without an end', `<svg>${'<g>'.repeat(1_000_000)}`],
  ['sixty thousand elements', svg('<g/>'.repeat(60_000))],
  ['a thousand filters', svg(`<filter id="f"><feTurbulence/></filter>${'<rect filter="url(#f)"/>'.repeat(1000)}`)],
  ['a filter on everything', svg(`<style>*{filter:blur(9px)}</style>${'<rect/>'.repeat(2000)}`)],
  ['a thousand animations', svg('<rect><animate attributeName="x" to="9" dur="1s" repeatCount="indefinite"/></rect>'.repeat(1000))],
];

describe('an SVG image is refused for what drawing it costs', () => {
  it.each(TOO_MUCH)('%s', (_, text) => {
    expect(checkSvg(text)).toEqual({ why: 'svgSize' });
  });
});

describe('an SVG image is refused for what it contains', () => {
  it.each([
    ['a script', svg('<script>fired()</script>'), '<script>'],
    ['a script with a prefix', svg('<s:SCRIPT xmlns:s="http://www.w3.org/2000/svg"/>'), '<script>'],
    ['a document', svg('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">a</p></foreignObject>'), '<foreignobject>'],
    ['an entity', `<!DOCTYPE svg [<!ENTITY a "aaaa">]>${svg('&a;')}`, '<!ENTITY>'],
    ['an external subset of entities', `<!DOCTYPE svg [ <!ELEMENT a ANY> ]>${svg('')}`, '<!DOCTYPE … [ ]>'],
    ['a style sheet of another file', `<?xml-stylesheet href="a.css"?>${svg('')}`, '<?xml-stylesheet …?>'],
    ['an instruction that hides elements', `<?xml version="1.0" > <g a="?>${svg('')}`, '<?xml …?>'],
    ['a use of another file', svg('<use href="other.svg#a"/>'), '“other.svg#a”'],
    ['an image of the web', svg('<image href="https://example.org/a.png"/>'), '“https://example.org/a.png”'],
    ['an image in a style', svg('<g style="fill:url(https://example.org/a)"/>'), '“https://example.org/a”'],
    ['an import', svg('<style>@import "a.css"</style>'), '@import'],
    ['an escaped import', svg('<style>@\\69mport "a.css"</style>'), '@import'],
    ['an image within an image', svg(`<image href="data:image/svg+xml;base64,PHN2Zy8+"/>`), '“data:image/svg+xml;base64,PHN2Zy8+”'],
    ['a script as a target', svg('<use href="javascript:fired()"/>'), '“javascript:fired()”'],
    ['a script that an animation sets', svg('<set attributeName="href" to="javascript:fired()"/>'), '“javascript:fired()”'],
    ['a custom property with a reference', svg('<g style="--a:url(#b)"/>'), '--…: url()'],
  ])('%s', (_, text, what) => {
    expect(checkSvg(text)).toEqual({ why: 'svgContent', args: [what] });
  });

  it.each([
    ['text', 'just text'],
    ['another document', '<html><svg/></html>'],
    ['a packed one', '\u001f\u008b\b\0\0'],
    ['another encoding', `<?xml version="1.0" encoding="ISO-2022-JP"?>${svg('')}`],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(checkSvg(text)).toEqual({ why: 'svgSyntax' });
  });

  it('more pixels than are drawn, in an image that it embeds too', () => {
    expect(checkSvg(svg('', 'width="20000" height="10"'))).toMatchObject({ why: 'svgSides' });
    expect(checkSvg(svg('', 'width="10" height="999cm"'))).toMatchObject({ why: 'svgSides' });
    expect(checkSvg(svg(`<image href="data:image/png;base64,${HUGE_PNG}"/>`))).toMatchObject({ why: 'imagePixels' });
  });
});
