import { asList, asText, valueAt, type Maybe } from '../message/index.ts';
import { anyOf, type Decision } from './decision.ts';
import { headerValue } from './header-match.ts';
import { shareOf } from './route-match.ts';
import { matchText } from './string-match.ts';
import type { HttpRequest, Verdict } from './trace.ts';
import type { Walk } from './walk.ts';

/** Passes a request through a CORS filter, which answers preflights itself. `policy` is that of the route. */
export function passCors(
  walk: Walk,
  { name, policy }: { readonly name: string; readonly policy: Maybe },
): Verdict | undefined {
  const { http } = walk.request;
  const { decision, reason } = judge(http, policy);
  walk.steps.push({ stage: 'http filter', name, reason });
  const verdict: Verdict = { kind: 'direct-response', status: 200 };
  if (decision === 'unknown') walk.branches.push({ because: `${name}: ${reason}`, verdict });
  return decision === 'yes' ? verdict : undefined;
}

/** Whether a request asks, for a browser, what a page of another origin may do. */
export function isPreflight(http: HttpRequest): boolean {
  const has = (name: string): boolean => (headerValue(http, name) ?? '') !== '';
  return http.method === 'OPTIONS' && has('origin') && has('access-control-request-method');
}

function judge(
  http: HttpRequest | undefined,
  policy: Maybe,
): { readonly decision: Decision; readonly reason: string } {
  if (http === undefined || !isPreflight(http))
    return { decision: 'no', reason: 'answers CORS preflights, leaves other requests alone' };
  if (policy === undefined) return { decision: 'no', reason: 'leaves CORS preflights of this route alone' };
  const origin = headerValue(http, 'origin') ?? '';
  const origins = asList(valueAt(policy, 'allow_origin_string_match'));
  const allowed = anyOf(origins.map((each) => matchText(each, origin)));
  if (allowed === 'no')
    return forwardsUnmatched(policy)
      ? { decision: 'no', reason: `passes the CORS preflight on: ${origin} is not allowed` }
      : { decision: 'yes', reason: `answers the CORS preflight without allowing ${origin}` };
  const enabled = isEnabled(policy);
  if (enabled === 'no') return { decision: 'no', reason: 'is switched off for this route' };
  if (enabled === 'unknown' || allowed === 'unknown')
    return { decision: 'unknown', reason: 'may answer the CORS preflight' };
  return { decision: 'yes', reason: `answers the CORS preflight: ${origin} is allowed` };
}

/** Where nothing is said Envoy passes on preflights of origins that are not allowed. */
const forwardsUnmatched = (policy: Maybe): boolean =>
  valueAt(policy, 'forward_not_matching_preflights') !== false;

function isEnabled(policy: Maybe): Decision {
  const fraction = valueAt(policy, 'filter_enabled', 'default_value');
  if (fraction === undefined) return 'yes';
  const { share, whole } = shareOf(fraction);
  if (share >= whole) return 'yes';
  return share === 0 && asText(valueAt(policy, 'filter_enabled', 'runtime_key')) === '' ? 'no' : 'unknown';
}
