import { objectsIn, type Json } from '../json.ts';
import { type Pod } from './pod.ts';

/** What injection has added, for the next one. */
export function injectionStatus({ spec }: Pod, revision: string): string {
  const names = (list: Json | undefined): Json => {
    const found = objectsIn(list).map(({ name }) => name ?? null);
    return found.length === 0 ? null : found;
  };
  const { initContainers, containers, volumes, imagePullSecrets } = spec;
  return JSON.stringify({
    initContainers: names(initContainers),
    containers: names(containers),
    volumes: names(volumes),
    imagePullSecrets: names(imagePullSecrets),
    revision,
  });
}
