import type { ComponentDefinition } from '../../component-definition.ts';

export const ingressGateway: ComponentDefinition = {
  defaults: { chart: 'gateway', values: {} },
  render: () => [],
};
export const egressGateway: ComponentDefinition = {
  defaults: { chart: 'gateway', values: {} },
  render: () => [],
};
