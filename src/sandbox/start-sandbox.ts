import type { MeshctlError } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import type { Cluster, PodPlace } from './cluster.ts';
import { controllers } from './controllers/controllers.ts';
import { ControlLoop } from './controllers/control-loop.ts';
import type { Controller } from './controllers/pass.ts';
import type { FaultFor } from './http/fault.ts';
import { serve } from './http/serve.ts';
import { newIdentity } from './identity.ts';
import { Catalogue } from './kinds/catalogue.ts';
import { kubeconfigText } from './kubeconfig.ts';
import { ListPages } from './read/list-pages.ts';
import { furnish } from './seed/furnish.ts';
import { Seed } from './seed/seed.ts';
import { ObjectStore } from './store/object-store.ts';

/** What a simulated cluster begins with, and how it behaves. */
export interface SandboxOptions {
  /** On 127.0.0.1. Default: any that is free. */
  readonly port?: number;
  /**
   * Objects that are there from the start; their namespaces are made, too. Those of kinds that are not served yet come
   * when they are: configuration of a mesh, once its definitions are installed. Default: none.
   */
  readonly seed?: readonly JsonObject[];
  /** Is told of objects of the seed that are refused when their kind is served at last. */
  readonly onSeedRefused?: (error: MeshctlError) => void;
  /** Milliseconds from the making of a pod until it is ready. Default: 0, which is at once, but not in the same request. */
  readonly readyDelay?: number;
  /** What `/version` says, before its mark. Default: v1.36.1. */
  readonly kubernetesVersion?: string;
  /** Default: 1. */
  readonly nodes?: number;
  /** Whether workloads get pods and a mesh acts. Namespaces and owned objects are looked after anyway. Default: true. */
  readonly loop?: boolean;
  /** Pods that stay pending. Default: none. */
  readonly neverReady?: (pod: PodPlace) => boolean;
  /** Sees every request before it is carried out, and may spoil it. */
  readonly faults?: FaultFor;
  /** How many changes are kept for watches that start later. Default: 10,000. */
  readonly history?: number;
}

/** A simulated cluster that listens. */
export interface Sandbox {
  /** `https://127.0.0.1:PORT`; its certificate is its own, and all but the version and health want a token. */
  readonly url: string;
  /** The text of a kubeconfig that reaches it. */
  readonly kubeconfig: string;
  /** Every object that is stored now, by kind, namespace and name. */
  readonly objects: () => readonly JsonObject[];
  readonly stop: () => Promise<void>;
}

/**
 * Starts an in-memory subset of a Kubernetes API on this machine. It is simulated: nothing runs in it.
 *
 * @throws {MeshctlError} `environment` when the port is taken; `input` when an object of the seed is refused.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const cluster = newCluster(options);
  furnish(cluster);
  const seed = new Seed(cluster, options.seed ?? []);
  seed.plant((error) => {
    throw error;
  });
  const plantLater: Controller = () => {
    seed.plant(options.onSeedRefused ?? (() => undefined));
  };
  const loop = new ControlLoop(cluster, [...controllers(options.loop ?? true), plantLater]);
  const stage = { cluster, pages: new ListPages(cluster) };
  const { port, close } = await serve(stage, options.port ?? 0, options.faults ?? (() => undefined));
  loop.start();
  const url = `https://127.0.0.1:${port}`;
  return {
    url,
    kubeconfig: kubeconfigText(url, cluster.identity.server.certificate, cluster.identity.token),
    objects: () => cluster.catalogue.each().flatMap((kind) => cluster.store.list(kind)),
    stop: async () => {
      loop.stop();
      await close();
    },
  };
}

function newCluster(options: SandboxOptions): Cluster {
  const numbers = new Map<string, number>();
  return {
    store: new ObjectStore(options.history ?? 10_000),
    catalogue: new Catalogue(),
    identity: newIdentity(),
    settings: {
      readyDelay: options.readyDelay ?? 0,
      kubernetesVersion: options.kubernetesVersion ?? 'v1.36.1',
      nodes: options.nodes ?? 1,
      neverReady: options.neverReady ?? (() => false),
    },
    nextNumber: (purpose) => {
      const number = (numbers.get(purpose) ?? -1) + 1;
      numbers.set(purpose, number);
      return number;
    },
  };
}
