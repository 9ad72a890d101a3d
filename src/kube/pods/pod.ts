import type { JsonObject } from '../../resources/index.ts';
import type { PodName } from '../client.ts';

/** A pod of a cluster. */
export interface Pod extends PodName {
  /** As the API server has it; of one that may not be read, its name alone. */
  readonly object: JsonObject;
}
