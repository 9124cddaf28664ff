-- CreateEnum
CREATE TYPE "suspicion_status" AS ENUM ('open', 'confirmed', 'rejected');

-- CreateTable
CREATE TABLE "article_fingerprint" (
    "team_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "edition" INTEGER NOT NULL,
    "shingles" INTEGER NOT NULL,
    "sketch" INTEGER[],
    "figures" TEXT[],
    "credits" JSONB NOT NULL DEFAULT '[]',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "article_fingerprint_pkey" PRIMARY KEY ("team_id","version_id")
);

-- CreateTable
CREATE TABLE "own_reporting" (
    "team_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "own_reporting_pkey" PRIMARY KEY ("team_id","claim_id","user_id")
);

-- CreateTable
CREATE TABLE "suspicion" (
    "team_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "from_claim_id" UUID NOT NULL,
    "to_claim_id" UUID NOT NULL,
    "from_version_id" UUID NOT NULL,
    "to_version_id" UUID NOT NULL,
    "signals" JSONB NOT NULL,
    "status" "suspicion_status" NOT NULL DEFAULT 'open',
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "suspicion_pkey" PRIMARY KEY ("team_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "article_fingerprint_team_id_article_id_version_id_key" ON "article_fingerprint"("team_id", "article_id", "version_id");

-- CreateIndex
CREATE INDEX "suspicion_team_id_case_id_id_idx" ON "suspicion"("team_id", "case_id", "id");

-- CreateIndex
CREATE INDEX "suspicion_team_id_from_claim_id_idx" ON "suspicion"("team_id", "from_claim_id");

-- CreateIndex
CREATE INDEX "suspicion_team_id_to_claim_id_idx" ON "suspicion"("team_id", "to_claim_id");

-- AddForeignKey
ALTER TABLE "article_fingerprint" ADD CONSTRAINT "article_fingerprint_team_id_article_id_version_id_fkey" FOREIGN KEY ("team_id", "article_id", "version_id") REFERENCES "article_version"("team_id", "article_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "own_reporting" ADD CONSTRAINT "own_reporting_team_id_claim_id_fkey" FOREIGN KEY ("team_id", "claim_id") REFERENCES "claim"("team_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suspicion" ADD CONSTRAINT "suspicion_team_id_case_id_fkey" FOREIGN KEY ("team_id", "case_id") REFERENCES "case"("team_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suspicion" ADD CONSTRAINT "suspicion_team_id_case_id_from_claim_id_fkey" FOREIGN KEY ("team_id", "case_id", "from_claim_id") REFERENCES "claim"("team_id", "case_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suspicion" ADD CONSTRAINT "suspicion_team_id_case_id_to_claim_id_fkey" FOREIGN KEY ("team_id", "case_id", "to_claim_id") REFERENCES "claim"("team_id", "case_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suspicion" ADD CONSTRAINT "suspicion_team_id_from_version_id_fkey" FOREIGN KEY ("team_id", "from_version_id") REFERENCES "article_version"("team_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suspicion" ADD CONSTRAINT "suspicion_team_id_to_version_id_fkey" FOREIGN KEY ("team_id", "to_version_id") REFERENCES "article_version"("team_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say: rules that must hold whoever writes.

ALTER TABLE own_reporting ADD CONSTRAINT own_reporting_reason_given CHECK (reason <> '');
ALTER TABLE suspicion ADD CONSTRAINT suspicion_two_claims CHECK (from_claim_id <> to_claim_id),
  ADD CONSTRAINT suspicion_signals CHECK (jsonb_typeof(signals) = 'array' AND jsonb_array_length(signals) > 0),
  ADD CONSTRAINT suspicion_decided CHECK (
    (status = 'open') = (decided_by_id IS NULL) AND (status = 'open') = (decided_at IS NULL)),
  ADD CONSTRAINT suspicion_rejected_for_a_reason CHECK (status <> 'rejected' OR reason <> '');
-- A pair of claims is suspected once, whichever of them is the later.
CREATE UNIQUE INDEX suspicion_pair ON suspicion
  (team_id, LEAST(from_claim_id, to_claim_id), GREATEST(from_claim_id, to_claim_id));
ALTER TABLE article_fingerprint ADD CONSTRAINT article_fingerprint_counts CHECK (shingles >= 0 AND edition >= 1);

-- Both change how the origins of a conflict are counted.
CREATE FUNCTION touch_conflicts_of_suspicions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO conflict_touch (team_id, case_id, claim_id) SELECT team_id, case_id, from_claim_id FROM changed;
  RETURN NULL;
END $$;

CREATE TRIGGER suspicion_made_touches AFTER INSERT ON suspicion REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION touch_conflicts_of_suspicions();
CREATE TRIGGER suspicion_changed_touches AFTER UPDATE ON suspicion REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION touch_conflicts_of_suspicions();
CREATE TRIGGER suspicion_gone_touches AFTER DELETE ON suspicion REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION touch_conflicts_of_suspicions();
CREATE TRIGGER own_reporting_made_touches AFTER INSERT ON own_reporting REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION touch_conflicts_of_claims();
CREATE TRIGGER own_reporting_gone_touches AFTER DELETE ON own_reporting REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION touch_conflicts_of_claims();
