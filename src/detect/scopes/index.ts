import type { DetectScope } from '../detection.ts';
import type { InScope } from '../found.ts';
import { gatewayScopes } from './gateway-scopes.ts';
import { meshScopes } from './mesh-scopes.ts';

/** What belongs to each scope. */
export const scopes: Readonly<Record<DetectScope, InScope>> = { ...gatewayScopes, ...meshScopes };
