import type { Json } from '../../resources/index.ts';
import { marker } from '../redact/redact-text.ts';
import { redact } from '../redact/redact.ts';
import { diffValues, type Change } from './diff-values.ts';

/**
 * What is different between two values of a message, with `[redacted]` for each secret: that one is another is told, not
 * what it is.
 */
export function changesWithoutSecrets(before: Json, after: Json): readonly Change[] {
  const changes = diffValues(before, after);
  if (changes.length === 0) return changes;
  const [old, now] = [redact(before).value, redact(after).value];
  if (old === before && now === after) return changes;
  const shown = diffValues(old, now);
  const paths = new Set(shown.map(({ path }) => path));
  return [...shown, ...changes.filter(({ path }) => !paths.has(path)).map(hidden)];
}

/** Items of lists that are told apart by their content may have a secret in their path. */
const hidden = ({ path }: Change): Change => ({
  ...{ path: path.replace(/\[[[{].*[\]}]\]/s, '[…]'), what: 'changed' },
  ...{ before: marker, after: marker },
});
