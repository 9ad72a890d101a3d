import { compareText } from '../../compare-text.ts';
import { asList, asObject, asText, valueAt, type Maybe } from '../message/index.ts';
import { allOf, anyOf, type Decision } from './decision.ts';
import { judgeAccess, type AccessFacts } from './rbac-condition.ts';

/** What an `envoy.config.rbac.v3.RBAC` makes of a request. */
export interface AccessDecision {
  /** Whether it lets the request pass. */
  readonly passes: Decision;
  /** The policy that decides: the one that applies, or the first that may; empty when none does. */
  readonly policy: string;
  readonly action: 'ALLOW' | 'DENY' | 'LOG';
  readonly reason: string;
}

/** Judges the policies in the order of their names, as Envoy keeps them. */
export function judgeRules(rules: Maybe, facts: AccessFacts): AccessDecision {
  const action = actionOf(rules);
  const policies = Object.entries(asObject(valueAt(rules, 'policies'))).sort(([a], [b]) => compareText(a, b));
  const judged = policies.map(([name, policy]) => ({ name, decision: judgePolicy(policy, facts) }));
  const applies = judged.find(({ decision }) => decision === 'yes');
  const may = judged.find(({ decision }) => decision === 'unknown');
  const decision = anyOf(judged.map((each) => each.decision));
  const policy = (applies ?? may)?.name ?? '';
  return {
    passes: passes(action, decision),
    policy,
    action,
    reason: reasonOf(action, decision, judged.length),
  };
}

/** Whether one of its permissions and one of its principals hold; conditions in CEL cannot be judged here. */
function judgePolicy(policy: Maybe, facts: AccessFacts): Decision {
  const holds = (field: string): Decision =>
    anyOf(asList(valueAt(policy, field)).map((each) => judgeAccess(each, facts)));
  const others: Decision[] = ['condition', 'checked_condition'].some(
    (field) => valueAt(policy, field) !== undefined,
  )
    ? ['unknown']
    : [];
  return allOf([holds('permissions'), holds('principals'), ...others]);
}

function actionOf(rules: Maybe): AccessDecision['action'] {
  const action = asText(valueAt(rules, 'action'));
  return action === 'DENY' || action === 'LOG' ? action : 'ALLOW';
}

function passes(action: AccessDecision['action'], applies: Decision): Decision {
  if (action === 'LOG') return 'yes';
  if (applies === 'unknown') return 'unknown';
  return (action === 'ALLOW') === (applies === 'yes') ? 'yes' : 'no';
}

function reasonOf(action: AccessDecision['action'], applies: Decision, count: number): string {
  const verb = { ALLOW: 'allows', DENY: 'denies', LOG: 'logs' }[action];
  if (applies === 'yes') return `a policy that ${verb} applies`;
  if (applies === 'unknown') return `a policy that ${verb} depends on what the dump does not tell`;
  if (count === 0) return action === 'ALLOW' ? 'it allows nothing' : 'it has no policy';
  return `no policy that ${verb} applies (of ${count})`;
}

/** `ns[shop]-policy[viewer]-rule[0]`, as Istio names the rules of its policies, taken apart. */
export function policyName(name: string): { readonly policy: string; readonly rule: string } {
  const parts = /ns\[(.*)\]-policy\[(.*)\]-rule\[(.*)\]$/.exec(name);
  if (parts === null) return { policy: name, rule: '' };
  return { policy: `${parts[1] ?? ''}/${parts[2] ?? ''}`, rule: parts[3] ?? '' };
}
