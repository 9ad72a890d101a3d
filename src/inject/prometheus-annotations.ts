import { annotationsOf, withAnnotations, type Pod } from './pod.ts';

/** Prometheus sees every character of a name that is no letter and no digit as `_`. */
const seen = (key: string): string => key.replace(/[^a-zA-Z0-9]/g, '_');

/** What a pod tells Prometheus, in any spelling of the annotations. */
export function prometheusAnnotation(pod: Pod, name: 'scrape' | 'port' | 'path'): string | undefined {
  return Object.entries(annotationsOf(pod)).find(([key]) => seen(key) === `prometheus_io_${name}`)?.[1];
}

export const prometheusPort = (pod: Pod): string | undefined => prometheusAnnotation(pod, 'port');

/** The pod without what it tells Prometheus. */
export function withoutPrometheus(pod: Pod): Pod {
  const known = new Set(['scrape', 'port', 'path'].map((name) => `prometheus_io_${name}`));
  const gone = Object.keys(annotationsOf(pod)).filter((key) => known.has(seen(key)));
  return gone.length === 0
    ? pod
    : withAnnotations(pod, Object.fromEntries(gone.map((key) => [key, undefined])));
}
