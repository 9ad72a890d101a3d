import type { Trace, Verdict } from '../../trace.ts';
import type { Observation } from './stage.ts';
import { valueAt, type Maybe } from '../../../message/index.ts';
import { isPassthrough } from './echo-cluster.ts';

/** Why a trace and what Envoy did do not agree; undefined when they do. */
export function disagreement(
  trace: Trace,
  answer: string,
  seen: Observation | undefined,
): string | undefined {
  const { verdict } = trace;
  if (!agrees(verdict, { ...readAnswer(answer), isEmpty: answer === '', seen })) return verdict.kind;
  if (verdict.kind === 'unknown' || seen === undefined) return undefined;
  const chain = placeOf(trace, /^listeners\[.*?\]\.(filter_chains\[\d+\]|default_filter_chain)(?=\.filters)/);
  if (chain !== undefined && isPlace(seen.chain) && chain !== seen.chain) return `chain ${chain}`;
  const route = placeOf(trace, /^.*\.virtual_hosts\[\d+\]\.routes\[\d+\]/);
  return isPlace(seen.route) && route !== seen.route ? `route ${route ?? 'none'}` : undefined;
}

const isPlace = (name: string | null): name is string => name?.includes('[') === true;

function placeOf({ steps }: Trace, place: RegExp): string | undefined {
  const found = steps.map(({ field }) => place.exec(field?.path ?? '')?.[0]);
  return found.findLast((each) => each !== undefined);
}

/** What came of a request: the answer, and what Envoy says. */
interface Result extends Answer {
  readonly isEmpty: boolean;
  readonly seen: Observation | undefined;
}

function agrees(verdict: Verdict, result: Result): boolean {
  const { echo, isEmpty } = result;
  const cluster = result.seen?.cluster;
  switch (verdict.kind) {
    case 'unknown':
      return verdict.possibilities.some((each) => agrees(each, result));
    case 'reaches':
      return all(echo === cluster, verdict.targets.map((each) => each.cluster).includes(echo ?? ''));
    case 'passthrough':
      // Where nobody serves the address, or not at this port, only the cluster can be compared.
      return all(cluster === verdict.cluster, [undefined, verdict.address].includes(echo));
    case 'black-hole':
      return all(isEmpty, cluster === verdict.cluster);
    case 'closed':
      return [isEmpty, isNoHttp(result.seen)].includes(true);
    default:
      return all(echo === undefined, isAnswered(verdict, result));
  }
}

const all = (...conditions: readonly boolean[]): boolean => !conditions.includes(false);

const isNoHttp = (seen: Observation | undefined): boolean =>
  seen?.details?.startsWith('http1.codec_error') === true;

type Answered = Exclude<
  Verdict,
  { readonly kind: 'unknown' | 'reaches' | 'passthrough' | 'black-hole' | 'closed' }
>;

/** Envoy answers by itself: to HTTP with a status, to all else by closing the connection. */
function isAnswered(verdict: Answered, { status = 0, location, isEmpty, seen }: Result): boolean {
  switch (verdict.kind) {
    case 'denied':
      return all([0, 403].includes(status), isDenial(seen), names(verdict.policy, seen));
    case 'redirect':
      return all(status === verdict.status, location === verdict.location);
    case 'no-route':
      return all(status === verdict.status, seen?.details === 'route_not_found');
    case 'direct-response':
      return status === verdict.status;
    default:
      return all(isEmpty === (status === 0), [0, 503].includes(status));
  }
}

/** Whether access control refused the request. */
function isDenial(seen: Observation | undefined): boolean {
  return [seen?.details, seen?.closed].some((text) => text?.startsWith('rbac_access_denied') === true);
}

/** Envoy names the policy that denies; there is none when no policy allows. */
function names(policy: string, seen: Observation | undefined): boolean {
  const text = `${seen?.details ?? ''}${seen?.closed ?? ''}`;
  if (policy === '') return text.includes('[none]');
  const [namespace, name] = policy.split('/');
  return name === undefined ? text.includes(policy) : text.includes(`ns[${namespace ?? ''}]-policy[${name}]`);
}

interface Answer {
  readonly status: number | undefined;
  readonly echo: string | undefined;
  readonly location: string | undefined;
}

function readAnswer(answer: string): Answer {
  if (!answer.startsWith('HTTP/'))
    return { status: undefined, location: undefined, echo: answer === '' ? undefined : answer.trim() };
  const header = (name: string): string | undefined =>
    new RegExp(`^${name}: (.*?)\r$`, 'im').exec(answer)?.[1];
  return { status: Number(answer.split(' ')[1]), echo: header('x-echo'), location: header('location') };
}

/** What Envoy did with a request, of what a replay has to hit. */
export type Hit = (typeof hits)[number];
export const hits = [
  ...([
    'no route',
    'header or regex match',
    'weighted cluster',
    'redirect or direct response',
    'RBAC deny',
    'TCP or SNI chain',
    'original-destination passthrough',
  ] as const),
];

/** Judged by what Envoy says alone, not by the trace. `route` is the route that it names. */
export function hitOf(seen: Observation | undefined, route: Maybe): Hit | undefined {
  if (seen === undefined) return undefined;
  if (isDenial(seen)) return 'RBAC deny';
  if (seen.details === 'route_not_found') return 'no route';
  if (isPassthrough(seen.cluster ?? '')) return 'original-destination passthrough';
  if (seen.code !== null && seen.code !== 0) return routeHit(route);
  return seen.cluster === null ? undefined : 'TCP or SNI chain';
}

function routeHit(route: Maybe): Hit | undefined {
  const has = (...path: readonly string[]): boolean => valueAt(route, ...path) !== undefined;
  if (has('redirect') || has('direct_response')) return 'redirect or direct response';
  if (has('route', 'weighted_clusters')) return 'weighted cluster';
  return has('match', 'headers') || has('match', 'safe_regex') ? 'header or regex match' : undefined;
}
