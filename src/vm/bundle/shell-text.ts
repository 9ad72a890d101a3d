/** A text as a word of a POSIX shell, which takes every letter of it as it stands. */
export const shellQuoted = (text: string): string => `'${text.replaceAll("'", `'"'"'`)}'`;
