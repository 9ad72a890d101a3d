import { plainText, valueIn, type JsonObject } from '../json.ts';
import type { Pod } from '../kube/index.ts';
import type { BugReportOptions } from './bug-report-options.ts';
import {
  meansContainer,
  meansNamespace,
  meansPod,
  parsePodFilter,
  touchesNamespace,
  type PodFilter,
} from './pod-filter.ts';

/** Where the parts of Kubernetes itself run. */
const systemNamespaces = 'kube-system,kube-public,kube-node-lease,local-path-storage';

/** Says what belongs to a report. */
export class ReportScope {
  readonly istioNamespace: string;
  readonly #include: readonly PodFilter[];
  readonly #exclude: readonly PodFilter[];

  constructor({ istioNamespace = 'istio-system', include = [], exclude }: BugReportOptions) {
    this.istioNamespace = istioNamespace;
    this.#include = include;
    this.#exclude = exclude ?? [parsePodFilter(systemNamespaces)];
  }

  hasNamespace(namespace: string): boolean {
    if (namespace === this.istioNamespace) return true;
    const isMeant =
      this.#include.length === 0 || this.#include.some((one) => touchesNamespace(one, namespace));
    return isMeant && !this.#exclude.some((one) => meansNamespace(one, namespace));
  }

  /** Objects without a namespace belong to it; a Namespace does as what is in it. */
  hasObject({ kind, metadata }: JsonObject): boolean {
    const namespace = plainText(valueIn(metadata, kind === 'Namespace' ? 'name' : 'namespace'));
    return namespace === '' || this.hasNamespace(namespace);
  }

  hasContainer(pod: Pod, container: string): boolean {
    const means = (filter: PodFilter): boolean => meansPod(filter, pod) && meansContainer(filter, container);
    if (this.#exclude.some(means)) return false;
    return this.isControlPlane(pod) || this.#include.length === 0 || this.#include.some(means);
  }

  isControlPlane({ namespace }: Pick<Pod, 'namespace'>): boolean {
    return namespace === this.istioNamespace;
  }
}
