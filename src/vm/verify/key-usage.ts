/** The object identifier 2.5.29.15, keyUsage, in DER. */
const identifier = Buffer.from([0x06, 0x03, 0x55, 0x1d, 0x0f]);
const critical = Buffer.from([0x01, 0x01, 0xff]);
const bitString = 0x03;
const keyCertSign = 0x04;

/**
 * Whether the extension keyUsage (RFC 5280, section 4.2.1.3) of a certificate in DER lets its key sign certificates;
 * without the extension any use is allowed. Node.js tells the extended key usage only.
 */
export function maySignCertificates(der: Buffer): boolean {
  const start = der.indexOf(identifier);
  if (start === -1) return true;
  const after = start + identifier.length;
  const isCritical = der.subarray(after, after + critical.length).equals(critical);
  // OCTET STRING { BIT STRING { unused bits, bits } }: tags and lengths of one byte each.
  const inner = after + (isCritical ? critical.length : 0) + 2;
  return der[inner] === bitString && ((der[inner + 3] ?? 0) & keyCertSign) !== 0;
}
