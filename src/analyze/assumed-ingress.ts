import { readText } from '../resources/index.ts';
import type { MeshObject } from './mesh-object.ts';
import { meshObject } from './mesh-object-of.ts';

/** The gateway that istioctl takes for granted, unless the mesh config switches ingress off: a Pod and its Service. */
export function assumedIngress({ spec }: MeshObject<'MeshConfig'>): readonly MeshObject[] {
  const { ingressControllerMode, ingressService = '' } = spec;
  if (ingressControllerMode === 'OFF') return [];
  const name = ingressService === '' ? 'istio-ingressgateway' : ingressService;
  const labels = { istio: 'ingressgateway' };
  const ports = [
    [80, 80],
    [443, 443],
    [31400, 31400],
    [15443, 443],
  ].map(([port, targetPort]) => ({ port, targetPort, protocol: 'TCP' }));
  const objects = [
    { ...objectOf('Pod', `${name}-dummypod`, labels), spec: {} },
    { ...objectOf('Service', name, labels), spec: { selector: labels, ports } },
  ];
  const text = objects.map((object) => JSON.stringify(object)).join('\n---\n');
  return readText(text, 'assumed').resources.map((resource) =>
    meshObject({ resource, spec: null, broken: [], problems: [] }),
  );
}

const objectOf = (kind: string, name: string, labels: Record<string, string>): object => ({
  apiVersion: 'v1',
  kind,
  metadata: { name, namespace: 'istio-system', labels },
});
