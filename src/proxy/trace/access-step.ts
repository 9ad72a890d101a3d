import type { JsonObject } from '../../resources/index.ts';
import { asList, asText, valueAt, type Maybe } from '../message/index.ts';
import { accessInput } from './connection-input.ts';
import { headerValue } from './header-match.ts';
import { walkTree } from './matcher-tree.ts';
import type { AccessFacts } from './rbac-condition.ts';
import { judgeRules, policyName, type AccessDecision } from './rbac.ts';
import type { Stage, TraceRequest, Verdict } from './trace.ts';
import type { Walk } from './walk.ts';

/** A filter of access control and where it stands. */
export interface AccessFilter {
  readonly name: string;
  /** Its configuration, with `rules` and `shadow_rules`. */
  readonly config: Maybe;
  readonly path: string;
  readonly stage: Stage;
}

export interface AccessResult {
  /** When it refuses the request. */
  readonly verdict: Verdict | undefined;
  /** What `shadow_rules` came to, for filters after it. */
  readonly shadow: AccessDecision | undefined;
}

/** Passes a request through an RBAC filter. */
export function passAccess(walk: Walk, filter: AccessFilter, facts: AccessFacts): AccessResult {
  const shadowRules = valueAt(filter.config, 'shadow_rules');
  const shadow = shadowRules === undefined ? undefined : judgeRules(shadowRules, facts);
  if (shadow !== undefined)
    walk.steps.push({
      ...{ stage: filter.stage, name: filter.name },
      reason: `takes note, without refusing anything: ${shadow.reason}`,
      field: { path: `${filter.path}.shadow_rules`, value: shadow.policy },
    });
  const rules = valueAt(filter.config, 'rules');
  return {
    verdict:
      rules === undefined
        ? passWithoutRules(walk, filter, facts)
        : enforce(walk, filter, judgeRules(rules, facts)),
    shadow,
  };
}

/** What conditions look at, of a request as an HTTP connection manager passes it on. */
export function accessFacts(request: TraceRequest, manager: Maybe, claims?: JsonObject): AccessFacts {
  return { ...request, remoteIp: remoteIp(request, manager), claims };
}

function remoteIp(request: TraceRequest, manager: Maybe): string | undefined {
  const forwarded = request.http && headerValue(request.http, 'x-forwarded-for');
  const trusted = Number(valueAt(manager, 'xff_num_trusted_hops') ?? 0);
  const own = valueAt(manager, 'use_remote_address') === true;
  if (asList(valueAt(manager, 'original_ip_detection_extensions')).length > 0) return undefined;
  if (own && trusted === 0) return request.sourceIp;
  if (forwarded === undefined) return own ? undefined : request.sourceIp;
  const addresses = forwarded.split(',').map((each) => each.trim());
  return addresses.at(own ? -trusted : -1 - trusted) ?? request.sourceIp;
}

/** With neither rules nor a matcher all may pass. */
function passWithoutRules(
  walk: Walk,
  { name, config, path, stage }: AccessFilter,
  facts: AccessFacts,
): Verdict | undefined {
  const matcher = valueAt(config, 'matcher');
  if (matcher === undefined) return undefined;
  const result = walkTree(matcher, `${path}.matcher`, accessInput(facts));
  if (result.kind === 'unknown') {
    const reason = `may be denied: ${result.because}`;
    walk.steps.push({ stage, name, reason, field: { path: `${path}.matcher`, value: '(matcher)' } });
    walk.branches.push({ because: `${name}: ${result.because}`, verdict: denial(name, '') });
    return undefined;
  }
  // Where nothing fits the request is refused.
  const action = result.kind === 'action' ? valueAt(result.action, 'typed_config') : undefined;
  const policy = asText(valueAt(action, 'name'));
  const denies = result.kind === 'none' || valueAt(action, 'action') === 'DENY';
  const why = result.kind === 'action' ? result.reasons.join(', ') : 'no branch of the matcher fits';
  walk.steps.push({
    ...{ stage, name, reason: `${denies ? 'denied' : 'passes'}: ${why}${policy && ` (${policy})`}` },
    field: { path: result.kind === 'action' ? result.path : `${path}.matcher`, value: policy },
  });
  return denies ? denial(name, policy) : undefined;
}

const denial = (filter: string, policy: string): Verdict => ({
  kind: 'denied',
  filter,
  ...policyName(policy),
});

function enforce(
  walk: Walk,
  { name, path, stage }: AccessFilter,
  { passes, policy, action, reason }: AccessDecision,
): Verdict | undefined {
  const result = { yes: 'passes', no: 'denied', unknown: 'may be denied' }[passes];
  walk.steps.push({
    ...{ stage, name },
    reason: `${result}: ${reason}${policy && ` (${policy})`}`,
    field:
      policy === ''
        ? { path: `${path}.rules.action`, value: action }
        : { path: `${path}.rules.policies`, value: policy },
  });
  if (passes === 'yes') return undefined;
  const verdict = denial(name, policy);
  if (passes === 'no') return verdict;
  walk.branches.push({ because: `${name}: ${reason}${asText(policy) && ` (${policy})`}`, verdict });
  return undefined;
}
