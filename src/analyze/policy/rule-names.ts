import { closest } from '../../closest.ts';
import { MeshctlError } from '../../errors.ts';

/** What names a rule: the code that it may share with others, and the slug that is its own. */
export interface NamedRule {
  readonly code: string;
  readonly slug: string;
}

/** The code of documents that could not be read: nothing else is known of them, so it is always shown as it is. */
export const unreadableCode = 'MSH0001';

/** The names by which suppressions and settings may call rules: codes in any case, slugs as they are. */
export class RuleNames {
  private readonly names = new Set<string>();
  private readonly fixed = new Set<string>();

  constructor(rules: Iterable<NamedRule>) {
    for (const { code, slug } of rules) {
      for (const name of [code, slug]) {
        this.names.add(name);
        if (code === unreadableCode) this.fixed.add(name);
      }
    }
  }

  /** The name as findings carry it; undefined when no rule is called so. */
  find(name: string): string | undefined {
    return [name, name.toUpperCase()].find((known) => this.names.has(known));
  }

  /** What is wrong with a name, and what to write instead; undefined for one that may be used. */
  fault(name: string): { readonly message: string; readonly hint: string } | undefined {
    const found = this.find(name);
    if (found === undefined) return { message: `no rule is called "${name}"`, hint: this.instead(name) };
    if (!this.fixed.has(found)) return undefined;
    return {
      message: `findings of ${found} are always shown as errors`,
      hint: 'what cannot be read cannot be checked: mend the document, or leave the file out',
    };
  }

  /** The name as findings carry it. Throws `MeshctlError('usage')`, which begins with `at`, for one that is wrong. */
  resolve(name: string, at: string): string {
    const fault = this.fault(name);
    if (fault !== undefined) throw new MeshctlError('usage', `${at}: ${fault.message}`, { hint: fault.hint });
    return this.find(name) ?? name;
  }

  private instead(name: string): string {
    const meant = closest(name, this.names);
    return meant === undefined
      ? 'write the code or the name of a rule, such as IST0101 or schema/enum'
      : `did you mean ${meant}?`;
  }
}
