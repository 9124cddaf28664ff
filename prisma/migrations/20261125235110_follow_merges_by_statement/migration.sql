-- Following a merge looked at every row of an import; now it looks once at all rows that a statement wrote. The key's own
-- check has waited for a merge under way by then, so that this look sees what it did. Each pass follows one merge; what it
-- changes is looked at in turn.

DROP TRIGGER article_follows_merge ON article;
DROP TRIGGER claim_follows_merge ON claim;
DROP TRIGGER attribution_step_follows_merge ON attribution_step;
DROP FUNCTION follow_merged_outlet();

CREATE FUNCTION follow_merged_outlet() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM changed n JOIN outlet o ON o.team_id = n.team_id AND o.id = n.outlet_id
                 WHERE o.merged_into_id IS NOT NULL) THEN
    RETURN NULL;
  END IF;
  EXECUTE format('UPDATE %I t SET outlet_id = o.merged_into_id
    FROM changed n JOIN outlet o ON o.team_id = n.team_id AND o.id = n.outlet_id
    WHERE o.merged_into_id IS NOT NULL AND t.outlet_id = o.id AND %s', TG_TABLE_NAME, TG_ARGV[0]);
  RETURN NULL;
END $$;

CREATE TRIGGER article_made_follows_merge AFTER INSERT ON article REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION follow_merged_outlet('(t.team_id, t.id) = (n.team_id, n.id)');
CREATE TRIGGER article_changed_follows_merge AFTER UPDATE ON article REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION follow_merged_outlet('(t.team_id, t.id) = (n.team_id, n.id)');
CREATE TRIGGER claim_made_follows_merge AFTER INSERT ON claim REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION follow_merged_outlet('(t.team_id, t.id) = (n.team_id, n.id)');
CREATE TRIGGER claim_changed_follows_merge AFTER UPDATE ON claim REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION follow_merged_outlet('(t.team_id, t.id) = (n.team_id, n.id)');
CREATE TRIGGER attribution_step_made_follows_merge AFTER INSERT ON attribution_step REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT
  EXECUTE FUNCTION follow_merged_outlet('(t.team_id, t.claim_id, t.position) = (n.team_id, n.claim_id, n.position)');
CREATE TRIGGER attribution_step_changed_follows_merge AFTER UPDATE ON attribution_step REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT
  EXECUTE FUNCTION follow_merged_outlet('(t.team_id, t.claim_id, t.position) = (n.team_id, n.claim_id, n.position)');
