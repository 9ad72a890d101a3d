import type { KubeObject } from '../../component-context.ts';
import { present } from '../../present.ts';
import { stableChannelPolicy } from '../../stable-channel-policy.ts';
import { validatedRules } from '../../webhooks/validated-rules.ts';
import type { Plane } from './plane.ts';

/** Validates objects that name this revision; istiod itself makes it strict once it can answer. */
export function validator(plane: Plane): readonly KubeObject[] {
  const { name, suffix, rev, istioNamespace, values, labels } = plane;
  if (!values.is('global.configValidation')) return [];
  const url = values.text('base.validationURL');
  const caBundle = values.text('base.validationCABundle');
  return [
    {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingWebhookConfiguration',
      metadata: {
        name: `istio-validator${suffix}-${istioNamespace}`,
        labels: { app: 'istiod', istio: 'istiod', 'istio.io/rev': rev, ...labels.chart },
      },
      webhooks: [
        {
          name: 'rev.validation.istio.io',
          clientConfig: {
            ...(url === '' ? { service: { name, namespace: istioNamespace, path: '/validate' } } : { url }),
            ...present({ caBundle }),
          },
          rules: [validatedRules],
          failurePolicy: values.text('base.validationFailurePolicy') || (caBundle === '' ? 'Ignore' : 'Fail'),
          sideEffects: 'None',
          admissionReviewVersions: ['v1'],
          objectSelector: ownObjects(plane),
        },
      ],
    },
  ];
}

/** Refuses what is not stable, in objects that name this revision. */
export function stablePolicy(plane: Plane): readonly KubeObject[] {
  const { suffix, istioNamespace, values, labels } = plane;
  if (!values.is('experimental.stableValidationPolicy')) return [];
  return stableChannelPolicy({
    name: `stable-channel-policy${suffix}-${istioNamespace}`,
    labels: labels.plain,
    objects: ownObjects(plane),
  });
}

const ownObjects = ({ rev }: Plane) => ({
  matchExpressions: [{ key: 'istio.io/rev', operator: 'In', values: [rev] }],
});
