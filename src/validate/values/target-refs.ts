import type { Path } from '../../path.ts';
import { errorRule, type Report, type RuleInfo } from '../rule.ts';

const targetName = errorRule({
  slug: 'targetref/name',
  summary: 'A target reference has a name.',
  message: () => 'the target has no name',
});

const targetNamespace = errorRule({
  slug: 'targetref/namespace',
  summary: 'A target reference stays in its own namespace.',
  message: ({ namespace }: { namespace: string }) =>
    `the target is in the namespace ${JSON.stringify(namespace)}, but a policy cannot refer to another namespace`,
  hint: 'Leave `namespace` out, and put the policy into the namespace of its target.',
});

const targetKind = errorRule({
  slug: 'targetref/kind',
  summary: 'A target is a Service, a ServiceEntry, a Gateway or a GatewayClass.',
  message: ({ group, kind }: { group: string; kind: string }) =>
    `a policy cannot target ${kind === '' ? 'an object without a kind' : kind} of ${group === '' ? 'the core group' : group}`,
  hint: 'Targets: Service (group ""), ServiceEntry (networking.istio.io), Gateway and GatewayClass (gateway.networking.k8s.io).',
});

const selectorAndTarget = errorRule({
  slug: 'policy/selector-and-target',
  summary: 'A policy has at most one of `selector`, `targetRef` and `targetRefs`.',
  message: ({ fields }: { fields: readonly string[] }) => `${fields.join(' and ')} exclude each other`,
});

export const targetRefRules: readonly RuleInfo[] = [
  targetName,
  targetNamespace,
  targetKind,
  selectorAndTarget,
];

interface TargetRef {
  readonly group?: string;
  readonly kind?: string;
  readonly name?: string;
  readonly namespace?: string;
}

interface Targeting {
  readonly selector?: object;
  readonly targetRef?: TargetRef;
  readonly targetRefs?: readonly TargetRef[];
}

/** Checks the target references of a policy, and that they do not compete with its selector. */
export function checkTargetRefs(spec: Targeting, path: Path, report: Report): void {
  const { selector, targetRef, targetRefs = [] } = spec;
  if (targetRef !== undefined) checkTargetRef(targetRef, [...path, 'targetRef'], report);
  for (const [index, ref] of targetRefs.entries())
    checkTargetRef(ref, [...path, 'targetRefs', index], report);
  const fields: string[] = [];
  if (selector !== undefined) fields.push('selector');
  if (targetRef !== undefined) fields.push('targetRef');
  if (targetRefs.length > 0) fields.push('targetRefs');
  if (fields.length > 1) report(selectorAndTarget, path, { fields });
}

function checkTargetRef(ref: TargetRef, path: Path, report: Report): void {
  const { group = '', kind = '', name = '', namespace = '' } = ref;
  if (name === '') report(targetName, [...path, 'name'], {});
  if (namespace !== '') report(targetNamespace, [...path, 'namespace'], { namespace });
  if (!targets.has(`${group}/${kind}`)) report(targetKind, path, { group, kind }, [...path, 'kind']);
}

const targets = new Set([
  '/Service',
  'core/Service',
  'networking.istio.io/ServiceEntry',
  'gateway.networking.k8s.io/Gateway',
  'gateway.networking.k8s.io/GatewayClass',
]);
