import { ca } from './ca.ts';
import { conflict } from './conflict.ts';
import { portName } from './port-name.ts';

export const backendTlsRules = [conflict, portName, ca];
