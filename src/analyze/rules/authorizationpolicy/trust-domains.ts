import type { Mesh } from '../../mesh.ts';

/** The trust domains of a mesh; `cluster.local` stands for the first one, whatever its name. */
export const trustDomains = (mesh: Mesh): readonly string[] => {
  const { trustDomain = '', trustDomainAliases = [], caCertificates = [] } = mesh.meshConfig.spec;
  const others = caCertificates.flatMap(({ trustDomains: named = [] }) => named);
  return [
    ...new Set(
      ['cluster.local', trustDomain, ...trustDomainAliases, ...others].filter((name) => name !== ''),
    ),
  ];
};

/** Whether a principal is of a trust domain that is none of the mesh. */
export const isForeign = (mesh: Mesh, principal: string): boolean =>
  principal.includes('/') &&
  !principal.startsWith('*') &&
  !mesh.derive(trustDomains).includes(principal.slice(0, principal.indexOf('/')));
