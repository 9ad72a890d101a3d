const unitNanoseconds: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1_000n,
  µs: 1_000n,
  μs: 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
};

const form =
  /^[+-]?(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h)(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))*$/;
const part = /(\d*)\.?(\d*)(ns|us|µs|μs|ms|s|m|h)/g;
/** The form of most durations, read without big numbers. */
const seconds = /^\d{1,6}s$/;
const most = 2n ** 63n - 1n;

/**
 * Nanoseconds of a duration in the syntax of Go's `time.ParseDuration`: `1h30m`, `1.5s`, `-100ms`, `0`. Undefined for
 * text that is none, and for what 64 bits of nanoseconds cannot hold.
 */
export function parseDuration(text: string): bigint | undefined {
  if (seconds.test(text)) return BigInt(Number.parseInt(text, 10) * 1_000_000_000);
  if (/^[+-]?0$/.test(text)) return 0n;
  if (!form.test(text)) return undefined;
  const negative = text.startsWith('-');
  const total = sumOf(text);
  if (total > (negative ? most + 1n : most)) return undefined;
  return negative ? -total : total;
}

/** Nanoseconds of all parts, whatever the sign. */
function sumOf(text: string): bigint {
  let total = 0n;
  for (const [, whole = '', fraction = '', unit = ''] of text.matchAll(part)) {
    const size = unitNanoseconds[unit] ?? 0n;
    total += BigInt(whole === '' ? '0' : whole) * size;
    if (fraction !== '') total += (BigInt(fraction) * size) / 10n ** BigInt(fraction.length);
  }
  return total;
}
