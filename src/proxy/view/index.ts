export { viewModel, type ViewOptions } from './view-model.ts';
export type {
  Health,
  NodeKind,
  ViewDocument,
  ViewEdge,
  ViewModel,
  ViewNode,
  ViewProblem,
  ViewSource,
} from './view.ts';
export { renderView, type RenderOptions } from './page/render-view.ts';
