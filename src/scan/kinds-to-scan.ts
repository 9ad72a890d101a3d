import { hardeningRules, kindsToRead, type KindToRead } from '../analyze/index.ts';

const of = (group: string, ...names: readonly string[]): readonly KindToRead[] =>
  names.map((kind) => ({ group, kind }));

/** What advisories ask for besides what rules look at; old kinds, too, which tell of old installations. */
const asked: readonly KindToRead[] = [
  ...of('', 'Namespace', 'Pod', 'Service', 'Node'),
  ...of('apps', 'Deployment', 'StatefulSet', 'DaemonSet'),
  ...of('batch', 'CronJob'),
  ...of('apiextensions.k8s.io', 'CustomResourceDefinition'),
  ...of('rbac.authorization.k8s.io', 'ClusterRole', 'Role'),
  ...of('authentication.istio.io', 'Policy', 'MeshPolicy'),
  ...of('config.istio.io', 'HTTPAPISpec', 'QuotaSpec'),
  ...of('install.istio.io', 'IstioOperator'),
];

/** The kinds that a scan of a live cluster reads. Those of `controlPlane` are read in the namespace of the control plane only. */
export function kindsToScan(): {
  readonly everywhere: readonly KindToRead[];
  readonly controlPlane: readonly KindToRead[];
} {
  const { everywhere } = kindsToRead(hardeningRules);
  const all = new Map([...everywhere, ...asked].map((ref) => [`${ref.group}/${ref.kind}`, ref]));
  return { everywhere: [...all.values()], controlPlane: of('', 'ConfigMap') };
}
