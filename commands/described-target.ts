import type { Target } from '../src/describe/index.ts';
import { parsePodTarget } from '../src/kube/index.ts';

/** What a description is of, by `[type/]name[.namespace]`; throws MeshctlError (usage) for what is no such name. */
export function describedTarget(name: string, namespace: string): Target {
  const { type, ...named } = parsePodTarget(name);
  return { namespace, ...named, ...(type !== 'pods' && { kind: type }) };
}
