import { externalNamePort } from './external-name-port.ts';
import { portProtocolConflict } from './port-protocol-conflict.ts';
import { serviceProtocol } from './protocol.ts';
import { samePort } from './same-port.ts';
import { sameTargetPort } from './same-target-port.ts';
import { selectsNothing } from './selects-nothing.ts';
import { targetPort } from './target-port.ts';

export const serviceRules = [
  ...[serviceProtocol, externalNamePort, samePort, sameTargetPort],
  ...[portProtocolConflict, selectsNothing, targetPort],
];
