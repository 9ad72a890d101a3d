import type { PodFilter } from './pod-filter.ts';
import type { Target } from './target.ts';

/** What a report holds, and how large it gets. */
export interface BugReportOptions {
  /** Default: `istio-system`. */
  readonly istioNamespace?: string;
  /** Only what one of these means; the control plane always. Default: all. */
  readonly include?: readonly PodFilter[];
  /** Not what one of these means. Default: the namespaces of Kubernetes itself. */
  readonly exclude?: readonly PodFilter[];
  /** Logs from this moment on. Default: all, as far as they are kept. */
  readonly since?: Date;
  /** Of all files together, before they are packed. Default: 100 MiB. */
  readonly maxBytes?: number;
  /** Of each log. Default: 4 MiB. */
  readonly maxLogBytes?: number;
  /** Milliseconds for each part. Default: 15000. */
  readonly targetTimeout?: number;
  /** Milliseconds for the whole: what is not there by then is left out. Default: no limit. */
  readonly timeout?: number;
  /** Default: 15000. */
  readonly proxyAdminPort?: number;
  /** Parts of the caller's own. */
  readonly extra?: readonly Target[];
  /** When the report was made. */
  readonly now?: Date;
  readonly signal?: AbortSignal;
}
