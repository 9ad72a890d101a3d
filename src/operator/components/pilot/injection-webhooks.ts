import type { Json, JsonObject } from '../../../json.ts';
import type { KubeObject } from '../../component-context.ts';
import { present } from '../../present.ts';
import type { Plane } from './plane.ts';
import { tagsOf } from './service.ts';

/** Which pods are injected, and by whom: for the revision itself and for each tag that stands for it. */
export function injectionWebhooks(plane: Plane): readonly KubeObject[] {
  if (plane.values.is('global.operatorManageWebhooks')) return [];
  const { suffix, rev, values } = plane;
  const place = plane.namespace === 'istio-system' ? '' : `-${plane.namespace}`;
  return [
    configuration(plane, `istio-sidecar-injector${suffix}${place}`, rev, {}),
    ...tagsOf(values).map((tag) =>
      configuration(plane, `istio-revision-tag-${tag}${place}`, tag, { 'istio.io/tag': tag }),
    ),
  ];
}

function configuration(plane: Plane, name: string, label: string, own: Record<string, string>): KubeObject {
  const { values, labels } = plane;
  const webhook = (title: string, namespaces: readonly Json[], pods: readonly Json[]): JsonObject => ({
    name: `${title}.istio.io`,
    ...settingsOf(plane),
    namespaceSelector: { matchExpressions: [...namespaces] },
    objectSelector: { matchExpressions: [...pods] },
  });
  return {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'MutatingWebhookConfiguration',
    metadata: {
      name,
      labels: { app: 'sidecar-injector', ...labels.chart, ...labels.owner, ...own },
      ...present({ annotations: values.map('sidecarInjectorWebhookAnnotations') }),
    },
    webhooks: [
      webhook(
        'rev.namespace.sidecar-injector',
        [isOneOf(revisionLabel, label), isAbsent(injection)],
        [isNotRefused],
      ),
      webhook(
        'rev.object.sidecar-injector',
        [isAbsent(revisionLabel), isAbsent(injection)],
        [isNotRefused, isOneOf(revisionLabel, label)],
      ),
      ...(label === 'default'
        ? defaultWebhooks(webhook, values.is('sidecarInjectorWebhook.enableNamespacesByDefault'))
        : []),
    ],
  };
}

const revisionLabel = 'istio.io/rev';
const injection = 'istio-injection';
const podSwitch = 'sidecar.istio.io/inject';

const isAbsent = (key: string): JsonObject => ({ key, operator: 'DoesNotExist' });
const isOneOf = (key: string, ...values: readonly string[]): JsonObject => ({
  key,
  operator: 'In',
  values: [...values],
});
const isNoneOf = (key: string, ...values: readonly string[]): JsonObject => ({
  key,
  operator: 'NotIn',
  values: [...values],
});
const isNotRefused = isNoneOf(podSwitch, 'false');

type MakeWebhook = (title: string, namespaces: readonly Json[], pods: readonly Json[]) => JsonObject;

/** What names no revision belongs to the default one. */
function defaultWebhooks(webhook: MakeWebhook, everywhere: boolean): readonly JsonObject[] {
  const unclaimed = [isAbsent(injection), isAbsent(revisionLabel)];
  return [
    webhook('namespace.sidecar-injector', [isOneOf(injection, 'enabled')], [isNotRefused]),
    webhook('object.sidecar-injector', unclaimed, [isOneOf(podSwitch, 'true'), isAbsent(revisionLabel)]),
    ...(everywhere
      ? [
          webhook(
            'auto.sidecar-injector',
            [...unclaimed, isNoneOf('kubernetes.io/metadata.name', ...neverInjected)],
            [isAbsent(podSwitch), isAbsent(revisionLabel)],
          ),
        ]
      : []),
  ];
}

const neverInjected = ['kube-system', 'kube-public', 'kube-node-lease', 'local-path-storage'];

function settingsOf({ name, namespace, values }: Plane): JsonObject {
  const url = values.text('istiodRemote.injectionURL');
  const bundle = values.text('istiodRemote.injectionCABundle');
  const path = values.text('istiodRemote.injectionPath');
  return {
    clientConfig: {
      ...(url === '' ? { service: { name, namespace, path, port: 443 } } : { url }),
      ...present({ caBundle: bundle }),
    },
    sideEffects: 'None',
    rules: [{ operations: ['CREATE'], apiGroups: [''], apiVersions: ['v1'], resources: ['pods'] }],
    failurePolicy: 'Fail',
    reinvocationPolicy: values.text('sidecarInjectorWebhook.reinvocationPolicy'),
    admissionReviewVersions: ['v1'],
  };
}
