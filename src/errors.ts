/** One thing wrong with what the operator supplied: where it stands, what is wrong, how to mend it. */
export interface Problem {
  readonly file: string;
  /** 1-based line in the file, where it is known. */
  readonly line?: number;
  readonly field?: string;
  readonly message: string;
  readonly remedy: string;
}

/** `seeds/a.md:12 term: the figure 7 is not in the sentence. Write it out, or correct the braces.` */
const describeProblem = (problem: Problem): string => {
  const where = problem.line === undefined ? problem.file : `${problem.file}:${problem.line}`;
  const field = problem.field === undefined ? '' : ` ${problem.field}:`;
  return `${where}${field} ${problem.message} ${problem.remedy}`;
};

/** Thrown while starting: carries every problem found, so that one run shows all of them. */
export class StartError extends Error {
  override readonly name = 'StartError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(describeProblem).join('\n'));
    this.problems = problems;
  }
}

/** Refuses to go on when there is any problem. */
export const refuse = (problems: readonly Problem[]): void => {
  if (problems.length > 0) throw new StartError(problems);
};
