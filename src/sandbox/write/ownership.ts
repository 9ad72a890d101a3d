import type { JsonObject } from '../../json.ts';
import { timestamp, type Cluster } from '../cluster.ts';
import { builtIn } from '../kinds/catalogue.ts';
import type { Kind } from '../kinds/kind.ts';
import type { Writer } from './writer.ts';

interface Ownership {
  readonly manager: string;
  readonly time: string;
  readonly subresource?: string;
  readonly definitions?: readonly JsonObject[];
}

/** What the bookkeeping of managed fields needs to know of a write. */
export function ownershipOf(cluster: Cluster, kind: Kind, { manager, subresource }: Writer): Ownership {
  return {
    manager,
    time: timestamp(),
    ...(subresource !== undefined && subresource !== 'finalize' && { subresource }),
    ...(kind.custom !== undefined && { definitions: cluster.store.list(definitions) }),
  };
}

const definitions = builtIn('CustomResourceDefinition');
