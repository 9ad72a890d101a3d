import type { ViewNode } from './view.ts';

/** What the id of a resource ends with: its name, with its state where another one of that name may be in use. */
export function idKey(name: string, state: ViewNode['state']): string {
  return state === 'active' || state === 'static' ? name : `${name}@${state}`;
}
