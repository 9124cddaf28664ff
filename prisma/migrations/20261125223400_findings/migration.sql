-- CreateEnum
CREATE TYPE "finding_outcome" AS ENUM ('one_camp', 'different_scope', 'outdated', 'cannot_tell', 'open');

-- CreateEnum
CREATE TYPE "likelihood" AS ENUM ('almost_no_chance', 'very_unlikely', 'unlikely', 'roughly_even_chance', 'likely', 'very_likely', 'almost_certain');

-- CreateEnum
CREATE TYPE "finding_status" AS ENUM ('draft', 'proposed', 'signed', 'superseded', 'withdrawn');

-- AlterTable
ALTER TABLE "case" ADD COLUMN     "second_signature" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "finding" (
    "team_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "question" TEXT NOT NULL DEFAULT '',
    "outcome" "finding_outcome" NOT NULL,
    "preferred" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "rationale" TEXT NOT NULL DEFAULT '',
    "likelihood" "likelihood",
    "confidence" "confidence",
    "status" "finding_status" NOT NULL,
    "status_before" "finding_status",
    "basis" JSONB NOT NULL,
    "author_id" UUID NOT NULL,
    "signer_id" UUID,
    "signed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "finding_pkey" PRIMARY KEY ("team_id","id")
);

-- CreateTable
CREATE TABLE "finding_claim" (
    "team_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,

    CONSTRAINT "finding_claim_pkey" PRIMARY KEY ("team_id","finding_id","claim_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "finding_team_id_case_id_id_key" ON "finding"("team_id", "case_id", "id");

-- CreateIndex
CREATE INDEX "finding_claim_team_id_claim_id_idx" ON "finding_claim"("team_id", "claim_id");

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_team_id_case_id_fkey" FOREIGN KEY ("team_id", "case_id") REFERENCES "case"("team_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_claim" ADD CONSTRAINT "finding_claim_team_id_case_id_finding_id_fkey" FOREIGN KEY ("team_id", "case_id", "finding_id") REFERENCES "finding"("team_id", "case_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_claim" ADD CONSTRAINT "finding_claim_team_id_case_id_claim_id_fkey" FOREIGN KEY ("team_id", "case_id", "claim_id") REFERENCES "claim"("team_id", "case_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say: rules that must hold whoever writes.

ALTER TABLE finding ADD CONSTRAINT finding_version CHECK (version >= 1),
  ADD CONSTRAINT finding_preferred CHECK (
    CASE outcome WHEN 'one_camp' THEN cardinality(preferred) > 0 WHEN 'outdated' THEN true ELSE cardinality(preferred) = 0 END),
  ADD CONSTRAINT finding_reasons CHECK (rationale <> '' OR status IN ('draft', 'withdrawn')),
  ADD CONSTRAINT finding_signature CHECK (
    (signer_id IS NULL) = (signed_at IS NULL) AND (status IN ('signed', 'superseded')) = (signer_id IS NOT NULL)),
  ADD CONSTRAINT finding_withdrawal CHECK (
    (status = 'withdrawn') = (status_before IS NOT NULL)
    AND (status_before IS NULL OR status_before IN ('draft', 'proposed')));

-- What was signed stays as it was signed; it can only be superseded.
CREATE TRIGGER finding_signed_once BEFORE UPDATE ON finding
  FOR EACH ROW WHEN (OLD.signed_at IS NOT NULL AND (
    OLD.question <> NEW.question OR OLD.outcome <> NEW.outcome OR OLD.preferred <> NEW.preferred
    OR OLD.rationale <> NEW.rationale OR OLD.likelihood IS DISTINCT FROM NEW.likelihood
    OR OLD.confidence IS DISTINCT FROM NEW.confidence OR OLD.basis <> NEW.basis OR OLD.author_id <> NEW.author_id
    OR OLD.signer_id IS DISTINCT FROM NEW.signer_id OR OLD.signed_at IS DISTINCT FROM NEW.signed_at
    OR OLD.case_id <> NEW.case_id OR NEW.status NOT IN ('signed', 'superseded')))
  EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER finding_kept BEFORE DELETE ON finding
  FOR EACH ROW EXECUTE FUNCTION refuse_rewrite();

-- What is found of a conflict shows in the list of conflicts.
CREATE FUNCTION touch_conflicts_of_changed_findings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO conflict_touch (team_id, case_id, claim_id)
  SELECT c.team_id, c.case_id, c.claim_id FROM changed n
  JOIN finding_claim c ON c.team_id = n.team_id AND c.finding_id = n.id;
  RETURN NULL;
END $$;

CREATE TRIGGER finding_changed_touches AFTER UPDATE ON finding REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION touch_conflicts_of_changed_findings();
CREATE TRIGGER finding_claim_made_touches AFTER INSERT ON finding_claim REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION touch_conflicts_of_claims();
CREATE TRIGGER finding_claim_gone_touches AFTER DELETE ON finding_claim REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION touch_conflicts_of_claims();
