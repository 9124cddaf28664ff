-- AlterTable
ALTER TABLE "assessment" ADD COLUMN     "blind_confidence" "confidence",
ADD COLUMN     "blind_credibility" SMALLINT,
ADD COLUMN     "blind_reliability" "reliability";

-- AlterTable
ALTER TABLE "judgement" ADD COLUMN     "blind_kind" "relation_kind",
ADD COLUMN     "blind_reversed" BOOLEAN NOT NULL DEFAULT false;

-- What counts for agreement is what was said before anything of others could be seen. Whoever writes a judgement or an
-- assessment, this decides it: nobody else had said anything yet, or the case is blind and this is the first that its
-- author says of it, now or ever. A later change of mind keeps what was said blindly.
CREATE FUNCTION keep_blind_judgement() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  pair record;
BEGIN
  -- What comes from elsewhere says itself how it was said.
  IF current_setting('crossbearing.brought', TRUE) = 'on' THEN
    RETURN NEW;
  END IF;
  SELECT r.low_claim_id AS low, r.high_claim_id AS high, k.blind INTO pair
  FROM relation r JOIN "case" k ON k.team_id = r.team_id AND k.id = r.case_id
  WHERE r.team_id = NEW.team_id AND r.id = NEW.relation_id;
  -- A pair is seen as a whole: who has said that one claim was copied also sees what others say of the content.
  IF NOT EXISTS (
    SELECT FROM relation r LEFT JOIN judgement j ON j.team_id = r.team_id AND j.relation_id = r.id AND j.user_id <> NEW.user_id
    LEFT JOIN ruling w ON w.team_id = r.team_id AND w.relation_id = r.id AND w.user_id <> NEW.user_id
    WHERE r.team_id = NEW.team_id AND r.low_claim_id = pair.low AND r.high_claim_id = pair.high
      AND (j.id IS NOT NULL OR w.relation_id IS NOT NULL)
  ) OR (TG_OP = 'INSERT' AND pair.blind AND NOT EXISTS (
    SELECT FROM relation r
    LEFT JOIN judgement j ON j.team_id = r.team_id AND j.relation_id = r.id AND j.user_id = NEW.user_id
    LEFT JOIN ruling w ON w.team_id = r.team_id AND w.relation_id = r.id AND w.user_id = NEW.user_id
    WHERE r.team_id = NEW.team_id AND r.low_claim_id = pair.low AND r.high_claim_id = pair.high
      AND (j.id IS NOT NULL OR w.relation_id IS NOT NULL OR EXISTS (
        SELECT FROM activity a WHERE a.team_id = r.team_id AND a.subject_id = r.id AND a.actor_id = NEW.user_id
          AND a.verb IN ('relation.judged', 'relation.ruled')))
  )) THEN
    NEW.blind_kind := NEW.kind;
    NEW.blind_reversed := NEW.reversed;
  ELSIF TG_OP = 'INSERT' THEN
    NEW.blind_kind := NULL;
    NEW.blind_reversed := FALSE;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER judgement_blind BEFORE INSERT OR UPDATE OF kind, reversed ON judgement
  FOR EACH ROW EXECUTE FUNCTION keep_blind_judgement();

CREATE FUNCTION keep_blind_assessment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('crossbearing.brought', TRUE) = 'on' THEN
    RETURN NEW;
  END IF;
  IF NOT EXISTS (
    SELECT FROM assessment o WHERE o.team_id = NEW.team_id AND o.claim_id = NEW.claim_id AND o.user_id <> NEW.user_id
  ) OR (TG_OP = 'INSERT' AND EXISTS (
    SELECT FROM claim c JOIN "case" k ON k.team_id = c.team_id AND k.id = c.case_id
    WHERE c.team_id = NEW.team_id AND c.id = NEW.claim_id AND k.blind
  ) AND NOT EXISTS (
    SELECT FROM activity a WHERE a.team_id = NEW.team_id AND a.subject_id = NEW.claim_id AND a.actor_id = NEW.user_id
      AND (a.verb = 'claim.assessed' OR a.after ? 'assessment')
  )) THEN
    NEW.blind_reliability := NEW.reliability;
    NEW.blind_credibility := NEW.credibility;
    NEW.blind_confidence := NEW.confidence;
  ELSIF TG_OP = 'INSERT' THEN
    NEW.blind_reliability := NULL;
    NEW.blind_credibility := NULL;
    NEW.blind_confidence := NULL;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER assessment_blind BEFORE INSERT OR UPDATE OF reliability, credibility, confidence ON assessment
  FOR EACH ROW EXECUTE FUNCTION keep_blind_assessment();

-- Of what is there already the first of a pair or claim was given before any other; and in a blind case whatever was
-- never changed.
UPDATE judgement j SET blind_kind = j.kind, blind_reversed = j.reversed
FROM relation r JOIN "case" k ON k.team_id = r.team_id AND k.id = r.case_id
WHERE r.team_id = j.team_id AND r.id = j.relation_id AND ((k.blind AND j.version = 1) OR NOT EXISTS (
  SELECT FROM judgement o WHERE o.team_id = j.team_id AND o.relation_id = j.relation_id
    AND (o.created_at, o.id) < (j.created_at, j.id)));
UPDATE assessment s SET blind_reliability = s.reliability, blind_credibility = s.credibility,
  blind_confidence = s.confidence
FROM claim c JOIN "case" k ON k.team_id = c.team_id AND k.id = c.case_id
WHERE c.team_id = s.team_id AND c.id = s.claim_id AND ((k.blind AND s.version = 1) OR NOT EXISTS (
  SELECT FROM assessment o WHERE o.team_id = s.team_id AND o.claim_id = s.claim_id
    AND (o.created_at, o.id) < (s.created_at, s.id)));
