import type { IstioVersion } from './istio-version.ts';

/**
 * Where images of a version are published, the best place first. 1.31 and newer are on Docker Hub alone; the other places
 * close (`hubEnd`). Source: announcements of Istio on its registries.
 */
export function hubsOf({ major, minor }: Pick<IstioVersion, 'major' | 'minor'>): readonly string[] {
  if (major === 1 && minor <= 29) return [dockerHub, 'gcr.io/istio-release'];
  if (major === 1 && minor === 30) return [dockerHub, ...Object.keys(closing)];
  return [dockerHub];
}

/** The month in which a hub closes, such as `2026-12`; undefined for those that stay, and for hubs of others. */
export function hubEnd(hub: string): string | undefined {
  return Object.hasOwn(closing, hub) ? closing[hub] : undefined;
}

const dockerHub = 'docker.io/istio';

const closing: Readonly<Record<string, string>> = {
  'registry.istio.io/release': '2026-12',
  'gcr.io/istio-release': '2026-12',
};
