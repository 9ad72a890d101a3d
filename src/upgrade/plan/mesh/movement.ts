import { compareText } from '../../../compare-text.ts';
import { groupBy, pushTo } from '../../../group-by.ts';
import { objectsIn, plainText, type JsonObject } from '../../../json.ts';
import { keyOf } from '../../../kube/apply/index.ts';
import { label } from '../../../label.ts';
import type { InjectedPod, Labels } from '../../../revision/index.ts';
import type { LabelChange, NamespaceMove, OwnerRestart } from '../../upgrade-plan.ts';
import type { Way } from './control-planes.ts';
import { ownerRestarts } from './owner-restart.ts';
import { ownersOf, templateLabels, type PodOwner } from './pod-owners.ts';
import { objectsOfKind, type UpgradeMesh } from './upgrade-mesh.ts';

/** All that an upgrade moves, but for gateways. */
export interface Movement {
  /** By name. */
  readonly namespaces: readonly NamespaceMove[];
  /** Owners that follow a tag or the default by the labels of their Pods alone. */
  readonly later: readonly OwnerRestart[];
  /** Pods of the old control plane that a restart would bring to nobody, or to a third one. */
  readonly stranded: readonly InjectedPod[];
}

/** Finds what follows the control plane that is left. */
export function movementOf(mesh: UpgradeMesh, way: Way): Movement {
  const sources: Sources = {
    ...{ mesh, way, idle: idleOwners(mesh, way) },
    restart: ownerRestarts(mesh, [way.from.revision, way.to.revision]),
    gateways: gatewayOwners(mesh),
  };
  const parts = [...mesh.revisions.namespaces.keys()].sort(compareText).map((name) => partOf(name, sources));
  return {
    namespaces: parts.flatMap(({ move }) => (move === undefined ? [] : [move])),
    later: parts.flatMap(({ later }) => later),
    stranded: parts.flatMap(({ stranded }) => stranded),
  };
}

interface Sources {
  readonly mesh: UpgradeMesh;
  readonly way: Way;
  readonly restart: (owner: PodOwner) => OwnerRestart;
  /** `kind namespace/name` of what runs gateways: they have a step of their own. */
  readonly gateways: ReadonlySet<string>;
  /** Owners whose templates name the old control plane, by namespace. */
  readonly idle: ReadonlyMap<string, readonly PodOwner[]>;
}

interface Part {
  readonly move: NamespaceMove | undefined;
  readonly later: readonly OwnerRestart[];
  readonly stranded: readonly InjectedPod[];
}

function partOf(name: string, sources: Sources): Part {
  const { mesh, way, restart } = sources;
  const follows = mesh.revisions.injectorsIn.get(name)?.[0]?.revision === way.from.revision;
  const active = (mesh.revisions.podsIn.get(name) ?? []).filter(
    ({ revision }) => revision !== way.to.revision,
  );
  const { owners, loose } = ownersOf(active, mesh);
  const workloads = owners.filter((owner) => !isOfGateway(owner, sources));
  const sorted = groupBy(workloads, (owner) => whenOf(owner, follows, way));
  const moving = [...(sorted.get('wave') ?? []), ...idleIn(name, workloads, sources)];
  const unowned = loose.filter((pod) => isMoving(pod, way));
  const unmoving = loose.filter((pod) => !isMoving(pod, way));
  const stranded = [...(sorted.get('never') ?? []).flatMap(({ pods }) => pods), ...unmoving];
  return {
    move: moveOf(name, {
      ...{ follows, sources },
      owners: moving.map(restart).sort(byName),
      loosePods: unowned.map((pod) => pod.name).sort(compareText),
    }),
    later: (sorted.get('later') ?? []).map(restart).sort(byName),
    stranded: stranded.filter(({ revision }) => revision === way.from.revision),
  };
}

/** Owners without Pods whose templates name the old control plane. */
const idleIn = (name: string, workloads: readonly PodOwner[], sources: Sources): readonly PodOwner[] => {
  const known = new Set(workloads.map(idOfOwner));
  return (sources.idle.get(name) ?? []).filter(
    (owner) => !known.has(idOfOwner(owner)) && !isOfGateway(owner, sources),
  );
};

interface Found extends Pick<NamespaceMove, 'owners' | 'loosePods'> {
  readonly follows: boolean;
  readonly sources: Sources;
}

/** Who is injected by default without a label and has no Pods needs no label of ours, either. */
function moveOf(name: string, { follows, sources, owners, loosePods }: Found): NamespaceMove | undefined {
  const { mesh, way } = sources;
  const labels = mesh.revisions.namespaces.get(name) ?? {};
  const isEmpty = owners.length + loosePods.length === 0;
  if (isEmpty && (!follows || isUnlabelled(labels))) return undefined;
  return { name, labels: follows ? labelChanges(labels, way) : {}, owners, loosePods };
}

const isMoving = ({ next }: InjectedPod, { from, to }: Way): boolean =>
  next === from.revision || next === to.revision;

/** What follows by the labels of its Pods moves with its tag, unless they name the old control plane. */
function whenOf({ pods, object }: PodOwner, follows: boolean, { from, to }: Way): 'wave' | 'later' | 'never' {
  const next = pods[0]?.next;
  if (next === to.revision) return 'wave';
  if (next !== from.revision) return 'never';
  if (follows) return 'wave';
  return plainText(templateLabels(object)[label.revision]) === from.revision ? 'wave' : 'later';
}

/** Who injects by default may inject where no label asks for it. */
const isUnlabelled = (labels: Labels): boolean =>
  labels[label.injection] === undefined && labels[label.revision] === undefined;

function labelChanges(labels: Labels, { to }: Way): Readonly<Record<string, LabelChange>> {
  const { [label.injection]: injection, [label.revision]: revision = null } = labels;
  return {
    ...(injection !== undefined && { [label.injection]: { before: injection, after: null } }),
    [label.revision]: { before: revision, after: to.revision },
  };
}

const idOfOwner = ({ kind, namespace, name }: Pick<PodOwner, 'kind' | 'namespace' | 'name'>): string =>
  `${kind} ${namespace}/${name}`;

const byName = (a: OwnerRestart, b: OwnerRestart): number =>
  compareText(a.kind, b.kind) || compareText(a.name, b.name);

/** Those that istiod makes for Gateways are its business. */
function isOfGateway(owner: PodOwner, { gateways }: Sources): boolean {
  const references = objectsIn(owner.object, 'metadata', 'ownerReferences');
  return gateways.has(idOfOwner(owner)) || references.some(({ kind }) => kind === 'Gateway');
}

const gatewayOwners = ({ gateways }: UpgradeMesh): ReadonlySet<string> =>
  new Set(
    gateways.flatMap(({ kind, namespace, name }) =>
      kind === 'Deployment' ? [idOfOwner({ kind, namespace, name })] : [],
    ),
  );

function idleOwners(mesh: UpgradeMesh, { from }: Way): ReadonlyMap<string, readonly PodOwner[]> {
  const owners = new Map<string, PodOwner[]>();
  for (const kind of ['Deployment', 'StatefulSet', 'DaemonSet'] as const)
    for (const object of objectsOfKind(mesh, kind)) {
      if (!namesRevision(object, from.revision)) continue;
      const { namespace = '', name } = keyOf(object);
      pushTo(owners, namespace, { ...{ kind, namespace, name, object }, pods: [] });
    }
  return owners;
}

/** istiod names itself. */
const namesRevision = (object: JsonObject, revision: string): boolean => {
  const { [label.revision]: named, app } = templateLabels(object);
  return named === revision && app !== 'istiod';
};
