import { kinds } from './kinds.ts';
import type { KindDefinition } from './schema/kind.ts';

/**
 * The kinds a user may mean by `VirtualService`, `virtualservices`, `vs`, or with the group behind a dot
 * (`gateways.networking.istio.io`): several where groups share a name, none where nothing fits.
 */
export async function findDefinitions(name: string): Promise<KindDefinition[]> {
  const dot = name.indexOf('.');
  const word = (dot < 0 ? name : name.slice(0, dot)).toLowerCase();
  const group = dot < 0 ? undefined : name.slice(dot + 1);
  const all = await Promise.all(kinds.map((entry) => entry.load()));
  return all.filter((definition) => {
    const { kind, plural, singular, shortNames } = definition;
    const names = [kind.toLowerCase(), plural, singular, ...shortNames];
    return names.includes(word) && (group === undefined || group === definition.group);
  });
}

/** Every name by which {@link findDefinitions} finds something, for did-you-mean and completion. */
export const kindNames = (): string[] => [...new Set(kinds.map(({ kind }) => kind))];
