-- AlterTable
ALTER TABLE "outlet" ADD COLUMN     "merged_into_id" UUID;

-- CreateTable
CREATE TABLE "outlet_carrier" (
    "team_id" UUID NOT NULL,
    "outlet_id" UUID NOT NULL,
    "carrier_id" UUID NOT NULL,

    CONSTRAINT "outlet_carrier_pkey" PRIMARY KEY ("team_id","outlet_id","carrier_id")
);

-- CreateTable
CREATE TABLE "outlet_merge" (
    "team_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "outlet_id" UUID NOT NULL,
    "into_id" UUID NOT NULL,
    "moved" JSONB NOT NULL,
    "merged_by_id" UUID NOT NULL,
    "merged_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_by_id" UUID,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "outlet_merge_pkey" PRIMARY KEY ("team_id","id")
);

-- CreateIndex
CREATE INDEX "outlet_carrier_team_id_carrier_id_idx" ON "outlet_carrier"("team_id", "carrier_id");

-- CreateIndex
CREATE INDEX "outlet_merge_team_id_into_id_merged_at_idx" ON "outlet_merge"("team_id", "into_id", "merged_at");

-- CreateIndex
CREATE INDEX "claim_team_id_outlet_id_case_id_idx" ON "claim"("team_id", "outlet_id", "case_id");

-- CreateIndex
CREATE INDEX "outlet_team_id_merged_into_id_idx" ON "outlet"("team_id", "merged_into_id");

-- AddForeignKey
ALTER TABLE "outlet" ADD CONSTRAINT "outlet_team_id_merged_into_id_fkey" FOREIGN KEY ("team_id", "merged_into_id") REFERENCES "outlet"("team_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outlet_carrier" ADD CONSTRAINT "outlet_carrier_team_id_outlet_id_fkey" FOREIGN KEY ("team_id", "outlet_id") REFERENCES "outlet"("team_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outlet_carrier" ADD CONSTRAINT "outlet_carrier_team_id_carrier_id_fkey" FOREIGN KEY ("team_id", "carrier_id") REFERENCES "outlet"("team_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outlet_merge" ADD CONSTRAINT "outlet_merge_team_id_outlet_id_fkey" FOREIGN KEY ("team_id", "outlet_id") REFERENCES "outlet"("team_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outlet_merge" ADD CONSTRAINT "outlet_merge_team_id_into_id_fkey" FOREIGN KEY ("team_id", "into_id") REFERENCES "outlet"("team_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say.
ALTER TABLE outlet ADD CONSTRAINT outlet_not_part_of_itself CHECK (merged_into_id <> id);
ALTER TABLE outlet_carrier ADD CONSTRAINT outlet_carrier_two_outlets CHECK (outlet_id <> carrier_id);
ALTER TABLE outlet_merge ADD CONSTRAINT outlet_merge_two_outlets CHECK (outlet_id <> into_id),
  ADD CONSTRAINT outlet_merge_undone CHECK ((undone_at IS NULL) = (undone_by_id IS NULL));
CREATE UNIQUE INDEX outlet_merge_standing ON outlet_merge (team_id, outlet_id) WHERE undone_at IS NULL;

-- What is credited to an outlet that became part of another is credited to that other, even where both are written at
-- once: the lock waits for a merge under way, then reads what it did.
CREATE FUNCTION follow_merged_outlet() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE whole uuid;
BEGIN
  LOOP
    SELECT merged_into_id INTO whole FROM outlet WHERE team_id = NEW.team_id AND id = NEW.outlet_id FOR KEY SHARE;
    EXIT WHEN whole IS NULL;
    NEW.outlet_id := whole;
  END LOOP;
  RETURN NEW;
END $$;

CREATE TRIGGER article_follows_merge BEFORE INSERT OR UPDATE OF outlet_id ON article
  FOR EACH ROW EXECUTE FUNCTION follow_merged_outlet();
CREATE TRIGGER claim_follows_merge BEFORE INSERT OR UPDATE OF outlet_id ON claim
  FOR EACH ROW WHEN (NEW.outlet_id IS NOT NULL) EXECUTE FUNCTION follow_merged_outlet();
CREATE TRIGGER attribution_step_follows_merge BEFORE INSERT OR UPDATE OF outlet_id ON attribution_step
  FOR EACH ROW WHEN (NEW.outlet_id IS NOT NULL) EXECUTE FUNCTION follow_merged_outlet();
