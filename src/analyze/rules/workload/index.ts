import { hostNetwork } from './host-network.ts';
import { injectLabelIgnored } from './inject-label-ignored.ts';
import { proxyUid } from './proxy-uid.ts';
import { reservedPort } from './reserved-port.ts';
import { unknownRevision } from './unknown-revision.ts';

export const workloadRules = [proxyUid, reservedPort, hostNetwork, injectLabelIgnored, unknownRevision];
