export { addressShape, readAddress, type Address } from './address.ts';
export { bareMessage } from './bare-message.ts';
export { compareClusters, parseClusterName, type ClusterName } from './cluster-name.ts';
export { istioOrigin } from './istio-origin.ts';
export { camelCase, snakeCase } from './rename-fields.ts';
export { asList, asNumber, asObject, asText, valueAt, type Maybe } from './values.ts';
