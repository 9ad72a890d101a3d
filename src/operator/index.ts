export type { KubeObject } from './component-context.ts';
export { injectionSettings } from './injection-settings.ts';
export type { ComponentName } from './part.ts';
export {
  renderManifests,
  type Manifests,
  type PartRenderer,
  type RenderOptions,
} from './render-manifests.ts';
export type { RenderedObject } from './rendered-object.ts';
export {
  loadOperatorSpec,
  profileNamed,
  profileNames,
  profileSummaries,
  type OperatorSpec,
  type SpecFile,
  type SpecInputs,
} from './spec/index.ts';
