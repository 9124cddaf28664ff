-- AlterEnum
ALTER TYPE "notice_kind" ADD VALUE 'stale';

-- AlterTable
ALTER TABLE "notice" ALTER COLUMN "actor_id" DROP NOT NULL;

ALTER TABLE notice ADD CONSTRAINT notice_actor CHECK (actor_id IS NOT NULL OR kind::text = 'stale');

-- Who has left decides nothing any more: their conflicts wait for somebody again.
CREATE FUNCTION free_conflicts_of_leaver() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM conflict_assignment WHERE team_id = OLD.team_id AND user_id = OLD.user_id;
  RETURN NULL;
END $$;
CREATE TRIGGER leaver_frees_conflicts AFTER DELETE ON membership FOR EACH ROW EXECUTE FUNCTION free_conflicts_of_leaver();
