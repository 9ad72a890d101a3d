export {
  renderManifests,
  type Manifests,
  type RenderedObject,
  type RenderOptions,
} from './render-manifests.ts';
export type { ComponentName } from './part.ts';
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
