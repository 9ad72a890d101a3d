import { unknownRegistry } from './unknown-registry.ts';

export const meshNetworksRules = [unknownRegistry];
