import type { JsonObject } from '../../json.ts';
import type { KubeObject } from '../component-context.ts';
import { diffManifests, type ManifestDiff } from '../diff/index.ts';
import { partsOf, type Part } from '../part.ts';
import { istioVersion } from '../../version.ts';
import { renderManifests } from '../render-manifests.ts';
import type { OperatorSpec } from '../spec/index.ts';
import { componentValues } from '../values/component-values.ts';

/** A component that a Helm release can take over. */
export interface HelmRelease {
  readonly component: 'base' | 'pilot' | 'cni' | 'ztunnel';
  /** The chart in Istio's repository. */
  readonly chart: 'base' | 'istiod' | 'cni' | 'ztunnel';
  readonly version: string;
  /** The name of the release. */
  readonly release: string;
  readonly namespace: string;
  /** What the chart is to be given. */
  readonly values: JsonObject;
  /** What the spec installs, as it is without the chart. */
  readonly objects: readonly KubeObject[];
  /** What `k8s` settings and overlays change, and the chart will not. */
  readonly lost: ManifestDiff;
}

/** A spec as releases of Helm. */
export interface Translation {
  readonly releases: readonly HelmRelease[];
  /** Gateways of the spec: the charts have none that is the same. */
  readonly unsupported: readonly { readonly name: string; readonly namespace: string }[];
}

const charts = {
  Base: { component: 'base', chart: 'base', release: 'istio-base' },
  Pilot: { component: 'pilot', chart: 'istiod', release: 'istiod' },
  Cni: { component: 'cni', chart: 'cni', release: 'istio-cni' },
  Ztunnel: { component: 'ztunnel', chart: 'ztunnel', release: 'ztunnel' },
} as const;

/**
 * Tells how the parts that a spec switches on are installed by Helm instead.
 *
 * @throws {MeshctlError} `input` for settings that cannot be rendered.
 */
export async function translateSpec(spec: OperatorSpec): Promise<Translation> {
  const parts = partsOf(spec);
  const releases = await Promise.all(parts.map((part) => releaseOf(spec, part)));
  return {
    releases: releases.filter((one) => one !== undefined),
    unsupported: parts.filter(isGateway).map(({ workload, namespace }) => ({ name: workload, namespace })),
  };
}

const isGateway = ({ component }: Part): boolean =>
  component === 'IngressGateways' || component === 'EgressGateways';

async function releaseOf(spec: OperatorSpec, part: Part): Promise<HelmRelease | undefined> {
  const { component, namespace, workload } = part;
  if (component === 'IngressGateways' || component === 'EgressGateways') return undefined;
  const values = componentValues(spec, part);
  const objectsOf = async (patched: boolean): Promise<KubeObject[]> => {
    const { objects } = await renderManifests(spec, { components: [component], patched });
    return objects.map(({ object }) => object);
  };
  const objects = await objectsOf(true);
  const chart = charts[component];
  return {
    ...chart,
    ...(component === 'Pilot' && { release: workload }),
    ...{ version: istioVersion, namespace, values, objects },
    lost: diffManifests(objects, await objectsOf(false)),
  };
}
