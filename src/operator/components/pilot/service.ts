import type { Json } from '../../../json.ts';
import type { KubeObject } from '../../component-context.ts';
import { present } from '../../present.ts';
import type { Values } from '../../values/values.ts';
import type { Plane } from './plane.ts';

/** How proxies and the API server reach istiod. */
export function service(plane: Plane): KubeObject {
  const { name, values } = plane;
  const own = { istio: 'pilot' };
  return serviceNamed(plane, name, own, values.map('serviceAnnotations'));
}

/** For each tag a Service by which workloads on the tag find the control plane that it stands for. */
export function tagServices(plane: Plane): readonly KubeObject[] {
  return tagsOf(plane.values).map((tag) =>
    serviceNamed(plane, `istiod-revision-tag-${tag}`, { istio: 'pilot', 'istio.io/tag': tag }, {}),
  );
}

/** The tags that stand for this revision. */
export const tagsOf = (values: Values): readonly string[] =>
  values.list('revisionTags').filter((tag): tag is string => typeof tag === 'string');

function serviceNamed(
  { namespace, revision, rev, values, labels }: Plane,
  name: string,
  own: Record<string, string>,
  annotations: Readonly<Record<string, Json>>,
): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name,
      namespace,
      labels: { app: 'istiod', ...labels.chart, ...labels.owner, ...own },
      ...present({ annotations: { ...annotations } }),
    },
    spec: {
      ...present({
        ipFamilyPolicy: values.text('ipFamilyPolicy'),
        ipFamilies: values.list('ipFamilies'),
        trafficDistribution: values.text('trafficDistribution'),
      }),
      ports: [
        { port: 15010, name: 'grpc-xds', protocol: 'TCP' },
        { port: 15012, name: 'https-dns', protocol: 'TCP' },
        { port: 443, name: 'https-webhook', targetPort: 15017, protocol: 'TCP' },
        { port: 15014, name: 'http-monitoring', protocol: 'TCP' },
      ],
      selector: { app: 'istiod', ...(revision === '' ? { istio: 'pilot' } : { 'istio.io/rev': rev }) },
    },
  };
}
