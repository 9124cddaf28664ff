-- CreateEnum
CREATE TYPE "conflict_status" AS ENUM ('open', 'proposed', 'settled', 'stale');

-- CreateTable
CREATE TABLE "conflict_entry" (
    "team_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "key" INTEGER NOT NULL,
    "weight" INTEGER NOT NULL,
    "status" "conflict_status" NOT NULL,
    "inconsistent" BOOLEAN NOT NULL,
    "about" "contradiction_about"[],
    "assignee_id" UUID,
    "summary" JSONB NOT NULL,

    CONSTRAINT "conflict_entry_pkey" PRIMARY KEY ("team_id","case_id","key")
);

-- CreateTable
CREATE TABLE "conflict_member" (
    "team_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "key" INTEGER NOT NULL,

    CONSTRAINT "conflict_member_pkey" PRIMARY KEY ("team_id","claim_id")
);

-- CreateTable
CREATE TABLE "conflict_touch" (
    "team_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "case_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,

    CONSTRAINT "conflict_touch_pkey" PRIMARY KEY ("team_id","id")
);

-- CreateTable
CREATE TABLE "conflict_assignment" (
    "team_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "assigned_by_id" UUID NOT NULL,
    "assigned_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "conflict_assignment_pkey" PRIMARY KEY ("team_id","claim_id")
);

-- CreateIndex
CREATE INDEX "conflict_entry_team_id_case_id_weight_key_idx" ON "conflict_entry"("team_id", "case_id", "weight" DESC, "key");

-- CreateIndex
CREATE INDEX "conflict_member_team_id_case_id_key_idx" ON "conflict_member"("team_id", "case_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "conflict_member_team_id_case_id_claim_id_key" ON "conflict_member"("team_id", "case_id", "claim_id");

-- CreateIndex
CREATE INDEX "conflict_touch_team_id_case_id_idx" ON "conflict_touch"("team_id", "case_id");

-- CreateIndex
CREATE INDEX "conflict_assignment_team_id_user_id_idx" ON "conflict_assignment"("team_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "conflict_assignment_team_id_case_id_claim_id_key" ON "conflict_assignment"("team_id", "case_id", "claim_id");

-- AddForeignKey
ALTER TABLE "conflict_entry" ADD CONSTRAINT "conflict_entry_team_id_case_id_fkey" FOREIGN KEY ("team_id", "case_id") REFERENCES "case"("team_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conflict_member" ADD CONSTRAINT "conflict_member_team_id_case_id_claim_id_fkey" FOREIGN KEY ("team_id", "case_id", "claim_id") REFERENCES "claim"("team_id", "case_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conflict_assignment" ADD CONSTRAINT "conflict_assignment_team_id_case_id_claim_id_fkey" FOREIGN KEY ("team_id", "case_id", "claim_id") REFERENCES "claim"("team_id", "case_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Which conflicts a change concerns, whoever makes it. One statement, one look: an import of many rows must not pay per row.

CREATE FUNCTION touch_conflicts_of_relations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO conflict_touch (team_id, case_id, claim_id)
  SELECT team_id, case_id, unnest(ARRAY[low_claim_id, high_claim_id]) FROM changed WHERE standing IS NOT NULL;
  RETURN NULL;
END $$;

CREATE FUNCTION touch_conflicts_of_changed_relations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO conflict_touch (team_id, case_id, claim_id)
  SELECT n.team_id, n.case_id, unnest(ARRAY[n.low_claim_id, n.high_claim_id])
  FROM changed n JOIN former f ON f.team_id = n.team_id AND f.id = n.id
  WHERE (f.standing, f.reversed, f.standing_about) IS DISTINCT FROM (n.standing, n.reversed, n.standing_about);
  RETURN NULL;
END $$;

-- A claim that nobody has related is in no conflict, whatever is said of it.
CREATE FUNCTION is_related(of_team uuid, of_claim uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT EXISTS (SELECT 1 FROM relation r WHERE r.team_id = of_team AND r.from_claim_id = of_claim)
    OR EXISTS (SELECT 1 FROM relation r WHERE r.team_id = of_team AND r.to_claim_id = of_claim)
$$;

CREATE FUNCTION touch_conflicts_of_changed_claims() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO conflict_touch (team_id, case_id, claim_id)
  SELECT n.team_id, n.case_id, n.id FROM changed n JOIN former f ON f.team_id = n.team_id AND f.id = n.id
  WHERE (f.status, f.statement, f.outlet_id, f.article_id, f.reported_on, f.occurred_on, f.place, f.reliability,
         f.credibility, f.confidence)
      IS DISTINCT FROM (n.status, n.statement, n.outlet_id, n.article_id, n.reported_on, n.occurred_on, n.place,
         n.reliability, n.credibility, n.confidence)
    AND is_related(n.team_id, n.id);
  RETURN NULL;
END $$;

-- For tables whose rows belong to a claim.
CREATE FUNCTION touch_conflicts_of_claims() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO conflict_touch (team_id, case_id, claim_id)
  SELECT c.team_id, c.case_id, c.id
  FROM (SELECT DISTINCT team_id, claim_id FROM changed) x JOIN claim c ON c.team_id = x.team_id AND c.id = x.claim_id
  WHERE is_related(c.team_id, c.id);
  RETURN NULL;
END $$;

CREATE FUNCTION touch_conflicts_of_changed_articles() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO conflict_touch (team_id, case_id, claim_id)
  SELECT c.team_id, c.case_id, c.id FROM changed n JOIN former f ON f.team_id = n.team_id AND f.id = n.id
  JOIN claim c ON c.team_id = n.team_id AND c.case_id = n.case_id AND c.article_id = n.id
  WHERE (f.outlet_id, f.title, f.published_on) IS DISTINCT FROM (n.outlet_id, n.title, n.published_on)
    AND is_related(c.team_id, c.id);
  RETURN NULL;
END $$;

CREATE FUNCTION touch_conflicts_of_changed_outlets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO conflict_touch (team_id, case_id, claim_id)
  SELECT c.team_id, c.case_id, c.id FROM (
    SELECT n.team_id, n.id FROM changed n JOIN former f ON f.team_id = n.team_id AND f.id = n.id
    WHERE (f.name, f.owner, f.reliability) IS DISTINCT FROM (n.name, n.owner, n.reliability)) o
  CROSS JOIN LATERAL (
    SELECT c.id FROM claim c JOIN "case" k ON k.team_id = c.team_id AND k.id = c.case_id
      WHERE k.team_id = o.team_id AND c.outlet_id = o.id
    UNION SELECT s.claim_id FROM attribution_step s WHERE s.team_id = o.team_id AND s.outlet_id = o.id
    UNION SELECT c.id FROM article a
      JOIN claim c ON c.team_id = a.team_id AND c.case_id = a.case_id AND c.article_id = a.id
      WHERE a.team_id = o.team_id AND a.outlet_id = o.id) e
  JOIN claim c ON c.team_id = o.team_id AND c.id = e.id
  WHERE is_related(c.team_id, c.id);
  RETURN NULL;
END $$;

CREATE TRIGGER relation_made_touches AFTER INSERT ON relation REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION touch_conflicts_of_relations();
CREATE TRIGGER relation_changed_touches AFTER UPDATE ON relation REFERENCING OLD TABLE AS former NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION touch_conflicts_of_changed_relations();
CREATE TRIGGER claim_changed_touches AFTER UPDATE ON claim REFERENCING OLD TABLE AS former NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION touch_conflicts_of_changed_claims();
CREATE TRIGGER attribution_made_touches AFTER INSERT ON attribution_step REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION touch_conflicts_of_claims();
CREATE TRIGGER attribution_changed_touches AFTER UPDATE ON attribution_step REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION touch_conflicts_of_claims();
CREATE TRIGGER attribution_gone_touches AFTER DELETE ON attribution_step REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION touch_conflicts_of_claims();
CREATE TRIGGER quote_made_touches AFTER INSERT ON quote REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION touch_conflicts_of_claims();
CREATE TRIGGER quote_changed_touches AFTER UPDATE ON quote REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION touch_conflicts_of_claims();
CREATE TRIGGER quote_gone_touches AFTER DELETE ON quote REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION touch_conflicts_of_claims();
CREATE TRIGGER article_changed_touches AFTER UPDATE ON article REFERENCING OLD TABLE AS former NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION touch_conflicts_of_changed_articles();
CREATE TRIGGER outlet_changed_touches AFTER UPDATE ON outlet REFERENCING OLD TABLE AS former NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION touch_conflicts_of_changed_outlets();
CREATE TRIGGER assignment_made_touches AFTER INSERT ON conflict_assignment REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION touch_conflicts_of_claims();
CREATE TRIGGER assignment_changed_touches AFTER UPDATE ON conflict_assignment REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION touch_conflicts_of_claims();
CREATE TRIGGER assignment_gone_touches AFTER DELETE ON conflict_assignment REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION touch_conflicts_of_claims();

-- What stands already has never been derived.
INSERT INTO conflict_touch (team_id, case_id, claim_id)
  SELECT team_id, case_id, low_claim_id FROM relation WHERE standing IS NOT NULL;
