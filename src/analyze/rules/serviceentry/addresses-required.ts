import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';

/** Advice from before addresses were allocated: TCP has no names, so connections are told apart by address. */
export const addressesRequired = defineRule<Readonly<Record<string, never>>>({
  slug: 'serviceentry/addresses-required',
  code: 'IST0134',
  severity: 'warning',
  summary: 'A ServiceEntry with TCP ports has addresses.',
  hint: 'Give the ServiceEntry `addresses`.',
  kinds: ['ServiceEntry'],
  compatOnly: true,
  message: () => 'a ServiceEntry with a TCP port, or one without a protocol, has no addresses',
  check(mesh, report) {
    if (allocatesAddresses(mesh)) return;
    for (const entry of mesh.of('ServiceEntry')) {
      if (hasAddresses(entry)) continue;
      for (const [index, { protocol = '' }] of (entry.spec.ports ?? []).entries())
        if (/^(tcp)?$/i.test(protocol)) report(entry, ['spec', 'ports', index, 'name'], {});
    }
  },
});

function allocatesAddresses({ meshConfig }: Mesh): boolean {
  const { proxyMetadata = {} } = meshConfig.spec.defaultConfig ?? {};
  const isOn = (name: string): boolean => proxyMetadata[name] === 'true';
  return (
    isOn('ISTIO_META_DNS_CAPTURE') &&
    (isOn('ISTIO_META_DNS_AUTO_ALLOCATE') || isOn('PILOT_ENABLE_IP_AUTOALLOCATE'))
  );
}

function hasAddresses({ spec: { addresses = [] }, resource }: MeshObject<'ServiceEntry'>): boolean {
  const { status } = resource.value;
  const given =
    typeof status === 'object' && status !== null && 'addresses' in status ? status.addresses : [];
  return addresses.length > 0 || (Array.isArray(given) && given.length > 0);
}
