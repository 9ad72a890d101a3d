export { loadOperatorSpec } from './load-operator-spec.ts';
export { mergeValues } from './merge-values.ts';
export type { OperatorSpec, SpecFile, SpecInputs } from './operator-spec.ts';
export { profileNamed, profileNames, profileSummaries } from './profiles.ts';
export { findingOf } from './place-problem.ts';
