import { markdown } from './markdownParser';

/** Targets of reference links (`[label]: target`) by normalised label, as markdown-it collects them. */
export type LinkDefinitions = Readonly<Record<string, { readonly href: string; readonly title: string }>>;

const LABEL = /\[([^[\]]{1,300})\]/g;

/**
 * A post's Markdown with the definitions of its document that it uses and lacks, since a post is rendered and copied on
 * its own.
 */
export function withLinkDefinitions(post: string, definitions: LinkDefinitions): string {
  const missing = new Map<string, string>();
  for (const [, label = ''] of post.matchAll(LABEL)) {
    const definition = definitions[markdown.utils.normalizeReference(label)];
    if (definition === undefined || definesItself(post, label)) continue;
    const title = definition.title === '' ? '' : ` ${JSON.stringify(definition.title)}`;
    missing.set(label, `[${label}]: <${definition.href}>${title}`);
  }
  return missing.size === 0 ? post : `${post}\n\n${[...missing.values()].join('\n')}`;
}

function definesItself(post: string, label: string): boolean {
  return post.split('\n').some((line) => line.trimStart().startsWith(`[${label}]:`));
}
