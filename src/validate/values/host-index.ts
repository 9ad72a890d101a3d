/** Well-formed hosts, for asking of many others which of these they have to do with: the one that was added first. */
export class HostIndex {
  private readonly hosts = new Map<string, Placed>();
  private readonly wildcards = new Map<string, Placed>();
  /** The first host of each end that a wildcard asks for: `.com` for `*.com`. */
  private readonly byEnd = new Map<string, Placed>();
  private readonly ends: ReadonlySet<string>;
  private readonly lengths: readonly number[];

  /** `wildcards` are all hosts with `*` that will be added, and those that {@link overlapping} is asked for. */
  constructor(wildcards: readonly string[]) {
    this.ends = new Set(wildcards.map(endOf));
    this.lengths = [...new Set([...this.ends].map(({ length }) => length))];
  }

  add(host: string): void {
    if (this.hosts.has(host)) return;
    const placed = { host, index: this.hosts.size };
    this.hosts.set(host, placed);
    if (isWildcard(host)) this.wildcards.set(endOf(host), placed);
    for (const end of this.endsOf(host)) if (!this.byEnd.has(end)) this.byEnd.set(end, placed);
  }

  /** A host that stands for every name `host` stands for; letters of different case differ. */
  covering(host: string): string | undefined {
    return this.hosts.get(host)?.host ?? earliest(this.coversOf(host))?.host;
  }

  /** `host` itself, or else a host that covers it or that it covers. */
  overlapping(host: string): string | undefined {
    const covered = isWildcard(host) ? this.byEnd.get(endOf(host)) : undefined;
    return this.hosts.get(host)?.host ?? earliest([covered, ...this.coversOf(host)])?.host;
  }

  private coversOf(host: string): (Placed | undefined)[] {
    return this.endsOf(host).map((end) => this.wildcards.get(end));
  }

  private endsOf(host: string): string[] {
    const longest = isWildcard(host) ? host.length - 1 : host.length;
    const lengths = this.lengths.filter((length) => length <= longest);
    return lengths.map((length) => host.slice(host.length - length)).filter((end) => this.ends.has(end));
  }
}

interface Placed {
  readonly host: string;
  readonly index: number;
}

/** Whether a host stands for many names. */
export const isWildcard = (host: string): boolean => host.startsWith('*');

const endOf = (wildcard: string): string => wildcard.slice(1);

function earliest(found: readonly (Placed | undefined)[]): Placed | undefined {
  let best: Placed | undefined;
  for (const placed of found) if (placed && (best === undefined || placed.index < best.index)) best = placed;
  return best;
}
