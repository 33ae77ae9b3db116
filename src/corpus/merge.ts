import type { Problem } from '../errors.ts';
import type { Article, Bullet } from './article.ts';
import { type Deal, type Fact, type Organisation, type Person, topics } from './fact.ts';

/** `St. Louis` -> `st-louis`. */
export const idOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');

const first = <T>(values: readonly (T | undefined)[]): T | undefined =>
  values.find((value) => value !== undefined);

const group = <T>(pairs: readonly (readonly [string, T])[]): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const [key, value] of pairs) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
};

const unique = (values: readonly string[]): string[] => [...new Set(values)];

/** Organisations of all articles, merged by name. Articles are expected in order of id. */
export const mergeOrganisations = (articles: readonly Article[]): Map<string, Organisation> => {
  const named = group(articles.flatMap((article) => Object.entries(article.organisations)));
  return new Map(
    [...named]
      .sort(([a], [b]) => a.localeCompare(b, 'en'))
      .map(([name, entries]) => {
        const parent = first(entries.map((entry) => entry['part of']));
        return [
          idOf(name),
          {
            id: idOf(name),
            name,
            aliases: unique(entries.flatMap((entry) => entry.aka)),
            described: unique(entries.flatMap((entry) => entry.described)),
            is: first(entries.map((entry) => entry.is)),
            place: first(entries.map((entry) => entry.in)),
            parent: parent === undefined ? undefined : idOf(parent),
          },
        ];
      }),
  );
};

/** People of all articles, merged by name. */
export const mergePeople = (articles: readonly Article[]): Map<string, Person> => {
  const named = group(articles.flatMap((article) => Object.entries(article.people)));
  return new Map(
    [...named]
      .sort(([a], [b]) => a.localeCompare(b, 'en'))
      .map(([name, entries]) => {
        const of = first(entries.map((entry) => entry.of));
        return [
          idOf(name),
          {
            id: idOf(name),
            name,
            aliases: unique(entries.flatMap((entry) => entry.aka)),
            post: first(entries.map((entry) => entry.post)),
            of: of === undefined ? undefined : idOf(of),
          },
        ];
      }),
  );
};

/** Deals of all articles, merged by id; two articles that disagree on the parties are a problem. */
export const mergeDeals = (
  articles: readonly Article[],
  organisations: ReadonlyMap<string, Organisation>,
  problems: Problem[],
): Map<string, Deal> => {
  const deals = new Map<string, Deal>();
  for (const article of articles) {
    for (const [id, entry] of Object.entries(article.deals)) {
      const client = idOf(entry.client);
      const vendors = entry.vendor.filter((vendor) => vendor !== 'none').map(idOf);
      for (const party of [client, ...vendors]) {
        if (!organisations.has(party)) {
          problems.push({
            file: article.file,
            field: `deals.${id}`,
            message: `"${party}" is no organisation of the library.`,
            remedy: 'List it under organisations.',
          });
        }
      }
      const before = deals.get(id);
      if (before && (before.client !== client || before.vendors.join() !== vendors.join())) {
        problems.push({
          file: article.file,
          field: `deals.${id}`,
          message: 'Another article gives this deal other parties.',
          remedy: 'Give one of the two deals another id.',
        });
      }
      const clientName = organisations.get(client)?.name ?? entry.client;
      const vendorName = organisations.get(vendors[0] ?? '')?.name;
      deals.set(id, {
        id,
        client,
        vendors,
        name:
          entry.name ??
          before?.name ??
          (vendorName === undefined ? clientName : `${clientName}–${vendorName}`),
      });
    }
  }
  return new Map([...deals].sort(([a], [b]) => a.localeCompare(b, 'en')));
};

/** Joins the bullets of an article to the subjects of the library. */
export const joinFacts = (article: Article, known: (id: string) => boolean, problems: Problem[]): Fact[] => {
  const counts = new Map<string, number>();
  const join = (bullet: Bullet): Fact => {
    const subjects = bullet.about.map((name) => (known(name) ? name : idOf(name)));
    for (const subject of subjects) {
      if (!known(subject) && !topics.some((topic) => topic === subject)) {
        problems.push({
          file: article.file,
          line: bullet.line,
          field: 'heading',
          message: `"${subject}" is neither a deal, an organisation, a person, market nor transition.`,
          remedy: 'Name one listed in the front matter.',
        });
      }
    }
    const stem = `${article.id}/${subjects[0]}/${bullet.attribute}`;
    const count = (counts.get(stem) ?? 0) + 1;
    counts.set(stem, count);
    const id = bullet.braces.id === undefined ? `${stem}/${count}` : `${article.id}/${bullet.braces.id}`;
    return {
      id,
      article: article.id,
      subjects,
      attribute: bullet.attribute,
      sentence: bullet.sentence,
      values: bullet.braces,
    };
  };
  return article.bullets.map(join);
};
