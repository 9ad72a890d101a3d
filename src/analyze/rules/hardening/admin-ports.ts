/** Ports on which proxies and istiod tell of themselves, or let themselves be steered, with what answers there. */
export const adminPorts: ReadonlyMap<number, string> = new Map([
  [15000, 'the admin interface of Envoy'],
  [15004, 'the debug interface of a proxy'],
  [15010, 'discovery of istiod without TLS'],
  [15014, 'metrics and debug data of istiod'],
  [15020, 'metrics of proxy and application'],
  [15090, 'metrics of Envoy'],
]);

/** What answers at istiod only, where the port is a common one. */
export const istiodPorts: ReadonlyMap<number, string> = new Map([
  ...adminPorts,
  [8080, 'the debug interface of istiod'],
]);

/** With these anybody can stop a proxy or read its secrets' names, so that they are for nobody in the cluster either. */
export const proxyOnlyPorts: ReadonlySet<number> = new Set([15000, 15004]);
