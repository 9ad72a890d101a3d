const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648, section 6. */
export function encodeBase32(bytes: Uint8Array): string {
  let text = '';
  let [bits, count] = [0, 0];
  for (const byte of bytes) {
    bits = (bits << 8) | byte;
    for (count += 8; count >= 5; count -= 5) text += alphabet.charAt((bits >> (count - 5)) & 31);
    bits &= (1 << count) - 1;
  }
  if (count > 0) text += alphabet.charAt((bits << (5 - count)) & 31);
  return text.padEnd(Math.ceil(text.length / 8) * 8, '=');
}

const lengths = new Set([0, 2, 4, 5, 7]);

/** The text; of what is no base32 Go gives its error as the text. */
export function decodeBase32(text: string): string {
  const packed = text.replace(/[\r\n]/g, '');
  const digits = /^[A-Z2-7]*/.exec(packed)?.[0] ?? '';
  const whole = packed.length % 8 === 0 && /^=*$/.test(packed.slice(digits.length));
  if (!whole || packed.length - digits.length > 6 || !lengths.has(digits.length % 8)) {
    return `illegal base32 data at input byte ${digits.length}`;
  }
  const bytes: number[] = [];
  let [bits, count] = [0, 0];
  for (const digit of digits) {
    bits = (bits << 5) | alphabet.indexOf(digit);
    count += 5;
    if (count >= 8) {
      count -= 8;
      bytes.push((bits >> count) & 255);
      bits &= (1 << count) - 1;
    }
  }
  return Buffer.from(bytes).toString();
}
