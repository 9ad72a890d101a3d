import { objectIn, plainText, valueIn } from '../json.ts';
import { helmValues, istiodVariables, meshConfigs, operatorSpecs } from './installation.ts';
import { allPodsGiven, podsIn } from './pods.ts';
import { proxyConfigs, proxyVariables } from './proxy-settings.ts';
import { madeUp, partOf, wholeOf, type Seen } from './subject.ts';
import { compareAsVersions } from './version-order.ts';
import type { World } from './world.ts';

/** What a kind of a detection stands for in a mesh; later calls for the same mesh cost nothing. */
export function subjectsOf(kind: string, world: World): Seen {
  const known = subjects.get(world) ?? new Map<string, Seen>();
  subjects.set(world, known);
  const seen = known.get(kind) ?? gather(kind, world);
  known.set(kind, seen);
  return seen;
}

const subjects = new WeakMap<World, Map<string, Seen>>();

function gather(kind: string, world: World): Seen {
  const special = specialKinds[kind];
  if (special !== undefined) return special(world);
  return { subjects: world.of(kind).map(wholeOf), missing: world.complete(kind) ? [] : [kind] };
}

const unseen = (kind: string) => (): Seen => ({ subjects: [], missing: [kind] });

const specialKinds: Readonly<Record<string, (world: World) => Seen>> = {
  IstiodEnv: istiodVariables,
  PilotEnv: istiodVariables,
  MeshConfig: meshConfigs,
  ProxyConfig: proxyConfigs,
  ProxyMetadata: proxyVariables,
  HelmValue: helmValues,
  IstioOperator: (world) => {
    const specs = operatorSpecs(world);
    return {
      subjects: specs,
      missing: specs.length > 0 || world.complete('IstioOperator') ? [] : ['IstioOperator'],
    };
  },
  PodAnnotation: (world) => ({
    subjects: podsIn(world).map(({ origin, value, base }) =>
      partOf(origin, objectIn(value, 'metadata', 'annotations'), [...base, 'metadata', 'annotations']),
    ),
    missing: allPodsGiven(world) ? [] : ['Pod'],
  }),
  NamespaceLabel: (world) => ({
    subjects: world
      .of('Namespace')
      .map((one) => partOf(one, objectIn(one.value, 'metadata', 'labels'), ['metadata', 'labels'])),
    missing: world.complete('Namespace') ? [] : ['Namespace'],
  }),
  PodTemplate: (world) => ({
    subjects: podsIn(world).map(({ origin, value, base }) => partOf(origin, value, base)),
    missing: allPodsGiven(world) ? [] : ['Pod'],
  }),
  CRD: (world) => ({
    subjects: world.of('CustomResourceDefinition').map(wholeOf),
    missing: world.complete('CustomResourceDefinition') ? [] : ['CustomResourceDefinition'],
  }),
  KubernetesVersion: kubernetesVersions,
  IstioVersion: ({ input: { istioVersion } }) =>
    istioVersion === undefined
      ? { subjects: [], missing: ['IstioVersion'] }
      : { subjects: [madeUp('IstioVersion', istioVersion, { line: istioVersion })], missing: [] },
  ProxyStatus: ({ input: { proxyVersions } }) => ({
    subjects: Object.entries(proxyVersions ?? {}).map(([name, istioVersion]) =>
      madeUp('Proxy', name, { istioVersion }),
    ),
    missing: proxyVersions === undefined ? ['ProxyStatus'] : [],
  }),
  ...Object.fromEntries(
    ['Script', 'Count', 'HelmRelease', 'HelmVersion'].map((kind) => [kind, unseen(kind)]),
  ),
};

function kubernetesVersions(world: World): Seen {
  const { kubernetesVersion } = world.input;
  const kubelets = world
    .of('Node')
    .map(({ value }) => plainText(valueIn(value, 'status', 'nodeInfo', 'kubeletVersion')))
    .sort((a, b) => compareAsVersions(a, b) ?? 0);
  const server = kubernetesVersion === undefined ? {} : { minor: kubernetesVersion };
  const oldest = kubelets[0] === undefined ? {} : { kubelet: kubelets[0] };
  const name = kubernetesVersion ?? kubelets[0];
  if (name === undefined) return { subjects: [], missing: ['KubernetesVersion'] };
  return { subjects: [madeUp('Kubernetes', name, { ...server, ...oldest })], missing: [] };
}
