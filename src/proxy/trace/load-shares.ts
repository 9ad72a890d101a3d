import { asNumber, valueAt, type Maybe } from '../message/index.ts';
import type { EndpointState } from './endpoint-choice.ts';

/** What a priority of a cluster gets of the traffic. */
export interface LoadShare {
  readonly priority: number;
  /** Of the traffic; the shares of all priorities come to 100, or to nothing when no endpoint can be used. */
  readonly percent: number;
  /** Whether Envoy takes healthy and failing endpoints alike, because too few are healthy. */
  readonly panics: boolean;
  /** The endpoints that may be chosen. */
  readonly used: readonly EndpointState[];
}

/** Percentage of healthy endpoints below which Envoy uses all of them; 0 when it never does. */
export function panicThreshold(cluster: Maybe): number {
  const threshold = valueAt(cluster, 'common_lb_config', 'healthy_panic_threshold');
  return threshold === undefined ? 50 : Math.min(100, asNumber(valueAt(threshold, 'value')));
}

/**
 * Spreads traffic over priorities as Envoy does: each takes as much as its healthy endpoints can bear, with a reserve
 * of `factor` percent (140 where nothing else is said), and what is left goes to the next; then to degraded ones.
 */
export function loadShares(
  levels: readonly (readonly EndpointState[])[],
  threshold: number,
  factor = 140,
): LoadShare[] {
  const states = levels.map((all) => levelOf(all, factor));
  const available = Math.min(
    100,
    states.reduce((sum, { healthy, degraded }) => sum + healthy + degraded, 0),
  );
  const panics = states.map(
    ({ usable, all }) => available < 100 && (usable / (all.length || 1)) * 100 < threshold,
  );
  const loads = panics.includes(false) ? distribute(states, available) : byCount(states);
  return states.map((state, priority): LoadShare => {
    const panicking = panics[priority] === true;
    const { healthy = 0, degraded = 0 } = loads[priority] ?? {};
    const used = panicking
      ? state.all
      : [...(healthy > 0 ? state.good : []), ...(degraded > 0 ? state.poor : [])];
    const percent = used.length === 0 ? 0 : healthy + degraded;
    return { priority, percent, panics: panicking, used: percent === 0 ? [] : used };
  });
}

interface Level {
  readonly all: readonly EndpointState[];
  readonly good: readonly EndpointState[];
  readonly poor: readonly EndpointState[];
  readonly usable: number;
  /** What healthy, and degraded endpoints can bear, from 0 to 100. */
  readonly healthy: number;
  readonly degraded: number;
}

function levelOf(all: readonly EndpointState[], factor: number): Level {
  const usable = all.filter(({ healthy }) => healthy);
  const good = usable.filter(({ health }) => health !== 'DEGRADED');
  const poor = usable.filter(({ health }) => health === 'DEGRADED');
  const bears = (some: readonly EndpointState[]): number =>
    all.length === 0 ? 0 : Math.min(100, Math.floor((factor * some.length) / all.length));
  return { all, good, poor, usable: usable.length, healthy: bears(good), degraded: bears(poor) };
}

interface Load {
  healthy: number;
  degraded: number;
}

function distribute(levels: readonly Level[], available: number): Load[] {
  const loads = levels.map((): Load => ({ healthy: 0, degraded: 0 }));
  if (available === 0) return loads;
  let left = 100;
  for (const kind of ['healthy', 'degraded'] as const)
    for (const [index, load] of loads.entries()) {
      load[kind] = Math.min(left, Math.floor(((levels[index]?.[kind] ?? 0) * 100) / available));
      left -= load[kind];
    }
  // Only what was lost by rounding is left.
  const first = loads.find(({ healthy, degraded }) => healthy + degraded > 0);
  if (first !== undefined) first[first.healthy > 0 ? 'healthy' : 'degraded'] += left;
  return loads;
}

/** When all panic, each gets as much as it has endpoints. */
function byCount(levels: readonly Level[]): Load[] {
  const total = levels.reduce((sum, { all }) => sum + all.length, 0);
  return levels.map(({ all }) => ({
    healthy: total === 0 ? 0 : Math.round((all.length / total) * 10_000) / 100,
    degraded: 0,
  }));
}
