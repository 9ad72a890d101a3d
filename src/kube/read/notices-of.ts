import { resourceName, type ServedKind } from '../discovery/served-kind.ts';
import type { KindList } from '../list/list-kinds.ts';
import { grantCommand } from '../session/request-target.ts';

/** What is missing of a cluster though it may be there, one sentence each. Kinds it does not serve are not missing. */
export function noticesOf(lists: readonly KindList[]): readonly string[] {
  const forbidden = lists.flatMap(({ outcome, served }) =>
    outcome === 'forbidden' && served ? [served] : [],
  );
  const failed = lists.filter(({ outcome }) => outcome === 'failed');
  return [...(forbidden.length > 0 ? [forbiddenNotice(forbidden)] : []), ...failed.map(failedNotice)];
}

function forbiddenNotice(served: readonly ServedKind[]): string {
  const resources = served.map(resourceName);
  return `not all ${resources.join(', ')} could be read, for want of permission: ${grantCommand(resources)}`;
}

function failedNotice({ kind, group, problems }: KindList): string {
  const why = problems.map(({ message, reason }) =>
    reason === undefined ? message : `${message} (${reason})`,
  );
  return `not all objects of the kind ${kind}${group && `.${group}`} could be read: ${why.join('; ')}`;
}
