/** Whether a text is what a pattern says: `*` stands for any characters, or none, and `?` for one. */
export function matchesWildcard(pattern: string, text: string): boolean {
  let at = 0;
  let star = -1;
  let resume = 0;
  for (let i = 0; i < text.length;) {
    const char = pattern[at];
    if (char === '*') {
      star = at++;
      resume = i;
    } else if (char === '?' || char === text[i]) {
      at++;
      i++;
    } else if (star !== -1) {
      at = star + 1;
      i = ++resume;
    } else return false;
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}
