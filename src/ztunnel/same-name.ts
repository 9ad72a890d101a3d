/** Whether a name is the wanted one, whatever the case of its letters; any name will do when none is wanted. */
export const sameName = (name: string, wanted: string | undefined): boolean =>
  wanted === undefined || name.toLowerCase() === wanted.toLowerCase();
