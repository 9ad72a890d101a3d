/** Looks for what advisories and changes of versions ask of a mesh. */
export { asResources } from './as-resources.ts';
export { detect } from './detect.ts';
export { parseDetectPath, type PathStep } from './detect-path.ts';
export type {
  AbsentMeans,
  Detection,
  DetectInput,
  DetectQuery,
  DetectScope,
  DetectVerdict,
  Evidence,
  Predicate,
} from './detection.ts';
