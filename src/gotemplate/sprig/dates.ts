import { parseDuration } from '../../duration.ts';
import { formatSeconds } from '../date/format-seconds.ts';
import { clockTime, goTime, momentOf, zeroTime, type Moment } from '../date/go-time.ts';
import { formatTime } from '../date/layout.ts';
import { parseTime } from '../date/parse-time.ts';
import { fixedZone, utc, zoneOf } from '../date/zone.ts';
import { TemplateFault } from '../template-fault.ts';
import { goFunction } from '../values/go-function.ts';
import { GoInt, type GoFunction, type GoValue } from '../values/go-value.ts';
import { parseInteger, toInt64 } from './convert.ts';

const inZone = goFunction(['string', 'any', 'string'], dateIn);
const modify = goFunction(['string', 'time.Time'], (text, time) => modified(text, time) ?? time);
const mustModify = goFunction(['string', 'time.Time'], (text, time) => {
  const result = modified(text, time);
  if (result === undefined) throw new TemplateFault(`${JSON.stringify(text)} is no duration`);
  return result;
});

/** https://masterminds.github.io/sprig/date.html. The local zone is UTC here. */
export const dates: Readonly<Record<string, GoFunction>> = {
  now: goFunction([], () => goTime({ time: Date.now(), zone: utc })),
  date: goFunction(['string', 'any'], (layout, date) => dateIn(layout, date, 'Local')),
  dateInZone: inZone,
  date_in_zone: inZone,
  htmlDate: goFunction(['any'], (date) => dateIn('2006-01-02', date, 'Local')),
  htmlDateInZone: goFunction(['any', 'string'], (date, zone) => dateIn('2006-01-02', date, zone)),
  dateModify: modify,
  date_modify: modify,
  mustDateModify: mustModify,
  must_date_modify: mustModify,
  ago: goFunction(['any'], (date) =>
    formatSeconds(BigInt(Math.round((Date.now() - moment(date).time) / 1000))),
  ),
  duration: goFunction(['any'], (seconds) => formatSeconds(secondsOf(seconds))),
  durationRound: goFunction(['any'], durationRound),
  toDate: goFunction(
    ['string', 'string'],
    (layout, text) => read(layout, text) ?? goTime({ time: zeroTime, zone: utc }),
  ),
  mustToDate: goFunction(['string', 'string'], (layout, text) => {
    const time = read(layout, text);
    if (time === undefined)
      throw new TemplateFault(`${JSON.stringify(text)} is no time in the layout ${layout}`);
    return time;
  }),
  unixEpoch: goFunction(['time.Time'], (time) => String(Math.floor(moment(time).time / 1000))),
};

/** Integers are seconds since 1970; what is no time is the time of now. */
function moment(value: GoValue): Moment {
  const known = momentOf(value);
  if (known !== undefined) return known;
  const seconds = value instanceof GoInt && ['int', 'int32', 'int64'].includes(value.type);
  return { time: seconds ? Number(value.value) * 1000 : Date.now(), zone: utc };
}

function dateIn(layout: string, date: GoValue, zone: string): string {
  return formatTime(layout, clockTime({ time: moment(date).time, zone: zoneOf(zone) }));
}

function modified(text: string, value: GoValue): GoValue {
  const nanoseconds = parseDuration(text);
  const { time, zone } = moment(value);
  return nanoseconds === undefined ? undefined : goTime({ time: time + Number(nanoseconds) / 1e6, zone });
}

function read(layout: string, text: string): GoValue {
  const parsed = parseTime(layout, text);
  if (parsed === undefined) return undefined;
  const zone = parsed.offsetSeconds === 0 ? utc : fixedZone(parsed.offsetSeconds);
  return goTime({ time: parsed.time, zone });
}

function secondsOf(value: GoValue): bigint {
  if (typeof value === 'string') return parseInteger(value) ?? 0n;
  return value instanceof GoInt && value.type === 'int64' ? toInt64(value) : 0n;
}

const sizes: readonly (readonly [name: string, seconds: number])[] = [
  ['y', 31_536_000],
  ['mo', 2_592_000],
  ['d', 86_400],
  ['h', 3600],
  ['m', 60],
  ['s', 1],
];

/** The largest unit alone: `2h`. */
function durationRound(value: GoValue): string {
  const seconds = Math.abs(roughSeconds(value));
  const [name, size] = sizes.find(([, each]) => seconds >= each) ?? ['s', 1];
  return `${Math.floor(seconds / size)}${name}`;
}

function roughSeconds(value: GoValue): number {
  if (typeof value === 'string') return Number(parseDuration(value) ?? 0n) / 1e9;
  if (value instanceof GoInt && value.type === 'int64') return Number(value.value) / 1e9;
  const known = momentOf(value);
  return known === undefined ? 0 : (Date.now() - known.time) / 1000;
}
