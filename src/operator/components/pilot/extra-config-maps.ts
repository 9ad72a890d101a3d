import type { KubeObject } from '../../component-context.ts';
import { yamlOf } from '../../yaml-of.ts';
import { isObject, plainText } from '../../../json.ts';
import type { Plane } from './plane.ts';

/** More roots that istiod believes when it fetches keys for tokens. */
export function extraRoots({ namespace, suffix, values, labels }: Plane): readonly KubeObject[] {
  const extra = values.text('jwksResolverExtraRootCA');
  if (extra === '') return [];
  return [
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: `pilot-jwks-extra-cacerts${suffix}`,
        namespace,
        labels: { ...labels.chart, ...labels.owner },
      },
      data: { 'extra.pem': extra },
    },
  ];
}

/** Settings of the gateways that istiod makes for each class of the Gateway API. */
export function gatewayClassSettings({ namespace, rev, values, labels }: Plane): readonly KubeObject[] {
  return Object.entries(values.map('gatewayClasses')).flatMap(([name, settings]) => {
    if (!isObject(settings)) return [];
    const data = Object.entries(settings).map(([key, value]) => [
      key,
      isObject(value) ? yamlOf(value) : plainText(value),
    ]);
    return [
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: {
          name: `istio-${rev}-gatewayclass-${name}`,
          namespace,
          labels: { ...labels.chart, ...labels.owner, 'gateway.istio.io/defaults-for-class': name },
        },
        data: Object.fromEntries(data) as Record<string, string>,
      },
    ];
  });
}
