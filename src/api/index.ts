export { findKind, kinds, splitApiVersion, type KindEntry } from './kinds.ts';
export type { Channel, KindDefinition, KindVersion } from './schema/kind.ts';
export { checkObject, schemaOf, type ObjectCheck } from './schema/check-object.ts';
export { checkMeshConfig, checkMeshNetworks } from './mesh.ts';
export { schemaRules } from './schema/schema-rules.ts';
