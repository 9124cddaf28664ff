-- CreateEnum
CREATE TYPE "export_status" AS ENUM ('running', 'done', 'broken_off');

-- CreateTable
CREATE TABLE "export" (
    "team_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "filter" JSONB NOT NULL DEFAULT '{}',
    "sort" TEXT NOT NULL DEFAULT 'number',
    "status" "export_status" NOT NULL DEFAULT 'running',
    "total" INTEGER NOT NULL,
    "counts" JSONB NOT NULL DEFAULT '{}',
    "bytes" BIGINT NOT NULL DEFAULT 0,
    "sha256" TEXT,
    "created_by_id" UUID NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "export_pkey" PRIMARY KEY ("team_id","id")
);

-- CreateIndex
CREATE INDEX "export_team_id_case_id_created_at_id_idx" ON "export"("team_id", "case_id", "created_at", "id");

-- AddForeignKey
ALTER TABLE "export" ADD CONSTRAINT "export_team_id_case_id_fkey" FOREIGN KEY ("team_id", "case_id") REFERENCES "case"("team_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "export" ADD CONSTRAINT export_counts CHECK (total >= 0 AND bytes >= 0),
  ADD CONSTRAINT export_hash_form CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT export_finished CHECK ((status = 'running') = (finished_at IS NULL)),
  ADD CONSTRAINT export_whole CHECK ((status = 'done') = (sha256 IS NOT NULL));
