-- Tags are compared without case: by the sheet's filter, and each time a claim with tags is entered, which read all claims
-- of its case.
CREATE FUNCTION lower_tags(tags text[]) RETURNS text[] IMMUTABLE PARALLEL SAFE STRICT LANGUAGE sql
  RETURN (SELECT array_agg(lower(tag)) FROM unnest(tags) tag);

CREATE INDEX claim_lower_tags ON claim USING gin (lower_tags(tags));
