import { MeshctlError } from '../errors.ts';

/** A version of Istio 1; one without a patch stands for the first or the last of its minor version. */
export interface StepEnd {
  readonly minor: number;
  readonly patch: number;
}

/**
 * The ends of a step from one version to another: `1.28`, `1.28.3`, `v1.28.3-rc.0`.
 *
 * @throws {MeshctlError} `usage` when one is no version of Istio 1, or the second is older.
 */
export function stepOf(from: string, to: string): { readonly from: StepEnd; readonly to: StepEnd } {
  const step = { from: endOf(from, 0), to: endOf(to, Infinity) };
  if (isAtLeast(step.to, step.from)) return step;
  throw new MeshctlError('usage', `${to} is older than ${from}: there is no upgrade from one to the other`, {
    hint: 'name the version that runs first, then the one to go to',
  });
}

/** A version as one end of a step. */
export function endOf(text: string, patch: number): StepEnd {
  const [, minor, own] = /^v?1\.(\d{1,3})(?:\.(\d+))?(?:[-+].*)?$/.exec(text) ?? [];
  if (minor === undefined)
    throw new MeshctlError('usage', `${JSON.stringify(text)} is no version of Istio`, {
      hint: 'name one such as 1.30 or 1.30.2',
    });
  return { minor: Number(minor), patch: own === undefined ? patch : Number(own) };
}

export const isAtLeast = (one: StepEnd, other: StepEnd): boolean =>
  one.minor === other.minor ? one.patch >= other.patch : one.minor > other.minor;
