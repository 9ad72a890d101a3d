import { metadataRules } from './metadata.ts';
import { structureRules } from './structure-rules.ts';

/** The rules that hold for objects of all kinds. */
export const schemaRules = [...Object.values(structureRules), ...Object.values(metadataRules)];
