import type { Values } from './values/values.ts';

/** Whether objects outside namespaces are wanted; `global.resourceScope` may leave them to somebody else. */
export const isClusterWide = (values: Values): boolean => values.text('global.resourceScope') !== 'namespace';

/** Whether objects inside namespaces are wanted. */
export const isNamespaced = (values: Values): boolean => values.text('global.resourceScope') !== 'cluster';
