import { compareVersions } from './compare-versions.ts';
import type { IstioVersion } from './istio-version.ts';

/** Why a proxy and its control plane do not go together. */
export interface Skew {
  /** `proxy-newer` never works reliably; `proxy-too-old` may work, but nobody promises it. */
  readonly code: 'proxy-newer' | 'proxy-too-old';
  readonly level: 'error' | 'warning';
  /** One sentence without a full stop. */
  readonly reason: string;
}

/**
 * Judges by the policy of Istio: a proxy (ztunnel and istio-cni count as such) is never newer than its control plane, and
 * at most one minor version older. Undefined when they go together.
 */
export function skewOf({
  controlPlane,
  proxy,
}: Readonly<Record<'controlPlane' | 'proxy', IstioVersion>>): Skew | undefined {
  if (compareVersions(proxy, controlPlane) > 0)
    return {
      code: 'proxy-newer',
      level: 'error',
      reason: `${proxy.text} is newer than its control plane (${controlPlane.text})`,
    };
  if (proxy.major === controlPlane.major && controlPlane.minor - proxy.minor <= 1) return undefined;
  return {
    code: 'proxy-too-old',
    level: 'warning',
    reason: `${proxy.text} is more than one minor version older than its control plane (${controlPlane.text})`,
  };
}
