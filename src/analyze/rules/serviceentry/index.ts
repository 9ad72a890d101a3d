import type { AnalysisRule } from '../../rule.ts';
import { addressesRequired } from './addresses-required.ts';
import { conflictingProtocols } from './conflicting-protocols.ts';
import { shadowsService } from './shadows-service.ts';

export const serviceEntryRules: readonly AnalysisRule[] = [
  conflictingProtocols,
  addressesRequired,
  shadowsService,
];
