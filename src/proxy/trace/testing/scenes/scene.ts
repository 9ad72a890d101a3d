import type { Json, JsonObject } from '../../../../resources/index.ts';
import type { HttpRequest, TraceRequest, Verdict } from '../../trace.ts';

/** A connection manager, and what becomes of requests to it. */
export interface Scene {
  readonly name: string;
  /** Fields of the `HttpConnectionManager`; without `http_filters` it has only the router. */
  readonly manager: JsonObject;
  readonly rows: readonly SceneRow[];
}

/**
 * A sentence, a request, and who answers it: the name of a cluster (several where one of them is chosen at random), a
 * status (with the location of a redirect), or `unknown`, when only a real Envoy can tell.
 */
export type SceneRow = readonly [
  sentence: string,
  request: Partial<HttpRequest>,
  outcome: string,
  connection?: Partial<TraceRequest>,
];

export const typeUrl = (name: string): string => `type.googleapis.com/envoy.${name}`;

/** An HTTP filter: `httpFilter('envoy.filters.http.rbac', 'rbac.v3.RBAC', { rules })`. */
export function httpFilter(name: string, message: string, config: Readonly<Record<string, Json>> = {}): Json {
  return { name, typed_config: { '@type': typeUrl(`extensions.filters.http.${message}`), ...config } };
}

/** A verdict as rows write it. */
export function outcomeOf(verdict: Verdict): string {
  if (verdict.kind === 'reaches')
    return [...new Set(verdict.targets.map(({ cluster }) => cluster))].sort().join('|');
  if (verdict.kind === 'redirect') return `${verdict.status} ${verdict.location}`;
  if ('status' in verdict) return String(verdict.status);
  return others[verdict.kind];
}

const others = {
  denied: '403',
  passthrough: 'passthrough',
  'no-endpoint': '503',
  'no-cluster': '503',
  'black-hole': '',
  closed: '',
  unknown: 'unknown',
} as const;

/** What a real Envoy answers, as rows write it: an echo server by its name, Envoy by status and location. */
export function outcomeOfAnswer(answer: string): string {
  if (!answer.startsWith('HTTP/')) return answer.trim();
  const echo = /^x-echo: (.*?)\r$/im.exec(answer)?.[1];
  if (echo !== undefined) return echo;
  const status = answer.split(' ')[1] ?? '';
  const location = /^location: (.*?)\r$/im.exec(answer)?.[1];
  return location === undefined ? status : `${status} ${location}`;
}
