import type { ComponentDefinition } from '../../component-definition.ts';

export const pilot: ComponentDefinition = { defaults: { chart: 'istiod', values: {} }, render: () => [] };
