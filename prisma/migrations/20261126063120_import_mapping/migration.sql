-- CreateEnum
CREATE TYPE "row_outcome" AS ENUM ('created', 'updated', 'unchanged', 'failed');

-- AlterTable
ALTER TABLE "import" ADD COLUMN     "cancelled_at" TIMESTAMPTZ(3),
ADD COLUMN     "mapping" JSONB,
ADD COLUMN     "phase" TEXT NOT NULL DEFAULT 'reading',
ADD COLUMN     "reading" JSONB;

-- CreateTable
CREATE TABLE "import_row" (
    "team_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "outcome" "row_outcome" NOT NULL,
    "number" INTEGER,
    "cells" JSONB,
    "changes" JSONB NOT NULL DEFAULT '[]',
    "faults" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("team_id","import_id","row")
);

-- CreateTable
CREATE TABLE "sheet_mapping" (
    "team_id" UUID NOT NULL,
    "headings" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sheet_mapping_pkey" PRIMARY KEY ("team_id","headings")
);

-- CreateIndex
CREATE INDEX "import_row_team_id_import_id_outcome_row_idx" ON "import_row"("team_id", "import_id", "outcome", "row");

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_team_id_import_id_fkey" FOREIGN KEY ("team_id", "import_id") REFERENCES "import"("team_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sheet_mapping" ADD CONSTRAINT "sheet_mapping_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
