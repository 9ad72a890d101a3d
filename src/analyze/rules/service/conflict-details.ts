import type { FindingDetails } from '../../rule.ts';
import type { PortConflict, ReachingPort } from './port-conflicts.ts';

/** The ports that contradict each other, as related places; less than a warning where there may be no sidecar. */
export const conflictDetails = ({ ports, certain }: PortConflict): FindingDetails => ({
  hint: 'Give the ports the same protocol, by their names or `appProtocol`: the sidecar has one listener for both.',
  ...(!certain && { severity: 'info' }),
  related: ports.map(({ service, index, protocol }) => ({
    object: service,
    path: ['spec', 'ports', index],
    message: `Service ${service.name} says ${protocol}`,
  })),
});

/** Each protocol once, sorted. */
export const protocolsOf = (ports: readonly ReachingPort[]): readonly string[] =>
  [...new Set(ports.map(({ protocol }) => protocol))].sort();
