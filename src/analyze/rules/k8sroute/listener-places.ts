import type { Listener } from '../../gateway-api/index.ts';
import type { RelatedPlace } from '../../rule.ts';

const shown = 8;

/** Listeners as places of a finding, the first few of them. */
export const listenerPlaces = (listeners: readonly Listener[], message: string): readonly RelatedPlace[] =>
  listeners.slice(0, shown).map(({ owner, path, name }) => ({
    ...{ object: owner, path },
    message: `listener ${name} ${message}`,
  }));
