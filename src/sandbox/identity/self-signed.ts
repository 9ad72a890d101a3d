import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { der, sequence } from './der.ts';

/** A certificate and its key, both PEM. */
export interface Certificate {
  readonly certificate: string;
  readonly key: string;
}

/** Makes an authority of its own (RFC 5280, ECDSA with P-256), which is valid for ten years, and for 127.0.0.1. */
export function selfSigned(organization: string): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(der(0x31, sequence(oids.organization, der(0x0c, Buffer.from(organization)))));
  const now = Date.now();
  const content = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    sequence(oids.ecdsaWithSha256),
    name,
    sequence(timeOf(now - hour), timeOf(now + tenYears)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(authority, usage, loopback)),
  );
  const signature = sign('sha256', content, privateKey);
  const whole = sequence(
    content,
    sequence(oids.ecdsaWithSha256),
    der(0x03, Buffer.concat([Buffer.from([0]), signature])),
  );
  return {
    certificate: pemOf(whole),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

const hour = 3_600_000;
const tenYears = 10 * 365 * 24 * hour;

const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));

const oids = {
  organization: oid('55040a'),
  ecdsaWithSha256: oid('2a8648ce3d040302'),
  basicConstraints: oid('551d13'),
  keyUsage: oid('551d0f'),
  alternativeNames: oid('551d11'),
};

const yes = der(0x01, Buffer.from([0xff]));
const authority = sequence(oids.basicConstraints, yes, der(0x04, sequence(yes)));
/** Digital signature, certificate signing, lists of revoked certificates. */
const usage = sequence(oids.keyUsage, yes, der(0x04, der(0x03, Buffer.from([0x01, 0x86]))));
const loopback = sequence(
  oids.alternativeNames,
  der(0x04, sequence(der(0x87, Buffer.from([127, 0, 0, 1])), der(0x82, Buffer.from('localhost')))),
);

/** GeneralizedTime: 20260102030405Z. */
function timeOf(milliseconds: number): Buffer {
  const digits = new Date(milliseconds).toISOString().replace(/\.\d+Z$/, '');
  return der(0x18, Buffer.from(`${digits.replace(/\D/g, '')}Z`));
}

function pemOf(bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
