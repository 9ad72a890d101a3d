import { MeshctlError } from '../../errors.ts';
import { mayI, type AccessAttributes, type ClusterWriter } from '../../kube/apply/index.ts';
import { limit } from '../../kube/index.ts';
import type { AskedAccess } from './upgrade-facts.ts';

/**
 * Asks whether one may do what an upgrade does, with one short question each; nothing is stored. Undefined when the cluster
 * does not answer such questions.
 */
export async function askAccess(
  writer: Pick<ClusterWriter, 'create'>,
  istioNamespace: string,
  how: { readonly signal?: AbortSignal },
): Promise<readonly AskedAccess[] | undefined> {
  try {
    return await limit(
      8,
      questions(istioNamespace).map((attributes) => async () => ({
        attributes,
        ...(await mayI(writer, attributes, how)),
      })),
    );
  } catch (error) {
    if (error instanceof MeshctlError) return undefined;
    throw error;
  }
}

function questions(namespace: string): readonly AccessAttributes[] {
  const admission = 'admissionregistration.k8s.io';
  const rbac = 'rbac.authorization.k8s.io';
  return [
    { verb: 'patch', resource: 'namespaces' },
    { verb: 'create', resource: 'pods', subresource: 'eviction' },
    ...['deployments', 'statefulsets', 'daemonsets'].map((resource) => ({
      verb: 'patch',
      group: 'apps',
      resource,
    })),
    ...['create', 'patch', 'delete'].flatMap((verb) => [
      { verb, group: admission, resource: 'mutatingwebhookconfigurations' },
      { verb, group: admission, resource: 'validatingwebhookconfigurations' },
      { verb, group: rbac, resource: 'clusterroles' },
      { verb, group: rbac, resource: 'clusterrolebindings' },
      { verb, group: rbac, resource: 'roles', namespace },
      { verb, group: 'apps', resource: 'deployments', namespace },
      { verb, resource: 'services', namespace },
      { verb, resource: 'serviceaccounts', namespace },
      { verb, resource: 'configmaps', namespace },
    ]),
  ];
}
