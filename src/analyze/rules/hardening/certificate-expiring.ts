import { X509Certificate } from 'node:crypto';
import type { MeshObject } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';
import type { Path } from '../../../path.ts';
import { daysLeft } from '../../certificates.ts';

/** Certificates should have been renewed by then; a CA takes longer, since all who trust it have to follow. */
const notice = { certificate: 30, ca: 90 } as const;

/** What ends soon, or has ended, stops TLS for everybody who meets it. */
export const certificateExpiring = defineRule<{ key: string; days: number }>({
  slug: 'hardening/certificate-expiring',
  code: 'MSH0425',
  severity: 'warning',
  summary: `Certificates are valid for ${notice.certificate} more days, those of a CA for ${notice.ca}.`,
  hint: 'Renew it; a CA with time for both to be trusted.',
  kinds: ['Secret', 'ConfigMap'],
  optIn: true,
  message: ({ key, days }) => {
    if (days < 0) return `the certificate ${key} has expired`;
    return `the certificate ${key} expires ${days === 0 ? 'today' : `in ${days} ${days === 1 ? 'day' : 'days'}`}`;
  },
  check(mesh, report) {
    for (const object of [...mesh.of('Secret'), ...mesh.of('ConfigMap')])
      for (const { key, path, text } of textsOf(object)) {
        const ends = certificatesIn(text).map((held) => ({
          days: daysLeft(held, mesh.settings.now),
          ca: held.ca,
        }));
        const due = ends.filter(({ days, ca }) => days <= (ca ? notice.ca : notice.certificate));
        if (due.length === 0) continue;
        report(object, path, { key, days: Math.floor(Math.min(...due.map(({ days }) => days))) });
      }
  },
});

interface Text {
  readonly key: string;
  readonly path: Path;
  readonly text: string;
}

/** What a Secret or ConfigMap of gateways, of istiod, or of a CA calls its certificates. */
const keys: ReadonlySet<string> = new Set([
  ...['tls.crt', 'cert', 'ca.crt', 'cacert', 'ca-cert.pem', 'cert-chain.pem', 'root-cert.pem'],
]);

function textsOf(object: MeshObject<'Secret'> | MeshObject<'ConfigMap'>): readonly Text[] {
  const plain = object.kind === 'Secret' ? object.spec.stringData : object.spec.data;
  const encoded = object.kind === 'Secret' ? (object.spec.data ?? {}) : {};
  return [
    ...Object.entries(encoded).map(([key, value]) => ({
      ...{ key, path: ['data', key] },
      text: keys.has(key) ? Buffer.from(value, 'base64').toString('latin1') : '',
    })),
    ...Object.entries(plain ?? {}).map(([key, text]) => ({
      ...{ key, text },
      path: [object.kind === 'Secret' ? 'stringData' : 'data', key],
    })),
  ].filter(({ key }) => keys.has(key));
}

const block = /-----BEGIN CERTIFICATE-----\s[\s\S]*?-----END CERTIFICATE-----/g;

const certificatesIn = (pem: string): readonly X509Certificate[] =>
  (pem.match(block) ?? []).flatMap((text) => {
    try {
      return [new X509Certificate(text)];
    } catch {
      return [];
    }
  });
