type Style = (text: string) => string;

/** How the formats for people mark text; a style adds escape codes around the text or nothing. */
export interface Styles {
  readonly error: Style;
  readonly warning: Style;
  readonly info: Style;
  readonly strong: Style;
  readonly faint: Style;
}

const asIs: Style = (text) => text;

/** No colours at all. */
export const plain: Styles = { error: asIs, warning: asIs, info: asIs, strong: asIs, faint: asIs };
