export { injectionSettings } from './injection-settings.ts';
export { renderManifests, type Manifests, type RenderOptions } from './render-manifests.ts';
export type { ComponentName } from './part.ts';
export type { RenderedObject } from './rendered-object.ts';
export {
  defaultHub,
  defaultTag,
  loadOperatorSpec,
  profileNamed,
  profileNames,
  type OperatorSpec,
  type SpecFile,
  type SpecInputs,
} from './spec/index.ts';
