/** Of an RFC 3339 time; undefined for text that is none and for the zero time of Go, year 1. */
export function momentOf(text: string): Date | undefined {
  const moment = new Date(text);
  return Number.isNaN(moment.getTime()) || moment.getUTCFullYear() <= 1 ? undefined : moment;
}
