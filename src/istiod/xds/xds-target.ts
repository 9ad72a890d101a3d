/** Where istiod is asked over xDS, and who asks. */
export interface XdsTarget {
  /** `host:port`. */
  readonly address: string;
  /** No TLS: istiod's port 15010. Default: TLS, as at its port 15012. */
  readonly plaintext?: boolean;
  /** PEM of the CAs that may have signed the certificate of istiod. Default: those of Node.js. */
  readonly roots?: Buffer;
  /** The certificate chain of the caller and its key, both PEM. */
  readonly client?: ClientCertificate;
  /**
   * The name that the certificate of istiod has to be for. Default: the host of the address; for `localhost` and IP
   * addresses, which such certificates do not have, `istiod.NAMESPACE.svc`.
   */
  readonly authority?: string;
  /** A token of a service account that istiod takes, for the audience `istio-ca`. */
  readonly token?: string;
  /** The namespace of istiod; its callers are told of all proxies. Default: `istio-system`. */
  readonly istioNamespace?: string;
  /** Milliseconds to wait for the answer. Default: as long as it takes. */
  readonly timeout?: number;
  /** Ends what is under way: the reason of the signal is thrown. */
  readonly signal?: AbortSignal;
}

/** PEM. */
export interface ClientCertificate {
  readonly chain: Buffer;
  readonly key: Buffer;
}
