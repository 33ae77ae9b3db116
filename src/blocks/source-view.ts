import type { KnownBlock, ModalView, RichTextBlock, RichTextSection } from '@slack/types';
import type { Source, SourceHeading } from '../answer.ts';
import { bar, button, context, header } from './kit.ts';
import { modal } from './modal.ts';
import { clean, defuse, escapeText, linked, shorten } from './mrkdwn.ts';

/** What the window carries: the reading of the answer whose sources it shows, as `encodeReading` gives it. */
export interface SourceViewIds {
  readonly reading: string;
}

interface Page {
  readonly sources: readonly Source[];
  /** From 0; past the end it is the last. */
  readonly at: number;
  readonly reading: string;
}

/** More than this in a window is not read. */
const mostHeadings = 12;
const mostFacts = 60;
const factMax = 600;
const factsInBlock = 8;
const small = 500;

const item = (text: string, style?: 'bold' | 'italic'): RichTextSection['elements'][number] => ({
  type: 'text',
  text: defuse(shorten(clean(text), factMax)),
  ...(style === undefined ? {} : { style: { [style]: true } }),
});

/** What is cited is said to be, beside standing out: bold type alone is not heard. */
const factLine = ({ sentence, isCited }: SourceHeading['facts'][number]): RichTextSection => ({
  type: 'rich_text_section',
  elements: [isCited ? item(`Cited: ${sentence}`, 'bold') : item(sentence)],
});

const list = (id: string, lines: RichTextSection[]): RichTextBlock => ({
  type: 'rich_text',
  block_id: id,
  elements: [{ type: 'rich_text_list', style: 'bullet', elements: lines }],
});

const headingBlocks = ({ title, facts, left }: SourceHeading, at: number): KnownBlock[] => {
  const lines = facts.map(factLine);
  const lots = Array.from({ length: Math.ceil(lines.length / factsInBlock) }, (_, lot) =>
    lines.slice(lot * factsInBlock, (lot + 1) * factsInBlock),
  );
  return [
    header(`heading:${at}`, title),
    ...lots.map((lot, number) => list(`facts:${at}:${number}`, lot)),
    ...(left === undefined ? [] : [context(`left:${at}`, escapeText(shorten(clean(left), small)))]),
  ];
};

const originOf = ({ citation, kind, author }: Source): string => {
  const parts = [citation.publisher, citation.published, kind, author === undefined ? '' : `by ${author}`];
  return parts
    .map(clean)
    .filter((part) => part !== '')
    .join(' · ');
};

const aboutBlocks = (source: Source, number: number): KnownBlock[] => {
  const { citation, headings } = source;
  const link = linked(citation.url, 'Open the article');
  return [
    header('article', `[${number}] ${citation.title}`),
    context('origin', escapeText(shorten(originOf(source), small))),
    ...(link.startsWith('<') ? [context('link', link)] : []),
    ...(citation.remark === undefined
      ? []
      : [context('remark', `Note: ${escapeText(shorten(clean(citation.remark), small))}`)]),
    ...(headings.length > 0
      ? []
      : [context('silent', 'This article was read for the answer, and says nothing on what was asked.')]),
  ];
};

const turnTo = (label: string, at: number) => button(`source:page:${label.toLowerCase()}`, label, String(at));

const pageBlocks = (at: number, many: number): KnownBlock[] =>
  many < 2
    ? []
    : [
        context('page', `Source ${at + 1} of ${many}`),
        ...bar('pages', [
          at > 0 ? turnTo('Previous', at - 1) : undefined,
          at < many - 1 ? turnTo('Next', at + 1) : undefined,
        ]),
      ];

/** The first headings, as far as a window is read. */
const within = (headings: readonly SourceHeading[]): SourceHeading[] => {
  let room = mostFacts;
  return headings.slice(0, mostHeadings).flatMap((heading) => {
    const facts = heading.facts.slice(0, room);
    room -= facts.length;
    return facts.length === 0 ? [] : [{ ...heading, facts }];
  });
};

const rest = ({ headings }: Source): KnownBlock[] => {
  const count = (some: readonly SourceHeading[]): number => some.flatMap(({ facts }) => facts).length;
  const left = count(headings) - count(within(headings));
  const many = `${left.toLocaleString('en-US')} more ${left === 1 ? 'fact' : 'facts'}`;
  return left > 0 ? [context('facts:left', `${many} of this article did not fit here.`)] : [];
};

/** One source of an answer in a window: what the article is, and each cited fact among its neighbours. */
export const sourceView = ({ sources, at: wanted, reading }: Page): ModalView => {
  const at = Math.max(0, Math.min(wanted, sources.length - 1));
  const source = sources[at];
  const ids: SourceViewIds = { reading };
  return modal({
    callbackId: 'source:view',
    title: 'Sources',
    ids,
    blocks:
      source === undefined
        ? [context('none', 'This answer cites no article.')]
        : [
            ...aboutBlocks(source, at + 1),
            ...within(source.headings).flatMap(headingBlocks),
            ...rest(source),
            ...pageBlocks(at, sources.length),
          ],
  });
};
