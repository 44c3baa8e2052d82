-- 规则集: what places decided about levels, limits, materials and words, version by version; and what was decided about tiers.
create table rule_set (
  id            uuid primary key,
  -- Whose rules these are; null: the whole country.
  area          bigint references area (code),
  version       int not null,
  title         text not null,
  -- Parameter → {value, clause, default, locked, note}. A parameter that is left out is inherited.
  entries       jsonb not null,
  reason        text not null,
  loaded_at     timestamptz not null,
  loaded_by     uuid references person (id),
  -- Null while it is in force. Old versions stay: a decision keeps those by which it was taken.
  superseded_at timestamptz,
  constraint rule_set_version_positive check (version > 0),
  constraint rule_set_version_once unique nulls not distinct (area, version)
);
create unique index rule_set_one_in_force on rule_set (area) nulls not distinct where superseded_at is null;
create index rule_set_loaded_by on rule_set (loaded_by);

-- What the sets decide at a place about the parameters of one feature: of each that of the topmost set that locks it,
-- else that of the nearest set. What no set decides is missing: there the base value holds.
create function rule_values(feature text, province bigint, city bigint, county bigint, township bigint) returns jsonb
  language sql stable parallel safe as $$
  select jsonb_object_agg(v.name, v.value) from (
    select distinct on (e.key) e.key as name, e.value -> 'value' as value
    from (
      select r.entries, case r.area when $5 then 4 when $4 then 3 when $3 then 2 when $2 then 1 else 0 end as depth
      from rule_set r
      where r.superseded_at is null and (r.area is null or r.area in ($2, $3, $4, $5))) s, jsonb_each(s.entries) e
    where starts_with(e.key, $1 || '.')
    order by e.key, case when e.value -> 'locked' = 'true' then s.depth else 9 end, s.depth desc) v
$$;

-- What the tier depends on beside the register's own facts; the newest row of an organization holds. (CQ 十三)
create table organization_standing (
  id             uuid primary key,
  organization   uuid not null references organization (id) on delete cascade,
  units          int,
  founders       int,
  founding_units int,
  staff          int,
  -- 分.
  money          bigint,
  recorded_on    date not null,
  recorded_at    timestamptz not null,
  recorded_by    uuid references person (id),
  superseded_at  timestamptz,
  constraint organization_standing_not_negative check (
    units >= 0 and founders >= 0 and founding_units >= 0 and staff >= 0 and money >= 0)
);
create index organization_standing_organization on organization_standing (organization);
create index organization_standing_recorded_by on organization_standing (recorded_by);
create unique index organization_standing_one_in_force on organization_standing (organization) where superseded_at is null;

-- What a person decided when the facts pointed to another tier; it holds until a fact changes.
create table tier_decision (
  id            uuid primary key,
  organization  uuid not null references organization (id) on delete cascade,
  -- The tier that it had, the one that the facts pointed to, and the facts.
  tier          text not null,
  toward        text not null,
  facts         jsonb not null,
  decision      text not null,
  reason        text not null,
  decided_on    date not null,
  decided_at    timestamptz not null,
  decided_by    uuid references person (id),
  superseded_at timestamptz,
  constraint tier_decision_tier_known check (tier in ('registered', 'filed', 'guided')),
  constraint tier_decision_toward_known check (toward in ('registered', 'filed', 'guided')),
  constraint tier_decision_known check (decision in ('keep', 'follow'))
);
create index tier_decision_organization on tier_decision (organization, decided_at desc);
create index tier_decision_decided_by on tier_decision (decided_by);
create unique index tier_decision_one_in_force on tier_decision (organization) where superseded_at is null;
