-- AlterTable
ALTER TABLE "claim" ADD COLUMN     "imported_id" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "claim_team_id_case_id_imported_id_key" ON "claim"("team_id", "case_id", "imported_id");
