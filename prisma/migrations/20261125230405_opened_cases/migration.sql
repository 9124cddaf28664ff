-- While a case is blind nobody is shown what was derived of it, so that is brought up to date when it no longer is.

CREATE FUNCTION touch_conflicts_of_opened_cases() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO conflict_touch (team_id, case_id, claim_id)
  SELECT r.team_id, r.case_id, r.low_claim_id
  FROM changed n JOIN former f ON f.team_id = n.team_id AND f.id = n.id
  JOIN relation r ON r.team_id = n.team_id AND r.case_id = n.id AND r.standing = 'contradicts'
  WHERE f.blind AND NOT n.blind;
  RETURN NULL;
END $$;

CREATE TRIGGER case_opened_touches AFTER UPDATE ON "case" REFERENCING OLD TABLE AS former NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION touch_conflicts_of_opened_cases();
