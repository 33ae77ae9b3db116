/** A file for somebody to take away. */
export interface ExportFile {
  /** `comparison-allina-health-optum-2026-11-22.csv` */
  readonly name: string;
  /** What it holds, in a few words. */
  readonly title: string;
  readonly content: string;
}

const longest = 60;

/** Letters and digits of a text, for a name that every system takes. */
const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** `comparison-a-b-2026-11-22.csv`: whole words of the subjects, as many as fit. `day` is `2026-11-22`. */
export const fileName = (kind: string, subjects: readonly string[], day: string, ending: string): string => {
  const all = slug(subjects.join(' '));
  const short = all.length <= longest ? all : all.slice(0, longest).replace(/-[^-]*$/, '');
  return [kind, short, day].filter((part) => part !== '').join('-') + ending;
};

/** Text on one line, without characters that show nothing. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
