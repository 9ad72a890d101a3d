const prefix = '@request.auth.claims';

/** Whether a header match asks for a claim of a verified token: `@request.auth.claims.x` or `...[x][y]`. */
export function isJwtClaim(header: string): boolean {
  if (!header.startsWith('@') || !header.toLowerCase().startsWith(prefix)) return false;
  const claim = header.slice(prefix.length);
  if (claim.startsWith('.')) return claim.length > 1;
  return claim.startsWith('[') && claim.endsWith(']') && claim.length > 2;
}
