import type { ClusterChange } from '../../src/changes/index.ts';
import { groupBy } from '../../src/group-by.ts';
import type { InstallPlan } from '../../src/install/index.ts';
import { formatChanges, titleOf } from '../../src/operator/diff/index.ts';
import { paint, printable, type Paint } from '../../src/output/index.ts';
import { changesOf, countsOf, countsText } from './plan-counts.ts';

/** A plan for people: by component what is created, changed and deleted; with `diff` every object and field. */
export function planText(
  plan: InstallPlan,
  how: { readonly colors: boolean; readonly diff: boolean },
): string {
  const styles = paint(how.colors);
  const groups = [
    ...plan.stages.map(({ name, changes }) => ({ name, changes })),
    ...(plan.prune.length > 0 ? [{ name: 'No longer wanted', changes: plan.prune }] : []),
  ];
  const lines = groups.flatMap(({ name, changes }) => [
    `${styles.bold(name)}: ${countsText(countsOf(changes))}`,
    ...changeLines(changes, how.diff, styles),
  ]);
  const { revision, version, namespace, notices } = plan;
  return [
    `Istio ${version}, revision ${printable(revision)}, in the namespace ${printable(namespace)}`,
    ...lines,
    ...notices.map((notice) => `${styles.warning('note:')} ${printable(notice)}`),
    `Together: ${countsText(countsOf(changesOf(plan)))}`,
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function changeLines(changes: readonly ClusterChange[], diff: boolean, styles: Paint): readonly string[] {
  const created = changes.filter(({ action }) => action === 'create');
  const creations = diff
    ? created.map(({ object }) => `+ ${titleOf(object)}`)
    : [...groupBy(created, ({ object }) => object.kind)].map(([kind, list]) => `+ ${shortList(kind, list)}`);
  return [
    ...creations.map((line) => styles.info(`  ${line}`)),
    ...changes.filter(({ action }) => action === 'change').flatMap((one) => changedLines(one, diff, styles)),
    ...changes
      .filter(({ action }) => action === 'delete')
      .map(({ object, reason = '' }) => styles.error(`  - ${titleOf(object)}: ${printable(reason)}`)),
  ];
}

/** Many definitions are one line. */
function shortList(kind: string, list: readonly ClusterChange[]): string {
  const [first] = list;
  return list.length === 1 && first !== undefined ? titleOf(first.object) : `${list.length} ${kind} objects`;
}

function changedLines(change: ClusterChange, diff: boolean, styles: Paint): readonly string[] {
  const { object, changes, adopts, conflicts } = change;
  const from = adopts.length === 0 ? '' : `, taken over from ${adopts.join(', ')}`;
  const fields = `${changes.length} ${changes.length === 1 ? 'field' : 'fields'}${from}`;
  return [
    styles.warning(`  ~ ${titleOf(object)}: ${printable(fields)}`),
    ...(diff ? formatChanges(changes).map((line) => `      ${line}`) : []),
    ...conflicts.map(({ field, manager }) =>
      styles.error(`      ! ${printable(field)} is managed by ${printable(manager)}`),
    ),
  ];
}
