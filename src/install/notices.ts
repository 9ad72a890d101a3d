import type { ClusterChange } from '../changes/index.ts';
import type { JsonObject } from '../json.ts';
import { labelOf } from '../label-of.ts';
import { label } from '../label.ts';
import { kubernetesRange } from '../version.ts';
import { isDefaultTag } from './default-stage.ts';
import type { DesiredInstall } from './desired-objects.ts';
import type { InstallStage } from './install-plan.ts';
import type { InstallState } from './install-state.ts';
import { versionNotices } from './version-notices.ts';
import { minorVersion } from '../minor-version.ts';

export interface NoticeFacts {
  readonly desired: DesiredInstall;
  readonly state: InstallState;
  readonly stages: readonly InstallStage[];
  readonly prune: readonly ClusterChange[];
  readonly kubernetes?: string;
}

/** What the user should know before agreeing to a plan, in words. */
export function noticesOf(facts: NoticeFacts): readonly string[] {
  const changes = facts.stages.flatMap((stage) => stage.changes);
  return [
    ...kubernetesNotices(facts.kubernetes ?? ''),
    ...versionNotices(changes, facts.desired),
    ...gatewayNotices(facts),
    ...defaultNotices(facts),
    ...adoptionNotices(changes),
    ...removalNotices(facts.prune),
    ...facts.state.unseen,
  ];
}

function kubernetesNotices(version: string): readonly string[] {
  const minor = minorVersion(version);
  const least = minorVersion(kubernetesRange.replace('>=', ''));
  if (minor === undefined || least === undefined || minor >= least) return [];
  return [`the cluster runs Kubernetes ${version}: this Istio release supports ${kubernetesRange}`];
}

/** Gateways carry no revision in their names: a second control plane takes those of the first. */
function gatewayNotices({ stages, desired: { owner } }: NoticeFacts): readonly string[] {
  const workloads = stages
    .filter(({ name }) => name === 'IngressGateways' || name === 'EgressGateways')
    .flatMap(({ changes }) => changes)
    .filter(({ object, action }) => object.kind === 'Deployment' && action === 'change');
  return workloads.flatMap(({ object, live }) => {
    const before = revisionOf(live);
    if (before === owner.revision || before === '') return [];
    return `the gateway ${object.namespace ?? ''}/${object.name} of the revision ${before} is upgraded in place, and belongs to ${owner.revision} from then on`;
  });
}

function defaultNotices({ state, stages, desired: { owner } }: NoticeFacts): readonly string[] {
  if (!stages.some(({ name }) => name === 'DefaultRevision')) return [];
  const before = [...state.objects.values()].filter(isDefaultTag).map(revisionOf);
  return before
    .filter((revision) => revision !== owner.revision)
    .map((revision) => `the default revision moves from ${revision} to ${owner.revision}`);
}

function adoptionNotices(changes: readonly ClusterChange[]): readonly string[] {
  const adopted = changes.filter(({ adopts }) => adopts.length > 0);
  if (adopted.length === 0) return [];
  const managers = [...new Set(adopted.flatMap(({ adopts }) => adopts))].sort();
  const count = adopted.length === 1 ? 'an object' : `${adopted.length} objects`;
  return [`${count} made by ${managers.join(', ')} are taken over: settings that only they had are removed`];
}

function removalNotices(prune: readonly ClusterChange[]): readonly string[] {
  return prune
    .filter(({ object, group }) => object.kind === 'Deployment' && group === 'Pilot')
    .map(({ object }) => `the control plane ${object.namespace ?? ''}/${object.name} is removed`);
}

const revisionOf = (object: JsonObject | undefined): string => labelOf(object, label.revision);
