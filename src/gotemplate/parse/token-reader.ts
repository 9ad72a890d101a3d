import { errorAt, type TemplateError, type TemplateSource } from '../template-error.ts';
import { lex } from './lex.ts';
import type { Token } from './token.ts';

/** Reads the tokens of a template one by one. */
export class TokenReader {
  readonly source: TemplateSource;
  readonly #tokens: readonly Token[];
  readonly #end: Token;
  #next = 0;

  constructor(source: TemplateSource) {
    this.source = source;
    this.#tokens = lex(source);
    this.#end = { kind: 'end of text', text: '', at: source.text.length };
  }

  /** The token to come. */
  peek(): Token {
    return this.#tokens[this.#next] ?? this.#end;
  }

  next(): Token {
    const token = this.peek();
    this.#next += 1;
    return token;
  }

  /** Passes blanks; gives the token to come. */
  peekPastSpace(): Token {
    while (this.peek().kind === 'space') this.#next += 1;
    return this.peek();
  }

  nextPastSpace(): Token {
    this.peekPastSpace();
    return this.next();
  }

  /** Where {@link goBackTo} can go back to. */
  mark(): number {
    return this.#next;
  }

  goBackTo(mark: number): void {
    this.#next = mark;
  }

  fail(at: number, problem: string): TemplateError {
    return errorAt(this.source, at, problem);
  }

  unexpected(token: Token, where: string): TemplateError {
    const what = token.kind === 'end of text' ? 'the end of the text' : JSON.stringify(token.text);
    return this.fail(token.at, `unexpected ${what} in ${where}`);
  }
}
