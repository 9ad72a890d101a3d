import type { PositionNode } from '../position-tree.ts';
import type { EditStep } from './edit-step.ts';
import { addMember, removeMember, renameKey } from './member-changes.ts';
import { quoteValue, setValue, wrapValue } from './scalar-changes.ts';
import { findTarget, type TextChange } from './target.ts';

/**
 * The changes of a document's text that make all the steps, in their order in the text, none touching another. Undefined
 * when one of the steps cannot be made without doubt: its path does not exist, what is written there counts elsewhere
 * too (anchors, aliases, merge keys), a scalar spans lines, a comment stands in the way, steps overlap.
 */
export function textChanges(
  text: string,
  root: PositionNode,
  steps: readonly EditStep[],
): TextChange[] | undefined {
  const changes: TextChange[] = [];
  for (const step of steps) {
    const own = changesOf(text, root, step);
    if (own === undefined) return undefined;
    changes.push(...own);
  }
  return separate(changes);
}

function changesOf(text: string, root: PositionNode, step: EditStep): TextChange[] | undefined {
  const target = findTarget(text, root, step.path);
  if (target === undefined) return undefined;
  switch (step.op) {
    case 'set':
      return setValue(text, target, step.value);
    case 'quote':
      return quoteValue(text, target);
    case 'wrap':
      return wrapValue(text, target, step.key);
    case 'rename':
      return renameKey(text, target, step.name);
    case 'remove':
      return removeMember(text, target);
    case 'add':
      return addMember(text, target, step.key, step.value);
  }
}

/** What is added at one place is added together; other changes that touch exclude each other. */
function separate(changes: readonly TextChange[]): TextChange[] | undefined {
  const result: TextChange[] = [];
  for (const change of changes.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const before = result.at(-1);
    if (before === undefined || change.start > before.end) result.push(change);
    else if (isInsertion(before) && isInsertion(change))
      result.splice(-1, 1, { ...change, text: `${before.text}${change.text}` });
    else return undefined;
  }
  return result;
}

const isInsertion = ({ start, end }: TextChange): boolean => start === end;
