/** Elements of a layout of Go, longest first where one starts another. Source: https://pkg.go.dev/time#pkg-constants */
export const element =
  /January|Jan(?![a-z])|Monday|Mon(?![a-z])|MST|002|0[1-6]|15|1|2006|_2(?!006)|__2|[2345]|PM|pm|[-Z]07(?::00:00|0000|:00|00)?|[.,](?:0+|9+)(?!\d)/g;

export const months =
  'January February March April May June July August September October November December'.split(' ');
export const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** A moment as the clock of a zone shows it. */
export interface ClockTime {
  /** Fields as those of UTC. */
  readonly local: Date;
  /** East of Greenwich. */
  readonly offsetSeconds: number;
  readonly zone: string;
}

/** A moment in a layout: the example time Mon Jan 2 15:04:05 MST 2006 says how. */
export function formatTime(layout: string, time: ClockTime): string {
  return layout.replace(element, (found) => {
    const write = writers[found];
    if (write !== undefined) return write(time.local);
    if (found === 'MST') return time.zone;
    return /^[-Z]/.test(found) ? offset(found, time.offsetSeconds) : fraction(found, time.local);
  });
}

const two = (value: number): string => value.toString().padStart(2, '0');
const hour12 = (local: Date): number => local.getUTCHours() % 12 || 12;
const yearDay = (local: Date): number =>
  Math.floor((local.getTime() - Date.UTC(local.getUTCFullYear(), 0, 1)) / 86_400_000) + 1;
const monthName = (local: Date): string => months[local.getUTCMonth()] ?? '';
const weekdayName = (local: Date): string => weekdays[local.getUTCDay()] ?? '';

const writers: Readonly<Record<string, (local: Date) => string>> = {
  January: monthName,
  Jan: (local) => monthName(local).slice(0, 3),
  Monday: weekdayName,
  Mon: (local) => weekdayName(local).slice(0, 3),
  '01': (local) => two(local.getUTCMonth() + 1),
  '1': (local) => String(local.getUTCMonth() + 1),
  '02': (local) => two(local.getUTCDate()),
  _2: (local) => String(local.getUTCDate()).padStart(2),
  '2': (local) => String(local.getUTCDate()),
  '002': (local) => String(yearDay(local)).padStart(3, '0'),
  __2: (local) => String(yearDay(local)).padStart(3),
  '15': (local) => two(local.getUTCHours()),
  '03': (local) => two(hour12(local)),
  '3': (local) => String(hour12(local)),
  '04': (local) => two(local.getUTCMinutes()),
  '4': (local) => String(local.getUTCMinutes()),
  '05': (local) => two(local.getUTCSeconds()),
  '5': (local) => String(local.getUTCSeconds()),
  '2006': (local) => String(local.getUTCFullYear()).padStart(4, '0'),
  '06': (local) => two(local.getUTCFullYear() % 100),
  PM: (local) => (local.getUTCHours() < 12 ? 'AM' : 'PM'),
  pm: (local) => (local.getUTCHours() < 12 ? 'am' : 'pm'),
};

/** `-07:00`, or `Z07:00`, which is `Z` in Greenwich. */
function offset(form: string, seconds: number): string {
  if (form.startsWith('Z') && seconds === 0) return 'Z';
  const size = Math.abs(seconds);
  const parts = [Math.floor(size / 3600), Math.floor(size / 60) % 60, size % 60].map(two);
  const count = form.replace(/\D/g, '').length / 2;
  return (seconds < 0 ? '-' : '+') + parts.slice(0, count).join(form.includes(':') ? ':' : '');
}

/** `.000` has as many places as zeros; of `.999` zeros at the end are left out. */
function fraction(form: string, local: Date): string {
  const digits = String(local.getUTCMilliseconds())
    .padStart(3, '0')
    .padEnd(form.length - 1, '0')
    .slice(0, form.length - 1);
  const shown = form.includes('9') ? digits.replace(/0+$/, '') : digits;
  return shown === '' ? '' : form.charAt(0) + shown;
}
