const known = new Map<string, boolean>();

/** Whether what is called so is a secret by itself: `private_key`, `API_TOKEN`, `Authorization`; not `token_endpoint`. */
export function isSecretName(name: string): boolean {
  const before = known.get(name);
  if (before !== undefined) return before;
  const isSecret = secretEnd.test(plain(name));
  known.set(name, isSecret);
  return isSecret;
}

/** Whether all data inline below what is called so is secret, whatever its names. */
export function holdsSecrets(name: string): boolean {
  return secretHolders.has(name);
}

const secretEnd =
  /(password|passwd|pwd|passphrase|privatekey|apikey|accesskey|secretkey|signingkey|sessionkey|encryptionkey|sharedkey|jsonkey|secret|token|jwt|credentials?|authorization|cookie)(value|data|base64)?$/;

const secretHolders = new Set([
  'session_ticket_keys',
  'sessionTicketKeys',
  'generic_secret',
  'genericSecret',
  // With the private key.
  'pkcs12',
  // Of the basic authentication filter: names with hashes of passwords.
  'users',
]);

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');
