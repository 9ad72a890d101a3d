/** Where gateways stand among the components of an IstioOperator. */
export const gatewayLists = ['ingressGateways', 'egressGateways'] as const;

/** The name under which the values of the charts hold what is said of the gateways of a list. */
export const valuesOf = {
  ingressGateways: 'istio-ingressgateway',
  egressGateways: 'istio-egressgateway',
} as const satisfies Record<(typeof gatewayLists)[number], string>;
