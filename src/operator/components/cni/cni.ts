import type { ComponentDefinition } from '../../component-definition.ts';

export const cni: ComponentDefinition = { defaults: { values: {}, own: 'cni' }, render: () => [] };
