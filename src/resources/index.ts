export type { Json, JsonObject } from '../json.ts';
export { isGlob, matchesGlob } from './glob.ts';
export { ReadCache } from './read-cache.ts';
export { readBatches, readResources, type ReadOptions } from './read-resources.ts';
export { readText } from './read-text.ts';
export type { Edit, EditStep } from './edit/edit-step.ts';
export type { Position, Range } from './range.ts';
export type {
  Location,
  NumberedLine,
  ReadProblem,
  ReadResult,
  Resource,
  SourceDocument,
} from './resource.ts';
