import type { ComponentDefinition } from '../../component-definition.ts';

export const ingressGateway: ComponentDefinition = {
  defaults: { values: {} },
  render: () => [],
};
export const egressGateway: ComponentDefinition = {
  defaults: { values: {} },
  render: () => [],
};
