import { objectIn, plainText, type JsonObject } from '../../../json.ts';
import { keyOf } from '../../../kube/apply/index.ts';
import type { PrecheckFacts } from '../precheck-facts.ts';
import type { PrecheckOptions } from '../precheck-options.ts';
import type { PrecheckFinding } from '../precheck-report.ts';
import { isKind } from '../../is-kind.ts';

type Detect = (facts: PrecheckFacts) => boolean;

const version =
  (part: string): Detect =>
  ({ version: { gitVersion } }) =>
    plainText(gitVersion).includes(part);
const nodeLabel =
  (name: string): Detect =>
  ({ nodes = [] }) =>
    nodes.some((node) => objectIn(node, 'metadata', 'labels')[name] !== undefined);
const provider =
  (prefix: string): Detect =>
  ({ nodes = [] }) =>
    nodes.some((node) => plainText(objectIn(node, 'spec').providerID).startsWith(prefix));
const either =
  (...ways: readonly Detect[]): Detect =>
  (facts) =>
    ways.some((way) => way(facts));

/** Platforms that have settings of their own, special ones first, with how they are known. */
const platforms: readonly [name: string, detect: Detect][] = [
  ['openshift', ({ served }) => served.some(({ group }) => group === 'config.openshift.io')],
  ['gke', either(version('-gke'), nodeLabel('cloud.google.com/gke-nodepool'))],
  ['microk8s', nodeLabel('microk8s.io/cluster')],
  ['minikube', nodeLabel('minikube.k8s.io/name')],
  ['k3d', ({ nodes = [] }) => nodes.some((node) => keyOf(node).name.startsWith('k3d-'))],
  ['k3s', either(version('+k3s'), provider('k3s://'))],
];

/** Whether a spec says what platform it is for, where that matters. Elsewhere no setting is needed. */
export function platformFindings(
  facts: PrecheckFacts,
  { platform = '', objects = [] }: PrecheckOptions,
): readonly PrecheckFinding[] | undefined {
  const found = platforms.find(([, detect]) => detect(facts))?.[0];
  if (found === undefined) return facts.nodes === undefined ? undefined : [];
  if (platform === found || (platform === '' && !matters(found, objects))) return [];
  const asked = platform === '' ? 'the spec names no platform' : `the spec is for ${platform}`;
  return [
    {
      ...{ code: 'MSH0310', severity: 'warning', origin: 'Cluster' },
      message: `the cluster looks like ${found}, and ${asked}: the node agent would look for network plugins in the wrong place`,
      hint: `install with --set values.global.platform=${found}`,
    },
  ];
}

/** GKE is seen by its version, and set by itself; elsewhere only the node agent looks into folders of nodes. */
const matters = (found: string, objects: readonly JsonObject[]): boolean =>
  found === 'openshift' || (found !== 'gke' && objects.some((object) => isKind(object, 'apps', 'DaemonSet')));
