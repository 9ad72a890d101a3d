import { asList, asText, valueAt, type Maybe } from '../message/index.ts';
import { allOf } from './decision.ts';
import { headerValue, matchHeader } from './header-match.ts';
import { shareOf } from './route-match.ts';
import type { Verdict } from './trace.ts';
import type { Walk } from './walk.ts';

/** A filter that delays or aborts requests to see what happens. */
export interface FaultFilter {
  readonly name: string;
  readonly config: Maybe;
  readonly path: string;
}

/** Passes a request through a fault filter: a verdict when it surely aborts it, a branch when it may. */
export function passFault(walk: Walk, filter: FaultFilter): Verdict | undefined {
  const { name, path } = filter;
  const { abort, delay, share, reason } = faultOf(walk, filter);
  const field = { path: `${path}.abort`, value: abort ?? null };
  const text = reason ?? (textOf(delay, share) || 'injects no fault here');
  walk.steps.push({ stage: 'http filter', name, reason: text, ...(abort !== undefined && { field }) });
  if (abort === undefined || share === 0) return undefined;
  const verdict: Verdict = { kind: 'direct-response', status: statusOf(walk, abort) };
  if (share === 1) return verdict;
  walk.branches.push({ because: `${name} aborts a part of the requests, chosen at random`, verdict });
  return undefined;
}

interface Fault {
  readonly abort?: Maybe;
  readonly delay?: Maybe;
  /** Of the requests that are aborted, from 0 to 1. */
  readonly share: number;
  /** Why there is no fault. */
  readonly reason?: string;
}

function faultOf({ request }: Walk, { config }: FaultFilter): Fault {
  const { http } = request;
  const abort = valueAt(config, 'abort');
  const delay = valueAt(config, 'delay');
  const conditions = asList(valueAt(config, 'headers')).map((each) => http && matchHeader(each, http));
  const failed = conditions.find((each) => each?.decision === 'no');
  if (failed !== undefined) return { share: 0, reason: `injects no fault here: ${failed.reason}` };
  const share = abort === undefined ? 0 : partOf(abort);
  const asked = http && headerValue(http, 'x-envoy-fault-abort-request');
  if (valueAt(abort, 'header_abort') !== undefined && asked === undefined)
    return { share: 0, delay, reason: 'aborts only requests that ask for it by a header' };
  const sure = allOf(conditions.map((each) => each?.decision ?? 'unknown')) === 'yes';
  return { abort, delay, share: sure ? share : share / 2 };
}

const partOf = (fault: Maybe): number => {
  const { share, whole } = shareOf(valueAt(fault, 'percentage'));
  return Math.min(1, share / whole);
};

function textOf(delay: Maybe, share: number): string {
  const time = asText(valueAt(delay, 'fixed_delay')) || 'the time that a header asks for';
  const parts: Readonly<Record<string, string>> = { '0': '', '1': 'aborts it' };
  return [
    ...(delay === undefined || partOf(delay) === 0
      ? []
      : [`${partOf(delay) === 1 ? 'delays' : 'may delay'} it by ${time}`]),
    parts[String(share)] ?? `may abort it (${share * 100} % of the requests)`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function statusOf({ request: { http } }: Walk, abort: Maybe): number {
  const asked = http && headerValue(http, 'x-envoy-fault-abort-request');
  const own = valueAt(abort, 'header_abort') === undefined ? valueAt(abort, 'http_status') : asked;
  return Number(own ?? 503);
}
