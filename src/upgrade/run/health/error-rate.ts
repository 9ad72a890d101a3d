import { messageOf } from '../../../errors.ts';
import { isObject, objectsIn, valueIn } from '../../../json.ts';
import type { HealthProblem } from './health-problem.ts';

export interface ErrorRateQuestion {
  /** Address of a Prometheus. */
  readonly prometheus: string;
  /** Share of requests that may fail. */
  readonly maxErrorRate: number;
  /** Of the workloads that are asked for. */
  readonly namespaces: readonly string[];
  readonly signal: AbortSignal;
}

/** Asks a Prometheus which share of the requests to namespaces failed in the last minute. */
export async function errorRateProblems(question: ErrorRateQuestion): Promise<readonly HealthProblem[]> {
  const { prometheus, maxErrorRate, namespaces } = question;
  if (namespaces.length === 0) return [];
  try {
    const rate = await rateOf(question);
    if (!(rate > maxErrorRate)) return [];
    const text = `${percent(rate)} of the requests to ${namespaces.join(', ')} fail, and ${percent(maxErrorRate)} may`;
    return [{ text, lasts: true }];
  } catch (error) {
    question.signal.throwIfAborted();
    return [
      { text: `${prometheus} does not tell how many requests fail: ${messageOf(error)}`, lasts: false },
    ];
  }
}

/** https://prometheus.io/docs/prometheus/latest/querying/api/#instant-queries; without traffic it is no number. */
async function rateOf({ prometheus, namespaces, signal }: ErrorRateQuestion): Promise<number> {
  const of = `reporter="destination",destination_workload_namespace=~"${namespaces.join('|')}"`;
  const all = `sum(rate(istio_requests_total{${of}}[1m]))`;
  const failed = `sum(rate(istio_requests_total{${of},response_code=~"5.."}[1m]))`;
  const body = new URLSearchParams({ query: `${failed} / ${all}` });
  const address = `${prometheus.replace(/\/+$/, '')}/api/v1/query`;
  const ends = AbortSignal.any([signal, AbortSignal.timeout(10_000)]);
  const answer = await fetch(address, { method: 'POST', body, signal: ends });
  if (!answer.ok) throw new Error(`it answered ${answer.status}`);
  const read: unknown = await answer.json();
  const [first] = isObject(read) ? objectsIn(read, 'data', 'result') : [];
  const value = valueIn(first, 'value');
  return Array.isArray(value) ? Number(value[1]) : Number.NaN;
}

const percent = (share: number): string => `${Number((share * 100).toFixed(2))} %`;
