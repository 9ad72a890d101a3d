/** A value of a settings file as it is written there; options make of it what they make of a flag's value. */
export interface Setting {
  readonly value: string | readonly string[];
  /** Where the value stands, or the name when nothing follows it: `meshctl.yaml:3:11`. */
  readonly at: string;
  /** Where its name stands. */
  readonly keyAt: string;
}

/** A mapping of a settings file: settings of a command, or sections of the commands of a group. */
export interface Section {
  readonly settings: ReadonlyMap<string, Setting>;
  readonly sections: ReadonlyMap<string, Section>;
}

/** The section under `names`, if the file has it. */
export function sectionAt(root: Section, names: readonly string[]): Section | undefined {
  return names.reduce<Section | undefined>((section, name) => section?.sections.get(name), root);
}
