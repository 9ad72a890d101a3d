import type { ComponentDefinition } from '../../component-definition.ts';

export const pilot: ComponentDefinition = { defaults: { values: {}, own: 'pilot' }, render: () => [] };
