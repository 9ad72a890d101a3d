import { asList, asText, valueAt, type Maybe } from '../message/index.ts';
import { allOf, type Decision } from './decision.ts';
import { headerValue, matchHeader } from './header-match.ts';
import { shareOf } from './route-match.ts';
import type { HttpRequest, Verdict } from './trace.ts';
import type { Walk } from './walk.ts';

/** A filter that delays or aborts requests to see what happens. */
export interface FaultFilter {
  readonly name: string;
  readonly config: Maybe;
  readonly path: string;
}

/** Passes a request through a fault filter: a verdict when it surely aborts it, a branch when it may. */
export function passFault(walk: Walk, { name, config, path }: FaultFilter): Verdict | undefined {
  const { http } = walk.request;
  const applies = conditionsOf(config, http);
  if (http === undefined || applies.decision === 'no') {
    pushStep(walk, name, `injects no fault here: ${applies.reason}`);
    return undefined;
  }
  const sure = applies.decision === 'yes';
  const abort = faultOf(config, 'abort', http);
  const reason = faultText({ abort, delay: faultOf(config, 'delay', http), sure });
  const aborts = abort !== undefined && abort.share > 0;
  const field = aborts ? { path: `${path}.abort`, value: abort.config } : undefined;
  pushStep(walk, name, sure ? reason : `${reason}: ${applies.reason}`, field);
  if (!aborts) return undefined;
  const verdict: Verdict = { kind: 'direct-response', status: statusOf(abort.config, http) };
  if (sure && abort.share === 1) return verdict;
  const part = sure ? 'aborts a part of the requests, chosen at random' : `may abort it: ${applies.reason}`;
  walk.branches.push({ because: `${name} ${part}`, verdict });
  return undefined;
}

function pushStep(walk: Walk, name: string, reason: string, field?: { path: string; value: Maybe }): void {
  walk.steps.push({
    ...{ stage: 'http filter', name, reason },
    ...(field !== undefined && { field: { path: field.path, value: field.value ?? null } }),
  });
}

/** Whether the filter looks at such requests at all. */
function conditionsOf(
  config: Maybe,
  http: HttpRequest | undefined,
): { readonly decision: Decision; readonly reason: string } {
  if (http === undefined) return { decision: 'no', reason: 'it is no HTTP' };
  const all = asList(valueAt(config, 'headers')).map((each) => matchHeader(each, http));
  const decision = allOf(all.map((each) => each.decision));
  const reason = all.find((each) => each.decision === decision)?.reason ?? '';
  const cluster = asText(valueAt(config, 'upstream_cluster'));
  const nodes = asList(valueAt(config, 'downstream_nodes'));
  if (decision !== 'yes' || (cluster === '' && nodes.length === 0)) return { decision, reason };
  return {
    decision: 'unknown',
    reason:
      cluster === ''
        ? `only for clients of ${nodes.map(asText).join(', ')}`
        : `only for requests that go to ${cluster}`,
  };
}

interface Fault {
  readonly config: Maybe;
  /** Of the requests, from 0 to 1. */
  readonly share: number;
  /** Why there is no fault. */
  readonly missing?: string;
}

const kinds = {
  abort: { field: 'header_abort', header: 'x-envoy-fault-abort-request', verb: 'aborts' },
  delay: { field: 'header_delay', header: 'x-envoy-fault-delay-request', verb: 'delays' },
} as const;

function faultOf(config: Maybe, kind: keyof typeof kinds, http: HttpRequest): Fault | undefined {
  const fault = valueAt(config, kind);
  if (fault === undefined) return undefined;
  const { field, header, verb } = kinds[kind];
  if (valueAt(fault, field) !== undefined && headerValue(http, header) === undefined)
    return {
      config: fault,
      share: 0,
      missing: `${verb} only requests that ask for it by the header ${header}`,
    };
  const { share, whole } = shareOf(valueAt(fault, 'percentage'));
  return { config: fault, share: Math.min(1, share / whole) };
}

function faultText({
  abort,
  delay,
  sure,
}: {
  readonly abort: Fault | undefined;
  readonly delay: Fault | undefined;
  readonly sure: boolean;
}): string {
  const texts = [delayText(delay, sure), abortText(abort, sure)].filter((text) => text !== '');
  return texts.join(', ') || (abort?.missing ?? delay?.missing ?? 'injects no fault here');
}

function delayText(delay: Fault | undefined, sure: boolean): string {
  if (delay === undefined || delay.share === 0) return '';
  const time = asText(valueAt(delay.config, 'fixed_delay')) || 'the time that a header asks for';
  if (!sure) return `may delay it by ${time}`;
  return delay.share === 1 ? `delays it by ${time}` : `may delay it by ${time} (${percentOf(delay)})`;
}

function abortText(abort: Fault | undefined, sure: boolean): string {
  if (abort === undefined || abort.share === 0) return '';
  if (!sure) return 'may abort it';
  return abort.share === 1 ? 'aborts it' : `may abort it (${percentOf(abort)})`;
}

const percentOf = ({ share }: Fault): string => `${Math.round(share * 1_000_000) / 10_000} % of the requests`;

function statusOf(abort: Maybe, http: HttpRequest): number {
  const asked = headerValue(http, kinds.abort.header);
  const own = valueAt(abort, 'header_abort') === undefined ? valueAt(abort, 'http_status') : asked;
  const grpc = valueAt(abort, 'grpc_status');
  return Number(own ?? (grpc === undefined ? 503 : 200));
}
