import type { OutgoingHttpHeaders } from 'node:http';
import type { RequestOptions } from 'node:https';

/** What every request of one login needs: the address, and TLS settings, credentials and connections for it. */
export interface Session {
  /** Without a slash at its end; may have a path, as behind Rancher. */
  readonly server: string;
  readonly options: RequestOptions;
  /** Who asks, and as whom. */
  readonly headers: OutgoingHttpHeaders;
}
