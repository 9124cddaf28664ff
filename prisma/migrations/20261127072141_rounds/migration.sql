-- CreateEnum
CREATE TYPE "round_of" AS ENUM ('pairs', 'claims');

-- CreateEnum
CREATE TYPE "task_state" AS ENUM ('taken', 'answered', 'passed');

-- CreateTable
CREATE TABLE "round" (
    "team_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "of" "round_of" NOT NULL,
    "per_unit" SMALLINT NOT NULL,
    "until" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "created_by_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "round_pkey" PRIMARY KEY ("team_id","id")
);

-- CreateTable
CREATE TABLE "round_judge" (
    "team_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "round_judge_pkey" PRIMARY KEY ("team_id","round_id","user_id")
);

-- CreateTable
CREATE TABLE "round_unit" (
    "team_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "claim_id" UUID NOT NULL,
    "other_id" UUID,

    CONSTRAINT "round_unit_pkey" PRIMARY KEY ("team_id","id")
);

-- CreateTable
CREATE TABLE "round_task" (
    "team_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "state" "task_state" NOT NULL DEFAULT 'taken',
    "taken_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "round_task_pkey" PRIMARY KEY ("team_id","unit_id","user_id")
);

-- CreateIndex
CREATE INDEX "round_team_id_case_id_id_idx" ON "round"("team_id", "case_id", "id");

-- CreateIndex
CREATE INDEX "round_unit_team_id_claim_id_other_id_idx" ON "round_unit"("team_id", "claim_id", "other_id");

-- CreateIndex
CREATE UNIQUE INDEX "round_unit_team_id_round_id_position_key" ON "round_unit"("team_id", "round_id", "position");

-- AddForeignKey
ALTER TABLE "round" ADD CONSTRAINT "round_team_id_case_id_fkey" FOREIGN KEY ("team_id", "case_id") REFERENCES "case"("team_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_judge" ADD CONSTRAINT "round_judge_team_id_round_id_fkey" FOREIGN KEY ("team_id", "round_id") REFERENCES "round"("team_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_unit" ADD CONSTRAINT "round_unit_team_id_round_id_fkey" FOREIGN KEY ("team_id", "round_id") REFERENCES "round"("team_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_unit" ADD CONSTRAINT "round_unit_team_id_case_id_claim_id_fkey" FOREIGN KEY ("team_id", "case_id", "claim_id") REFERENCES "claim"("team_id", "case_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_unit" ADD CONSTRAINT "round_unit_team_id_case_id_other_id_fkey" FOREIGN KEY ("team_id", "case_id", "other_id") REFERENCES "claim"("team_id", "case_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_task" ADD CONSTRAINT "round_task_team_id_unit_id_fkey" FOREIGN KEY ("team_id", "unit_id") REFERENCES "round_unit"("team_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE round ADD CONSTRAINT round_per_unit CHECK (per_unit >= 2);
-- Pairs stand in id order, so that one pair is one unit.
ALTER TABLE round_unit ADD CONSTRAINT round_unit_order CHECK (other_id IS NULL OR claim_id < other_id);
CREATE UNIQUE INDEX round_unit_once ON round_unit (team_id, round_id, claim_id, (coalesce(other_id, claim_id)));
ALTER TABLE round_task ADD CONSTRAINT round_task_done CHECK ((state = 'taken') = (done_at IS NULL));
