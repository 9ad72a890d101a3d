import type { JsonObject } from '../../../../resources/index.ts';
import { hostScenes, pathScenes } from './path-scenes.ts';
import { echoClusters } from './scene-bootstrap.ts';
import type { Scene } from './scene.ts';
import { filterScenes } from './filter-scenes.ts';
import { tokenScenes } from './token-scenes.ts';
import { upgradeScenes } from './upgrade-scenes.ts';

/** Every scene; they share one Envoy. */
export const scenes: readonly Scene[] = [
  ...pathScenes,
  ...hostScenes,
  ...upgradeScenes,
  ...filterScenes,
  ...tokenScenes,
];

/** Those that an Envoy can play by itself: scopes of routes need a control plane. */
export const playableScenes = scenes.filter(({ manager }) => manager.scoped_routes === undefined);

/** The clusters that the scenes lead to, with the echo servers at these ports. */
export function sceneClusters(echoes: Readonly<Record<string, number>>): JsonObject[] {
  return echoClusters(echoes);
}
