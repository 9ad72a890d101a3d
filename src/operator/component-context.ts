import type { Json, JsonObject } from '../json.ts';
import type { Part } from './part.ts';
import type { Values } from './values/values.ts';

/** A Kubernetes object as it is applied. */
export interface KubeObject extends JsonObject {
  apiVersion: string;
  kind: string;
  metadata: { name: string; [key: string]: Json };
}

/** What a component is rendered from. */
export interface ComponentContext {
  readonly part: Part;
  /** Settings with the defaults of the component below them; see `effectiveValues`. */
  readonly values: Values;
  /** What was asked for alone, without defaults. */
  readonly given: JsonObject;
  /** Empty for the default revision. */
  readonly revision: string;
  /** The minor version of Kubernetes 1 to render for. */
  readonly kubeMinor: number;
}

/** The objects of a component, in the order in which they are applied. */
export type RenderComponent = (
  context: ComponentContext,
) => readonly KubeObject[] | Promise<readonly KubeObject[]>;
