/** Whole seconds as Go prints a duration: `1h2m3s`. */
export function formatSeconds(seconds: bigint): string {
  const size = seconds < 0n ? -seconds : seconds;
  const [hours, minutes, rest] = [size / 3600n, (size / 60n) % 60n, size % 60n];
  const sign = seconds < 0n ? '-' : '';
  if (hours > 0n) return `${sign}${hours}h${minutes}m${rest}s`;
  return minutes > 0n ? `${sign}${minutes}m${rest}s` : `${sign}${rest}s`;
}
