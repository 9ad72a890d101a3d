import type { AccessAttributes } from '../../../kube/apply/index.ts';
import type { AnsweredQuestion } from '../precheck-facts.ts';
import type { PrecheckFinding } from '../precheck-report.ts';

/** What may not be done that an installation does. */
export function permissionFindings(access: readonly AnsweredQuestion[]): readonly PrecheckFinding[] {
  return access
    .filter(({ allowed }) => !allowed)
    .map(({ attributes, reason }) => ({
      code: 'IST0141',
      severity: 'error',
      origin: 'Cluster',
      message: `you may not ${nameOf(attributes)}${reason === undefined ? '' : `: ${reason}`}`,
      hint: 'ask an administrator of the cluster for it, or for the role cluster-admin while you install',
    }));
}

function nameOf({ verb, resource, group = '', namespace }: AccessAttributes): string {
  const kind = group === '' ? resource : `${resource}.${group}`;
  return `${verb} ${kind}${namespace === undefined ? '' : ` in the namespace ${namespace}`}`;
}
