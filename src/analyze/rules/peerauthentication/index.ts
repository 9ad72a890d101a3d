import { conflict } from './conflict.ts';
import { portNotExposed } from './port-not-exposed.ts';

export const peerAuthenticationRules = [portNotExposed, conflict];
