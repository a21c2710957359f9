import { describe, expect, it } from 'vitest';
import { answering } from './rendering';

const MB = 1024 * 1024;

describe('an image', () => {
  it('of the archive is a button that enlarges it', async () => {
    expect(await answering('![A *b*](x.png)', { images: ['x.png'] })).toContain(
      '<button type="button" class="image" lang="en" data-image aria-label="large A b" title="large A b"><img src="res:/x.png" alt="A b" lang="en" loading="lazy"></button>',
    );
  });

  it.each(['![](images/the%20lock.png)', '<img src="images/the lock.png" alt=" ">'])(
    'without a name has its file name: %s',
    async (markdown) => {
      const html = await answering(markdown, { images: ['images/the lock.png'] });
      expect(html).toContain('aria-label="large the lock.png"');
      expect(html).toContain('alt="the lock.png"');
    },
  );

  it('has another URL once its file has changed', async () => {
    const page = (modified: number) =>
      answering('![A](x.png) ![B](y.png)', { images: ['x.png', 'y.png'], changes: { 'x.png': modified } });
    expect(await page(1)).toContain('<img src="res:/x.png?v=1"');
    expect(await page(2)).toContain('<img src="res:/x.png?v=2"');
    expect(await page(2)).toContain('<img src="res:/y.png"');
  });

  it('inside a link is not a button', async () => {
    const html = await answering('[![A](x.png)](https://example.org)', { images: ['x.png'] });
    expect(html).toContain(
      'title="https://example.org"><img src="res:/x.png" alt="A" lang="en" loading="lazy"></a>',
    );
    expect(html).not.toContain('data-image');
  });

  it('inside a dead link is a button', async () => {
    const html = await answering('[![A](x.png)](nowhere.md)', { images: ['x.png'] });
    expect(html).toContain('<span class="dead-link" title="nowhere.md"><button type="button" class="image"');
  });

  it('inside a summary is not a button', async () => {
    const html = await answering('<details><summary>![A](x.png)</summary>\n\n![B](x.png)\n\n</details>', {
      images: ['x.png'],
    });
    expect(html).toContain('<summary><img src="res:/x.png" alt="A" lang="en" loading="lazy"></summary>');
    expect(html).toContain('aria-label="large B"');
  });

  it('that is missing is replaced by its name and description', async () => {
    const html = await answering('![The lock](in%20there/y.png)');
    expect(html).toContain(
      'aria-hidden="true"></span>missing in there/y.png – <span lang="en">The lock</span></span>',
    );
    expect(html).not.toContain('<img');
  });

  it('on the web is only linked', async () => {
    const html = await answering(
      '![](https://example.org/p.png) [![B](https://example.org/q.png)](https://example.com)',
    );
    expect(html).not.toContain('<img');
    expect(html).toContain('<a class="image-elsewhere" href="https://example.org/p.png"');
    expect(html).toContain(
      'title="https://example.com"><span class="image-elsewhere" lang="en">elsewhere B</span></a>',
    );
  });

  it('of more than 10 MB is loaded on request', async () => {
    const sizes = { 'a.png': 10 * MB, 'b.png': 10 * MB + 1 };
    const html = await answering('![A](a.png)\n![B "q"](b.png)', { images: ['a.png', 'b.png'], sizes });
    expect(html).toContain('<img src="res:/a.png"');
    expect(html).not.toContain('<img src="res:/b.png"');
    expect(html).toContain(
      '<button type="button" class="image-large" lang="en" data-image-large data-src="res:/b.png" data-alt="B &quot;q&quot;" data-label="large B &quot;q&quot;">',
    );
    expect(html).toContain(`load b.png of ${String(10 * MB + 1)}</button>`);
  });

  it('that is large and inside a link is only named', async () => {
    const sizes = { 'b.png': 11 * MB };
    const html = await answering('[![B](b.png)](https://example.org)', { images: ['b.png'], sizes });
    expect(html).toContain('<span class="image-large" lang="en">');
    expect(html).not.toContain('<img');
    expect(html).not.toContain('data-image-large');
  });
});
