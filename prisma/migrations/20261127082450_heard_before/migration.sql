-- What was heard stays heard. Whether somebody could have seen what others say was read off the rows that are there: a
-- judgement that was looked at and taken back since, one from the time when the case was open, and the answers of a round
-- that is over were forgotten. History remembers; rows from before keep what they say, for it was kept as they were written.

-- From when on a case is blind without a break: the number of the change that made it so, 0 where it always was. What was
-- said before that could be seen by everybody.
CREATE FUNCTION blind_since(team uuid, the_case uuid) RETURNS integer LANGUAGE sql AS $$
  SELECT coalesce(max(a.seq), 0) FROM activity a
  WHERE a.team_id = team AND a.subject_id = the_case AND a.verb = 'case.changed' AND a.after->>'blind' = 'true'
$$;

-- Could this person have seen what others say of a pair? Others must have spoken, now or ever; and then the case is open, or
-- was when they did, or a round that asked about the pair is over, or the person has spoken, too. A pair is seen as a whole:
-- who has said that one claim was copied also sees what others say of the content.
CREATE FUNCTION could_hear_of_pair(team uuid, the_relation uuid, person uuid, has_spoken boolean)
RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  pair record;
  ids uuid[];
BEGIN
  SELECT r.low_claim_id AS low, r.high_claim_id AS high, k.blind, k.id AS case_id INTO pair
  FROM relation r JOIN "case" k ON k.team_id = r.team_id AND k.id = r.case_id
  WHERE r.team_id = team AND r.id = the_relation;
  SELECT array_agg(r.id) INTO ids FROM relation r
  WHERE r.team_id = team AND r.low_claim_id = pair.low AND r.high_claim_id = pair.high;
  IF NOT (
    EXISTS (SELECT FROM judgement j WHERE j.team_id = team AND j.relation_id = ANY(ids) AND j.user_id <> person)
    OR EXISTS (SELECT FROM ruling w WHERE w.team_id = team AND w.relation_id = ANY(ids) AND w.user_id <> person)
    OR EXISTS (SELECT FROM activity a WHERE a.team_id = team AND a.subject_id = ANY(ids) AND a.actor_id <> person
      AND a.verb IN ('relation.judged', 'relation.judgement_withdrawn', 'relation.ruled', 'relation.ruling_withdrawn'))
  ) THEN
    RETURN FALSE;
  END IF;
  RETURN has_spoken OR NOT pair.blind
    OR EXISTS (SELECT FROM judgement j WHERE j.team_id = team AND j.relation_id = ANY(ids) AND j.user_id = person)
    OR EXISTS (SELECT FROM ruling w WHERE w.team_id = team AND w.relation_id = ANY(ids) AND w.user_id = person)
    OR EXISTS (SELECT FROM activity a WHERE a.team_id = team AND a.subject_id = ANY(ids) AND (
      a.actor_id = person AND a.verb IN ('relation.judged', 'relation.judgement_withdrawn', 'relation.ruled',
        'relation.ruling_withdrawn')
      OR a.seq < blind_since(team, pair.case_id) AND a.actor_id <> person AND a.verb IN ('relation.judged', 'relation.ruled')
      OR a.seq < blind_since(team, pair.case_id) AND a.verb = 'relation.brought'))
    OR EXISTS (SELECT FROM round_unit u JOIN round o ON o.team_id = u.team_id AND o.id = u.round_id
      WHERE u.team_id = team AND u.claim_id = pair.low AND u.other_id = pair.high
        AND (o.closed_at IS NOT NULL OR o.until <= now()));
END $$;

-- The same of the grades of a claim. That a claim was entered or changed without a grade tells nothing of grades.
CREATE FUNCTION could_hear_of_claim(team uuid, the_claim uuid, person uuid, has_spoken boolean)
RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  about record;
BEGIN
  SELECT k.blind, k.id AS case_id INTO about
  FROM claim c JOIN "case" k ON k.team_id = c.team_id AND k.id = c.case_id
  WHERE c.team_id = team AND c.id = the_claim;
  -- Who brings a claim with a file is not who graded it: of such grades the rows tell.
  IF NOT (
    EXISTS (SELECT FROM assessment o WHERE o.team_id = team AND o.claim_id = the_claim AND o.user_id <> person)
    OR EXISTS (SELECT FROM activity a WHERE a.team_id = team AND a.subject_id = the_claim AND a.actor_id <> person
      AND a.verb <> 'claim.brought' AND (a.verb = 'claim.assessed' OR a.after ? 'assessment'))
  ) THEN
    RETURN FALSE;
  END IF;
  RETURN has_spoken OR NOT about.blind
    OR EXISTS (SELECT FROM activity a WHERE a.team_id = team AND a.subject_id = the_claim
      AND (a.verb = 'claim.assessed' OR a.after ? 'assessment')
      AND (a.actor_id = person OR a.seq < blind_since(team, about.case_id)))
    OR EXISTS (SELECT FROM round_unit u JOIN round o ON o.team_id = u.team_id AND o.id = u.round_id
      WHERE u.team_id = team AND u.claim_id = the_claim AND u.other_id IS NULL
        AND (o.closed_at IS NOT NULL OR o.until <= now()));
END $$;

CREATE OR REPLACE FUNCTION keep_blind_judgement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- What comes from elsewhere says itself how it was said.
  IF current_setting('crossbearing.brought', TRUE) = 'on' THEN
    RETURN NEW;
  END IF;
  IF NOT could_hear_of_pair(NEW.team_id, NEW.relation_id, NEW.user_id, TG_OP = 'UPDATE') THEN
    NEW.blind_kind := NEW.kind;
    NEW.blind_reversed := NEW.reversed;
  ELSIF TG_OP = 'INSERT' THEN
    NEW.blind_kind := NULL;
    NEW.blind_reversed := FALSE;
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION keep_blind_assessment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('crossbearing.brought', TRUE) = 'on' THEN
    RETURN NEW;
  END IF;
  IF NOT could_hear_of_claim(NEW.team_id, NEW.claim_id, NEW.user_id, TG_OP = 'UPDATE') THEN
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
