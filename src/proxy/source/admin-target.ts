import type { Duplex } from 'node:stream';

/** The admin interface of a proxy, or the like of an istiod or a ztunnel, and how long and how much of it to hear. */
export interface AdminTarget {
  /** What it is, in messages. Default: `proxy`. */
  readonly kind?: 'proxy' | 'istiod' | 'ztunnel';
  /** How to call it in messages: its address, or the pod it is in. */
  readonly name: string;
  /** `http://127.0.0.1:15000`, without a path. */
  readonly address: string;
  /**
   * Makes a connection where the address cannot be reached from here: a tunnel into a pod. The signal ends the making;
   * the connection is destroyed when the answer is there, or has failed.
   */
  readonly connect?: (signal: AbortSignal) => Promise<Duplex>;
  /** Milliseconds for each answer, whole. Default: no limit. */
  readonly timeout?: number;
  /** Ends what is under way: the reason of the signal is thrown. */
  readonly signal?: AbortSignal;
  /** Longer answers are refused. Default: 512 MB. */
  readonly maxBytes?: number;
}

/** What to ask of an admin interface. Only POST changes anything. */
export interface AdminRequest {
  readonly method: 'GET' | 'POST';
  /** With its query: `/config_dump?mask=bootstrap`. */
  readonly path: string;
}

/** What it answers. */
export interface AdminAnswer {
  readonly status: number;
  readonly body: Buffer;
}
