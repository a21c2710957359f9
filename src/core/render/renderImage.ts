import { resolvePath } from '../archive/paths';
import { linkTargetKind } from '../markdown/allowedLinks';
import type { Token } from '../markdown/markdown';
import { attributeOf, plainText } from '../markdown/tokens';
import type { Image, Variant } from '../model';
import { escapeHtml } from './escapeHtml';
import { icon } from './icons';
import { labelLang, textLang } from './langAttributes';
import type { RenderContext } from './renderContext';

/** A larger image is loaded only when the reader asks for it. */
const MAX_AUTOLOADED_BYTES = 10 * 1024 * 1024;

interface ImageOptions {
  readonly variant: Variant;
  readonly context: RenderContext;
  /** Inside a link or a summary, which must not contain a button. */
  readonly isInControl: boolean;
}

/**
 * An image of the archive, as a button that enlarges it. A remote image becomes a link; for a missing or a large one
 * there is text in the labels' language, with the image's name in its author's.
 */
export function renderImage(token: Token, { variant, context, isInControl }: ImageOptions): string {
  const { labels } = context;
  const lang = labelLang(labels);
  const target = attributeOf(token, 'src');
  const alt = plainText(token.children ?? []).trim();
  const kind = linkTargetKind(target);
  if (kind === 'web') {
    const text = escapeHtml(labels.remoteImage(alt === '' ? target : alt));
    if (isInControl) return `<span class="image-elsewhere"${lang}>${text}</span>`;
    return `<a class="image-elsewhere" href="${escapeHtml(target)}" title="${escapeHtml(target)}"${lang}>${text}</a>`;
  }
  const path = kind === 'archive' ? resolvePath(variant.source.document, target) : undefined;
  const image = path === undefined ? undefined : presentImages(variant).get(path);
  const url = path === undefined || image === undefined ? undefined : context.imageUrl(path, image.modified);
  if (url === undefined) {
    const text = escapeHtml(labels.missingImage(readable(target)));
    const description = alt === '' ? '' : ` – <span${textLang(variant)}>${escapeHtml(alt)}</span>`;
    return `<span class="image-missing"${lang} dir="auto">${icon('file-media')}${text}${description}</span>`;
  }
  const name = alt === '' ? fileName(target) : alt;
  const enlarge = escapeHtml(labels.enlargeImage(name));
  const bytes = image?.bytes ?? 0;
  if (bytes > MAX_AUTOLOADED_BYTES) {
    // To decide whether to load it, its file name says more than its description.
    const text = `${icon('file-media')}${escapeHtml(labels.loadImage(fileName(target), bytes))}`;
    if (isInControl) return `<span class="image-large"${lang}>${text}</span>`;
    return `<button type="button" class="image-large"${lang} data-image-large data-src="${escapeHtml(url)}" data-alt="${escapeHtml(name)}" data-label="${enlarge}">${text}</button>`;
  }
  const html = `<img src="${escapeHtml(url)}" alt="${escapeHtml(name)}"${textLang(variant)} loading="lazy">`;
  if (isInControl) return html;
  return `<button type="button" class="image"${lang} data-image aria-label="${enlarge}" title="${enlarge}">${html}</button>`;
}

/** Present images by variant, so that rendering thousands of images takes linear time. */
const presentByVariant = new WeakMap<Variant, ReadonlyMap<string, Image>>();

/** The images of a variant that are present in its archive, by path. */
function presentImages(variant: Variant): ReadonlyMap<string, Image> {
  let images = presentByVariant.get(variant);
  if (images === undefined) {
    images = new Map(
      variant.images.flatMap((image) =>
        image.state === 'present' && image.path !== undefined ? [[image.path, image]] : [],
      ),
    );
    presentByVariant.set(variant, images);
  }
  return images;
}

function fileName(target: string): string {
  const path = readable(target).replace(/[?#].*/s, '');
  return path.slice(path.lastIndexOf('/') + 1) || path;
}

/** A target as its author wrote it, without the percent-encoding that the parser adds. */
function readable(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}
