/** Looks for what advisories and changes of versions ask of a mesh. */
export { asResources } from './as-resources.ts';
export { detect } from './detect.ts';
export type { Detection, DetectInput, DetectQuery, DetectVerdict, Evidence, Predicate } from './detection.ts';
