import type { Problem } from '../errors.ts';
import type { Article, Bullet } from './article.ts';
import { type Deal, type Fact, isTopic, type Organisation, type Person } from './fact.ts';

/** `St. Louis` -> `st-louis`. */
export const idOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/['’\p{M}]/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');

const first = <T>(values: readonly (T | undefined)[]): T | undefined =>
  values.find((value) => value !== undefined);

const group = <T>(pairs: readonly (readonly [string, T])[]): [string, T[]][] => {
  const groups = new Map<string, T[]>();
  for (const [key, value] of pairs) groups.set(key, [...(groups.get(key) ?? []), value]);
  return [...groups].sort(([a], [b]) => a.localeCompare(b, 'en'));
};

const unique = (values: readonly string[]): string[] => [...new Set(values)];
const idOrNone = (name: string | undefined): string | undefined =>
  name === undefined ? undefined : idOf(name);

/** Organisations of all articles, merged by name. Articles are expected in order of id. */
export const mergeOrganisations = (articles: readonly Article[]): Map<string, Organisation> =>
  new Map(
    group(articles.flatMap((article) => Object.entries(article.organisations))).map(([name, entries]) => [
      idOf(name),
      {
        id: idOf(name),
        name,
        aliases: unique(entries.flatMap((entry) => entry.aka)),
        described: unique(entries.flatMap((entry) => entry.described)),
        is: first(entries.map((entry) => entry.is)),
        place: first(entries.map((entry) => entry.in)),
        parent: idOrNone(first(entries.map((entry) => entry['part of']))),
      },
    ]),
  );

/** People of all articles, merged by name. */
export const mergePeople = (articles: readonly Article[]): Map<string, Person> =>
  new Map(
    group(articles.flatMap((article) => Object.entries(article.people))).map(([name, entries]) => [
      idOf(name),
      {
        id: idOf(name),
        name,
        aliases: unique(entries.flatMap((entry) => entry.aka)),
        post: first(entries.map((entry) => entry.post)),
        of: idOrNone(first(entries.map((entry) => entry.of))),
      },
    ]),
  );

type Organisations = ReadonlyMap<string, Organisation>;
type Entry = Article['deals'][string];

const dealOf = (id: string, entry: Entry, organisations: Organisations): Deal => {
  const client = idOf(entry.client);
  const vendors = entry.vendor.filter((vendor) => vendor !== 'none').map(idOf);
  const names = [client, ...vendors.slice(0, 1)].map((party) => organisations.get(party)?.name ?? party);
  return { id, client, vendors, name: entry.name ?? names.join('–') };
};

const dealProblems = (
  article: Article,
  deal: Deal,
  before: Deal | undefined,
  organisations: Organisations,
): Problem[] => {
  const field = `deals.${deal.id}`;
  const line = article.lines.get(field);
  const place = { file: article.file, ...(line === undefined ? {} : { line }), field };
  const strangers = [deal.client, ...deal.vendors].filter((party) => !organisations.has(party));
  const differs = before && (before.client !== deal.client || before.vendors.join() !== deal.vendors.join());
  return [
    ...strangers.map((party) => ({
      ...place,
      message: `"${party}" is no organisation of the library.`,
      remedy: 'List it under organisations.',
    })),
    ...(differs
      ? [
          {
            ...place,
            message: 'Another article gives this deal other parties.',
            remedy: 'Give one of the two deals another id.',
          },
        ]
      : []),
  ];
};

/** Deals of all articles, merged by id; two articles that disagree on the parties are a problem. */
export const mergeDeals = (
  articles: readonly Article[],
  organisations: Organisations,
  problems: Problem[],
): Map<string, Deal> => {
  const deals = new Map<string, Deal>();
  for (const article of articles) {
    for (const [id, entry] of Object.entries(article.deals)) {
      const before = deals.get(id);
      const deal = dealOf(id, entry, organisations);
      problems.push(...dealProblems(article, deal, before, organisations));
      deals.set(id, entry.name === undefined && before ? { ...deal, name: before.name } : deal);
    }
  }
  return new Map([...deals].sort(([a], [b]) => a.localeCompare(b, 'en')));
};

/** Joins the bullets of an article to the subjects of the library. */
export const joinFacts = (article: Article, known: (id: string) => boolean, problems: Problem[]): Fact[] => {
  const { file } = article;
  const counts = new Map<string, number>();
  const ids = new Set<string>([`${article.id}/source`]);
  const idFor = ({ braces, attribute }: Bullet, subject: string): string => {
    const stem = `${article.id}/${subject}/${attribute}`;
    const count = (counts.get(stem) ?? 0) + 1;
    counts.set(stem, count);
    return braces.id === undefined ? `${stem}/${count}` : `${article.id}/${braces.id}`;
  };
  const join = (bullet: Bullet): Fact => {
    const { line, attribute, sentence, braces } = bullet;
    const subjects = bullet.about.map((name) => (known(name) ? name : idOf(name)));
    const strangers = subjects.filter((id) => !known(id) && !isTopic(id));
    for (const subject of strangers) {
      const message = `"${subject}" is neither a deal, an organisation, a person, market nor transition.`;
      problems.push({
        file,
        line,
        field: 'heading',
        message,
        remedy: 'Name one listed in the front matter.',
      });
    }
    const id = idFor(bullet, subjects[0] ?? '');
    if (ids.has(id)) {
      const message = `Another fact of this article has the id "${braces.id}".`;
      problems.push({ file, line, field: 'id', message, remedy: 'Give each its own.' });
    }
    ids.add(id);
    return { id, article: article.id, subjects, attribute, sentence, values: braces };
  };
  return article.bullets.map(join);
};
