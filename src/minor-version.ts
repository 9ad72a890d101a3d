/** The minor number of a version such as `1.31.1` or `v1.32`; undefined for what is no version of major 1. */
export function minorVersion(version: string): number | undefined {
  const match = /^v?1\.([0-9]+)/.exec(version);
  return match === null ? undefined : Number(match[1]);
}
