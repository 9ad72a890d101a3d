/** The release in what istiod says at `/version`, `1.31.1-<commit>-Clean`. */
export const releaseOf = (text: string): string =>
  text.trim().replace(/-[^-]+-(Clean|Modified|Unknown)$/, '');
