import { groupBy } from '../../group-by.ts';
import { objectIn, plainText, type JsonObject } from '../../json.ts';
import { label } from '../../label.ts';
import { keyOf } from '../../kube/apply/index.ts';
import { isOfRevision, workloadsOf } from './installed.ts';
import type { VerifyCheck } from './verify-report.ts';
import type { VerifySnapshot } from './verify-snapshot.ts';

/** Which installations there are, by what their workloads say. */
export function checkInstallations(
  snapshot: VerifySnapshot,
  revision: string | undefined,
): readonly VerifyCheck[] {
  const unseen = snapshot.unseen.map((what): VerifyCheck => ({
    outcome: 'skipped',
    message: `not seen: ${what}`,
  }));
  const installed = workloadsOf(snapshot).filter((object) => isOfRevision(object, revision));
  if (installed.length === 0 && snapshot.plan === undefined) return [...unseen, none(revision)];
  const found = [...groupBy(installed, titleOf)].map(([title, list]): VerifyCheck => ({
    outcome: 'ok',
    message: `${title}: ${list.map((object) => keyOf(object).name).join(', ')}`,
  }));
  return [...unseen, ...found];
}

function none(revision: string | undefined): VerifyCheck {
  return {
    outcome: 'failed',
    message:
      revision === undefined
        ? 'no installation is in the cluster'
        : `no installation of the revision ${revision} is in the cluster`,
    hint: '`meshctl install` makes one; `meshctl tag list` shows the revisions there are',
  };
}

function titleOf(object: JsonObject): string {
  const labels = objectIn(object, 'metadata', 'labels');
  const revision = plainText(labels[label.revision]) || 'default';
  const version = plainText(labels[label.version]);
  const { namespace = '' } = keyOf(object);
  return `revision ${revision} in ${namespace}${version === '' ? '' : `, as of Istio ${version}`}`;
}
