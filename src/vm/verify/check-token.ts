import { finding, type BundleFinding } from './bundle-finding.ts';
import { identityIn, proofIn, type Variables } from './bundle-variables.ts';
import { readToken, type TokenClaims } from './read-token.ts';
import type { SavedFile } from './saved-bundle.ts';

const audience = 'istio-ca';
/** Seconds by which clocks may differ. */
const leeway = 60;
/** Seconds that it takes to copy files and start a VM. */
const soon = 600;

/** Checks the token against the clock and against the identity that the VM claims. */
export function checkToken(file: SavedFile | undefined, variables: Variables, now: Date): BundleFinding[] {
  if (file === undefined || file.text.trim() === '') return missingFindings(file, variables);
  const claims = readToken(file.text);
  if (claims === undefined) return [finding('token-malformed', 'istio-token holds no JSON Web Token')];
  return [
    ...signatureFindings(claims),
    ...issuerFindings(claims),
    ...audienceFindings(claims),
    ...timeFindings(claims, now.getTime() / 1000),
    ...subjectFindings(claims, variables),
    ...(claims.pod === ''
      ? []
      : [finding('token-bound', `the token is bound to the pod ${claims.pod}, and ends with it`)]),
  ];
}

function missingFindings(file: SavedFile | undefined, variables: Variables): BundleFinding[] {
  if (proofIn(variables) !== 'token') return [];
  const message = file === undefined ? 'there is no file istio-token' : 'istio-token is empty';
  return [finding('token-missing', message)];
}

const signatureFindings = ({ signed }: TokenClaims): BundleFinding[] =>
  signed ? [] : [finding('token-unsigned', 'the token has no signature')];

/** Tokens of Secrets have this issuer, live for ever and have no audience. */
function issuerFindings({ issuer }: TokenClaims): BundleFinding[] {
  if (issuer === '') return [finding('token-issuer', 'the token names no issuer')];
  return issuer === 'kubernetes/serviceaccount'
    ? [finding('token-issuer', 'the token is an old one of a Secret')]
    : [];
}

function audienceFindings({ audiences }: TokenClaims): BundleFinding[] {
  if (audiences.includes(audience)) return [];
  const found = audiences.length === 0 ? 'for nobody' : `for ${audiences.join(', ')}`;
  return [finding('token-audience', `the token is ${found}, not for ${audience}`)];
}

function timeFindings({ expires, begins }: TokenClaims, now: number): BundleFinding[] {
  const at = (seconds: number): string => new Date(seconds * 1000).toISOString();
  if (begins !== undefined && begins > now + leeway)
    return [
      finding('token-not-yet-valid', `the token is valid from ${at(begins)} on, and here it is ${at(now)}`),
    ];
  if (expires === undefined) return [];
  if (expires <= now) return [finding('token-expired', `the token expired at ${at(expires)}`)];
  return expires - now < soon
    ? [finding('token-expires-soon', `the token expires at ${at(expires)}, in less than ten minutes`)]
    : [];
}

function subjectFindings({ subject }: TokenClaims, variables: Variables): BundleFinding[] {
  const [, namespace = '', account = ''] = /^system:serviceaccount:([^:]+):([^:]+)$/.exec(subject) ?? [];
  if (account === '')
    return [
      finding('token-subject', `the token is of ${JSON.stringify(subject)}, which is no service account`),
    ];
  const claimed = identityIn(variables);
  const differs = (what: string, here: string, there: string): string =>
    `the token is of the ${what} "${here}", and cluster.env says "${there}"`;
  return [
    ...(claimed.namespace === undefined || claimed.namespace === namespace
      ? []
      : [finding('token-namespace', differs('namespace', namespace, claimed.namespace))]),
    ...(claimed.serviceAccount === undefined || claimed.serviceAccount === account
      ? []
      : [finding('token-service-account', differs('service account', account, claimed.serviceAccount))]),
  ];
}
