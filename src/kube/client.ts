import type { Duplex } from 'node:stream';
import type { JsonObject } from '../resources/index.ts';

/** What to ask for besides the path. */
export interface GetOptions {
  readonly query?: Readonly<Record<string, string>>;
  /** The media types to answer in; JSON of any kind. */
  readonly accept?: string;
  /** Ends this request, besides what ends all. */
  readonly signal?: AbortSignal;
}

/** Which pod. */
export interface PodName {
  readonly namespace: string;
  readonly name: string;
}

/** A connection to the API of a cluster that can only read, and open connections to pods. */
export interface ClusterClient {
  /** Name of the context, as the kubeconfig has it. */
  readonly context: string;
  /** Address of the API server. */
  readonly server: string;
  /** The namespace of the context: `default` when it names none. */
  readonly namespace: string;
  /**
   * Reads a path of the API, such as `/api/v1/namespaces`. What passes (a busy server, a broken connection) is tried
   * again; anything else throws a `MeshctlError` that says what to do.
   */
  readonly get: (path: string, options?: GetOptions) => Promise<JsonObject>;
  /**
   * Reads a path of the API whose answer is text, such as the log of a pod. Fails and tries again as `get` does; the
   * whole text is held in memory, so ask for a part of what may be long.
   */
  readonly text: (path: string, options?: Omit<GetOptions, 'accept'>) => Promise<string>;
  /**
   * Opens one TCP connection to a port of a pod, through the API server: over WebSocket, or over SPDY/3.1 where that is
   * refused. The signal ends it, at any time.
   *
   * Rejects with a `MeshctlError` when the pod does not exist or it may not be done. A port that refuses, or a pod
   * that goes away, shows only later: the stream then fails with a `MeshctlError`. Of the two protocols only SPDY can
   * pass on that one side has ended: over WebSocket the pod hears of it when the stream is destroyed.
   */
  readonly forward: (pod: PodName, port: number, signal?: AbortSignal) => Promise<Duplex>;
  /**
   * Milliseconds by which the clock of the server is ahead of ours, by the `Date` of its last answer, so that a second is
   * uncertain. Undefined before the first answer, and when that has no date.
   */
  readonly clockOffset: () => number | undefined;
}
