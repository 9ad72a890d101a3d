import type { ComponentDefinition } from '../../component-definition.ts';

export const cni: ComponentDefinition = { defaults: { chart: 'cni', values: {} }, render: () => [] };
