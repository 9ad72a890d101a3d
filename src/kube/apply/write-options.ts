/** How something is written. */
export interface WriteOptions {
  /** Who owns the fields from now on. Default: `meshctl`. */
  readonly fieldManager?: string;
  /** `server`: the server does all but store it. */
  readonly dryRun?: 'server';
  /** What the server makes of fields it does not know. Default: `Strict`, an error. */
  readonly fieldValidation?: 'Strict' | 'Warn' | 'Ignore';
  /** Ends this write, besides what ends all. The write may have been carried out. */
  readonly signal?: AbortSignal;
}

/** How an object is applied. */
export interface ApplyOptions extends WriteOptions {
  /** Takes fields over that others manage. Default: they are an `ApplyConflict`. */
  readonly force?: boolean;
}

/** How an object is patched. */
export interface PatchOptions extends WriteOptions {
  /**
   * `merge`: RFC 7386. `strategic`: Kubernetes' own, for its own kinds. `json`: RFC 6902; such a patch is not repeated
   * when nobody knows whether it was carried out, because a second time may do something else.
   */
  readonly type: 'merge' | 'strategic' | 'json';
}
