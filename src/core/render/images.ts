import type { Token } from '../markdown/markdown';
import { attributeOf, isExternalLink, plainText } from '../markdown/tokens';
import type { Image, Variant } from '../model';
import { resolvePath } from '../archive/paths';
import type { RenderContext } from './context';
import { textLanguage, wordsLanguage } from './controls';
import { escapeHtml } from './escape';
import { icon } from './icons';

/** Above so many bytes an image is only loaded when the reader asks for it. */
const LARGE = 10 * 1024 * 1024;

interface ImageEnvironment {
  readonly variant: Variant;
  readonly context: RenderContext;
  /** Inside a link there is no room for a control of its own. */
  readonly insideLink: boolean;
}

/**
 * An image of the archive, in a button that opens it large; what is elsewhere, missing or large as words. Those are in our
 * language, an image's name in its author's.
 */
export function renderImage(token: Token, { variant, context, insideLink }: ImageEnvironment): string {
  const { words } = context;
  const ours = wordsLanguage(words);
  const theirs = textLanguage(variant);
  const target = attributeOf(token, 'src');
  const alt = plainText(token.children ?? []).trim();
  if (/^https?:\/\//i.test(target)) {
    const text = escapeHtml(words.remoteImage(alt === '' ? target : alt));
    if (insideLink) return `<span class="image-elsewhere"${ours}>${text}</span>`;
    return `<a class="image-elsewhere" href="${escapeHtml(target)}" title="${escapeHtml(target)}"${ours}>${text}</a>`;
  }
  const path = isExternalLink(target) ? undefined : resolvePath(variant.source.document, target);
  const known = path === undefined ? undefined : presentImages(variant).get(path);
  const address = path === undefined || known === undefined ? undefined : context.image(path, known.modified);
  if (address === undefined) {
    const text = escapeHtml(words.missingImage(readable(target)));
    const description = alt === '' ? '' : ` – <span${theirs}>${escapeHtml(alt)}</span>`;
    return `<span class="image-missing"${ours} dir="auto">${icon('file-media')}${text}${description}</span>`;
  }
  const name = alt === '' ? fileName(target) : alt;
  const enlarge = escapeHtml(words.enlarge(name));
  const bytes = known?.bytes ?? 0;
  if (bytes > LARGE) {
    // A file's name says more than what it shows when one decides whether to load it.
    const text = `${icon('file-media')}${escapeHtml(words.loadImage(fileName(target), bytes))}`;
    if (insideLink) return `<span class="image-large"${ours}>${text}</span>`;
    return `<button type="button" class="image-large"${ours} data-image-large data-src="${escapeHtml(address)}" data-alt="${escapeHtml(name)}" data-label="${enlarge}">${text}</button>`;
  }
  const image = `<img src="${escapeHtml(address)}" alt="${escapeHtml(name)}"${theirs} loading="lazy">`;
  if (insideLink) return image;
  return `<button type="button" class="image"${ours} data-image aria-label="${enlarge}" title="${enlarge}">${image}</button>`;
}

/** By variant: looking through thousands of images for each of them would take long. */
const present = new WeakMap<Variant, ReadonlyMap<string, Image>>();

/** The images of a variant that its archive has, by their paths. */
function presentImages(variant: Variant): ReadonlyMap<string, Image> {
  let images = present.get(variant);
  if (images === undefined) {
    images = new Map(
      variant.images.flatMap((image) =>
        image.state === 'present' && image.path !== undefined ? [[image.path, image]] : [],
      ),
    );
    present.set(variant, images);
  }
  return images;
}

function fileName(target: string): string {
  const path = readable(target).replace(/[?#].*$/s, '');
  return path.slice(path.lastIndexOf('/') + 1) || path;
}

/** A target as its author wrote it: the parser has escaped what no address may hold. */
function readable(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}
