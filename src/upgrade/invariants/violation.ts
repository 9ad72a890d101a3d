/** Something that must hold at every moment of an upgrade, and does not. */
export interface Violation {
  readonly code: ViolationCode;
  /** What it is about, such as `Namespace shop`. */
  readonly subject: string;
  readonly message: string;
}

export type ViolationCode =
  /** Something asks for a proxy, and no webhook is called for it. */
  | 'no-injector'
  /** More than one configuration is called for the same Pod. */
  | 'two-injectors'
  /** A webhook leads to a Service that is not there, or that nobody answers for. */
  | 'no-endpoints'
  /** A webhook that is called has no certificate to know its istiod by. */
  | 'no-certificate'
  /** An injector that was asked refused a Pod. */
  | 'pod-refused'
  /** Proxies belong to a control plane that is not there. */
  | 'revision-gone';
