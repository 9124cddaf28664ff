import { addArticle } from "@/features/article/commands/add-article";
import { AddArticle, type Article } from "@/features/article/schema";
import { openCase } from "@/features/case/commands/open-case";
import { OpenCase } from "@/features/case/schema";
import { changeClaim } from "@/features/claim/commands/change-claim";
import { recordClaim } from "@/features/claim/commands/record-claim";
import { ChangeClaim, RecordClaim } from "@/features/claim/schema";
import { writeFinding } from "@/features/conflict/commands/write-finding";
import { getConflict } from "@/features/conflict/queries/get-conflict";
import { WriteFinding } from "@/features/conflict/schema";
import { createOutlet } from "@/features/outlet/commands/create-outlet";
import { CreateOutlet } from "@/features/outlet/schema";
import { recordRelation } from "@/features/relation/commands/record-relation";
import { ruleOnRelation } from "@/features/relation/commands/rule-on-relation";
import { RecordRelation, RuleOnRelation } from "@/features/relation/schema";
import { createUser } from "@/features/team/commands/create-user";
import { CreateUser } from "@/features/team/schema";
import type { Ctx } from "@/platform/context";
import { BRIEFS } from "./briefs";
import { CLAIMS } from "./claims";
import { FINDINGS } from "./findings";
import { OUTLETS } from "./outlets";
import { type DemoRelation, RELATIONS } from "./relations";
import type { DemoSignIn } from "./sign-in";

const CASE = {
  title: "Iraqi factions after Nasrallah (demonstration)",
  description:
    "A demonstration to try things out on. The briefs were written for it after published reporting: names, dates and facts are real, the sentences are not the outlets' own.",
  demo: true,
};

type People = { lead: Ctx; analyst: Ctx };

/** Loads the demonstration into an empty database: a team of two, one case. Returns how they sign in. */
export async function seedDemo(): Promise<DemoSignIn[]> {
  const lead = await person("Lena Lead", "lead@crossbearing.example", "owner");
  const analyst = await person("Amal Analyst", "analyst@crossbearing.example", "analyst");
  const people = { lead: lead.ctx, analyst: analyst.ctx };
  for (const outlet of OUTLETS) await createOutlet(people.lead, CreateOutlet.parse(outlet));
  const { demo, ...fields } = CASE;
  const { id: caseId } = await openCase(people.lead, { ...OpenCase.parse(fields), demo });
  const claims = await recordClaims(people, caseId, await addArticles(people, caseId));
  const isLate = ({ late }: DemoRelation) => late === true;
  await recordRelations(
    people,
    caseId,
    claims,
    RELATIONS.filter((each) => !isLate(each)),
  );
  await writeFindings(people, caseId, claims);
  await recordRelations(people, caseId, claims, RELATIONS.filter(isLate));
  return [lead.signIn, analyst.signIn];
}

async function person(name: string, email: string, role: "owner" | "analyst") {
  const made = await createUser(CreateUser.parse({ name, email, role, team: "Demo desk" }), "system");
  if (made.password === null) throw new Error("the demonstration is loaded into an empty database only");
  return { ctx: made.ctx, signIn: { name, email, password: made.password, role } };
}

async function addArticles({ lead }: People, caseId: string): Promise<Map<string, Article>> {
  const articles = new Map<string, Article>();
  for (const { key, ...brief } of BRIEFS) {
    articles.set(key, await addArticle(lead, { ...AddArticle.parse(brief), caseId }));
  }
  return articles;
}

type Made = Map<string, { id: string; number: number }>;

/** Returns the claims by key. */
async function recordClaims(people: People, caseId: string, articles: Map<string, Article>): Promise<Made> {
  const made: Made = new Map();
  for (const { key, brief, by, quote, ...claim } of CLAIMS) {
    const article = articles.get(brief);
    if (!article) throw new Error(`no brief ${brief}`);
    const reportedOn = article.publishedOn ?? undefined;
    const input = { ...claim, articleId: article.id, quote: { exact: quote }, reportedOn };
    const { id, number } = await recordClaim(people[by], { ...RecordClaim.parse(input), caseId });
    if (claim.confidence === "high") {
      await changeClaim(people.lead, { ...ChangeClaim.parse({ status: "reviewed" }), claimId: id });
    }
    made.set(key, { id, number });
  }
  return made;
}

async function recordRelations(people: People, caseId: string, claims: Made, relations: DemoRelation[]) {
  for (const { by, from, to, ruling, late: _, ...judgement } of relations) {
    const ends = { from: claims.get(from)?.id, to: claims.get(to)?.id };
    const relation = await recordRelation(people[by], { ...RecordRelation.parse({ ...judgement, ...ends }), caseId });
    if (ruling) {
      await ruleOnRelation(people.lead, {
        ...RuleOnRelation.parse({ kind: judgement.kind, rationale: ruling }),
        relationId: relation.id,
      });
    }
  }
}

async function writeFindings(people: People, caseId: string, claims: Made) {
  const numberOf = (key: string) => claims.get(key)?.number ?? 0;
  for (const { over, by, preferred, rationale, ...words } of FINDINGS) {
    const number = numberOf(over);
    const { camps } = await getConflict(people[by], caseId, number);
    const camp = preferred && camps.find((each) => each.claims.some((claim) => claim.number === numberOf(preferred)));
    const input = {
      ...words,
      rationale: rationale((key) => `C-${numberOf(key)}`),
      ...(camp && { preferredCamp: camp.letter }),
    };
    await writeFinding(people[by], { ...WriteFinding.parse(input), caseId, number });
  }
}
