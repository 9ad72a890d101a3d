import { isObject } from '../../../json.ts';
import type { Path } from '../../../path.ts';
import { readText } from '../../../resources/index.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';
import { workloadKinds } from '../../workloads.ts';
import { meshConfigPlace } from './mesh-config-place.ts';

/** Whoever sits between a proxy and istiod could send the proxy whatever configuration he likes. */
export const plaintextDiscovery = defineRule<{ address: string }>({
  slug: 'hardening/plaintext-discovery',
  code: 'MSH0423',
  severity: 'warning',
  summary: 'Proxies get their configuration over TLS.',
  hint: 'Use port 15012, as in `istiod.istio-system.svc:15012`.',
  kinds: ['ConfigMap', 'IstioOperator', ...workloadKinds],
  optIn: true,
  message: ({ address }) => `proxies ask ${address} for their configuration, which is a port without TLS`,
  check(mesh, report) {
    for (const { object, path, address } of addressesOf(mesh))
      if (address.endsWith(':15010')) report(object, path, { address });
  },
});

interface Address {
  readonly object: MeshObject;
  readonly path: Path;
  readonly address: string;
}

function addressesOf(mesh: Mesh): readonly Address[] {
  const { meshConfig } = mesh;
  return [
    {
      object: meshConfig,
      path: meshConfigPlace(meshConfig, ['defaultConfig', 'discoveryAddress']),
      address: meshConfig.spec.defaultConfig?.discoveryAddress ?? '',
    },
    ...mesh.workloads.all.map(({ object, annotations, metadataPath }) => ({
      ...{ object, path: [...metadataPath, 'annotations', annotation] },
      address: addressIn(annotations[annotation] ?? ''),
    })),
  ];
}

const annotation = 'proxy.istio.io/config';

function addressIn(text: string): string {
  if (!text.includes(':15010')) return '';
  const value = readText(text, 'annotation').documents[0]?.value;
  const address = isObject(value) ? value.discoveryAddress : undefined;
  return typeof address === 'string' ? address : '';
}
