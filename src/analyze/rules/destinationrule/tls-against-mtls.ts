import type { Path } from '../../../path.ts';
import { membershipOf } from '../../injection.ts';
import type { KindSpecs } from '../../kinds.ts';
import type { Mesh } from '../../mesh.ts';
import { fullName, type MeshObject } from '../../mesh-object.ts';
import { effectiveMtls } from '../../peer-authentication.ts';
import { defineRule, type FindingDetails } from '../../rule.ts';
import { serviceWorkloads } from '../../service-workloads.ts';
import { isKind, workloadKinds, type Workload } from '../../workloads.ts';
import { hostsOfRule } from './hosts-of-rule.ts';

type Rule = MeshObject<'DestinationRule'>;
type Policy = NonNullable<KindSpecs['DestinationRule']['trafficPolicy']>;

/** What clients are told to speak must be what the workloads of the host understand. */
export const tlsAgainstMtls = defineRule<{ mode: string; host: string; server: string }>({
  slug: 'destinationrule/tls-against-mtls',
  code: 'MSH0101',
  severity: 'error',
  summary: 'The TLS mode of a DestinationRule fits what the workloads of the host ask for.',
  hint: 'Leave out `tls`: the proxies then find out whether the workloads speak mutual TLS.',
  kinds: ['DestinationRule', 'Service', 'ServiceEntry', 'PeerAuthentication', 'Namespace', ...workloadKinds],
  message: ({ mode, host, server }) => `TLS of mode ${mode} does not reach ${host}: ${server}`,
  check(mesh, report) {
    for (const rule of mesh.of('DestinationRule')) {
      const settings = settingsOf(rule);
      if (settings.length === 0) continue;
      const workloads = workloadsOf(mesh, rule);
      for (const { mode, path } of settings) {
        const clash = clashOf(mesh, mode, workloads);
        if (clash === undefined) continue;
        report(rule, path, { mode, host: rule.spec.host ?? '', server: clash.server }, clash);
      }
    }
  },
});

interface Setting {
  readonly mode: string;
  readonly path: Path;
}

/** Every TLS mode of a rule, with its place. */
const settingsOf = ({ spec: { trafficPolicy, subsets = [] } }: Rule): readonly Setting[] => [
  ...modesOf(trafficPolicy, ['spec', 'trafficPolicy']),
  ...subsets.flatMap((subset, index) =>
    modesOf(subset.trafficPolicy, ['spec', 'subsets', index, 'trafficPolicy']),
  ),
];

const modesOf = ({ tls, portLevelSettings = [] }: Policy = {}, path: Path): readonly Setting[] =>
  [
    { mode: tls?.mode, path: [...path, 'tls', 'mode'] },
    ...portLevelSettings.map((port, index) => ({
      mode: port.tls?.mode,
      path: [...path, 'portLevelSettings', index, 'tls', 'mode'],
    })),
  ].flatMap(({ mode, path: place }) => (mode === undefined ? [] : [{ mode, path: place }]));

/** The workloads behind the host, as far as Services select them. */
const workloadsOf = (mesh: Mesh, rule: Rule): readonly Workload[] =>
  hostsOfRule(mesh, rule).flatMap(({ object }) =>
    isKind(object, 'Service') ? (serviceWorkloads(mesh).selectedBy.get(object) ?? []) : [],
  );

interface Clash extends FindingDetails {
  readonly server: string;
}

/** Only what holds for all workloads of the host is reported. */
function clashOf(mesh: Mesh, mode: string, workloads: readonly Workload[]): Clash | undefined {
  const clashes = workloads.map((workload) => clashWith(mesh, mode, workload));
  return clashes.every((clash) => clash !== undefined) ? clashes[0] : undefined;
}

function clashWith(mesh: Mesh, mode: string, workload: Workload): Clash | undefined {
  const { object } = workload;
  const named = `${object.kind} ${fullName(object)}`;
  const membership = membershipOf(mesh, workload);
  if (membership === 'outside' && mode === 'ISTIO_MUTUAL')
    return {
      server: `${named} has no sidecar`,
      related: [{ object, path: workload.metadataPath, message: 'this workload is not in the mesh' }],
    };
  if (membership !== 'sidecar') return undefined;
  const asked = effectiveMtls(mesh, workload);
  const refused =
    asked.mode === 'STRICT' ? withoutClientCertificate : asked.mode === 'DISABLE' ? mutual : none;
  if (asked.policy === undefined || asked.portPolicy !== undefined || !refused.has(mode)) return undefined;
  return {
    server: `${named} has mutual TLS of mode ${asked.mode}`,
    related: [{ object: asked.policy, path: ['spec', 'mtls', 'mode'], message: 'the policy that says so' }],
  };
}

const withoutClientCertificate: ReadonlySet<string> = new Set(['DISABLE', 'SIMPLE']);
const mutual: ReadonlySet<string> = new Set(['ISTIO_MUTUAL']);
const none: ReadonlySet<string> = new Set();
