export { planUpgrade } from './plan-upgrade.ts';
export { stepManifests, type ManifestFile, type StepManifests } from './manifests/step-manifests.ts';
export { planMarkdown } from './plan-markdown.ts';
export type { UpgradeRequest, WaveRequest } from './upgrade-request.ts';
