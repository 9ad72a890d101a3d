import type { ServedKind } from '../discovery/served-kind.ts';
import type { ObjectKey } from './object-key.ts';

/**
 * Kinds that are only made, and not stored: the answer stands in what the server gives back. Every API server has them,
 * so nothing needs to be found out about them, and asking twice does no harm.
 */
export function questionKind({ apiVersion, kind }: ObjectKey): ServedKind | undefined {
  const resource = apiVersion === 'authorization.k8s.io/v1' ? questions.get(kind) : undefined;
  if (resource === undefined) return undefined;
  return { group: 'authorization.k8s.io', version: 'v1', kind, resource, namespaced: false };
}

const questions: ReadonlyMap<string, string> = new Map([
  ['SelfSubjectAccessReview', 'selfsubjectaccessreviews'],
  ['SelfSubjectRulesReview', 'selfsubjectrulesreviews'],
]);
