-- CreateTable
CREATE TABLE "sheet_view" (
    "team_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "name" TEXT NOT NULL,
    "view" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sheet_view_pkey" PRIMARY KEY ("team_id","id")
);

-- CreateTable
CREATE TABLE "sheet_habit" (
    "team_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "view_id" UUID,
    "columns" JSONB NOT NULL DEFAULT '[]',
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sheet_habit_pkey" PRIMARY KEY ("team_id","case_id","user_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "sheet_view_team_id_case_id_id_key" ON "sheet_view"("team_id", "case_id", "id");

-- CreateIndex
CREATE INDEX "sheet_habit_team_id_view_id_idx" ON "sheet_habit"("team_id", "view_id");

-- CreateIndex
CREATE INDEX "claim_team_id_case_id_occurred_min_number_idx" ON "claim"("team_id", "case_id", "occurred_min", "number");

-- AddForeignKey
ALTER TABLE "sheet_view" ADD CONSTRAINT "sheet_view_team_id_case_id_fkey" FOREIGN KEY ("team_id", "case_id") REFERENCES "case"("team_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sheet_habit" ADD CONSTRAINT "sheet_habit_team_id_case_id_fkey" FOREIGN KEY ("team_id", "case_id") REFERENCES "case"("team_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sheet_habit" ADD CONSTRAINT "sheet_habit_team_id_case_id_view_id_fkey" FOREIGN KEY ("team_id", "case_id", "view_id") REFERENCES "sheet_view"("team_id", "case_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say.
ALTER TABLE sheet_view ADD CONSTRAINT sheet_view_name_given CHECK (name <> '');
CREATE UNIQUE INDEX sheet_view_name_in_team ON sheet_view (team_id, case_id, lower(name)) WHERE shared;
CREATE UNIQUE INDEX sheet_view_name_of_owner ON sheet_view (team_id, case_id, owner_id, lower(name)) WHERE NOT shared;
