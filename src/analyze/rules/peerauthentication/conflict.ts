import { isDeepStrictEqual } from 'node:util';
import { defineRule } from '../../rule.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { reportSelectedTwice, selectedTwice } from '../../selected-twice.ts';
import { reportSeveral, withoutSelectorByNamespace } from '../../without-selector.ts';
import { workloadKinds } from '../../workloads.ts';

/** Of several PeerAuthentications for the same workloads the oldest counts. */
export const conflict = defineRule<{ policies: string[]; namespace: string; workload: string }>({
  slug: 'peerauthentication/conflict',
  code: 'MSH0129',
  severity: 'error',
  summary: 'A workload, a namespace and the mesh have one PeerAuthentication each at most.',
  hint: 'Keep one of them.',
  kinds: ['PeerAuthentication', ...workloadKinds],
  scope: 'unit',
  message: ({ policies, workload }) =>
    `the PeerAuthentications ${policies.join(', ')} are all for ${workload}, and only the oldest counts`,
  check(mesh, report) {
    const wide = withoutSelectorByNamespace(mesh.of('PeerAuthentication').filter(isWide));
    for (const [namespace, policies] of wide) {
      if (areAlike(policies)) continue;
      const workload = namespace === mesh.rootNamespace ? 'the mesh' : `the namespace ${namespace}`;
      reportSeveral(mesh, policies, (names) => ({ policies: names, namespace, workload }), report);
    }
    const twice = selectedTwice(mesh, 'PeerAuthentication', ({ spec }) => spec.selector?.matchLabels);
    reportSelectedTwice(
      mesh,
      twice.filter(({ objects }) => !areAlike(objects)),
      ({ names, namespace, workloadName }) => ({
        ...{ policies: names, namespace, workload: `the workload ${workloadName}` },
      }),
      report,
    );
  },
});

const isWide = ({ spec }: MeshObject<'PeerAuthentication'>): boolean =>
  Object.keys(spec.selector?.matchLabels ?? {}).length === 0;

/** Policies that ask for the same do no harm. */
const areAlike = ([first, ...others]: readonly MeshObject<'PeerAuthentication'>[]): boolean =>
  others.every(
    ({ spec: { mtls, portLevelMtls } }) =>
      isDeepStrictEqual(mtls, first?.spec.mtls) &&
      isDeepStrictEqual(portLevelMtls, first?.spec.portLevelMtls),
  );
