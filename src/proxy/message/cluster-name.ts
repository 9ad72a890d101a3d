import { compareText } from '../../compare-text.ts';

/** A cluster by the parts of its name. */
export interface ClusterName {
  readonly direction: string;
  readonly port: number;
  readonly subset: string;
  /** The whole name where it is not one of Istio's. */
  readonly fqdn: string;
  /** Whether the name has the form `direction|port|subset|fqdn`. */
  readonly parsed: boolean;
}

/** Takes the name of a cluster apart: `outbound|9080|v1|reviews.default.svc.cluster.local`. */
export function parseClusterName(name: string): ClusterName {
  const [direction = '', port = '', subset = '', ...rest] = name.split('|');
  if (rest.length === 0) return { direction: '', port: 0, subset: '', fqdn: name, parsed: false };
  return { direction, port: wholeNumber(port), subset, fqdn: rest.join('|'), parsed: true };
}

/** What clusters are ordered by. */
type Comparable = Pick<ClusterName, 'fqdn' | 'subset' | 'direction'> & { readonly port: number | undefined };

/** Sorts clusters as istioctl does: by host, subset, port and direction. */
export function compareClusters(a: Comparable, b: Comparable): number {
  return (
    compareText(a.fqdn, b.fqdn) ||
    compareText(a.subset, b.subset) ||
    (a.port ?? 0) - (b.port ?? 0) ||
    compareText(a.direction, b.direction)
  );
}

const wholeNumber = (text: string): number => (/^[+-]?\d+$/.test(text) ? Number(text) : 0);
