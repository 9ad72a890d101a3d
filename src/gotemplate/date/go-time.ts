import { goFunction } from '../values/go-function.ts';
import { GoInt, GoStruct, type GoFunction, type GoValue } from '../values/go-value.ts';
import { formatTime, type ClockTime } from './layout.ts';
import { utc, type Zone } from './zone.ts';

/** A moment in milliseconds since 1970, and the zone in which it is shown. */
export interface Moment {
  readonly time: number;
  readonly zone: Zone;
}

const moments = new WeakMap<object, Moment>();

/** The moment of a `time.Time`; undefined of other values. */
export const momentOf = (value: GoValue): Moment | undefined =>
  typeof value === 'object' && value !== null ? moments.get(value) : undefined;

/** A moment as the clock of its zone shows it. */
export function clockTime({ time, zone }: Moment): ClockTime {
  const offsetSeconds = zone.offsetSeconds(time);
  return { local: new Date(time + offsetSeconds * 1000), offsetSeconds, zone: zone.abbreviation(time) };
}

/** The time of Go that has no value: the first of January of year 1. */
export const zeroTime = -62_135_596_800_000;

/** A `time.Time`: https://pkg.go.dev/time#Time */
export function goTime(moment: Moment): GoStruct {
  const struct = new GoStruct({
    type: 'time.Time',
    methods: methodsOf(moment),
    json: () => formatTime('2006-01-02T15:04:05.999999999Z07:00', clockTime(moment)),
  });
  moments.set(struct, moment);
  return struct;
}

function methodsOf(moment: Moment): Record<string, GoFunction> {
  const { time } = moment;
  const { local } = clockTime(moment);
  const number = (value: number): GoFunction => goFunction([], () => new GoInt(value));
  return {
    Format: goFunction(['string'], (layout) => formatTime(layout, clockTime(moment))),
    String: goFunction([], () => formatTime('2006-01-02 15:04:05.999999999 -0700 MST', clockTime(moment))),
    Unix: goFunction([], () => new GoInt(Math.floor(time / 1000), 'int64')),
    UnixMilli: goFunction([], () => new GoInt(Math.floor(time), 'int64')),
    UnixNano: goFunction([], () => new GoInt(BigInt(Math.floor(time)) * 1_000_000n, 'int64')),
    UTC: goFunction([], () => goTime({ time, zone: utc })),
    IsZero: goFunction([], () => time === zeroTime),
    Year: number(local.getUTCFullYear()),
    Month: goFunction([], () => named('time.Month', local.getUTCMonth() + 1, 'January', moment)),
    Weekday: goFunction([], () => named('time.Weekday', local.getUTCDay(), 'Monday', moment)),
    Day: number(local.getUTCDate()),
    Hour: number(local.getUTCHours()),
    Minute: number(local.getUTCMinutes()),
    Second: number(local.getUTCSeconds()),
  };
}

function named(type: string, value: number, layout: string, moment: Moment): GoInt {
  const methods = { String: goFunction([], () => formatTime(layout, clockTime(moment))) };
  return new GoInt(value, 'int', { type, methods });
}
