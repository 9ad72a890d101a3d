import { groupBy } from '../../../group-by.ts';
import type { Mesh } from '../../mesh.ts';
import { fullName, type MeshObject } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';
import { workloadKinds, type Workload } from '../../workloads.ts';
import { isAllow } from './demands-identity.ts';
import { policiesOfWorkload } from './policies-of-workload.ts';
import { firstOf, listed } from './report-weak-mtls.ts';
import { servedWorkloads } from './served-workloads.ts';

/** Without any ALLOW policy everybody who reaches a workload may use it. */
export const noDefaultDeny = defineRule<{ workloads: readonly string[]; count: number }>({
  slug: 'hardening/no-default-deny',
  code: 'MSH0403',
  severity: 'warning',
  summary: 'Workloads of the mesh serve nobody unless a policy lets them in.',
  hint: 'Deny by default: an AuthorizationPolicy with `spec: {}` in the root namespace, or in this one; then allow what is needed.',
  kinds: ['AuthorizationPolicy', 'Service', 'Namespace', 'KubernetesGateway', ...workloadKinds],
  optIn: true,
  message: ({ workloads, count }) => `no AuthorizationPolicy limits who may use ${listed(workloads, count)}`,
  check(mesh, report) {
    const open = mesh.derive(servedWorkloads).filter((workload) => !isLimited(mesh, workload));
    for (const [namespace, workloads] of groupBy(open, (workload) => workload.namespace)) {
      const args = firstOf(workloads.map(({ object }) => fullName(object)));
      const [first] = workloads;
      if (first === undefined) continue;
      if (isDecided(mesh, namespace)) {
        const related = workloads.slice(1, 4).map(({ object }) => ({
          ...{ object, path: ['metadata', 'name'], message: 'this one is open, too' },
        }));
        report(first.object, ['metadata', 'name'], args, { related });
      } else report.undecided(first.object, 'the input holds no AuthorizationPolicy');
    }
  },
});

const isLimited = (mesh: Mesh, workload: Workload): boolean =>
  policiesOfWorkload(mesh, workload).some(
    (policy) => isAllow(policy) || policy.spec.action === 'CUSTOM' || deniesTheRest(policy),
  );

/** A DENY policy that says whom it does not mean works as a list of those who may. */
const deniesTheRest = ({ spec: { action, rules = [] } }: MeshObject<'AuthorizationPolicy'>): boolean =>
  action === 'DENY' &&
  rules.some(({ from = [] }) =>
    from.some(({ source = {} }) => Object.keys(source).some((name) => name.startsWith('not'))),
  );

/** Policies are kept with what they protect; where there are none at all they may be elsewhere. */
const isDecided = (mesh: Mesh, namespace: string): boolean =>
  mesh.isKnown('AuthorizationPolicy', namespace) || mesh.of('AuthorizationPolicy').length > 0;
