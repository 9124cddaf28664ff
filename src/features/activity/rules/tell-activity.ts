import type { Activity } from "../schema";

type Fields = Record<string, unknown>;

/** A change in words: Amal `did` C-12 `rest` `name`. `subject` is false where the words say it already. */
export type Telling = {
  did: string;
  subject: boolean;
  rest?: string;
  name?: string;
  /** The name is a title, and stands in quotation marks. */
  quoted?: boolean;
};

const fieldsOf = (value: unknown): Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};

const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

const by = (rest: string, value: unknown): Pick<Telling, "rest" | "name"> => {
  const name = text(value);
  return name === null ? {} : { rest, name };
};

const from = (value: unknown) => by("from", value);

const PLURAL = new Intl.PluralRules("en");
const count = (value: unknown, one: string, many: string): string | null =>
  typeof value === "number" ? `${value} ${PLURAL.select(value) === "one" ? one : many}` : null;

const KINDS: Record<string, string> = {
  agrees: "agree",
  contradicts: "contradict each other",
  qualifies: "qualify each other",
  unrelated: "have no relation",
};

/** "that C-4 updates C-2"; of kinds without direction "that C-2 and C-4 agree". Nothing where it may not be seen yet. */
function view({ kind, from, to, about }: Fields): Pick<Telling, "subject" | "rest"> {
  if (!text(kind) || !text(from) || !text(to)) return { subject: true };
  const on = text(about) ? ` on ${about}` : "";
  const both = KINDS[String(kind)];
  return { subject: false, rest: both ? `that ${from} and ${to} ${both}${on}` : `that ${from} ${kind} ${to}` };
}

function imported(after: Fields): Pick<Telling, "rest"> {
  const parts = [
    count(after.created, "new claim", "new claims"),
    count(after.updated, "changed", "changed"),
    count(after.failed, "row refused", "rows refused"),
  ].filter(Boolean);
  return parts.length > 0 ? { rest: `(${parts.join(", ")})` } : {};
}

function exported({ claims, filtered }: Fields): Pick<Telling, "rest"> {
  const parts = [filtered === true ? "filtered" : null, count(claims, "claim", "claims")].filter(Boolean);
  return parts.length > 0 ? { rest: `(${parts.join(", ")})` } : {};
}

/** "dismissed the warning sole source on C-12": the kind where it may be seen. */
const warningOn = (did: string, { kind }: Fields): Telling => ({
  did: text(kind) ? `${did} the warning “${String(kind).replaceAll("_", " ")}” on` : `${did} a warning on`,
  subject: true,
});

type Tell = (row: { before: Fields; after: Fields }) => Telling;

const plain =
  (did: string): Tell =>
  () => ({ did, subject: true });

const DECIDED: Record<string, string> = {
  confirmed: "confirmed the suspected copy",
  rejected: "rejected the suspected copy",
  open: "opened again the suspected copy",
};

/** Every verb that a command writes. */
const TELL = {
  "team.created": plain("created the team"),
  "member.added": ({ after }) => ({
    did: "added",
    subject: true,
    ...(text(after.role) ? { rest: `as ${after.role}` } : {}),
  }),
  "member.joined": ({ after }) => ({ did: "joined", subject: false, ...by("as", after.role) }),
  "member.role_changed": ({ after }) => ({ did: "made", subject: true, ...by("a member with the role", after.role) }),
  "member.removed": plain("removed from the team"),
  "member.left": () => ({ did: "left the team", subject: false }),
  "member.renamed": plain("is now called"),
  "team.renamed": ({ before }) => ({ did: "renamed the team to", subject: true, ...by("from", before.name) }),
  "invite.made": ({ after }) => ({ did: "invited", subject: true, ...by("as", after.role) }),
  "invite.revoked": plain("took back the invitation of"),
  "token.created": plain("created the token"),
  "token.revoked": plain("revoked the token"),
  "password.changed": () => ({ did: "changed their password", subject: false }),
  "second_factor.set_up": () => ({ did: "set up a second factor", subject: false }),
  "second_factor.codes_renewed": () => ({ did: "made new recovery codes", subject: false }),
  "second_factor.ended": () => ({ did: "gave up their second factor", subject: false }),
  "second_factor.reset": plain("had an administrator reset the second factor of"),
  "team.second_factor_required": () => ({ did: "asks everybody in the team for a second factor", subject: false }),
  "team.second_factor_waived": () => ({ did: "no longer asks for a second factor", subject: false }),
  "identity.connected": () => ({ did: "connected a sign-in by an identity provider", subject: false }),
  "identity.disconnected": () => ({ did: "disconnected a sign-in by an identity provider", subject: false }),
  "session.ended": () => ({ did: "signed a browser out", subject: false }),
  "session.all-ended": () => ({ did: "signed out everywhere", subject: false }),
  "case.opened": plain("opened the case"),
  "case.changed": plain("changed the case"),
  "outlet.created": plain("added the outlet"),
  "outlet.changed": plain("changed the outlet"),
  "outlet.merged": ({ after }) => ({ did: "merged the outlet", subject: true, ...by("into", after.into) }),
  "outlet.unmerged": ({ after }) => ({ did: "took the outlet", subject: true, ...by("out of", after.from) }),
  "outlet.split": ({ after }) => ({ did: "split the outlet", subject: true, ...by("off from", after.from) }),
  "article.added": ({ after }) => ({ did: "added the article", subject: true, ...from(after.outlet) }),
  "article.changed": plain("changed the details of"),
  "article.version_added": plain("brought in a newer version of"),
  "article.read_again": plain("read again, and found unchanged,"),
  "claim.recorded": ({ after }) => ({ did: "entered", subject: true, ...from(after.article), quoted: true }),
  "claim.changed": plain("changed"),
  "claim.retracted": plain("retracted"),
  "claim.restored": plain("restored"),
  "round.drawn": ({ after }) => ({ did: "drew the blind round", subject: true, ...by("of", after.of) }),
  "round.closed": plain("closed the blind round"),
  "round.passed": plain("could not judge something of the blind round"),
  "comment.added": plain("commented on"),
  "comment.edited": plain("changed a comment on"),
  "comment.retracted": plain("took back a comment on"),
  "comment.restored": plain("brought back a comment on"),
  "comment.resolved": plain("closed a thread on"),
  "comment.reopened": plain("opened a thread again on"),
  "claim.assessed": plain("graded"),
  "view.shared": plain("shared the view"),
  "view.changed": plain("changed the view"),
  "view.unshared": plain("took from the team the view"),
  "view.removed": plain("removed the view"),
  "claim.own_reporting_marked": plain("marked own reporting in"),
  "claim.own_reporting_unmarked": plain("took back the mark of own reporting in"),
  "relation.judged": ({ after }) => ({ did: "judged", ...view(after) }),
  "relation.judgement_withdrawn": plain("withdrew their judgement of"),
  "relation.ruled": ({ after }) => ({ did: "ruled", ...view(after) }),
  "relation.ruling_withdrawn": plain("withdrew the ruling on"),
  "suspicion.decided": ({ after }) => ({
    did: DECIDED[String(after.status)] ?? "decided on a suspected copy:",
    subject: true,
  }),
  "conflict.assigned": ({ after }) => ({
    did: text(after.assignee) ? "assigned the conflict" : "took the assignment off the conflict",
    subject: true,
    ...(text(after.assignee) ? { rest: `to ${after.assignee}` } : {}),
  }),
  "warning.dismissed": ({ after }) => warningOn("dismissed", after),
  "warning.undismissed": ({ before }) => warningOn("brought back", before),
  "finding.drafted": plain("drafted a finding on the conflict of"),
  "finding.proposed": plain("proposed a finding on the conflict of"),
  "finding.changed": plain("changed the finding on the conflict of"),
  "finding.signed": plain("signed the finding on the conflict of"),
  "finding.sent_back": plain("sent back the finding on the conflict of"),
  "finding.superseded": plain("superseded the earlier finding on the conflict of"),
  "finding.withdrawn": plain("withdrew the finding on the conflict of"),
  "finding.restored": plain("brought back the finding on the conflict of"),
  "import.started": plain("began to import"),
  "import.finished": ({ after }) => ({ did: "imported", subject: true, ...imported(after) }),
  "import.failed": plain("could not import"),
  "claim.brought": plain("brought in"),
  "claim.own_reporting_brought": plain("brought in a mark of own reporting in"),
  "relation.brought": plain("brought in what others judged of"),
  "suspicion.brought": plain("brought in a decision on a suspected copy:"),
  "finding.brought": plain("brought in a finding on the conflict of"),
  "warning.brought": plain("brought in that a warning was let be on"),
  "comment.brought": plain("brought in a comment on"),
  "outlet.brought": plain("brought in the grades of"),
  "sheet.exported": ({ after }) => ({
    did: after.status === "broken_off" ? "began to export, and broke off," : "exported",
    subject: true,
    ...exported(after),
  }),
} satisfies Record<string, Tell>;

export type Verb = keyof typeof TELL;

const TELLERS: ReadonlyMap<string, Tell> = new Map(Object.entries(TELL));

/** An unknown verb is told by its own words: rows outlive the version of the product that wrote them. */
export function tell({ verb, before, after }: Pick<Activity, "verb" | "before" | "after">): Telling {
  const known = TELLERS.get(verb.replace(/\.(\w+)-withdrawn$/, ".$1_withdrawn"));
  if (known) return known({ before: fieldsOf(before), after: fieldsOf(after) });
  const [what = "", how = ""] = verb.split(".");
  return { did: `${how.replace(/[-_]/g, " ")} the ${what}`, subject: true };
}

const LABELS: Record<string, string> = {
  title: "Title",
  description: "Description",
  blind: "Blind",
  secondSignature: "Second signature",
  timeTolerance: "Tolerance in days",
  name: "Name",
  aliases: "Also known as",
  domains: "Domains",
  owner: "Owner",
  language: "Language",
  country: "Country",
  carriers: "Carried by",
  into: "Into",
  moved: "Moved",
  reliability: "Reliability",
  credibility: "Credibility",
  confidence: "Confidence",
  reason: "Reason",
  outlet: "Outlet",
  url: "Address",
  author: "Author",
  publishedOn: "Published",
  publishedOnWords: "Published, as typed",
  sha256: "Text (SHA-256)",
  statement: "Statement",
  quote: "Quote",
  attribution: "Attribution",
  reportedOn: "Reported",
  reportedOnWords: "Reported, as typed",
  occurredOn: "Occurred",
  occurredOnWords: "Occurred, as typed",
  place: "Place",
  tags: "Tags",
  note: "Note",
  status: "Status",
  article: "Article",
  kind: "Kind",
  from: "From",
  to: "To",
  about: "About",
  rationale: "Rationale",
  standing: "What stands",
  assignee: "To decide it",
  question: "Question",
  outcome: "Outcome",
  preferred: "Preferred claims",
  likelihood: "Likelihood",
  role: "Role",
  email: "E-mail address",
  hint: "Begins with",
  expiresAt: "Ends",
  assessment: "Grades",
};

const ORDER = Object.keys(LABELS);

/** The database keeps a row's fields in an order of its own; people read the title first. */
const place = (name: string) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);

/** Read by the product, not by people. */
const UNTOLD = new Set(["setsBack", "assigneeId"]);

export const fieldLabel = (name: string): string => LABELS[name] ?? words(name);

export type ChangedField = { name: string; label: string; before: string; after: string };

/** Field by field, what stood before and what stands now. */
export function changedFieldsOf({ before, after }: Pick<Activity, "before" | "after">): ChangedField[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((name) => !UNTOLD.has(name))
    .map((name) => ({
      name,
      label: fieldLabel(name),
      before: inWords(old[name]),
      after: inWords(now[name]),
    }))
    .filter((field) => field.before !== field.after)
    .sort((a, b) => place(a.name) - place(b.name));
}

/** `firstSeen` as "First seen". */
function words(name: string): string {
  const spaced = name.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

function inWords(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.map(inWords).join("; ");
  if (typeof value !== "object") return String(value);
  const fields = fieldsOf(value);
  if (text(fields.exact)) return `“${fields.exact}”`;
  return Object.entries(fields)
    .filter(([, each]) => each !== null && each !== "")
    .map(([name, each]) => `${words(name)}: ${inWords(each)}`)
    .join("; ");
}
