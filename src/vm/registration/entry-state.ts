import { isObject, objectIn, plainText, valueIn, type Json, type JsonObject } from '../../json.ts';

/** A WorkloadEntry as far as it tells how a VM fares. */
export interface EntryState {
  readonly name: string;
  readonly address: string;
  /** The WorkloadGroup that it was registered with, or that owns it; empty for one made by hand. */
  readonly group: string;
  /** Whether the agent is connected to istiod now. */
  readonly connected: boolean;
  /** When it connected, as the cluster has it; empty if it never did. */
  readonly connectedAt: string;
  readonly health: 'healthy' | 'unhealthy' | 'unknown';
  /** What the agent says about its health. */
  readonly message: string;
}

/** Reads a WorkloadEntry as istiod writes it when it registers a VM. */
export function entryState(entry: JsonObject): EntryState {
  const annotations = objectIn(entry, 'metadata', 'annotations');
  const connectedAt = plainText(annotations['istio.io/connectedAt']);
  const condition = listOf(valueIn(entry, 'status', 'conditions')).find(
    (one) => isObject(one) && one.type === 'Healthy',
  );
  const status = plainText(valueIn(condition, 'status'));
  return {
    name: plainText(valueIn(entry, 'metadata', 'name')),
    address: plainText(valueIn(entry, 'spec', 'address')),
    group: plainText(annotations['istio.io/autoRegistrationGroup']) || ownerOf(entry),
    connected: connectedAt !== '' && plainText(annotations['istio.io/disconnectedAt']) === '',
    connectedAt,
    health: status === 'True' ? 'healthy' : status === 'False' ? 'unhealthy' : 'unknown',
    message: plainText(valueIn(condition, 'message')) || plainText(valueIn(condition, 'reason')),
  };
}

function ownerOf(entry: JsonObject): string {
  const owner = listOf(valueIn(entry, 'metadata', 'ownerReferences')).find(
    (one) => isObject(one) && one.kind === 'WorkloadGroup',
  );
  return plainText(valueIn(owner, 'name'));
}

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
