import type { ComponentName } from '../../src/operator/index.ts';

const parts = {
  base: 'Base',
  pilot: 'Pilot',
  cni: 'Cni',
  ztunnel: 'Ztunnel',
  ingressGateways: 'IngressGateways',
  egressGateways: 'EgressGateways',
} as const satisfies Record<string, ComponentName>;

/** What `--component` takes: the names of the spec. */
export type ComponentWord = keyof typeof parts;

export const componentNames: readonly string[] = Object.keys(parts);

/** The part of an installation that is meant. */
export const partOf = (word: ComponentWord): ComponentName => parts[word];
