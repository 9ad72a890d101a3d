/** An assignment of a file that a shell sources. */
export interface Assignment {
  readonly name: string;
  readonly value: string;
  /** From 1. */
  readonly line: number;
  /** Letters outside of quotes that a shell does not take as they are. */
  readonly risky: string;
}

export interface EnvFile {
  readonly assignments: readonly Assignment[];
  /** Lines that are no assignments, by what they are. */
  readonly faults: readonly { readonly line: number; readonly message: string }[];
}

/**
 * Reads assignments as a POSIX shell does: `NAME=word`, where a word is made of bare letters and of texts in quotes.
 * Nothing is expanded: what a shell would expand or run is told as risky.
 */
export function readEnv(text: string): EnvFile {
  const reader = new EnvReader(text);
  while (!reader.atEnd) reader.readLine();
  return reader;
}

/** Letters that end a word or steer the shell when they stand outside of quotes. */
const bareRisks = /[\s$`\\|&;<>()]/;
/** The same within double quotes. */
const quotedRisks = /[$`\\]/;

interface Word {
  value: string;
  risky: string;
}

class EnvReader implements EnvFile {
  readonly assignments: Assignment[] = [];
  readonly faults: { line: number; message: string }[] = [];
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get atEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  readLine(): void {
    const line = this.#line();
    const rest = this.#text.slice(this.#at);
    const [blank] = /^[ \t]*(#[^\n]*)?(\n|$)/.exec(rest) ?? [];
    if (blank !== undefined) {
      this.#at += Math.max(blank.length, 1);
      return;
    }
    const [head, name = ''] = /^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)=/.exec(rest) ?? [];
    if (head === undefined) {
      this.faults.push({ line, message: 'this is no assignment' });
      this.#skipLine();
      return;
    }
    this.#at += head.length;
    this.#readWord(name, line);
  }

  #readWord(name: string, line: number): void {
    const word = { value: '', risky: '' };
    while (!this.atEnd && this.#text[this.#at] !== '\n') {
      const quote = /^['"]/.exec(this.#text.slice(this.#at, this.#at + 1))?.[0];
      if (quote === undefined) this.#readLetter(word);
      else if (!this.#readQuoted(quote, word)) {
        this.faults.push({ line, message: `the quotes of ${name} do not end` });
        return;
      }
    }
    this.#at += 1;
    this.assignments.push({ name, line, ...word });
  }

  #readLetter(word: Word): void {
    const letter = this.#text[this.#at] ?? '';
    if (bareRisks.test(letter)) word.risky += letter;
    word.value += letter;
    this.#at += 1;
  }

  /** Whether the quotes end. */
  #readQuoted(quote: string, word: Word): boolean {
    const end = this.#text.indexOf(quote, this.#at + 1);
    if (end === -1) {
      this.#at = this.#text.length;
      return false;
    }
    const inner = this.#text.slice(this.#at + 1, end);
    if (quote === '"') word.risky += quotedRisks.exec(inner)?.[0] ?? '';
    word.value += inner;
    this.#at = end + 1;
    return true;
  }

  #skipLine(): void {
    const end = this.#text.indexOf('\n', this.#at);
    this.#at = end === -1 ? this.#text.length : end + 1;
  }

  #line(): number {
    return this.#text.slice(0, this.#at).split('\n').length;
  }
}
