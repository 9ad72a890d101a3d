import type { Path } from '../../path.ts';
import { errorRule, warningRule, type Report, type RuleInfo } from '../rule.ts';

const unreadable = errorRule({
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

export const jwksRules: readonly RuleInfo[] = [unreadable, privateKey];

/** Checks an inline key set (RFC 7517). */
export function checkJwks(text: string, path: Path, report: Report): void {
  const keys = keysOf(text);
  if (typeof keys === 'string') {
    report(unreadable, path, { reason: keys });
    return;
  }
  for (const [index, key] of keys.entries()) {
    const reason = faultOf(key);
    if (reason !== undefined) report(unreadable, path, { reason: `key [${index}] ${reason}` });
    else if (isSecret(key)) report(privateKey, path, { index });
  }
}

type Key = Readonly<Record<string, unknown>>;

const isKey = (value: unknown): value is Key =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The keys, or why there are none. */
function keysOf(text: string): readonly unknown[] | string {
  let set: unknown;
  try {
    set = JSON.parse(text);
  } catch {
    return 'it is no JSON';
  }
  if (!isKey(set)) return 'it is no object';
  const { keys } = set;
  if (keys === undefined) return isKey(set) && 'kty' in set ? [set] : 'it has no `keys`';
  return Array.isArray(keys) ? keys : '`keys` is no list';
}

/** The parameters each type of key needs (RFC 7518 section 6, RFC 8037). */
const parameters: Readonly<Record<string, readonly string[]>> = {
  RSA: ['n', 'e'],
  EC: ['crv', 'x', 'y'],
  oct: ['k'],
  OKP: ['crv', 'x'],
};

function faultOf(key: unknown): string | undefined {
  if (!isKey(key)) return 'is no object';
  const needed = parameters[String(key['kty'])];
  if (needed === undefined) return 'has an unknown `kty`';
  const missing = needed.find((name) => typeof key[name] !== 'string' || key[name] === '');
  return missing === undefined ? undefined : `has no \`${missing}\``;
}

const isSecret = (key: unknown): boolean => isKey(key) && (key['kty'] === 'oct' || 'd' in key);
