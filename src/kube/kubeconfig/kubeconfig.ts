import type { JsonObject } from '../../resources/index.ts';

/** An entry of `clusters`, `users` or `contexts`: what stands under its name, with absolute paths. */
export interface NamedEntry {
  readonly name: string;
  readonly value: JsonObject;
  /** The file it comes from. */
  readonly file: string;
}

/** One or several kubeconfig files, merged as kubectl does. */
export interface Kubeconfig {
  readonly clusters: readonly NamedEntry[];
  readonly users: readonly NamedEntry[];
  readonly contexts: readonly NamedEntry[];
  readonly currentContext: string | undefined;
  /** The files that were read, for messages. */
  readonly files: readonly string[];
}

/**
 * Merges kubeconfigs: of entries with one name the first counts, and so does the first current context.
 * https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/
 */
export function mergeKubeconfigs(configs: readonly Kubeconfig[]): Kubeconfig {
  return {
    clusters: firstOfEach(configs.flatMap(({ clusters }) => clusters)),
    users: firstOfEach(configs.flatMap(({ users }) => users)),
    contexts: firstOfEach(configs.flatMap(({ contexts }) => contexts)),
    currentContext: configs.find(({ currentContext }) => currentContext !== undefined)?.currentContext,
    files: configs.flatMap(({ files }) => files),
  };
}

function firstOfEach(entries: readonly NamedEntry[]): readonly NamedEntry[] {
  const byName = new Map<string, NamedEntry>();
  for (const entry of entries) if (!byName.has(entry.name)) byName.set(entry.name, entry);
  return [...byName.values()];
}
