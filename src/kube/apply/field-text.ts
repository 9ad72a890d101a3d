/** A field of an object as our messages have it: managed fields begin with a dot. */
export function fieldText(field: string): string {
  return field.replace(/^\./, '');
}
