-- CreateEnum
CREATE TYPE "warning_kind" AS ENUM ('confirmed_alone', 'far_apart_grades', 'maybe_update', 'one_owner_camp', 'sole_source', 'left_undecided', 'lost_words');

-- CreateTable
CREATE TABLE "warning_dismissal" (
    "team_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" "warning_kind" NOT NULL,
    "subject" TEXT NOT NULL,
    "facts" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "warning_dismissal_pkey" PRIMARY KEY ("team_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "warning_dismissal_team_id_case_id_kind_subject_facts_key" ON "warning_dismissal"("team_id", "case_id", "kind", "subject", "facts");

-- AddForeignKey
ALTER TABLE "warning_dismissal" ADD CONSTRAINT "warning_dismissal_team_id_case_id_fkey" FOREIGN KEY ("team_id", "case_id") REFERENCES "case"("team_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say.
ALTER TABLE warning_dismissal ADD CONSTRAINT warning_dismissal_reason_given CHECK (reason <> ''),
  ADD CONSTRAINT warning_dismissal_facts CHECK (facts ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT warning_dismissal_subject CHECK (subject ~ '^(C-\d+|C-\d+ C-\d+|camp C-\d+|article [0-9a-f-]{36})$');

-- Few claims are called confirmed: the warnings about them must not read a whole case.
CREATE INDEX claim_confirmed ON claim (team_id, case_id, number) WHERE credibility = 1 AND status <> 'retracted';
