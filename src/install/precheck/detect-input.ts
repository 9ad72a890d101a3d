import { asResources, type DetectInput } from '../../detect/index.ts';
import { plainText, type JsonObject } from '../../json.ts';
import type { PrecheckFacts } from './precheck-facts.ts';

/** What a precheck has read, as a mesh to look for things in. Kinds that the cluster does not serve have no objects. */
export function detectInput(facts: PrecheckFacts): DetectInput {
  const lists = listed(facts);
  const gitVersion = plainText(facts.version.gitVersion);
  const served = new Set(facts.served.flatMap(({ kind, group }) => [kind, `${kind}.${group}`]));
  return {
    resources: asResources(
      lists.flatMap(({ apiVersion, kind, objects = [] }) =>
        objects.map((object) => ({ apiVersion, kind, ...object })),
      ),
    ),
    complete: (kind) =>
      kind !== '*' &&
      (lists.some((list) => list.kind === kind && list.whole && list.objects !== undefined) ||
        (served.size > 0 && !served.has(kind))),
    ...(gitVersion !== '' && { kubernetesVersion: gitVersion }),
    istioNamespace: facts.istioNamespace,
  };
}

interface Listed {
  readonly apiVersion: string;
  readonly kind: string;
  readonly objects: readonly JsonObject[] | undefined;
  /** Whether all objects of the kind were asked for, not only some. */
  readonly whole: boolean;
}

function listed(facts: PrecheckFacts): readonly Listed[] {
  const { definitions, injectors, nodes, pods, istiods, configMaps, services } = facts;
  const admission = 'admissionregistration.k8s.io/v1';
  return [
    ...[
      { apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition', objects: definitions },
      { apiVersion: admission, kind: 'MutatingWebhookConfiguration', objects: injectors },
      { apiVersion: 'v1', kind: 'Node', objects: nodes },
      { apiVersion: 'v1', kind: 'Pod', objects: pods },
    ].map((list) => ({ ...list, whole: true })),
    ...[
      { apiVersion: 'apps/v1', kind: 'Deployment', objects: istiods },
      { apiVersion: 'v1', kind: 'ConfigMap', objects: configMaps },
      { apiVersion: 'v1', kind: 'Service', objects: services },
    ].map((list) => ({ ...list, whole: false })),
  ];
}
