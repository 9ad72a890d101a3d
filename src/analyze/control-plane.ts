import type { Labels } from './workloads.ts';

/** Objects of the control plane of Istio, and gateways, are labelled so. */
export const isControlPlane = (labels: Labels): boolean => 'istio' in labels || labels.release === 'istio';
