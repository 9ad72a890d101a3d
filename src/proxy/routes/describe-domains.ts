const shown = 2;

/** The domains of a virtual host in little room: without ports and without longer spellings of a name that is there. */
export function describeDomains(domains: readonly string[]): string {
  const [only = '', ...others] = domains;
  if (others.length === 0) return only;
  const plain = withoutExpansions(domains.filter((domain) => !domain.includes(':') || isBareIpv6(domain)));
  const more = plain.length - shown;
  const first = plain.slice(0, shown).join(', ');
  return more > 0 ? `${first} + ${more} more...` : first;
}

/** `[fd00::7fc7]`, which has colons although it has no port. */
function isBareIpv6(domain: string): boolean {
  return domain.endsWith(']') && domain.split(':').length > 3;
}

function withoutExpansions(domains: readonly string[]): string[] {
  const known = new Set(domains);
  return domains.filter(
    (domain) =>
      !['.svc.cluster.local', '.svc'].some(
        (end) => domain.endsWith(end) && known.has(domain.slice(0, -end.length)),
      ),
  );
}
