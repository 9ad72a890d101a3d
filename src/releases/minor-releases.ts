import type { CrdGate } from './crd-gate.ts';
import { minorReleaseRows, type MinorReleaseRow } from './minor-release-rows.ts';

/** What is known of a minor release of Istio. Dates are days, such as `2026-08-31`. */
export interface MinorRelease {
  /** Such as `1.31`. */
  readonly minor: string;
  readonly released: string;
  /** The day from which no more fixes are made; absent while that day is not known. */
  readonly endOfLife?: string;
  /** As of `knowledgeDate`; `supportOf` answers for other days. */
  readonly state: 'supported' | 'ended';
  /** The newest patch that was seen. */
  readonly latest: string;
  readonly kubernetes: KubernetesRange;
  /** The minor release of Envoy in its proxies. */
  readonly envoyLine: string;
  readonly gatewayApi: {
    /** The release of the Gateway API that it is built with. */
    readonly bundled: string;
    /** By plural name of a kind: istiod ignores the kind where its CRD has another bundle version. */
    readonly crdGates: Readonly<Record<string, CrdGate>>;
  };
  /** Minor releases whose defaults `compatibilityVersion` brings back. */
  readonly compatibilityVersions: readonly string[];
  /** Oldest first. */
  readonly patches: readonly { readonly version: string; readonly date: string }[];
}

/** Minor releases of Kubernetes, such as `1.32`. */
export interface KubernetesRange {
  readonly supportedMin: string;
  readonly supportedMax: string;
  /** An installation is refused on anything older. */
  readonly refusedBelow: string;
}

/** All minor releases that are known, oldest first. */
export const minorReleases: readonly MinorRelease[] = minorReleaseRows.map(expand);

/** What is known of a minor release such as `1.31`; undefined for older and newer ones. */
export function minorRelease(minor: string): MinorRelease | undefined {
  return minorReleases.find((release) => release.minor === minor);
}

function expand({ minor, endOfLife, kubernetes, patchDates, ...row }: MinorReleaseRow): MinorRelease {
  const [supportedMin, supportedMax, refusedBelow] = kubernetes;
  const dates = patchDates.split(' ');
  return {
    minor,
    released: dates[0] ?? '',
    ...(endOfLife !== undefined && { endOfLife }),
    state: endOfLife === undefined ? 'supported' : 'ended',
    latest: `${minor}.${dates.length - 1}`,
    kubernetes: { supportedMin, supportedMax, refusedBelow },
    ...row,
    patches: dates.map((date, patch) => ({ version: `${minor}.${patch}`, date })),
  };
}
