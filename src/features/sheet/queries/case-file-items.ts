import { seesRelation } from "@/features/claim/queries/visible-relations";
import { seesComment } from "@/features/comment/queries";
import { decidedOnWhatIsVisible } from "@/features/conflict/queries/finding-rows";
import { seesDecision, seesOwnReporting } from "@/features/conflict/queries/visible-marks";
import type { Ctx } from "@/platform/context";
import { Prisma } from "@/platform/db/client";
import { type ExportSource, viewed } from "./export-source";

/*
 * The items of a case file (rules/case-file says what they are), one a row, written as JSON by the database. Each
 * statement shows what the caller may see, and of the claims those that the filter names.
 */

type Select = (ctx: Ctx, source: ExportSource) => Prisma.Sql;

const moment = (column: Prisma.Sql) =>
  Prisma.sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const person = (alias: string) => {
  const name = Prisma.raw(alias);
  return Prisma.sql`CASE WHEN ${name}.id IS NOT NULL THEN json_build_object('id', ${name}.id, 'name', ${name}.name) END`;
};

/** The outlets that claims of the view are credited to or name, or that published the articles. */
const selectOutlets: Select = (ctx, source) => Prisma.sql`
  WITH ${viewed(ctx, source)},
  named AS MATERIALIZED (
    SELECT outlet_id FROM view WHERE outlet_id IS NOT NULL UNION
    SELECT a.outlet_id FROM article a WHERE a.team_id = ${ctx.teamId}::uuid AND a.case_id = ${source.caseId}::uuid
      AND ${articlesOf(source)} UNION
    SELECT s.outlet_id FROM attribution_step s JOIN view ON view.id = s.claim_id
      WHERE s.team_id = ${ctx.teamId}::uuid AND s.outlet_id IS NOT NULL)
  SELECT json_build_object('id', o.id, 'name', o.name,
    'aliases', ARRAY(SELECT n.name FROM outlet_alias n
      WHERE n.team_id = o.team_id AND n.outlet_id = o.id AND n.name <> o.name ORDER BY n.key),
    'domains', ARRAY(SELECT d.domain FROM outlet_domain d
      WHERE d.team_id = o.team_id AND d.outlet_id = o.id ORDER BY d.domain),
    'owner', o.owner, 'language', o.language, 'country', o.country, 'reliability', o.reliability,
    'grades', coalesce((SELECT json_agg(json_build_object('reliability', g.reliability, 'reason', g.reason,
        'by', ${person("u")}, 'at', ${moment(Prisma.sql`g.graded_at`)}) ORDER BY g.graded_at, g.id)
      FROM outlet_grade g LEFT JOIN "user" u ON u.id = g.graded_by_id
      WHERE g.team_id = o.team_id AND g.outlet_id = o.id), '[]'))::text
  FROM outlet o JOIN named ON named.outlet_id = o.id WHERE o.team_id = ${ctx.teamId}::uuid ORDER BY o.name, o.id`;

const articlesOf = ({ whole }: ExportSource) =>
  whole ? Prisma.sql`TRUE` : Prisma.sql`a.id IN (SELECT article_id FROM view)`;

/** Articles with every version's text; what was fetched or uploaded as it was (the captures) is left out. */
const selectArticles: Select = (ctx, source) => Prisma.sql`
  WITH ${viewed(ctx, source)}
  SELECT json_build_object('id', a.id, 'title', a.title, 'outlet', a.outlet_id, 'url', a.url, 'author', a.author,
    'publishedOn', a.published_on, 'publishedOnWords', a.published_on_words, 'language', a.language,
    'repeats', a.repeats_id, 'addedBy', ${person("u")}, 'addedAt', ${moment(Prisma.sql`a.created_at`)},
    'versions', (SELECT json_agg(json_build_object('id', v.id, 'sha256', v.sha256, 'text', v.text, 'blocks', v.blocks,
        'capturedBy', ${person("cu")}, 'capturedAt', ${moment(Prisma.sql`v.captured_at`)}) ORDER BY v.ordinal)
      FROM article_version v LEFT JOIN "user" cu ON cu.id = v.captured_by_id
      WHERE v.team_id = a.team_id AND v.article_id = a.id))::text
  FROM article a LEFT JOIN "user" u ON u.id = a.created_by_id
  WHERE a.team_id = ${ctx.teamId}::uuid AND a.case_id = ${source.caseId}::uuid AND ${articlesOf(source)} ORDER BY a.created_at, a.title, a.url, a.id`;

const selectClaims: Select = (ctx, source) => Prisma.sql`
  WITH ${viewed(ctx, source)},
  steps AS MATERIALIZED (
    SELECT s.claim_id, json_agg(json_build_object('kind', s.kind, 'name', coalesce(so.name, s.name), 'outlet', s.outlet_id)
      ORDER BY s.position) AS list
    FROM attribution_step s JOIN view ON view.id = s.claim_id
    LEFT JOIN outlet so ON so.team_id = s.team_id AND so.id = s.outlet_id
    WHERE s.team_id = ${ctx.teamId}::uuid GROUP BY s.claim_id),
  given AS MATERIALIZED (
    SELECT g.claim_id, json_agg(json_build_object('id', g.id, 'by', ${person("gu")}, 'reliability', g.reliability,
      'credibility', g.credibility, 'confidence', g.confidence, 'reason', g.reason, 'lead', g.as_lead,
      'blind', CASE WHEN coalesce(g.blind_reliability::text, g.blind_credibility::text, g.blind_confidence::text) IS NOT NULL
        THEN json_build_object('reliability', g.blind_reliability, 'credibility', g.blind_credibility,
          'confidence', g.blind_confidence) END,
      'createdAt', ${moment(Prisma.sql`g.created_at`)}, 'updatedAt', ${moment(Prisma.sql`g.updated_at`)}) ORDER BY g.created_at, gu.name, g.id) AS list
    FROM assessment g JOIN view ON view.id = g.claim_id LEFT JOIN "user" gu ON gu.id = g.user_id
    WHERE g.team_id = ${ctx.teamId}::uuid AND ${seesGrades(ctx, source)} GROUP BY g.claim_id)
  SELECT json_build_object('id', c.id, 'number', c.number, 'statement', c.statement, 'article', c.article_id,
    'quote', CASE WHEN q.claim_id IS NOT NULL THEN json_build_object('version', q.version_id, 'start', q.start,
      'end', q."end", 'exact', q.exact, 'prefix', q.prefix, 'suffix', q.suffix, 'state', q.state) END,
    'attribution', coalesce(steps.list, '[]'), 'outlet', c.outlet_id,
    'reportedOn', c.reported_on, 'reportedOnWords', c.reported_on_words,
    'occurredOn', c.occurred_on, 'occurredOnWords', c.occurred_on_words,
    'place', c.place, 'note', c.note, 'tags', c.tags, 'status', c.status, 'statusBefore', c.status_before,
    'extra', c.extra, 'importedId', c.imported_id, 'assessments', coalesce(given.list, '[]'),
    'enteredBy', ${person("u")}, 'createdAt', ${moment(Prisma.sql`c.created_at`)},
    'updatedAt', ${moment(Prisma.sql`c.updated_at`)}, 'version', c.version)::text
  FROM claim c JOIN view ON view.id = c.id
  LEFT JOIN "user" u ON u.id = c.created_by_id
  LEFT JOIN quote q ON q.team_id = c.team_id AND q.claim_id = c.id
  LEFT JOIN steps ON steps.claim_id = c.id LEFT JOIN given ON given.claim_id = c.id
  WHERE c.team_id = ${ctx.teamId}::uuid AND c.case_id = ${source.caseId}::uuid ORDER BY c.number`;

/** In a blind case, others' grades of a claim show to who has graded it. */
const seesGrades = (ctx: Ctx, { blind }: ExportSource) =>
  blind
    ? Prisma.sql`EXISTS (SELECT 1 FROM assessment own WHERE own.team_id = g.team_id AND own.claim_id = g.claim_id
        AND own.user_id = ${ctx.actor.userId}::uuid)`
    : Prisma.sql`TRUE`;

/** Pairs of which both claims are in the view. `from` of a judgement is the claim that its kind runs from. */
const selectRelations: Select = (ctx, source) => Prisma.sql`
  WITH ${viewed(ctx, source)}
  SELECT json_build_object('id', r.id, 'from', r.from_claim_id, 'to', r.to_claim_id, 'family', r.family,
    'standing', r.standing, 'createdAt', ${moment(Prisma.sql`r.created_at`)},
    'judgements', coalesce((SELECT json_agg(json_build_object('id', j.id, 'by', ${person("ju")}, 'kind', j.kind,
        'from', CASE WHEN j.reversed THEN r.to_claim_id ELSE r.from_claim_id END, 'about', j.about,
        'rationale', j.rationale, 'confidence', j.confidence, 'blind', CASE WHEN j.blind_kind IS NOT NULL
          THEN json_build_object('kind', j.blind_kind,
            'from', CASE WHEN j.blind_reversed THEN r.to_claim_id ELSE r.from_claim_id END) END, 'createdAt', ${moment(Prisma.sql`j.created_at`)},
        'updatedAt', ${moment(Prisma.sql`j.updated_at`)}) ORDER BY j.created_at, ju.name, j.id)
      FROM judgement j LEFT JOIN "user" ju ON ju.id = j.user_id
      WHERE j.team_id = r.team_id AND j.relation_id = r.id), '[]'),
    'ruling', (SELECT json_build_object('by', ${person("wu")}, 'kind', w.kind,
        'from', CASE WHEN w.reversed THEN r.to_claim_id ELSE r.from_claim_id END, 'about', w.about,
        'rationale', w.rationale, 'createdAt', ${moment(Prisma.sql`w.created_at`)},
        'updatedAt', ${moment(Prisma.sql`w.updated_at`)})
      FROM ruling w LEFT JOIN "user" wu ON wu.id = w.user_id
      WHERE w.team_id = r.team_id AND w.relation_id = r.id))::text
  FROM relation r JOIN view f ON f.id = r.from_claim_id JOIN view t ON t.id = r.to_claim_id
  WHERE r.team_id = ${ctx.teamId}::uuid AND r.case_id = ${source.caseId}::uuid AND ${seesRelation(ctx, source.blind)}
  ORDER BY f.number, t.number, r.family, r.id`;

/** Findings of which every claim is in the view. */
const selectFindings: Select = (ctx, source) => Prisma.sql`
  WITH ${viewed(ctx, source)}
  SELECT json_build_object('id', f.id, 'question', f.question, 'outcome', f.outcome, 'preferred', f.preferred,
    'rationale', f.rationale, 'likelihood', f.likelihood, 'confidence', f.confidence, 'status', f.status,
    'statusBefore', f.status_before, 'basis', f.basis,
    'claims', ARRAY(SELECT fc.claim_id FROM finding_claim fc JOIN view ON view.id = fc.claim_id
      WHERE fc.team_id = f.team_id AND fc.finding_id = f.id ORDER BY view.number),
    'author', ${person("ua")}, 'signer', ${person("us")}, 'signedAt', ${moment(Prisma.sql`f.signed_at`)},
    'createdAt', ${moment(Prisma.sql`f.created_at`)}, 'updatedAt', ${moment(Prisma.sql`f.updated_at`)})::text
  FROM finding f JOIN "case" k ON k.team_id = f.team_id AND k.id = f.case_id
  LEFT JOIN "user" ua ON ua.id = f.author_id LEFT JOIN "user" us ON us.id = f.signer_id
  WHERE f.team_id = ${ctx.teamId}::uuid AND f.case_id = ${source.caseId}::uuid AND ${decidedOnWhatIsVisible(ctx)}
    AND NOT EXISTS (SELECT 1 FROM finding_claim fc WHERE fc.team_id = f.team_id AND fc.finding_id = f.id
      AND fc.claim_id NOT IN (SELECT id FROM view))
  ORDER BY f.created_at, f.id`;

const selectOwnReporting: Select = (ctx, source) => Prisma.sql`
  WITH ${viewed(ctx, source)}
  SELECT json_build_object('claim', w.claim_id, 'by', ${person("u")}, 'reason', w.reason,
    'createdAt', ${moment(Prisma.sql`w.created_at`)})::text
  FROM own_reporting w JOIN view ON view.id = w.claim_id
  JOIN "case" k ON k.team_id = w.team_id AND k.id = ${source.caseId}::uuid
  LEFT JOIN "user" u ON u.id = w.user_id
  WHERE w.team_id = ${ctx.teamId}::uuid AND ${seesOwnReporting(ctx)} ORDER BY view.number, w.created_at, u.name, w.user_id`;

/** Suspicions that somebody decided: those that are open are found again by themselves. */
const selectSuspicions: Select = (ctx, source) => Prisma.sql`
  WITH ${viewed(ctx, source)}
  SELECT json_build_object('id', s.id, 'from', s.from_claim_id, 'to', s.to_claim_id, 'fromVersion', s.from_version_id,
    'toVersion', s.to_version_id, 'signals', s.signals, 'status', s.status, 'decidedBy', ${person("u")},
    'decidedAt', ${moment(Prisma.sql`s.decided_at`)}, 'reason', s.reason)::text
  FROM suspicion s JOIN "case" k ON k.team_id = s.team_id AND k.id = s.case_id
  LEFT JOIN "user" u ON u.id = s.decided_by_id
  WHERE s.team_id = ${ctx.teamId}::uuid AND s.case_id = ${source.caseId}::uuid AND s.status <> 'open'
    AND ${seesDecision(ctx)} AND s.from_claim_id IN (SELECT id FROM view) AND s.to_claim_id IN (SELECT id FROM view)
  ORDER BY s.decided_at, s.id`;

/**
 * Warnings that somebody let be. In a blind case only one's own: that a warning was raised tells how others judged. They
 * belong to the whole case.
 */
const selectDismissals: Select = (ctx, { caseId, blind, whole }) => Prisma.sql`
  SELECT json_build_object('id', d.id, 'kind', d.kind, 'subject', d.subject, 'facts', d.facts, 'reason', d.reason,
    'by', ${person("u")}, 'createdAt', ${moment(Prisma.sql`d.created_at`)})::text
  FROM warning_dismissal d LEFT JOIN "user" u ON u.id = d.user_id
  WHERE d.team_id = ${ctx.teamId}::uuid AND d.case_id = ${caseId}::uuid AND ${whole}
    AND ${blind ? Prisma.sql`d.user_id = ${ctx.actor.userId}::uuid` : Prisma.sql`TRUE`}
  ORDER BY d.created_at, d.id`;

/** What was said of what is in the view; threads before their answers. The words of what was taken back are gone. */
const selectComments: Select = (ctx, source) => Prisma.sql`
  WITH ${viewed(ctx, source)}
  SELECT json_build_object('id', m.id,
    'on', json_build_object('type', m."on", 'id', coalesce(m.claim_id, m.relation_id, m.article_id)),
    'parent', m.parent_id, 'body', CASE WHEN m.retracted_at IS NULL THEN m.body ELSE '' END, 'by', ${person("u")},
    'mentions', coalesce((SELECT json_agg(${person("mu")} ORDER BY mu.name, mu.id) FROM comment_mention cm
      JOIN "user" mu ON mu.id = cm.user_id WHERE cm.team_id = m.team_id AND cm.comment_id = m.id), '[]'),
    'editedAt', ${moment(Prisma.sql`m.edited_at`)}, 'retractedAt', ${moment(Prisma.sql`m.retracted_at`)},
    'resolvedAt', ${moment(Prisma.sql`m.resolved_at`)}, 'resolvedBy', ${person("ru")},
    'createdAt', ${moment(Prisma.sql`m.created_at`)})::text
  FROM comment m JOIN "case" k ON k.team_id = m.team_id AND k.id = m.case_id
  LEFT JOIN "user" u ON u.id = m.author_id LEFT JOIN "user" ru ON ru.id = m.resolved_by_id
  LEFT JOIN relation r ON r.team_id = m.team_id AND r.id = m.relation_id
  LEFT JOIN article a ON a.team_id = m.team_id AND a.id = m.article_id
  WHERE m.team_id = ${ctx.teamId}::uuid AND m.case_id = ${source.caseId}::uuid AND ${seesComment(ctx)}
    AND (m.claim_id IS NULL OR m.claim_id IN (SELECT id FROM view))
    AND (r.id IS NULL OR (r.from_claim_id IN (SELECT id FROM view) AND r.to_claim_id IN (SELECT id FROM view)
      AND ${seesRelation(ctx, source.blind)}))
    AND (a.id IS NULL OR ${articlesOf(source)})
  ORDER BY m.parent_id IS NOT NULL, m.created_at, m.id`;

/** The sections of a case file in their order: what a section names stands in one before it. */
export const CASE_FILE_SECTIONS: readonly (readonly [string, Select])[] = [
  ["outlets", selectOutlets],
  ["articles", selectArticles],
  ["claims", selectClaims],
  ["relations", selectRelations],
  ["findings", selectFindings],
  ["ownReporting", selectOwnReporting],
  ["suspicions", selectSuspicions],
  ["dismissals", selectDismissals],
  ["comments", selectComments],
];
