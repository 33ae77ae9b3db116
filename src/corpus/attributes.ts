/** What can be asked of a subject. Adding an attribute is adding one line to the table below; no other file lists them. */
export interface Attribute {
  /** As written before the colon of a fact, with hyphens for spaces. */
  readonly id: string;
  /** As it stands in an answer: "the contract term". */
  readonly label: string;
  /** The row header in a comparison; attributes without one are not compared. */
  readonly row?: string;
  /** Words and phrases people use for it, beside the label. */
  readonly words: string;
}

const attribute = (id: string, label: string, words: string, row?: string): Attribute => (row === undefined ? { id, label, words } : { id, label, words, row });

/** In the order in which a comparison shows its rows. */
export const attributes: readonly Attribute[] = [
  attribute('announced', 'when it was announced or signed', 'announce, sign, signing date, disclosed, made public, when did the deal happen, inked, dated', 'Announced'),
  attribute('starts', 'when it starts', 'start, begin, kick off, go live, take over, takes over, effective date, commence, take effect, since when', 'Starts'),
  attribute('scope', 'what it covers', 'scope, outsourced what, handed over, what is outsourced, changed hands, subject matter, look after, run for, runs for, running for, do for, does for, doing for, did for, doing at, handle for, take on, took on', 'Scope'),
  attribute('term', 'how long the contract runs', 'term, length, duration, how long, contract length, years long, last, lock in, period, fixed duration, expire, longer, shorter, longest, shortest', 'Term'),
  attribute('value', 'what the contract is worth', 'value, worth, price, cost, how much, dollar, dollars, amount, tcv, price tag, fee, money, monetary terms, consideration, dollar figure, annual payment, payment to, yearly payment', 'Value'),
  attribute('vendor-pay', 'how the vendor is paid', 'risk sharing, gainsharing, shared risk, reward, incentive, paid by results, skin in the game, how does the vendor get paid, get paid, gets paid, paid extra, paid more, earn more, in it for', 'Payment model'),
  attribute(
    'staff-moved',
    'how many staff move to the vendor',
    'what happened to the staff, what becomes of, becomes of the, happened to staff, happened to the people, happened to people, happened to the workers, happened to workers, happened to employees, happened to the employees, fate of workers, fate of the workers, fate of staff, fate of the staff, impact on staff, effect on staff, staff impact, staff moved, transferred, rebadged, rebadging, move over, change employer, switch employer, new employer, who employs, who will employ, who would employ, employs them, employ them, headcount, transfers',
    'Staff moved',
  ),
  attribute('staff-placed', 'vendor staff placed with the client', 'on site, embedded, vendor staff, relocate, transplants, put people, vendor people', 'Vendor staff on site'),
  attribute(
    'staff-cut',
    'how many staff are cut',
    'what happened to the staff, what becomes of, becomes of the, happened to staff, happened to the people, happened to people, happened to the workers, happened to workers, happened to employees, happened to the employees, fate of workers, fate of the workers, fate of staff, fate of the staff, impact on staff, effect on staff, staff impact, on jobs, and jobs, jobs and, staffing, workforce, layoffs, layoff, staff cut, job cuts, job losses, jobs lost, positions eliminated, pink slips, downsizing, redundancies',
    'Staff cut',
  ),
  attribute('staff-kept', 'how many staff stay', 'staff kept, stay, staff retained, remain, held back, stay behind, left behind, not go', 'Staff kept'),
  attribute('kept-in-house', 'what is kept in-house', 'kept in-house, in house, retained, keep, stayed home, hold on to, hang on to, not outsourced, wasnt outsourced, didnt outsource, isnt outsourced, stayed in house, excluded', 'Kept in-house'),
  attribute('jobs-at-vendor', 'jobs at the vendor', 'hired by the vendor, eligible, rehired, jobs at the vendor, get hired, apply, job offers', 'Jobs at the vendor'),
  attribute('staff-terms', 'pay, benefits and workplace of the staff who move', 'salary, salaries, benefits, pay, wages, compensation, work location, workplace, remote, office, working conditions, staff work, employees work', 'Terms for staff'),
  attribute('staff-mood', 'how staff feel', 'mood, morale, feel, feelings, reaction, sentiment'),
  attribute('turnover', 'what turnover is expected', 'turnover, attrition, quit, refuse, acceptance'),
  attribute('why', 'the reason', 'why, reason, rationale, motive, motivation, driver, purpose, drove, how come, whyd, what tipped', 'Why'),
  attribute('goals', 'the goals', 'goal, goals, aims, objectives, hope to achieve, hope to gain, in it for'),
  attribute('financial-benefits', 'the financial benefits expected', 'savings, short term, long term, financial benefit, payoff, roi, return, come out ahead'),
  attribute('prior-relationship', 'the earlier relationship', 'prior relationship, before the deal, previously, history together, long-standing, customer since, since when, been a customer, beforehand'),
  attribute('origin', 'how it came about', 'origin, how it started, came about, first talks, get going'),
  attribute('partners', 'the partners', 'partner, partners, subcontractor'),
  attribute('relationship', 'the nature of the relationship', 'relationship, partnership, nature of the deal, traditional outsourcing'),
  attribute('vendor-strengths', 'what the vendor is better at', 'better at, strengths, scale, outpace'),
  attribute('AI', 'the part of AI', 'ai, artificial intelligence, automation, machine learning'),
  attribute('revenue-cycle', 'revenue cycle', 'revenue cycle, rcm'),
  attribute('patient-billing', 'patient billing', 'billing, patient billing, bills, payments'),
  attribute('data-centers', 'the data centers', 'data center, data centers, cloud, hosting'),
  attribute('ranking', 'its size among others', 'biggest, largest, bigger, larger, latest, newest, rank'),
  attribute('users', 'the number of users', 'users, used by, user count'),
  attribute('help', 'who helps', 'help, support, assist, coach'),
  attribute('target-cost', 'the cost aimed at', 'target cost, goal cost, cost per doctor, target'),
  attribute('usual-cost', 'the usual cost', 'usual cost, typical cost, average cost, normal price, whats normal, whats usual, whats typical, is normal, is usual, is typical, the norm, going rate'),
  attribute('change-management', 'change management', 'change management, practice transformation'),
  attribute('latitude', 'the latitude given', 'latitude, leeway, slack, freedom'),
  attribute('EMR-view', 'views on EMRs', 'emr, emr vendor'),
  attribute('reader-comment', 'reader comments', 'reader, comment, commenter, poster'),
  attribute('outlook', 'the outlook', 'outlook, future, trend, forecast, prediction'),
  attribute('ended', 'whether the deal ended', 'ended, end, is over, are over, over now, terminated, termination, cancelled, unwound, status, still with, still using, still a client, still a customer', 'Status'),
  attribute('extended', 'the extension', ''),
  attribute('renewed', 'the renewal', ''),
  attribute('insourced', 'the return in-house', ''),
  attribute('reason-for-ending', 'the reason for ending', 'why ended, reason for ending, why did it end'),
  attribute('outcome', 'the outcome', 'outcome, result, status, what happened, how it ended, worked out, succeed, renewed, renewal, extended, extension'),
  attribute('description', 'what it is', 'description, described as, how big, how large, number of hospitals, hospital count, hospitals count'),
  attribute('base', 'the headquarters', 'headquarters, hq, based, located', 'Based in'),
  attribute('parent', 'the owner', 'owner, owns, owned, ownership, parent, belongs to, part of'),
  attribute('sister-company', 'the sister company', 'sister company, affiliate, related'),
  attribute('promotion', 'the promotional purpose', 'promotional, biased, neutral'),
  attribute('post', 'the post held', 'post, position, job title, role, who is, who runs, who heads, who leads, in charge of it, it chief, it boss, head of it, employer, works for, title'),
  attribute('tenure', 'the time in post', 'tenure, how long in post, been cio, since when'),
  attribute('background', 'the background', 'background, career, experience'),
  attribute('policy', 'the policy', 'policy, government, obama'),
  attribute('spending', 'the public spending', 'stimulus, spending, federal money'),
  attribute('further-reading', 'further reading', 'report, in-depth, hipaa report'),
  attribute('EHR-penetration', 'EHR adoption', 'ehr adoption, penetration, uptake, ehr rate'),
  attribute('survey', 'the survey figures', 'survey, poll, adoption, share of hospitals, statistics'),
  attribute('dissatisfaction', 'dissatisfaction', 'unhappy, dissatisfied, dissatisfaction, not happy, sick of'),
  attribute('plans', 'the plans of hospitals', 'plan to continue, increase outsourcing'),
  attribute('switching', 'switching vendors', 'switch vendors, change vendor'),
  attribute('trend', 'the trend', 'trend, recent moves'),
  attribute('general', 'the transition in general', 'transition, transition-in'),
  attribute('governance', 'governance', 'governance, oversight'),
  attribute('step', 'the steps', 'step, steps, element, elements, checklist, short term plan'),
  attribute('protection', 'the protections', 'protection, protections, safeguard, safeguards'),
  attribute('duration', 'how long a transition takes', 'transition duration, transition length, how long does a transition take, drag on'),
  attribute('risk', 'the greatest risk', 'risk, greatest risk, threat, danger'),
  attribute('privacy', 'what is kept of people', 'keep about me, know about me, store about me, kept about me, stored about me, have on me, my data, my questions kept, what do you store, what do you keep, do you store, do you log, who can see my, who sees my'),
  attribute(
    'holdings',
    'what the library holds',
    'how many articles, what articles do, which articles do, list of articles, articles do you have, your articles, your sources, list of sources, list sources, all sources, what sources, which sources, the library cover, library last updated, how up to date, how old is your data, your knowledge, what do you know, what do you cover, your coverage, scope of the library, what publications, which publications, publications, outlets',
  ),
  attribute(
    'source',
    'the source',
    'author, authored, wrote, written, published, publication, publication date, publisher, source, byline, penned, reporter, journalist, interview run, dateline, magazine, outlet, article date, guide date, date of the article, date of the guide, how old is the article, how old is the guide, how recent is',
  ),
];

const byId = new Map(attributes.map((entry) => [entry.id, entry]));

/** The attribute of an id, or nothing. */
export const attributeOf = (id: string): Attribute | undefined => byId.get(id);

/** Whether deals can be put side by side by an attribute: whether a comparison has a row for it. */
export const isComparable = (id: string): boolean => attributeOf(id)?.row !== undefined;

/** The id that stands before the colon of a fact: `staff moved` -> `staff-moved`. */
export const attributeId = (written: string): string => written.trim().replaceAll(' ', '-');
