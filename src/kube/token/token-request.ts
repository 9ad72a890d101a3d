/** What a token of a service account is asked for (TokenRequest of authentication.k8s.io/v1). */
export interface TokenRequest {
  readonly namespace: string;
  readonly serviceAccount: string;
  /** Who is to accept the token. */
  readonly audiences: readonly string[];
  /** How long it is to be valid; the server refuses less than 600, and may give less than is asked for. */
  readonly expirationSeconds: number;
  /** Ends this request, besides what ends all. */
  readonly signal?: AbortSignal;
}

/** A token that was issued: a secret. */
export interface IssuedToken {
  readonly token: string;
  /** When it expires, as the server says; undefined when it does not. */
  readonly expires: Date | undefined;
}
