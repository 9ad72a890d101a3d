/** `reviews` of the namespace `shop` is `reviews.shop.svc.cluster.local`; names with a dot or wildcard stay as they are. */
export const expandHost = (namespace: string, host: string): string =>
  host.startsWith('*') || host.includes('.') ? host : `${host}.${namespace}.svc.cluster.local`;
