/** Offset from Greenwich and abbreviation of a zone. */
export interface Zone {
  readonly offsetSeconds: (time: number) => number;
  readonly abbreviation: (time: number) => string;
}

export const utc: Zone = { offsetSeconds: () => 0, abbreviation: () => 'UTC' };

/** A zone that only has an offset. */
export const fixedZone = (seconds: number): Zone => ({
  offsetSeconds: () => seconds,
  abbreviation: () => {
    const minutes = Math.floor(Math.abs(seconds) / 60);
    const two = (value: number): string => value.toString().padStart(2, '0');
    return `${seconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`;
  },
});

/** The zone of a name as `Europe/Berlin`; UTC where there is none, and for `Local`, so that output is the same everywhere. */
export function zoneOf(name: string): Zone {
  if (name === '' || name === 'UTC' || name === 'Local') return utc;
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
    const short = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'short' });
    return {
      offsetSeconds: (time) => secondsOf(nameIn(format, time)),
      abbreviation: (time) => nameIn(short, time),
    };
  } catch (error) {
    if (error instanceof RangeError) return utc;
    throw error;
  }
}

const nameIn = (format: Intl.DateTimeFormat, time: number): string =>
  format.formatToParts(time).find(({ type }) => type === 'timeZoneName')?.value ?? '';

/** `GMT+05:30`. */
function secondsOf(name: string): number {
  const [, sign, hours = '0', minutes = '0', seconds = '0'] =
    /^GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(name) ?? [];
  const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return sign === '-' ? -size : size;
}
