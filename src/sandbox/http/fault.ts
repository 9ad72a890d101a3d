/** A request as `faults` sees it, before it is carried out. */
export interface SandboxRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly userAgent: string;
}

/** What goes wrong: the connection breaks; or the answer takes its time, is an error, or both. */
export type Fault =
  | 'reset'
  | {
      /** Milliseconds. */
      readonly delay?: number;
      /** Status to answer with; nothing is carried out then. */
      readonly code?: number;
      readonly reason?: string;
      readonly message?: string;
      /** Seconds. */
      readonly retryAfter?: number;
    };

/** Sees every request; gives what goes wrong with it. */
export type FaultFor = (request: SandboxRequest) => Fault | undefined;
