const letters = [...'abcdefghijklmnopqrstuvwxyz'];

/** Every text one deletion, transposition, substitution or insertion (a to z) away; spaces stay where they are. */
export const oneEditAway = (text: string): string[] => {
  const found = new Set<string>();
  for (let at = 0; at <= text.length; at += 1) {
    const [before, here, after] = [text.slice(0, at), text.charAt(at), text.slice(at + 1)];
    for (const letter of letters) found.add(`${before}${letter}${here}${after}`);
    if (here === '' || here === ' ') continue;
    found.add(before + after);
    for (const letter of letters) found.add(before + letter + after);
    const next = after.charAt(0);
    if (next !== '' && next !== ' ') found.add(before + next + here + after.slice(1));
  }
  found.delete(text);
  return [...found]
    .map((written) => written.replaceAll(/ +/g, ' ').trim())
    .filter((written) => written !== text);
};
