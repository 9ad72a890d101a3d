import type { KubeObject } from './component-context.ts';
import type { ComponentName } from './part.ts';

/** An object and the part of the installation that it belongs to. */
export interface RenderedObject {
  readonly component: ComponentName;
  readonly object: KubeObject;
}
