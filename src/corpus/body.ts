import { parseDocument } from 'yaml';
import type { Problem } from '../errors.ts';
import { type Braces, type Bullet, bracesSchema } from './article.ts';
import { attributeId, attributeOf } from './attributes.ts';
import { fieldOf, sayIssue } from './front.ts';

const bulletPattern = /^- ([^:{]+): (.+?)(?: (\{.*\}))?$/;

/** What a body holds: the facts that could be read, and everything that is wrong. */
export interface Body {
  readonly bullets: readonly Bullet[];
  readonly problems: readonly Problem[];
}

type Complain = (line: number, field: string, message: string, remedy: string) => void;

const readBraces = (written: string, line: number, complain: Complain): Braces | undefined => {
  const document = parseDocument(written);
  if (document.errors.length > 0) {
    const remedy = 'Quote values that hold commas, colons or question marks.';
    complain(line, 'braces', 'What stands in the braces is not YAML.', remedy);
    return undefined;
  }
  const result = bracesSchema.safeParse(document.toJS());
  if (result.success) return result.data;
  for (const issue of result.error.issues)
    complain(
      line,
      fieldOf(issue) || 'braces',
      sayIssue(issue),
      'Correct it; seeds/README.md lists the fields.',
    );
  return undefined;
};

const readBullet = (
  text: string,
  line: number,
  about: readonly string[],
  complain: Complain,
): Bullet | undefined => {
  const [, written, sentence, braces] = bulletPattern.exec(text) ?? [];
  if (written === undefined || sentence === undefined) {
    complain(line, 'bullet', 'A fact is written "- attribute: Sentence. {values}".', 'Write it so.');
    return undefined;
  }
  if (about.length === 0)
    complain(line, 'heading', 'The fact stands under no heading.', 'Put "## whom it is about" above it.');
  const attribute = attributeId(written);
  if (attributeOf(attribute) === undefined) {
    const remedy = 'Use one of src/corpus/attributes.ts, or add a line there.';
    complain(line, written, 'This attribute is unknown.', remedy);
  }
  const values = readBraces(braces ?? '{}', line, complain);
  return values && { line, about, attribute, sentence, braces: values };
};

/** Reads the headings and facts below the front matter. `first` is the 1-based line of the first line given. */
export const readBody = (lines: readonly string[], first: number, file: string): Body => {
  const problems: Problem[] = [];
  const bullets: Bullet[] = [];
  const complain: Complain = (line, field, message, remedy) =>
    void problems.push({ file, line, field, message, remedy });
  let about: string[] = [];
  for (const [index, written] of lines.entries()) {
    const text = written.trimEnd();
    const line = first + index;
    if (text.startsWith('## ')) {
      about = text
        .slice(3)
        .split(',')
        .map((name) => name.trim());
    } else if (text.startsWith('- ')) {
      const bullet = readBullet(text, line, about, complain);
      if (bullet) bullets.push(bullet);
    } else if (text !== '') {
      const remedy = 'Write "## …" or "- attribute: sentence", each on one line.';
      complain(line, 'body', 'This is neither a heading nor a fact.', remedy);
    }
  }
  return { bullets, problems };
};
