import type { Detection, Predicate } from '../../detect/index.ts';
import type { Json } from '../../json.ts';
import type { Revert } from '../upgrade-change.ts';

/** One detection for each path where a value exists. */
export const exists = (kind: string, ...paths: readonly string[]): readonly Detection[] =>
  paths.map((path) => ({ kind, path, predicate: 'exists' }));

export const look = (
  kind: string,
  path: string,
  predicate: Predicate,
  value?: Json,
  more: Partial<Detection> = {},
): Detection => ({ kind, path, predicate, ...(value !== undefined && { value }), ...more });

/** Any object of a kind, or the one with a name. */
export const object = (kind: string, name?: string, more: Partial<Detection> = {}): Detection => ({
  ...{ kind, path: 'metadata.name', predicate: 'exists' },
  ...(name !== undefined && { name }),
  ...more,
});

/** Signs that a mesh has ambient workloads. */
export const ambient: readonly Detection[] = [
  look('HelmValue', 'profile', 'equals', 'ambient'),
  object('DaemonSet', undefined, { scope: 'ztunnel' }),
  look('NamespaceLabel', 'istio.io/dataplane-mode', 'equals', 'ambient'),
];

/** What the bundle of the Gateway API says of itself. */
export const bundle = (plural: string, predicate: 'above' | 'below', version: string): Detection => ({
  kind: 'CRD',
  name: `${plural}.gateway.networking.k8s.io`,
  path: 'metadata.annotations["gateway.networking.k8s.io/bundle-version"]',
  ...{ predicate, value: version },
});

/** Objects of registries of Istio that close. */
export const closingHub = '^(registry\\.istio\\.io|gcr\\.io/istio-release)';

const backBy =
  (kind: Revert['kind']) =>
  (key: string, value: Json, compatibilityVersion?: string, perPod?: string): Revert => ({
    ...{ kind, key, value },
    ...(compatibilityVersion !== undefined && { compatibilityVersion }),
    ...(perPod !== undefined && { perPod }),
  });

export const byVariable = backBy('istiodEnv');
export const byValue = backBy('helmValue');
export const byMetadata = backBy('proxyMetadata');
