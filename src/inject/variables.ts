import { objectsIn, type JsonObject } from '../json.ts';
import { proxyContainer, withContainer, type Pod } from './pod.ts';

/** The pod with environment variables of the proxy set: what had these names goes, the new ones come last. */
export function withVariables(pod: Pod, variables: Readonly<Record<string, string>>): Pod {
  const names = Object.keys(variables).sort();
  if (names.length === 0) return pod;
  return withContainer(pod, proxyContainer, (container) => ({
    ...container,
    env: [
      ...objectsIn(container.env).filter(({ name }) => typeof name !== 'string' || !names.includes(name)),
      ...names.map((name): JsonObject => ({ name, value: variables[name] ?? '' })),
    ],
  }));
}
