import { parseClusterName } from '../message/index.ts';

/** A cluster in little room: `reviews.default:9080 v1`; the whole name where it is not one of Istio's. */
export function shortClusterName(name: string): string {
  const { parsed, port, subset, fqdn, direction } = parseClusterName(name);
  if (!parsed) return name;
  const host = fqdn === '' ? direction : shortHost(fqdn);
  return `${host}:${port}${subset === '' ? '' : ` ${subset}`}`;
}

/** The host of a cluster, without what all services of a mesh have in common. */
export function shortHost(host: string): string {
  return host.replace(/\.svc\.cluster\.local$/, '');
}
