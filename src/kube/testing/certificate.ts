import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** A certificate with its key, both PEM. */
export interface Issued {
  readonly name: string;
  readonly certificate: string;
  readonly key: string;
  readonly privateKey: KeyObject;
}

export interface CertificateRequest {
  readonly name: string;
  /** IP addresses, host names, URIs. Default: 127.0.0.1. */
  readonly addresses?: readonly string[];
  /** Default: ten years from now. */
  readonly notAfter?: Date;
  /** Default: signed by itself. */
  readonly issuer?: Issued;
  readonly ca?: boolean;
}

const tenYears = 10 * 365 * 24 * 3600 * 1000;

/** Makes an X.509 certificate (RFC 5280), which Node has no function for. */
export function issue({
  name,
  addresses = ['127.0.0.1'],
  notAfter,
  issuer,
  ca = false,
}: CertificateRequest): Issued {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const content = sequence(
    der(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    ecdsaWithSha256,
    nameOf(issuer?.name ?? name),
    sequence(time(new Date(Date.now() - tenYears)), time(notAfter ?? new Date(Date.now() + tenYears))),
    nameOf(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(authority(ca), alternativeNames(addresses))),
  );
  const signature = sign('sha256', content, issuer?.privateKey ?? privateKey);
  return {
    name,
    certificate: pem(sequence(content, ecdsaWithSha256, der(0x03, Buffer.from([0]), signature))),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    privateKey,
  };
}

function der(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  return Buffer.concat([Buffer.from([tag, ...sizeOf(content.length)]), content]);
}

/** In as few bytes as it takes: BoringSSL refuses all else. */
function sizeOf(length: number): number[] {
  if (length < 0x80) return [length];
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
}

function sequence(...contents: readonly Buffer[]): Buffer {
  return der(0x30, ...contents);
}

function integer(bytes: Buffer): Buffer {
  return der(0x02, bytes);
}

function oid(hex: string): Buffer {
  return der(0x06, Buffer.from(hex, 'hex'));
}

const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'));
const commonName = oid('550403');
const basicConstraints = oid('551d13');
const subjectAltName = oid('551d11');

function nameOf(name: string): Buffer {
  return sequence(der(0x31, sequence(commonName, der(0x0c, Buffer.from(name)))));
}

/** GeneralizedTime: YYYYMMDDHHMMSSZ. */
function time(date: Date): Buffer {
  const digits = date
    .toISOString()
    .replace(/\.\d+Z$/, '')
    .replace(/\D/g, '');
  return der(0x18, Buffer.from(`${digits}Z`));
}

function authority(ca: boolean): Buffer {
  return sequence(basicConstraints, der(0x04, sequence(...(ca ? [der(0x01, Buffer.from([0xff]))] : []))));
}

function alternativeNames(addresses: readonly string[]): Buffer {
  const names = addresses.map((address) => {
    if (/^[\d.]+$/.test(address)) return der(0x87, Buffer.from(address.split('.').map(Number)));
    return der(address.includes('://') ? 0x86 : 0x82, Buffer.from(address));
  });
  return sequence(subjectAltName, der(0x04, sequence(...names)));
}

function pem(bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
