import type { RevisionUser, UninstallPlan } from '../src/install/uninstall/index.ts';
import { groupBy } from '../src/group-by.ts';
import { titleOf } from '../src/operator/diff/index.ts';
import { paint, printable, type Body } from '../src/output/index.ts';

/** What came of a plan: `declined` by whom was asked, `refused` because something still uses what would go. */
export type Outcome = 'planned' | 'removed' | 'refused' | 'declined';

/** A plan for people: what goes, by the part of the installation, and what one should know. */
export function planText(plan: UninstallPlan, colors: boolean): string {
  const { error, warning, bold } = paint(colors);
  const groups = groupBy(plan.deletions, ({ group }) => group);
  const parts = [...groups].map(([group, changes]) =>
    [bold(printable(group)), ...changes.map(({ object }) => error(`  - ${titleOf(object)}`)), ''].join('\n'),
  );
  const kept = plan.kept.map(({ object: { kind, name }, reason }) => `${kind} ${name} stays: ${reason}`);
  const notes = [...kept, ...plan.notices.map(({ message }) => message)];
  return [
    ...(plan.deletions.length === 0 ? [] : [`${headline(plan)}\n\n`]),
    ...parts.map((part) => `${part}\n`),
    ...notes.map((note) => `${warning('note:')} ${printable(note)}\n`),
  ].join('');
}

/** Why a plan is not carried out. */
export function usersText({ users }: UninstallPlan, colors: boolean): string {
  const { error } = paint(colors);
  const lines = [...groupBy(users, ({ type, reason }) => `${type} ${reason}`).values()].map(userLine);
  return [
    `${error('error:')} it is still in use\n`,
    ...lines.map((line) => `  ${printable(line)}\n`),
    '  hint: move these to another revision first, or go on with --force\n',
  ].join('');
}

/** The plan for programs. */
export function planDocument(
  { target, deletions, users, kept, notices }: UninstallPlan,
  outcome: Outcome,
): Body {
  return {
    target: { ...target },
    outcome,
    deletions: deletions.map(({ object, group, reason }) => ({
      ...object,
      group,
      ...(reason !== undefined && { reason }),
    })),
    users: users.map((user) => ({ ...user })),
    kept: kept.map(({ object, reason }) => ({ ...object, reason })),
    notices: notices.map((notice) => ({ ...notice })),
  };
}

function headline({ target, deletions }: UninstallPlan): string {
  const count = deletions.length === 1 ? '1 object goes' : `${deletions.length} objects go`;
  return target.type === 'purge'
    ? `All that installers made: ${count}`
    : `Revision ${target.revision} of the namespace ${target.namespace}: ${count}`;
}

/** Many pods are there for one reason. */
function userLine(users: readonly RevisionUser[]): string {
  const [first] = users;
  if (first === undefined) return '';
  const shown = users.slice(0, 5).map(({ name }) => name);
  const more = users.length > shown.length ? ` and ${users.length - shown.length} more` : '';
  return `${first.type} ${shown.join(', ')}${more} ${first.reason}`;
}
