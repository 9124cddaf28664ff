-- CreateIndex
CREATE INDEX "relation_team_id_case_id_id_idx" ON "relation"("team_id", "case_id", "id");
