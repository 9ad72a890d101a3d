import { MeshctlError } from '../../errors.ts';
import { istioVersion } from '../../version.ts';
import type { IstioMinor } from './precheck-options.ts';

/**
 * Reads the version that is to be upgraded from: `1.28`, `1.28.3`, `v1.28`.
 *
 * @throws {MeshctlError} `usage` for anything but a version of Istio 1 that is no newer than what would be installed.
 */
export function parseFromVersion(text: string): IstioMinor {
  const minor = Number(/^v?1\.(\d{1,3})(?:\.\d+)?(?:[-+].*)?$/.exec(text)?.[1] ?? Number.NaN);
  const newest = Number(istioVersion.split('.')[1]);
  if (Number.isNaN(minor) || minor > newest)
    throw new MeshctlError('usage', `there is no upgrade from ${JSON.stringify(text)} to ${istioVersion}`, {
      hint: 'name the version that runs now, such as 1.30 (`meshctl version` shows it)',
    });
  return { minor, version: text };
}
