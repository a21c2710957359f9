import type { FunctionDefinition } from './scope';
import { trailingStart } from '../text/trailing';

/** Decorators that make a method an attribute: it is evaluated where it is named, not called. */
export const PROPERTY_DECORATORS = new Set([
  'property',
  'cached_property',
  'hybrid_property',
  'reify',
  'computed_field',
]);

/** Whether a function has a decorator with one of these names, as written, whatever module or object it is from. */
export function hasDecorator({ decorators }: FunctionDefinition, names: ReadonlySet<string>): boolean {
  return decorators.some(({ node, context }) => {
    const text = context.scope.statement.textOf(node).replace(/\(.*/s, '').trim();
    return names.has(text.slice(trailingStart(text, /\w/)));
  });
}
