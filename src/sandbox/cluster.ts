import type { Identity } from './identity.ts';
import type { Catalogue } from './kinds/catalogue.ts';
import type { ObjectStore } from './store/object-store.ts';

/** A simulated cluster: what is in it, and what it was told at its start. */
export interface Cluster {
  readonly store: ObjectStore;
  readonly catalogue: Catalogue;
  readonly identity: Identity;
  readonly settings: ClusterSettings;
  /** A number that was not given before, such as for an address. */
  readonly nextNumber: (purpose: string) => number;
}

export interface ClusterSettings {
  /** Milliseconds from the making of a pod until it is ready. */
  readonly readyDelay: number;
  /** `v1.33.1`. */
  readonly kubernetesVersion: string;
  readonly nodes: number;
  /** Whether a pod never becomes ready. */
  readonly neverReady: (pod: PodPlace) => boolean;
}

export interface PodPlace {
  readonly namespace: string;
  readonly name: string;
}

/** The time as Kubernetes writes it: whole seconds. */
export const timestamp = (date = new Date()): string => date.toISOString().replace(/\.\d+Z$/, 'Z');
