import { groupBy } from '../../../group-by.ts';
import { isAmbient, isInMesh } from '../../injection.ts';
import type { Mesh } from '../../mesh.ts';
import { defineRule } from '../../rule.ts';
import { podKinds, type Workload } from '../../workloads.ts';
import { oneOfEachOwner, ownerOf } from './owner-of.ts';
import { listed } from './report-weak-mtls.ts';

/** Policies and certificates know service accounts: what shares one is one and the same for them. */
export const sharedServiceAccount = defineRule<{ namespace: string; apps: readonly string[] }>({
  slug: 'hardening/shared-service-account',
  code: 'MSH0419',
  severity: 'warning',
  summary: 'Different applications of the mesh have service accounts of their own.',
  hint: 'Give each application a ServiceAccount and name it as `serviceAccountName`.',
  kinds: ['Namespace', ...podKinds],
  optIn: true,
  message: ({ namespace, apps }) =>
    `${listed(apps)} run as the default service account of ${namespace}: policies cannot tell them apart`,
  check(mesh, report) {
    const shared = oneOfEachOwner(mesh.workloads.all.filter((workload) => runsAsDefault(mesh, workload)));
    for (const [namespace, workloads] of groupBy(shared, (workload) => workload.namespace)) {
      const byApp = groupBy(workloads, appOf);
      const [first] = workloads;
      if (byApp.size < 2 || first === undefined) continue;
      const firsts = [...byApp.values()].flatMap(([one]) => one ?? []);
      const related = firsts.slice(1, 4).map(({ object, podPath }) => ({
        ...{ object, path: podPath, message: 'this one shares it' },
      }));
      report(
        first.object,
        [...first.podPath, 'serviceAccountName'],
        { namespace, apps: [...byApp.keys()] },
        { related },
      );
    }
  },
});

const runsAsDefault = (mesh: Mesh, workload: Workload): boolean => {
  const { serviceAccountName = '' } = workload.pod ?? {};
  const isShared =
    workload.pod !== undefined && (serviceAccountName === '' || serviceAccountName === 'default');
  return isShared && (isInMesh(mesh, workload) || isAmbient(mesh, workload));
};

/** Versions of one application, and the Pods of one Deployment, may well share an account. */
const appOf = ({ labels, object }: Workload): string =>
  labels['app.kubernetes.io/name'] ?? labels.app ?? labels['k8s-app'] ?? ownerOf(object).name;
