import type { Path } from '../../../path.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';
import type { Labels } from '../../workloads.ts';
import { minorVersion } from '../../../minor-version.ts';

const old = 'istio.io/gateway-name';
const successor = 'gateway.networking.k8s.io/gateway-name';

/** Gateways that istiod makes no longer carry this label, so that the selector fits none. */
export const gatewayNameLabel = defineRule<{ label: string; successor: string }>({
  slug: 'deprecated/gateway-name-label',
  code: 'MSH0149',
  severity: 'warning',
  summary: 'Gateways of Gateway API are selected by the label that they carry.',
  hint: `Select by \`${successor}\`.`,
  kinds: [
    'Service',
    'Gateway',
    'AuthorizationPolicy',
    'RequestAuthentication',
    'Telemetry',
    'WasmPlugin',
    'EnvoyFilter',
  ],
  message: ({ label }) => `no gateway carries ${label} any more, since Istio 1.24`,
  check(mesh, report) {
    if ((minorVersion(mesh.settings.istioVersion) ?? 0) < 24) return;
    const carried = mesh.workloads.all.some(({ labels }) => old in labels);
    if (carried) return;
    for (const { object, path } of selectorsWith(mesh)) {
      report(
        object,
        [...path, old],
        { label: old, successor },
        {
          at: 'key',
          repair: {
            description: `select by \`${successor}\``,
            steps: [{ op: 'rename', path: [...path, old], name: successor }],
          },
        },
      );
    }
  },
});

interface Selector {
  readonly object: MeshObject;
  readonly path: Path;
  readonly labels: Labels | undefined;
}

const selectorsWith = (mesh: Mesh): readonly Selector[] =>
  selectorsOf(mesh).filter(({ labels }) => labels !== undefined && old in labels);

const selectorsOf = (mesh: Mesh): readonly Selector[] => [
  ...[...mesh.of('Service'), ...mesh.of('Gateway')].map((object) => ({
    ...{ object, path: ['spec', 'selector'], labels: object.spec.selector },
  })),
  ...policiesOf(mesh).map((object) => ({
    ...{ object, path: ['spec', 'selector', 'matchLabels'], labels: object.spec.selector?.matchLabels },
  })),
  ...mesh.of('EnvoyFilter').map((object) => ({
    ...{ object, path: ['spec', 'workloadSelector', 'labels'], labels: object.spec.workloadSelector?.labels },
  })),
];

const policiesOf = (
  mesh: Mesh,
): readonly MeshObject<'AuthorizationPolicy' | 'RequestAuthentication' | 'Telemetry' | 'WasmPlugin'>[] => [
  ...mesh.of('AuthorizationPolicy'),
  ...mesh.of('RequestAuthentication'),
  ...mesh.of('Telemetry'),
  ...mesh.of('WasmPlugin'),
];
