import type { ComponentDefinition } from '../../component-definition.ts';

export const ztunnel: ComponentDefinition = { defaults: { values: {} }, render: () => [] };
