import type { JsonObject } from '../../../json.ts';
import type { KubeObject } from '../../component-context.ts';
import { present } from '../../present.ts';
import { injectionSelectors } from '../../webhooks/injection-selectors.ts';
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
  const everywhere = values.is('sidecarInjectorWebhook.enableNamespacesByDefault');
  return {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'MutatingWebhookConfiguration',
    metadata: {
      name,
      labels: { app: 'sidecar-injector', ...labels.chart, ...labels.owner, ...own },
      ...present({ annotations: values.map('sidecarInjectorWebhookAnnotations') }),
    },
    webhooks: injectionSelectors(label, everywhere).map(({ name: title, ...selectors }) => ({
      name: title,
      ...settingsOf(plane),
      ...selectors,
    })),
  };
}

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
