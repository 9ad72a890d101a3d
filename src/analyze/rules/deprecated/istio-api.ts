import { splitApiVersion } from '../../../api/index.ts';
import { defineRule } from '../../rule.ts';
import { minorVersion } from '../../../minor-version.ts';

/** Old versions of kinds that have a stable one are served for now only. */
export const istioApi = defineRule<{ apiVersion: string; kind: string; successor: string }>({
  slug: 'deprecated/istio-api',
  code: 'MSH0148',
  severity: 'info',
  summary: 'Objects of Istio and Gateway API are written in the stable version of their kind.',
  kinds: [
    ...([
      'DestinationRule',
      'Gateway',
      'ServiceEntry',
      'Sidecar',
      'VirtualService',
      'WorkloadEntry',
    ] as const),
    ...(['WorkloadGroup', 'AuthorizationPolicy', 'PeerAuthentication', 'RequestAuthentication'] as const),
    ...(['Telemetry', 'GatewayClass', 'KubernetesGateway', 'HTTPRoute', 'ReferenceGrant'] as const),
  ],
  message: ({ apiVersion, kind, successor }) =>
    `${kind} has a stable version, ${successor}; this is ${apiVersion}`,
  check(mesh, report) {
    if ((minorVersion(mesh.settings.istioVersion) ?? 0) < firstStable) return;
    for (const object of mesh.objects) {
      const { apiVersion, kind } = object.resource;
      const { group, version } = splitApiVersion(apiVersion);
      if (version === 'v1' || !isOld(group, version) || stable[group]?.has(kind) !== true) continue;
      const successor = `${group}/v1`;
      report(
        object,
        ['apiVersion'],
        { apiVersion, kind, successor },
        {
          group: `${apiVersion} ${kind}`,
          hint: `Write \`apiVersion: ${successor}\`; nothing else changes.`,
          repair: {
            description: `write the version \`${successor}\``,
            steps: [{ op: 'set', path: ['apiVersion'], value: successor }],
          },
        },
      );
    }
  },
});

/** Istio 1.22 brought the stable versions. */
const firstStable = 22;

const kindsOf = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** The kinds with a stable version, by group. */
const stable: Readonly<Record<string, ReadonlySet<string>>> = {
  'networking.istio.io': kindsOf(
    'DestinationRule Gateway ServiceEntry Sidecar VirtualService WorkloadEntry WorkloadGroup',
  ),
  'security.istio.io': kindsOf('AuthorizationPolicy PeerAuthentication RequestAuthentication'),
  'telemetry.istio.io': kindsOf('Telemetry'),
  'gateway.networking.k8s.io': kindsOf('GatewayClass Gateway HTTPRoute ReferenceGrant'),
};

/** Alpha versions of Gateway API have other fields, or are not served at all. */
const isOld = (group: string, version: string): boolean =>
  version === 'v1beta1' || (group.endsWith('istio.io') && version.startsWith('v1alpha'));
