import type { Path } from '../../path.ts';
import { errorRule, warningRule, type Report, type RuleInfo } from '../rule.ts';

const notAKeySet = errorRule({
  slug: 'jwt/jwks',
  summary: '`jwks` holds a JSON Web Key Set.',
  message: ({ reason }: { reason: string }) => `\`jwks\` is not a JSON Web Key Set: ${reason}`,
  hint: 'Paste the whole document, `{"keys": [...]}`.',
});

const privateKey = warningRule({
  slug: 'jwt/jwks-private-key',
  summary: '`jwks` holds public keys only.',
  message: ({ index }: { index: number }) =>
    `key [${index}] is private or symmetric: who reads this object can sign tokens`,
  hint: 'Publish public keys only, and replace a key that has been shown.',
});

export const jwksRules: readonly RuleInfo[] = [notAKeySet, privateKey];

/** Checks an inline key set (RFC 7517). */
export function checkJwks(text: string, path: Path, report: Report): void {
  const keys = keysOf(text);
  if (typeof keys === 'string') {
    report(notAKeySet, path, { reason: keys });
    return;
  }
  for (const [index, key] of keys.entries()) {
    const reason = faultOf(key);
    if (reason !== undefined) report(notAKeySet, path, { reason: `key [${index}] ${reason}` });
    else if (isSecret(key)) report(privateKey, path, { index });
  }
}

type Key = Readonly<Record<string, unknown>>;

const isKey = (value: unknown): value is Key =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The keys, or why there are none. A key by itself stands for a set of one. */
function keysOf(text: string): readonly unknown[] | string {
  const set = parsed(text);
  if (set === undefined) return 'it is no JSON';
  if (!isKey(set)) return 'it is no object';
  if (!('keys' in set)) return 'kty' in set ? [set] : 'it has no `keys`';
  const keys = set.keys ?? [];
  return Array.isArray(keys) ? keys : '`keys` is no list';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The parameters each type of key needs (RFC 7518 section 6, RFC 8037). */
const parameters: ReadonlyMap<unknown, readonly string[]> = new Map([
  ['RSA', ['n', 'e']],
  ['EC', ['crv', 'x', 'y']],
  ['oct', ['k']],
  ['OKP', ['crv', 'x']],
]);

const curves: ReadonlySet<unknown> = new Set([
  ...['P-256', 'P-384', 'P-521', 'secp256k1', 'Ed25519', 'Ed448', 'X25519', 'X448'],
]);

function faultOf(key: unknown): string | undefined {
  if (!isKey(key)) return 'is no object';
  const needed = parameters.get(key.kty);
  if (needed === undefined) return 'has an unknown `kty`';
  const missing = needed.find((name) => key[name] === undefined || key[name] === '');
  if (missing !== undefined) return `has no \`${missing}\``;
  if (needed.includes('crv') && !curves.has(key.crv)) return 'has an unknown `crv`';
  const unreadable = needed.find((name) => name !== 'crv' && !isBase64(key[name]));
  return unreadable === undefined ? undefined : `has a \`${unreadable}\` that is not base64`;
}

const base64 = /^[A-Za-z0-9_-]*$|^[A-Za-z0-9+/]*$/;

/** Whether a value is a text in one of the two alphabets of base64, padded or not. */
function isBase64(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  const digits = value.replace(/={1,2}$/, '');
  return base64.test(digits) && digits.length % 4 !== 1;
}

const isSecret = (key: unknown): boolean => isKey(key) && (key.kty === 'oct' || 'd' in key);
