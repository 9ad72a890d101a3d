import type { InstallOptions } from '../install-script.ts';

/** Where a bundle goes, and how. */
export interface SshDeliveryOptions {
  /** `user@host`, `host`, or a name of ssh's own configuration. */
  readonly target: string;
  readonly port?: number;
  /** A file with a private key, for ssh's `-i`. */
  readonly identity?: string;
  /** Settings of ssh, such as `UserKnownHostsFile=hosts`. That host keys must be known cannot be set otherwise. */
  readonly sshOptions?: readonly string[];
  /** Installs with sudo. Default: when the user there is not root. */
  readonly sudo?: boolean;
  /** ssh may ask on the terminal for a password or a passphrase. Default: no. */
  readonly interactive?: boolean;
  readonly install?: InstallOptions;
  /** Default: those of this process. */
  readonly env?: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal;
}

/** What happens during a delivery, in this order; `said` once for each line of the install script. */
export type DeliveryEvent =
  | { readonly type: 'connected'; readonly target: string }
  | { readonly type: 'copied' }
  | { readonly type: 'said'; readonly line: string }
  | {
      readonly type: 'installed';
      /** Whether anything was written, or would have been. */
      readonly changed: boolean;
    };
