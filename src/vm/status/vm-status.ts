import { compareText } from '../../compare-text.ts';
import { objectIn, plainText, type JsonObject } from '../../json.ts';
import { summarizeGroups, type GroupSummary } from '../group/summarize-groups.ts';
import { entryStatus, type VmEntryStatus } from './entry-status.ts';
import type { VmGroupStatus } from './group-status.ts';
import { entryProblems, groupProblems } from './problems.ts';
import type { VmProblem } from './vm-problem.ts';
import { selectingServices } from './selecting-services.ts';
import type { VmSnapshot } from './vm-snapshot.ts';

/** How the VMs of a mesh are. */
export interface VmStatus {
  /** By namespace and name. */
  readonly groups: readonly VmGroupStatus[];
  /** VMs of no group that is there: made by hand, or left over. */
  readonly others: readonly VmEntryStatus[];
  /** All that is wrong, of groups and of VMs. */
  readonly problems: readonly VmProblem[];
}

/** Which VMs to tell of. Default: all. */
export interface VmStatusFilter {
  readonly namespace?: string;
  readonly group?: string;
}

/** Tells how VMs are: from objects of a cluster and what its istiods say. Nothing is asked. */
export function vmStatus(snapshot: VmSnapshot, { namespace, group }: VmStatusFilter = {}): VmStatus {
  const { objects } = snapshot;
  const inNamespace = (one: { readonly namespace: string }): boolean =>
    namespace === undefined || one.namespace === namespace;
  const summaries = summarizeGroups(objects);
  const groups = summaries
    .filter((one) => inNamespace(one) && (group === undefined || one.name === group))
    .map((summary) => groupStatus(snapshot, summary));
  const grouped = new Set(
    summaries.flatMap((one) => one.entries.map(({ name }) => `${one.namespace}/${name}`)),
  );
  const others = objects
    .filter((object) => object.kind === 'WorkloadEntry' && !grouped.has(keyOf(object)))
    .map((object) => entryStatus(snapshot, object))
    .filter((one) => inNamespace(one) && (group === undefined || one.group === group))
    .sort((a, b) => compareText(a.namespace, b.namespace) || compareText(a.name, b.name));
  const all = [...groups.flatMap(({ entries }) => entries), ...others];
  return {
    groups,
    others,
    problems: [
      ...groups.flatMap(groupProblems),
      ...all.flatMap((entry) => entryProblems(entry, snapshot, { missingGroup: others.includes(entry) })),
    ],
  };
}

function groupStatus(snapshot: VmSnapshot, { entries, ...summary }: GroupSummary): VmGroupStatus {
  const { namespace } = summary;
  const members = new Set(entries.map(({ name }) => `${namespace}/${name}`));
  return {
    ...summary,
    services: selectingServices(snapshot.objects, namespace, summary.labels),
    entries: snapshot.objects
      .filter((object) => object.kind === 'WorkloadEntry' && members.has(keyOf(object)))
      .map((object) => entryStatus(snapshot, object))
      .sort((a, b) => compareText(a.name, b.name)),
  };
}

function keyOf(object: JsonObject): string {
  const { namespace, name } = objectIn(object, 'metadata');
  return `${plainText(namespace) || 'default'}/${plainText(name)}`;
}
