-- CreateTable
CREATE TABLE "presence" (
    "team_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "presence_pkey" PRIMARY KEY ("team_id","id")
);

-- CreateIndex
CREATE INDEX "presence_team_id_case_id_seen_at_idx" ON "presence"("team_id", "case_id", "seen_at");

-- AddForeignKey
ALTER TABLE "presence" ADD CONSTRAINT "presence_team_id_case_id_fkey" FOREIGN KEY ("team_id", "case_id") REFERENCES "case"("team_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Of no worth after a crash, and written often: not logged.
ALTER TABLE presence SET UNLOGGED;
