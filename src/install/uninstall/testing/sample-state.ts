import type { JsonObject } from '../../../json.ts';
import type { UninstallState } from '../uninstall-state.ts';

/** An object as an installer labels it. */
export function installed(
  kind: string,
  name: string,
  { revision = 'default', component = 'Pilot', namespace = 'istio-system', ...more }: Made = {},
): JsonObject {
  const { labels = {}, annotations = {}, ...rest } = more;
  return {
    apiVersion: apiVersions[kind] ?? 'v1',
    kind,
    metadata: {
      name,
      uid: `uid-of-${kind}-${name}`,
      ...(!unspaced.has(kind) && { namespace }),
      labels: {
        'operator.istio.io/component': component,
        'operator.istio.io/managed': 'Reconcile',
        'istio.io/rev': revision,
        'install.operator.istio.io/owning-resource-namespace': namespace,
        ...labels,
      },
      annotations,
      ...(rest.ownerReferences && { ownerReferences: rest.ownerReferences }),
    },
    ...rest.body,
  };
}

interface Made {
  readonly revision?: string;
  readonly component?: string;
  readonly namespace?: string;
  readonly labels?: JsonObject;
  readonly annotations?: JsonObject;
  readonly ownerReferences?: JsonObject[];
  readonly body?: JsonObject;
}

const apiVersions: Readonly<Record<string, string>> = {
  Deployment: 'apps/v1',
  DaemonSet: 'apps/v1',
  MutatingWebhookConfiguration: 'admissionregistration.k8s.io/v1',
  ValidatingWebhookConfiguration: 'admissionregistration.k8s.io/v1',
  ClusterRole: 'rbac.authorization.k8s.io/v1',
  CustomResourceDefinition: 'apiextensions.k8s.io/v1',
};
const unspaced: ReadonlySet<string> = new Set([
  'MutatingWebhookConfiguration',
  'ValidatingWebhookConfiguration',
  'ClusterRole',
  'CustomResourceDefinition',
]);

/** What one control plane has; the webhook comes by itself, as it is read by itself, too. */
export function plane(revision: string): { readonly objects: JsonObject[]; readonly injector: JsonObject } {
  const suffix = revision === 'default' ? '' : `-${revision}`;
  const injector = installed('MutatingWebhookConfiguration', `istio-sidecar-injector${suffix}`, {
    revision,
    body: { webhooks: [{ name: 'rev.namespace.sidecar-injector.istio.io', namespaceSelector: {} }] },
  });
  const selector = { matchLabels: { app: 'istiod', 'istio.io/rev': revision } };
  return {
    injector,
    objects: [
      installed('Deployment', `istiod${suffix}`, { revision, body: { spec: { selector } } }),
      installed('Service', `istiod${suffix}`, { revision }),
      injector,
      installed('ClusterRole', `istiod${suffix}`, { revision }),
    ],
  };
}

/** A tag as `tag set` makes it: without the labels of installers. */
export const tag = (name: string, revision: string, annotations: JsonObject = {}): JsonObject => ({
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'MutatingWebhookConfiguration',
  metadata: {
    name: `istio-revision-tag-${name}`,
    uid: `uid-of-tag-${name}`,
    labels: { 'istio.io/rev': revision, 'istio.io/tag': name },
    annotations,
  },
  webhooks: [],
});

export const namespace = (name: string, labels: JsonObject = {}): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name, labels },
});

export const pod = (name: string, metadata: JsonObject, containers: readonly string[] = []): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace: 'shop', ...metadata },
  spec: { containers: containers.map((container) => ({ name: container })) },
  status: { phase: 'Running' },
});

/** A pod with a sidecar of a revision. */
export const injected = (name: string, revision: string): JsonObject =>
  pod(name, { annotations: { 'sidecar.istio.io/status': JSON.stringify({ revision }) } });

/** A cluster with control planes, and what else is said. */
export function stateOf(revisions: readonly string[], more: Partial<UninstallState> = {}): UninstallState {
  const planes = revisions.map(plane);
  return {
    validators: [],
    tagServices: [],
    namespaces: [],
    pods: [],
    proxies: [],
    customResources: new Map(),
    authority: [],
    locks: [],
    ...more,
    installed: [...planes.flatMap(({ objects }) => objects), ...(more.installed ?? [])],
    injectors: [...planes.map(({ injector }) => injector), ...(more.injectors ?? [])],
  };
}
