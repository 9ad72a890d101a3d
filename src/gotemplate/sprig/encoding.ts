import { createHash } from 'node:crypto';
import { readJson } from '../json/read-json.ts';
import { writeJson, type JsonStyle } from '../json/write-json.ts';
import { TemplateFault } from '../template-fault.ts';
import { goFunction } from '../values/go-function.ts';
import type { GoValue } from '../values/go-value.ts';
import { decodeBase32, encodeBase32 } from './base32.ts';
import { adler32 } from './adler32.ts';

const compact: JsonStyle = { escapeHtml: true };
const pretty: JsonStyle = { escapeHtml: true, indent: '  ' };
const raw: JsonStyle = { escapeHtml: false };

const sum = (algorithm: string) =>
  goFunction(['string'], (text) => createHash(algorithm).update(text).digest('hex'));

/** https://masterminds.github.io/sprig/encoding.html, JSON, and check sums */
export const encoding = {
  b64enc: goFunction(['string'], (text) => Buffer.from(text).toString('base64')),
  b64dec: goFunction(['string'], decodeBase64),
  b32enc: goFunction(['string'], (text) => encodeBase32(Buffer.from(text))),
  b32dec: goFunction(['string'], (text) => decodeBase32(text)),
  toJson: goFunction(['any'], (value) => orElse('', () => writeJson(value, compact))),
  toPrettyJson: goFunction(['any'], (value) => orElse('', () => writeJson(value, pretty))),
  toRawJson: goFunction(['any'], (value) => writeJson(value, raw)),
  fromJson: goFunction(['string'], (text) => orElse(null, () => readJson(text))),
  mustToJson: goFunction(['any'], (value) => writeJson(value, compact)),
  mustToPrettyJson: goFunction(['any'], (value) => writeJson(value, pretty)),
  mustToRawJson: goFunction(['any'], (value) => writeJson(value, raw)),
  mustFromJson: goFunction(['string'], readJson),
  sha1sum: sum('sha1'),
  sha256sum: sum('sha256'),
  sha512sum: sum('sha512'),
  adler32sum: goFunction(['string'], (text) => adler32(Buffer.from(text)).toString()),
};

function orElse(fallback: GoValue, make: () => GoValue): GoValue {
  try {
    return make();
  } catch (error) {
    if (error instanceof TemplateFault) return fallback;
    throw error;
  }
}

/** Line ends are passed over; of what is no base64 Go gives its error as the text. */
function decodeBase64(text: string): string {
  const packed = text.replace(/[\r\n]/g, '');
  const wrong = /^[A-Za-z0-9+/]*/.exec(packed)?.[0].length ?? 0;
  const whole = packed.length % 4 === 0 && /^={0,2}$/.test(packed.slice(wrong));
  if (whole) return Buffer.from(packed, 'base64').toString();
  const padding = (4 - (wrong % 4)) % 4;
  const isPadded = padding < 3 && packed.startsWith('='.repeat(padding), wrong);
  const at = wrong === packed.length ? wrong - (wrong % 4) : isPadded ? wrong + padding : wrong;
  return `illegal base64 data at input byte ${at}`;
}
