export { convertSpec } from './convert-spec.ts';
export type { SpecChange } from './spec-change.ts';
