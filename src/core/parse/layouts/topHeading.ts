import type { Section } from '../section';

/** The first heading, where nothing but pictures and links is above it and no other heading has its level. */
export function singleTopHeading(sections: readonly Section[]): Section | undefined {
  const [before, first, ...rest] = sections;
  if (first === undefined || before === undefined) return undefined;
  if (before.textKind === 'sentence' || before.textKind === 'prose') return undefined;
  return rest.every((section) => section.level > first.level) ? first : undefined;
}
