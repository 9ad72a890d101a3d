import type { JsonObject } from '../../json.ts';

/** What is wanted of an upgrade. */
export interface UpgradeRequest {
  /** A version, such as `1.31.1`, or a revision that is there. Default: the newest version that meshctl can install. */
  readonly to?: string;
  /** The name of the new control plane. Default: that of the spec, else the version with dashes: `1-31-1`. */
  readonly revision?: string;
  /** The control plane to leave. Default: the default one, or the only one. */
  readonly from?: string;
  /** An IstioOperator for the new control plane. Default: the profile `minimal`, with its revision and its images. */
  readonly spec?: JsonObject;
  /** Which namespaces move when, in this order; what none of them names moves in a last one. Default: 5 %, 25 %, the rest. */
  readonly waves?: readonly WaveRequest[];
  /** How long the health of what has moved is watched after each wave, in seconds. Default: 300. */
  readonly soakSeconds?: number;
  /** For support and ends of life. Default: the day of what is known of releases. */
  readonly now?: Date;
}

/** Of the namespaces that are left: so many in a hundred, those with these labels, or those with these names. */
export type WaveRequest =
  { readonly percent: number } | { readonly selector: string } | { readonly namespaces: readonly string[] };
