-- CreateEnum
CREATE TYPE "capture_origin" AS ENUM ('paste', 'file', 'url', 'clipper');

-- CreateEnum
CREATE TYPE "intake_status" AS ENUM ('queued', 'running', 'done', 'failed');

-- AlterTable
ALTER TABLE "article" ADD COLUMN     "repeats_id" UUID;

-- AlterTable
ALTER TABLE "capture" ADD COLUMN     "origin" "capture_origin" NOT NULL DEFAULT 'paste',
ADD COLUMN     "url" TEXT;

-- CreateTable
CREATE TABLE "intake" (
    "team_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "article_id" UUID,
    "created_by_id" UUID NOT NULL,
    "origin" "capture_origin" NOT NULL,
    "address" TEXT,
    "filename" TEXT,
    "bytes" BYTEA,
    "content_type" TEXT,
    "url" TEXT,
    "status" "intake_status" NOT NULL DEFAULT 'queued',
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "text" TEXT,
    "blocks" JSONB NOT NULL DEFAULT '[]',
    "about" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "intake_pkey" PRIMARY KEY ("team_id","id")
);

-- CreateIndex
CREATE INDEX "intake_team_id_case_id_created_by_id_idx" ON "intake"("team_id", "case_id", "created_by_id");

-- CreateIndex
CREATE INDEX "article_team_id_repeats_id_idx" ON "article"("team_id", "repeats_id");

-- CreateIndex
CREATE INDEX "article_fingerprint_sketch_idx" ON "article_fingerprint" USING GIN ("sketch");

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_team_id_case_id_repeats_id_fkey" FOREIGN KEY ("team_id", "case_id", "repeats_id") REFERENCES "article"("team_id", "case_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake" ADD CONSTRAINT "intake_team_id_case_id_fkey" FOREIGN KEY ("team_id", "case_id") REFERENCES "case"("team_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake" ADD CONSTRAINT "intake_team_id_case_id_article_id_fkey" FOREIGN KEY ("team_id", "case_id", "article_id") REFERENCES "article"("team_id", "case_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Captures made before it was written down how: those with a name were files. They are never altered but for this.
ALTER TABLE capture DISABLE TRIGGER capture_written_once;
UPDATE capture SET origin = 'file' WHERE filename IS NOT NULL;
ALTER TABLE capture ENABLE TRIGGER capture_written_once;

ALTER TABLE article ADD CONSTRAINT article_repeats_another CHECK (repeats_id <> id);
