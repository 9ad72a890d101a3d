import type { ComponentDefinition } from '../../component-definition.ts';

export const base: ComponentDefinition = { defaults: { chart: 'base', values: {} }, render: () => [] };
