/**
 * The words of the field, in rings of near-synonyms. One line a ring: its id, then its words and phrases. A word of a
 * question that shares a ring with a word of a fact counts as found there. Facts and questions are read by the same
 * rings. What an article says is never here.
 */
export const rings: Readonly<Record<string, string>> = {
  cut: 'cut, shed, lay off, laid off, layoff, lay-off, axe, axed, fire, fired, sack, sacked, let go, eliminate, redundancy, redundant, pink slip, downsize, job loss, lose their job, lost their job, losing job, dismiss, canned, chop, chopped, slash, rif, displaced, get rid of',
  move: 'move, moving, transfer, transition, rebadge, rebadged, go over, going over, go to, switch over, flip, shift, migrate, sent, send, sending, join, joining, change employer, switch employer, switching boss, shipped, ship, swallow, relocate, transplant, handed off, cross over, new employer, passing over, went over, change of employer',
  stay: 'stay, remain, retain, keep, kept, keeping, hang on to, hold on to, held back, hold back, hold on, left behind, stay behind, stay put, not going, not move, not moving, dont go, do not go, does not go',
  inhouse:
    'in-house, in house, inhouse, internally, itself, themselves, himself, insource, insourced, on their own, by itself, own payroll, home, alone, brought back',
  hire: 'hire, hired, rehire, employ, employment, absorb, recruit, pick up, take on, took on, work for, job offer, offer, get a job, picked up, jobs at',
  eligible: 'eligible, eligibility, qualify, apply, entitled, able to apply',
  people:
    'people, folk, folks, staff, employee, worker, ppl, crew, personnel, staffer, workforce, team, guys, headcount, workers, staffers, hands, crowd, bunch, position, job, role, post, fte',
  doctor: 'doctor, doc, docs, physician, md, clinician, practitioner, mds, drs',
  provider: 'provider, caregiver',
  pay: 'pay, salary, wage, compensation, paycheck, salaries, earnings',
  benefits: 'benefits, perk, health insurance, benefit package',
  place:
    'place, location, office, desk, workplace, where, site, same place, building, spot, commute, remote, remotely, home office, work from home, wfh, telework',
  money: 'money, dollar, dollars, cash, monetary, financial, financially, finance, fiscal, buck, bucks',
  cost: 'cost, price, spend, expense, price tag, charge, outlay, costs, spending, fee, bill, per-doc bill, pricing',
  worth:
    'worth, value, valued, contract value, deal size, tcv, consideration, dollar size, dollar figure, sum',
  save: 'save, saving, savings, cheaper, lower cost, cut costs, come out ahead, pay off, payoff, paying off, pays off',
  reward:
    'reward, rewarded, earn, earns, incentive, bonus, gainsharing, gainshare, gain sharing, skin in the game, paid only if, success fee, share risk, shared risk, risk sharing, shares risk, performance pay, at risk, mutual risk, shares the risk, upside',
  unhappy:
    'unhappy, dissatisfied, dissatisfaction, not happy, sick of, unsatisfied, unsatisfactory, disappointed, fed up, hate, complain, lousy, bad, regret, poor, displeased, satisfied, satisfaction',
  ehr: 'ehr, emr, ehrs, emrs, health record, medical record, chart system, electronic chart, electronic record, electronic records, health records, medical records, records, electronic health, e-health record, charting, chart',
  adoption:
    'adoption, penetration, uptake, adopt, adopting, rollout rate, usage rate, saturation, take-up, use rate, ehr use',
  rollout:
    'rollout, roll out, rolling out, implementation, implement, deploy, deployment, install, put in, putting in',
  vendor:
    'vendor, outsourcer, supplier, contractor, outsourcing firm, outsourcing partner, outsourcing company, service provider, incumbent, third party, outside firm, outsourcing vendor, outsiders, outsider',
  hospital: 'hospital, health system, system, facility, medical center, provider organization',
  client: 'client, customer, account, buyer',
  typical:
    'typical, typically, usual, usually, normal, normally, average, standard, going rate, ordinary, market rate, on average, norm, commonly, generally, common',
  target:
    'target, goal, aim, aiming, objective, aspire, hope, hopes, ambition, intends, shooting for, want, wants, plan to',
  reader: 'reader, commenter, comment, poster, comments, commentator, respondent, commented',
  unnamed: 'unnamed, nameless, anonymous, unknown, without name',
  bold: 'bold, brave, daring, gutsy',
  trust:
    'trust, credibility, confidence, faith, credible, trusting, trusted, good faith, believe, legitimacy, good books',
  train:
    'train, training, teach, school, schooling, educate, class, classes, course, courses, coaching, upskill, trained, instruct, education',
  sla: 'sla, slas, service level, service levels, service-level agreement, service level agreement',
  discovery:
    'discovery, assess, assessment, knowledge acquisition, current state, current-state, as-is, fact finding, due diligence, analyze, analysis, discover, survey of the environment',
  interview:
    'interview, interviews, sit down with, chat, question, interviewer, interviewed, asking the questions, talk to, conversation, q&a',
  approve:
    'approve, approved, approval, approves, sign off, sign-off, signs off, okay, ok, permission, bless, consent, green light, authorise, authorize',
  before:
    'before, prior, ahead, beforehand, pre, in advance, preceding, earlier, previously, upfront, up front',
  biggest:
    'biggest, largest, greatest, main, top, number one, no.1, no. 1, number 1, most important, single biggest, primary, chief, major, key, bigger, larger, highest, leading',
  risk: 'risk, threat, danger, hazard, sink, jeopardize, jeopardy, peril, derail, imperil',
  hide: 'hide, withhold, conceal, hoard, stonewall, sabotage, keep secrets, clam up, not share, undermine, hiding, obstruct',
  cooperate:
    'cooperation, cooperate, uncooperative, co-operate, cooperating, collaborate, help out, play along, play ball, work together, stonewall, resist, resistance, pushback, drag their feet',
  mistake:
    'mistake, misstep, botch, blunder, bungle, screw up, go wrong, mess up, messed up, error, stumble, bad start, botched',
  beginning:
    'beginning, early, start, starting, begin, outset, initially, first, kick off, initial, day one, get going, onset, began, started, origin, sprang',
  replace:
    'replace, replacing, swap, swap out, ditch, ditching, change vendors, switch vendors, another vendor, different vendor, new vendor, dump, dumping, switching, different outsourcing, second vendor, change supplier',
  drag: 'drag, delay, balloon, take longer, longer, slow, slip, stretch, lengthen, overrun, prolong, slower, depend, vary, varies',
  worry:
    'worry, worries, worried, fear, fears, apprehension, apprehensive, apprehensions, concern, concerns, anxious, anxiety, nervous, scared, scary, afraid, dread, uneasy, concerned, frightening, spook',
  excited: 'excited, exciting, enthusiastic, thrilled, happy, eager, glad, stoked, upbeat',
  mood: 'mood, morale, feel, feeling, sentiment, attitude, reaction, vibe, how do they feel, spirits, reactions, take it',
  leave:
    'leave, leaving, quit, turnover, attrition, resign, resignation, walk out, departure, exit, refuse, walk, churn',
  agree: 'agree, accept, accepted, say yes, go along, take the offer, acceptance, consent',
  end: 'end, ended, ending, terminate, terminated, termination, over, stop, stopped, cancel, cancelled, canceled, unwind, unwound, walk away, walked away, pull out, pulled out, bail, bailed, breakup, break up, split, dropped, quit the deal, dump, dumped, exit, ditched, parted ways, part ways, discontinue, back out, backed out, no longer, finished, wound up, called off, divorced, scrap, scrapped, called it quits, got out, gave up on',
  sign: 'sign, signed, signing, ink, inked, enter into, entered, entered into, announce, announced, announcement, disclose, disclosed, made public, struck, came out, embark, embarked, agreed, go public, unveil, unveiled, revealed, reveal, strike',
  term: 'term, length, duration, how long, contract length, multi-year, years long, run for, runs, last, lasts, lock in, locked in, number of years, period, long',
  go_live:
    'go live, go-live, start-up, start up, startup, cutover, launch, take effect, kick off, kicks off, effective, pre-start, commence, flip to',
  own: 'own, owns, owner, owned, parent, belong, belongs, part of, arm, division, subsidiary, behind',
  sister: 'sister, sibling, affiliate, affiliated, related, cousin',
  payer: 'payer, payor, insurer, insurance company, health insurer, health plan, insurance, insurers',
  size: 'size, scale, big, large, massive, how big, huge, giant',
  simple:
    'simple, low-complexity, low complexity, routine, repetitive, easy, complexity, basic, transactional',
  volume: 'volume, high-volume, bulk, volumes, mass processing, crank',
  outpace:
    'outpace, better, better at, beat, beats, superior, ahead, outperform, stronger, good at, best at, outdo',
  ai: 'ai, artificial intelligence, machine learning, ml, automation, automate',
  backoffice: 'back office, back-office, admin side, administrative',
  forecast:
    'forecast, predict, predicting, prediction, project, anticipate, expect, foresee, outlook, expects, predicts, expectation, envision, envisions, picture, vision, figure, reckon, think, see',
  later:
    'later, eventually, down the road, further down, long run, future, long term, long-term, far off, in time, someday, next',
  near: 'short-term, short term, near term, soon, immediate, immediately, quick, urgent',
  trend:
    'trend, widespread, drift, follow suit, catch on, spread, wave, others follow, industry, common practice, everybody, mainstream, early adopters, adopter',
  why: 'why, reason, rationale, motive, motivation, driver, drivers, purpose, drove, how come, whyd, cause, because, justification, impetus, what for, explain, explanation, reasons, motivations',
  efficient:
    'efficient, efficiency, leaner, streamline, streamlining, efficiencies, productive, improve, improves, improvement',
  statement: 'statement, quote, said, say, told, remark, quoted, claim, claims, claiming',
  relationship: 'relationship, partnership, alliance, tie, ties, partners, collaboration, marriage, bond',
  traditional: 'traditional, conventional, plain, plain old, ordinary outsourcing, classic, regular',
  share: 'shared, share, give-and-take, give and take, mutual, back and forth, joint, jointly, together',
  datacenter:
    'data center, data centre, datacenter, dc, dcs, data centers, data centres, data ctr, data ctrs, hosting, server farm, server farms, server room, datacentre',
  storage: 'storage, disk, backup',
  computing: 'computing, compute, computer, servers, mainframe, mainframes',
  cloud: 'cloud, saas, cloud-based, hosted software, azure, aws, software as a service, hosted',
  software: 'software, application, program, app, apps, applications, product',
  partner:
    'partner, business partner, subcontractor, ally, business partners, partner firm, reseller, partner companies',
  records: 'digitize, digitized, digital, digitise, digital form, electronic, paperless, digitizing',
  user: 'user, users, used by, use, used, uses, using, shop',
  kickoff_talks:
    'talks, conversation, discussions, talk, first talks, discussion, get going, came about, chats',
  uncertainty: 'uncertainty, uncertain, ambiguity, unknowns, doubt, instability',
  onsite:
    'on site, on-site, onsite, embedded, inside the client, in their offices, at the hospital, at the client, hq, headquarters, day in, in residence',
  department: 'department, dept, depts, unit, area, function, departments, division of work',
  headquarters:
    'headquarters, hq, based, located, home base, city, town, sits, head office, location, main office, headquartered',
  quality: 'quality, quality of care, better care, outcomes',
  engage: 'engage, engagement, engaging, involve',
  wellness: 'habits, wellness, healthy, healthier, prevention',
  stimulus:
    'stimulus, stimulus bill, recovery act, arra, government money, federal spending, stimulus package',
  nationwide:
    'nationwide, national, natl, across the country, country, us, u.s., nation, usa, american, everybody else, elsewhere, united states, rest of the country, nationally',
  massachusetts: 'massachusetts, mass, mass., ma, bay state, boston',
  nonprofit:
    'nonprofit, non-profit, non profit, not-for-profit, not for profit, charity, nonprofits, non-profits',
  neighbor: 'neighbor, neighbour, rival, peer, colleague',
  scale: 'economies of scale, scale',
  transformation:
    'transformation, practice transformation, transform, workflow, workflows, redesign, metamorphosis, redoing',
  scary: 'scary, frightening, scares, hardest, hard part, keeps up at night, toughest, difficult',
  freedom: 'latitude, leeway, slack, freedom, free hand, free rein, discretion, room to',
  decade: 'decade, ten years, 10 years',
  affordable: 'affordable, afford, cheap enough, in reach',
  write: 'write, wrote, written, author, penned, byline, writer, by whom, authored, pen, reporter, wrote it',
  publish:
    'publish, published, publication, publisher, outlet, magazine, appeared, ran, printed, newspaper, paper, where was it published, site, press',
  article: 'article, story, piece, post, blog, report, writeup, page, guide',
  survey:
    'survey, poll, research, study, studies, data, statistic, stats, figures, finding, findings, stat, numbers',
  beds: 'bed, beds, bed count',
  smaller: 'smaller, fewer, small, littler, little, tiny, less',
  template:
    'cookie cutter, cookie-cutter, one size fits all, one-size-fits-all, boilerplate, generic, off the shelf, canned approach, template',
  unique: 'unique, different, distinct, special, own way',
  method:
    'method, methodology, approach, framework, process, way of working, set method, established, playbook, procedure, procedures',
  document: 'document, documentation, documented, paperwork, docs on file, write down',
  complex: 'complex, complexity, complicated, messy, intricate, increasing complexity',
  surprise: 'surprise, unexpected, discoveries, unforeseen, surprises, nasty surprise',
  plan: 'plan, action plan, roadmap, short-term plan, planned',
  scopecreep: 'unclear scope, scope creep',
  transparent:
    'transparent, transparency, openness, visible, visibility, open door, open-door, open, openness',
  access: 'access, reach, get hold of, talk to them, contact',
  changecontrol:
    'change control, change request, change requests, change orders, modification, modifications, amendment, amendments',
  changemanagement: 'change management, managing change',
  governance:
    'governance, oversight, leadership, leaders, leader, board, executives, executive, exec, bosses, boss, brass, bigwigs, management, steering, top bosses, higher-ups, management team, c-suite, honchos',
  monitor:
    'monitor, monitoring, monitored, track, check, review, measure, watch, frequency, how often, frequently, audit',
  jobsecurity:
    'longevity, job security, employment longevity, keep their jobs, keep my job, future of their jobs',
  duties: 'responsibilities, duties, role change, changed responsibilities, responsibility',
  prepare: 'prepare, homework, get ready, ready, groundwork, preparation, preparing',
  disruption: 'disruption, disrupt, outage, interruption, downtime',
  quickwin: 'early wins, quick wins, wins, buy-in, buy in',
  takeover:
    'takeover, take over, takes over, full takeover, keys, takes the keys, taking over, handover, hand over, handoff, changeover, switchover, cutover, transition, transition-in, onboarding, migration, hand-over, switch-over, cut over, changeover',
  element: 'element, step, stage, phase, piece, pillar, part, component, steps, pieces',
  protection: 'protection, safeguard, guardrail, safety, protect, protections',
  fan: 'fan, fans, supporter, supporters, convert',
  corner: 'corner, corners, cut corners, shortcut, shortcuts, skimp',
  gap: 'gap, gaps, weakness, weaknesses, weak spot, deficiency, shortcoming, lacking, lack',
  strength: 'strength, strengths, capability, capabilities, competence',
  compliance: 'compliance, law, laws, privacy, security, regulation, regulatory, legal',
  gather:
    'gather, capture, collect, acquire, gathering, acquisition, learn, find out, pick up on, information, info',
  sendknowledge: 'knowledge transfer, transfer of knowledge, pass on, hand over knowledge, knowledge',
  sync: 'sync, same page, in step, aligned, align, alignment, in sync',
  switchsoln: 'switch, different outsourcing solution, another outsourcer',
  continue:
    'continue, carry on, keep doing, go on, keep outsourcing, increase, expand, more of it, stick with, sticking',
  rcm: 'revenue cycle, rcm, rev cycle, revenue-cycle, revcycle, billing office, billing department',
  billing:
    'billing, bill, bills, invoicing, invoice, invoices, patient billing, payments, payment, statement of charges, paper bill',
  estimate:
    'estimate, estimates, cost estimates, quote of costs, copay, copays, co-pay, deductible, deductibles',
  outdated:
    'outdated, dark ages, old fashioned, old-fashioned, antiquated, behind the times, archaic, stone age, backward',
  cio: 'cio, chief information officer, it boss, it chief, tech chief, head of it, it head, top tech, runs tech, tech boss, information chief, it director, it leader, cio s, doc-cio',
  strategychief:
    'strategy chief, chief strategy officer, strategy officer, cso, strategy boss, head of strategy',
  vp: 'vp, vice president, svp, senior vice president, veep, exec, executive',
  ceo: 'ceo, chief executive, chief executive officer',
  cfo: 'cfo, chief financial officer',
  hospitalcount: 'how many hospitals, number of hospitals, hospitals',
  newspaper: 'newspaper, paper, chronicle, bay area newspaper, daily',
  extra: 'extra, additional, more, another, second, further, other, on top, besides, else, also',
  some: 'some, portion, part, fraction, split, slice, share of, percentage, percent, proportion, breakdown, how much of, pct',
  split: 'split, breakdown, division',
  most: 'most, majority, bulk of, vast majority, largely, mostly, mainly',
  access_given:
    'giving up, give up, giving away, give away, sacrifice, sacrificing, concede, ceding, cede, surrender, gave up, forgo, forgoing',
  income: 'income, revenue, earnings, software income, sales',
  state: 'state, states',
  weekday: 'weekday, day, date, monday, tuesday',
  new: 'new, newest, latest, most recent, recent',
  drug: 'drug, pharma, pharmaceutical, pharmaceuticals, drugmaker, drug maker, drug company, pharmacy',
  university: 'medical school, university, school of medicine, med school',
  occupational: 'occupational, occupational health',
  promo:
    'promotional, biased, marketing, sales pitch, neutral, objective, advert, plug, plugging, plugged, pitch, ad, advertisement, advertises, impartial',
  hipaa: 'hipaa, hipaa report, in-depth report, in depth guide, in-depth',
  boon: 'boon, benefit from, gain from, winners, windfall, good for, profit from, cash in',
  borderless: 'borderless, global, globe, worldwide, without borders, international, span the globe',
  longstanding: 'long-standing, long standing, long-running, old, existing, prior relationship, history',
  inteam: 'part of the team, hallway, hallway consultations, team member',
  hotline: 'hotline, phone line, helpline, appointment',
  aco: 'aco, acos, accountable care, accountable care organizations, value-based, value based',
  likened:
    'likened, liken, compare, compared, resemble, resembles, reminds, remind, similar, like, same as, parallel, analogy',
  suitable: 'suitable, not for everyone, right for everyone, for everyone, fit for, for everybody',
  gadget: 'gadget, gizmo, gadgets, toy, device',
  more_than: 'more than a vendor, ordinary supplier, regular vendor, tight, close, tight relationship',
  necessary: 'probably, could have stayed, necessary, did they have to, have to',
  supplychain: 'supply chain, supplies, inventory, supply',
  patientengagement: 'patient engagement, marketing technology, marketing',
  lift: 'lift, lifts, lifting, raise the bar, community, whole community',
  advantage: 'advantage, edge, differentiator, strategic differentiator, competitive edge, competitive',
  severance:
    'severance, severance package, golden handshake, payoff package, redundancy pay, exit package, redundancy package',
  pension: 'pension, pensions, retirement, 401k, 401(k), 403b, superannuation',
  union:
    'union, unions, collective bargaining, seiu, labor contract, steward, unionised, unionized, collective agreement, bargaining, cba',
  penalty: 'penalty, penalties, liquidated damages, fine, fines, service credit, service credits, credits',
  terminationright:
    'termination fee, exit fee, exit clause, break clause, termination clause, termination for convenience, early termination, break fee, walk-away right, exit terms',
  law: 'governing law, jurisdiction, venue, arbitration, court, courts, lawsuit, sue, sued, litigation, disputes, dispute resolution, governs',
  breach: 'breach, data breach, hacked, hack, cyberattack, cyber attack, ransomware, leak',
  offshore: 'offshore, offshoring, india, bangalore, overseas, abroad, manila, philippines, h-1b, h1b, visa',
  warn: 'warn notice, warn act, notice period, advance notice',
  stock: 'stock, share price, shares, stock price, market cap, shareholder, shareholders, dividend',
  uptime: 'uptime, availability, response time, 99.9',
  ehrbrand:
    'epic, meditech, allscripts, athena, eclinicalworks, nextgen, brand, ehr product, ehr vendor name, which ehr, make of ehr',
  samplesize: 'sample size, respondents, sample, how many respondents, margin of error, sample of, surveyed',
  renew:
    'renew, renewed, renewal, extend, extended, extension, sign again, re-sign, resign again, re-up, re-upped, option to extend, renewing, second term',
  seniority: 'seniority, tenure credit, vacation, pto, vesting, accrued, sick leave, holiday, holidays',
  insurancecover: 'malpractice, indemnity, indemnification, liability, liability cap, cap on liability',
  budget: 'budget, budgeted, total budget',
  prompt:
    'system prompt, hidden prompt, hidden instructions, instructions, env vars, environment variables, bot token, token, password, secret, api key',
  weather:
    'weather, temperature, forecast for tomorrow, rain, lunch, dinner, restaurant, joke, recipe, sports, football, movie, horoscope, stock tip, poem, song',
};
