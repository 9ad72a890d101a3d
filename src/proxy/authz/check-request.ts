import type { ProxyDump } from '../dump/dump.ts';
import { asText } from '../message/index.ts';
import { policyName } from '../trace/rbac.ts';
import { describeVerdict } from '../trace/describe-verdict.ts';
import { traceRequest } from '../trace/trace-request.ts';
import type { TraceRequest, TraceStep, Verdict } from '../trace/trace.ts';
import { summarizePolicies, type PolicyAction } from './summarize-policies.ts';

/** What an RBAC filter makes of a request. */
export interface AccessStep {
  /** Its place in the dump. */
  readonly path: string;
  readonly filter: string;
  /** Of the policy that applies, `namespace/name`; absent when none of the filter does. */
  readonly policy?: string;
  readonly rule?: string;
  /** Absent where no policy applies, and for policies that the dump does not list. */
  readonly action?: PolicyAction;
  /** Its rules are only tried out, or ask an external authorizer: the filter refuses nothing by them. */
  readonly shadow: boolean;
  readonly reason: string;
}

/** Whether a proxy lets a request pass. */
export interface AccessCheck {
  readonly request: TraceRequest;
  /**
   * `refused`: the connection does not get as far as a policy, for want of a certificate for one. `unknown`: it depends
   * on what the dump does not tell.
   */
  readonly decision: 'allowed' | 'denied' | 'refused' | 'unknown';
  readonly reason: string;
  /** The policy that decides; absent where it is that no policy applies. */
  readonly decidedBy?: AccessStep;
  readonly steps: readonly AccessStep[];
  readonly assumptions: readonly string[];
}

/**
 * Judges a request, as `parseRequest` gives it, by the RBAC filters of a proxy, in the filter chain that takes the
 * request. Throws MeshctlError (input) for a dump without listeners.
 */
export function checkRequest(dump: ProxyDump, request: TraceRequest): AccessCheck {
  const actions = actionsIn(dump);
  const { steps: all, verdict, assumptions } = traceRequest(dump, request);
  const steps = all.flatMap((step) => accessStep(step, actions));
  const decision = decisionOf(verdict);
  const decidedBy = steps.findLast(
    ({ policy, shadow, action }) =>
      policy !== undefined && !shadow && action === (decision === 'denied' ? 'DENY' : 'ALLOW'),
  );
  return {
    ...{ request, decision, reason: reasonOf(decision, verdict, decidedBy) },
    ...(decidedBy !== undefined && decision !== 'refused' && { decidedBy }),
    ...{ steps, assumptions },
  };
}

type Actions = ReadonlyMap<string, PolicyAction>;

const actionsIn = (dump: ProxyDump): Actions =>
  new Map(summarizePolicies(dump, { dryRun: true }).rows.map(({ policy, action }) => [policy, action]));

/** The field that decides says which of its rules a filter went by. */
function accessStep({ name: filter, reason, field }: TraceStep, actions: Actions): readonly AccessStep[] {
  const [, kind] = /\.(rules\.policies|rules\.action|shadow_rules)$/.exec(field?.path ?? '') ?? [];
  if (field === undefined || kind === undefined) return [];
  const named = kind === 'rules.action' ? '' : asText(field.value);
  const step = { path: field.path, filter, shadow: kind === 'shadow_rules', reason };
  return [named === '' ? step : { ...step, ...policyOf(named, actions) }];
}

function policyOf(key: string, actions: Actions): Pick<AccessStep, 'policy' | 'rule' | 'action'> {
  const { policy, rule } = policyName(key);
  const [namespace = '', name] = policy.split('/');
  const action = actions.get(name === undefined ? policy : `${name}.${namespace}`);
  return { policy, rule, ...(action !== undefined && { action }) };
}

function decisionOf(verdict: Verdict): AccessCheck['decision'] {
  if (verdict.kind === 'denied') return 'denied';
  if (verdict.kind === 'closed') return 'refused';
  if (verdict.kind !== 'unknown') return 'allowed';
  const [first, ...others] = [...new Set(verdict.possibilities.map(decisionOf))];
  return first === undefined || others.length > 0 ? 'unknown' : first;
}

function reasonOf(
  decision: AccessCheck['decision'],
  verdict: Verdict,
  decidedBy: AccessStep | undefined,
): string {
  if (decision === 'denied' && verdict.kind === 'unknown')
    return `denied; by which policy ${describeVerdict(verdict)}`;
  if (decision !== 'allowed') return describeVerdict(verdict);
  if (decidedBy?.policy === undefined) return 'allowed: no policy refuses it';
  return `allowed by policy ${decidedBy.policy} rule ${decidedBy.rule ?? ''}`;
}
