/** The version of meshctl itself, as in package.json. */
export const version = '0.1.0';

/** The Istio release whose configuration, charts and behaviour meshctl knows. */
export const istioVersion = '1.31.1';

/** The Kubernetes versions that this Istio release supports. */
export const kubernetesRange = '>=1.32';
