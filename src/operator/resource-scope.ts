import type { Values } from './values/values.ts';

/** Whether objects outside namespaces are wanted; `global.resourceScope` may leave them to somebody else. */
export const isClusterWide = (values: Values, path = 'global.resourceScope'): boolean =>
  ['all', 'cluster'].includes(values.text(path));

/** Whether objects inside namespaces are wanted. */
export const isNamespaced = (values: Values, path = 'global.resourceScope'): boolean =>
  ['all', 'namespace'].includes(values.text(path));
