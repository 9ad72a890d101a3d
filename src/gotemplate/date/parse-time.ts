import { element, months, weekdays } from './layout.ts';

interface ParsedTime {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly offsetSeconds: number;
}

/** The moment that a text says in a layout; undefined if it does not fit. Without a zone it is UTC. */
export function parseTime(layout: string, text: string): ParsedTime | undefined {
  const names: string[] = [];
  let pattern = '';
  let position = 0;
  for (const match of layout.matchAll(element)) {
    pattern +=
      literal(layout.slice(position, match.index)) + (readers[match[0]]?.pattern ?? zonePattern(match[0]));
    // Seconds may have a fraction where the layout has none.
    if (
      (match[0] === '05' || match[0] === '5') &&
      !/^[.,][09]/.test(layout.slice(match.index + match[0].length))
    ) {
      pattern += '([.,]\\d+)?';
      names.push(match[0], '.9');
    } else names.push(match[0]);
    position = match.index + match[0].length;
  }
  const found = new RegExp(`^${pattern}${literal(layout.slice(position))}$`, 'i').exec(text);
  return found === null ? undefined : assemble(names, found.slice(1));
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

const zonePattern = (form: string): string => {
  if (form === 'MST') return '([A-Z]{3,4}|[+-]\\d\\d)';
  if (!/^[-Z]/.test(form)) return '([.,]\\d+)?';
  const digits = form.includes(':') ? '[+-]\\d\\d:\\d\\d(?::\\d\\d)?' : '[+-]\\d\\d(?:\\d\\d){0,2}';
  return form.startsWith('Z') ? `(Z|${digits})` : `(${digits})`;
};

interface Reader {
  readonly pattern: string;
  readonly field: 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'half' | 'none';
}

const reader = (pattern: string, field: Reader['field']): Reader => ({ pattern: `(${pattern})`, field });

const readers: Readonly<Record<string, Reader>> = {
  January: reader(months.join('|'), 'month'),
  Jan: reader(months.map((month) => month.slice(0, 3)).join('|'), 'month'),
  Monday: reader(weekdays.join('|'), 'none'),
  Mon: reader(weekdays.map((day) => day.slice(0, 3)).join('|'), 'none'),
  '01': reader('\\d\\d', 'month'),
  '1': reader('\\d\\d?', 'month'),
  '02': reader('\\d\\d', 'day'),
  _2: reader(' ?\\d\\d?', 'day'),
  '2': reader('\\d\\d?', 'day'),
  '15': reader('\\d\\d', 'hour'),
  '03': reader('\\d\\d', 'hour'),
  '3': reader('\\d\\d?', 'hour'),
  '04': reader('\\d\\d', 'minute'),
  '4': reader('\\d\\d?', 'minute'),
  '05': reader('\\d\\d', 'second'),
  '5': reader('\\d\\d?', 'second'),
  '2006': reader('\\d{4}', 'year'),
  '06': reader('\\d\\d', 'year'),
  PM: reader('AM|PM', 'half'),
  pm: reader('am|pm', 'half'),
};

type Fields = Record<Reader['field'], number>;

function assemble(names: readonly string[], parts: readonly (string | undefined)[]): ParsedTime | undefined {
  const fields: Fields = { year: 0, month: 1, day: 1, hour: 0, minute: 0, second: 0, half: 0, none: 0 };
  let [offsetSeconds, milliseconds] = [0, 0];
  for (const [i, name] of names.entries()) {
    const part = parts[i] ?? '';
    const field = readers[name]?.field;
    if (field !== undefined) fields[field] = valueOf(name, part);
    else if (/^[.,]/.test(name)) milliseconds = Math.floor(Number(`0.${part.slice(1) || '0'}`) * 1000);
    else if (name !== 'MST') offsetSeconds = secondsOf(part);
  }
  const time = timeOf(fields);
  return time === undefined ? undefined : { time: time + milliseconds - offsetSeconds * 1000, offsetSeconds };
}

/** Undefined for days and hours that do not exist. */
function timeOf({ year, month, day, hour, minute, second, half }: Fields): number | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(half === 0 ? hour : (hour % 12) + (half === 2 ? 12 : 0), minute, second);
  const isDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isDay && hour < 24 && minute < 60 && second < 60 ? date.getTime() : undefined;
}

function valueOf(name: string, part: string): number {
  const start = part.slice(0, 3).toLowerCase();
  if (name === 'January' || name === 'Jan') {
    return months.findIndex((month) => month.toLowerCase().startsWith(start)) + 1;
  }
  if (name === 'PM' || name === 'pm') return start === 'pm' ? 2 : 1;
  if (name === '06') return Number(part) + (Number(part) >= 69 ? 1900 : 2000);
  return Number(part);
}

function secondsOf(part: string): number {
  if (part.toUpperCase() === 'Z') return 0;
  const [hours = '0', minutes = '0', seconds = '0'] = part.slice(1).match(/\d\d/g) ?? [];
  const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return part.startsWith('-') ? -size : size;
}
