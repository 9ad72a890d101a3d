import { metadataRules } from './metadata.ts';
import { structureRules, type StructureRule } from './structure-rules.ts';

/** The rules that hold for objects of all kinds. */
export const schemaRules: readonly StructureRule[] = [
  ...Object.values(structureRules),
  ...Object.values(metadataRules),
];
