export { applyTo } from './apply-to.ts';
export { managersOf, type ManagerEntry } from './manager-entry.ts';
export { takeOver } from './take-over.ts';
export { updateTo } from './update-to.ts';
export type { WriteAs } from './write-as.ts';
