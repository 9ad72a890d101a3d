import type { ProxyDump } from '../proxy/index.ts';
import type { ReadResult } from '../resources/index.ts';

/** The proxies to compare the configuration with. */
export interface Dumps {
  /** Of the Pod; for a Service, of a Pod that is its client. */
  readonly proxy?: ProxyDump;
  /** Of ingress gateways. */
  readonly gateways?: readonly ProxyDump[];
}

/** How a configuration is read, and with which proxies it is compared. */
export interface DescribeOptions {
  /** The namespace of objects that name none. Default: `default`. */
  readonly namespace?: string;
  /** Whether what is absent from the input may exist all the same (`partial`, the default) or not. */
  readonly assume?: 'complete' | 'partial';
  /** The mesh config; without one the input is searched for it. */
  readonly meshConfig?: ReadResult;
  readonly dumps?: Dumps;
}
