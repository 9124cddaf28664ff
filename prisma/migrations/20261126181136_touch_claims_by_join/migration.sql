-- Asking of each claim of an import whether anybody has related it took as long as writing what is credited. Those that
-- somebody has are found from the relations themselves.
CREATE OR REPLACE FUNCTION touch_conflicts_of_claims() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO conflict_touch (team_id, case_id, claim_id)
  SELECT r.team_id, r.case_id, x.claim_id
  FROM (SELECT DISTINCT team_id, claim_id FROM changed) x CROSS JOIN LATERAL (
    SELECT r.team_id, r.case_id FROM relation r WHERE r.team_id = x.team_id AND r.from_claim_id = x.claim_id
    UNION ALL SELECT r.team_id, r.case_id FROM relation r WHERE r.team_id = x.team_id AND r.to_claim_id = x.claim_id
    LIMIT 1) r;
  RETURN NULL;
END $$;
