import type { JsonObject } from '../../../../resources/index.ts';
import { hostScenes, pathScenes } from './path-scenes.ts';
import { echoClusters } from './scene-bootstrap.ts';
import type { Scene } from './scene.ts';
import { upgradeScenes } from './upgrade-scenes.ts';

/** Every scene; they share one Envoy. */
export const scenes: readonly Scene[] = [...pathScenes, ...hostScenes, ...upgradeScenes];

/** The clusters that the scenes lead to, with the echo servers at these ports. */
export function sceneClusters(echoes: Readonly<Record<string, number>>): JsonObject[] {
  return echoClusters(echoes);
}
