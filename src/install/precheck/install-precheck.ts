import type { ClusterChange } from '../../changes/index.ts';
import type { JsonObject } from '../../json.ts';
import type { ClusterWriter } from '../../kube/apply/index.ts';
import { questionsAbout, withoutRepeats } from './access-questions.ts';
import { permissionFindings } from './checks/permissions.ts';
import { versionFindings } from './checks/kubernetes-version.ts';
import type { PrecheckFinding } from './precheck-report.ts';
import { ask } from './read-precheck-facts.ts';

interface InstallPrecheck {
  /** The answer to `/version`. */
  readonly version: JsonObject;
  /** All that the plan does; what is unchanged needs no permission. */
  readonly changes: readonly ClusterChange[];
}

/**
 * What must be right before anything is written: the version of Kubernetes, and that one may write what a plan writes.
 * One short question for each kind in each namespace; none when nothing changes.
 */
export async function installPrecheck(
  writer: Pick<ClusterWriter, 'create'>,
  { version, changes }: InstallPrecheck,
  options: { readonly signal?: AbortSignal } = {},
): Promise<readonly PrecheckFinding[]> {
  const questions = changes.flatMap(({ action, desired, live }) => {
    if (action === 'unchanged') return [];
    return questionsAbout([desired ?? live ?? {}], [action === 'change' ? 'patch' : action]);
  });
  const access = await ask(writer, withoutRepeats(questions), options);
  return [...versionFindings(version), ...permissionFindings(access)];
}
