import { defineRule } from '../../rule.ts';

/** What a registry or server hands out next time may be another module. */
export const wasmWithoutChecksum = defineRule<{ url: string }>({
  slug: 'hardening/wasm-without-checksum',
  code: 'MSH0411',
  severity: 'warning',
  summary: 'Wasm modules that proxies fetch have a checksum.',
  hint: 'Set `sha256`, or name an OCI image by its digest: `oci://registry.example.com/filter@sha256:...`.',
  kinds: ['WasmPlugin', 'TrafficExtension'],
  optIn: true,
  message: ({ url }) =>
    `nothing says what ${url} has to hold: whoever can change it runs code in the proxies`,
  check(mesh, report) {
    for (const plugin of mesh.of('WasmPlugin')) {
      const { url = '', sha256 = '' } = plugin.spec;
      if (isUnchecked(url, sha256)) report(plugin, ['spec', 'url'], { url });
    }
    for (const extension of mesh.of('TrafficExtension')) {
      const { url = '', sha256 = '' } = extension.spec.wasm ?? {};
      if (isUnchecked(url, sha256)) report(extension, ['spec', 'wasm', 'url'], { url });
    }
  },
});

const isUnchecked = (url: string, sha256: string): boolean =>
  url !== '' && sha256 === '' && !url.startsWith('file:') && !url.includes('@sha256:');
