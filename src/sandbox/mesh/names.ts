/** Names of Istio that the simulated mesh reads and writes. */
export const statusAnnotation = 'sidecar.istio.io/status';
/** Field manager of istiod. */
export const istiodManager = 'pilot-discovery';
