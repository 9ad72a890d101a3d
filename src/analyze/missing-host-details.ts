import { expandHost } from '../expand-host.ts';
import { serviceOf } from './hosts.ts';
import { isHostGiven } from './known-hosts.ts';
import type { Mesh } from './mesh.ts';
import type { FindingDetails } from './rule.ts';
import { serviceMeant } from './service-meant.ts';

/** What to say of a host that nobody has, which an object of `home` names. */
export function missingHostDetails(mesh: Mesh, home: string, host: string): FindingDetails {
  const fqdn = expandHost(home, host);
  const cause = `Host ${fqdn}`;
  const meant = serviceMeant(mesh, home, host);
  const known = meant?.isSure === true || isHostGiven(mesh, home, host);
  return {
    cause,
    ...(!known && { severity: 'info', group: fqdn, hint: hintOfUnknown(home, fqdn) }),
    ...(meant !== undefined && {
      hint: meant.hint,
      related: [
        { object: meant.service, path: ['metadata', 'name'], message: 'the Service that is probably meant' },
      ],
    }),
  };
}

const hintOfUnknown = (home: string, fqdn: string): string =>
  fqdn.endsWith('.svc.cluster.local')
    ? `The input holds nothing that the namespace ${serviceOf(home, fqdn).namespace} offers; if it is complete, say so: --assume complete.`
    : 'The input holds no ServiceEntry of this namespace; if it is complete, say so: --assume complete.';
