import { asList, valueAt, type Maybe } from '../message/index.ts';
import { anyOf } from './decision.ts';
import { headerValue } from './header-match.ts';
import { matchText } from './string-match.ts';
import type { Verdict } from './trace.ts';
import type { Walk } from './walk.ts';

/** Passes a request through a CORS filter, which answers preflights itself. `policy` is that of the route. */
export function passCors(
  walk: Walk,
  { name, policy }: { readonly name: string; readonly policy: Maybe },
): Verdict | undefined {
  const answers = isPreflight(walk) && allows(walk, policy);
  const reason = answers
    ? 'answers the CORS preflight'
    : 'answers CORS preflights, leaves other requests alone';
  walk.steps.push({ stage: 'http filter', name, reason });
  return answers ? { kind: 'direct-response', status: 200 } : undefined;
}

function isPreflight({ request: { http } }: Walk): boolean {
  return http?.method === 'OPTIONS' && headerValue(http, 'access-control-request-method') !== undefined;
}

function allows({ request: { http } }: Walk, policy: Maybe): boolean {
  const origin = http && headerValue(http, 'origin');
  if (origin === undefined) return false;
  const origins = asList(valueAt(policy, 'allow_origin_string_match'));
  return anyOf(origins.map((each) => matchText(each, origin))) === 'yes';
}
