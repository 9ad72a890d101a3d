const units = [
  [3_600_000_000_000n, 'h'],
  [60_000_000_000n, 'm'],
] as const;

/** A length of time in nanoseconds as Go prints it: `1m0s`, `250ms`. */
export function goDuration(nanoseconds: bigint): string {
  if (nanoseconds < 0n) return `-${goDuration(-nanoseconds)}`;
  if (nanoseconds < 1_000_000_000n) return shortDuration(nanoseconds);
  let rest = nanoseconds;
  let text = '';
  for (const [size, unit] of units) {
    if (text !== '' || rest >= size) text += `${rest / size}${unit}`;
    rest %= size;
  }
  return `${text}${decimal(rest, 9)}s`;
}

function shortDuration(nanoseconds: bigint): string {
  if (nanoseconds === 0n) return '0s';
  if (nanoseconds < 1_000n) return `${nanoseconds}ns`;
  return nanoseconds < 1_000_000n ? `${decimal(nanoseconds, 3)}µs` : `${decimal(nanoseconds, 6)}ms`;
}

/** A length of time in nanoseconds as JSON of protobuf has it: `90s`, `0.250s`. */
export function protoDuration(nanoseconds: bigint): string {
  const [whole = '', fraction = ''] = decimal(nanoseconds < 0n ? -nanoseconds : nanoseconds, 9).split('.');
  const digits = fraction.padEnd(Math.ceil(fraction.length / 3) * 3, '0');
  return `${nanoseconds < 0n ? '-' : ''}${whole}${digits === '' ? '' : `.${digits}`}s`;
}

function decimal(value: bigint, digits: number): string {
  const text = value.toString().padStart(digits + 1, '0');
  const fraction = text.slice(-digits).replace(/0+$/, '');
  return `${text.slice(0, -digits)}${fraction === '' ? '' : `.${fraction}`}`;
}
