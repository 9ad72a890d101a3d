export { convertSpec, type Conversion } from './convert-spec.ts';
export type { SpecChange } from './spec-change.ts';
