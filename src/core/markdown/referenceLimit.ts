import type { Env, StateCore, Token } from 'markdown-it';
import { copiesOf, copiesPerText, type Allowance } from '../base/allowance';
import { attributeOf } from './tokens';

/** What a text's `env` holds of its references. */
interface ReferenceEnv extends Env {
  references?: NonNullable<Env['references']>;
  targets?: Allowance;
}

/**
 * The length of the targets and titles that the links of a text may have, by its `env`: all texts that are read with the
 * same one share it.
 */
export function targetsOf(env: Env): Allowance {
  return ((env as ReferenceEnv).targets ??= copiesOf(0));
}

/** An `env` with the definitions of another, which does not change with it, and with its allowance of targets. */
export function partOf(env: Env): Env {
  const references = Object.create(env.references ?? {}) as NonNullable<Env['references']>;
  const part: ReferenceEnv = { references, targets: targetsOf(env) };
  return part;
}

/**
 * Makes text of the links and images beyond a limit: a definition may be long, and each reference to it costs what it
 * says. Links that are written out are never beyond it, since the allowance grows with the text. The rule is that of
 * cmark-gfm, which limits what references may add to a document.
 */
export function limitReferences(state: StateCore): void {
  const targets = targetsOf(state.env);
  targets.add(copiesPerText(state.src.length));
  for (const { children } of state.tokens) if (children !== null) limitIn(children, targets);
}

function limitIn(tokens: readonly Token[], targets: Allowance): void {
  /** For each open link whether it stays one. */
  const open: boolean[] = [];
  for (const token of tokens) {
    if (token.type === 'link_open') {
      const isKept = targets.take(lengthOf(token, 'href'));
      open.push(isKept);
      if (!isKept) becomeText(token);
    } else if (token.type === 'link_close') {
      if (open.pop() === false) becomeText(token);
    } else if (token.type === 'image') {
      limitIn(token.children ?? [], targets);
      if (!targets.take(lengthOf(token, 'src'))) becomeText(token, token.content);
    }
  }
}

function lengthOf(token: Token, target: 'href' | 'src'): number {
  return attributeOf(token, target).length + attributeOf(token, 'title').length;
}

function becomeText(token: Token, content = ''): void {
  token.type = 'text';
  token.tag = '';
  token.nesting = 0;
  token.attrs = null;
  token.children = null;
  token.content = content;
}
