/** Which cluster to talk to, as whom, and for how long. Everything is as with kubectl where nothing else is said. */
export interface ConnectOptions {
  /** A kubeconfig file. Default: those of KUBECONFIG, else `~/.kube/config`, else the service account of the pod. */
  readonly kubeconfig?: string;
  /** A context of the kubeconfig. Default: its current one. */
  readonly context?: string;
  /** User to act as. */
  readonly as?: string;
  /** Groups to act as; only with `as`, here or in the kubeconfig. */
  readonly asGroup?: readonly string[];
  /** UID to act as; only with `as`, here or in the kubeconfig. */
  readonly asUid?: string;
  /**
   * Milliseconds after which everything that is read from the cluster fails, counted from `connect`; of `forward`, how
   * long each connection may take to open. Default: no limit.
   */
  readonly timeout?: number;
  /** Ends what is under way: the reason of the signal is thrown. */
  readonly signal?: AbortSignal;
  /** Default: `process.env`. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Folder that a relative `kubeconfig` counts from. Default: the working directory. */
  readonly cwd?: string;
  /** Whether a login program of the kubeconfig may ask the user on standard input. Default: false. */
  readonly interactive?: boolean;
  /** Takes what a login program writes on standard error, such as the address to open in a browser. */
  readonly say?: (text: string) => void;
}
