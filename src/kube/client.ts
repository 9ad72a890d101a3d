import type { JsonObject } from '../resources/index.ts';

/** What to ask for besides the path. */
export interface GetOptions {
  readonly query?: Readonly<Record<string, string>>;
  /** The media types to answer in; JSON of any kind. */
  readonly accept?: string;
  /** Ends this request, besides what ends all. */
  readonly signal?: AbortSignal;
}

/** A connection to the API of a cluster that can only read. */
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
}
