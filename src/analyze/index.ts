export { analyze, type Analysis, type AnalysisInput } from './analyze.ts';
export type { AnalyzeOptions } from './analysis-options.ts';
export {
  defineRule,
  type AnalysisRule,
  type RelatedPlace,
  type Report,
  type RuleDefinition,
} from './rule.ts';
export type { KindName, KindSpecs } from './kinds.ts';
export { Mesh, type MeshSettings } from './mesh.ts';
export type { MeshObject } from './mesh-object.ts';
export type { Undecided } from './run-rules.ts';
export { allRules } from './rules/index.ts';
export { loadRules, type RuleModule } from './load-rules.ts';
export * from './policy/index.ts';
