/** A file as reports name it: with `/` on every system. */
export function portablePath(file: string): string {
  return file.replaceAll('\\', '/');
}

/** The path as seen from `root`; files outside of it keep the path they have. */
export function pathFrom(root: string | undefined, file: string): string {
  const path = portablePath(file).replace(/^(\.\/)+/, '');
  if (root === undefined) return path;
  const folder = portablePath(root).replace(/\/*$/, '/');
  return path.startsWith(folder) ? path.slice(folder.length) : path;
}
