-- Lists that are read in the order of their dates: what follows from many rows is written down where it is ordered by.

-- The last day of the first period for which a branch has no meeting, of all kinds that the rules of its place ask for.
alter table party_branch add column due_on date not null default 'infinity';
update party_branch t set due_on = d.due
from (
  select b.id, min((n.since + make_interval(months => f.months))::date - 1) as due
  from party_branch b
  cross join lateral jsonb_each_text(coalesce(
    rule_values('party', b.province, b.city, b.county, b.township) -> 'party.lifeEvery',
    '{"committeeMeeting": "month", "membersMeeting": "quarter", "themeDay": "month", "lecture": "year",
      "lifeMeeting": "year", "appraisal": "year"}')) e
  join (values ('month', 1), ('quarter', 3), ('halfYear', 6), ('year', 12)) f (every, months) on f.every = e.value
  cross join lateral (
    select greatest(b.founded_on, b.recorded_on) as start, (select max(x.held_on) from party_activity x
      where x.branch = b.id and x.kind = e.key and x.withdrawn_because is null) as held) h
  cross join lateral (
    select (date_trunc('year', h.start::timestamp)
      + make_interval(months => (extract(month from h.start)::int - 1) / f.months * f.months))::date as first,
      (date_trunc('year', h.held::timestamp)
      + make_interval(months => (extract(month from h.held)::int - 1) / f.months * f.months + f.months))::date as next) p
  cross join lateral (select case when h.held >= p.first then p.next else p.first end as since) n
  where b.dissolved_on is null and (e.key <> 'committeeMeeting' or b.committee is not null)
  group by b.id) d
where d.id = t.id;
drop index party_branch_township, party_branch_county, party_branch_city, party_branch_province;
create index party_branch_township on party_branch (township, due_on, id);
create index party_branch_county on party_branch (county, due_on, id);
create index party_branch_city on party_branch (city, due_on, id);
create index party_branch_province on party_branch (province, due_on, id);

-- Whether what a valid certificate says of its organization was touched since it was issued: only those are compared.
alter table certificate add column touched boolean not null default false;
update certificate c set touched = true
from organization o join area a on a.code = o.area
where o.id = c.organization and c.status = 'valid' and (c.name <> o.name or c.leader <> o.leader
  or c.scope is distinct from o.scope or c.place not like '%' || a.short_name or o.status = 'ended' or o.tier <> 'filed');
create index certificate_touched on certificate (organization) where status = 'valid' and touched;

create function touch_certificate() returns trigger language plpgsql as $$
begin
  update certificate set touched = true where organization = new.id and status = 'valid' and not touched;
  return null;
end
$$;
create trigger organization_touches_certificate after update on organization for each row
  when (old.name is distinct from new.name or old.leader is distinct from new.leader or old.scope is distinct from new.scope
    or old.area <> new.area or old.tier <> new.tier or old.status <> new.status)
  execute function touch_certificate();

create function touch_certificates_of_area() returns trigger language plpgsql as $$
begin
  update certificate c set touched = true from organization o
  where o.id = c.organization and o.area = new.code and c.status = 'valid' and not c.touched;
  return null;
end
$$;
create trigger area_touches_certificates after update on area for each row
  when (old.short_name is distinct from new.short_name) execute function touch_certificates_of_area();

create index project_open on project (ends_on) where status in ('planned', 'running');

-- Hours that whoever recorded them confirmed too, because nobody else was there to do it.
alter table service_entry add column self_confirmed boolean not null default false;
alter table service_entry add constraint service_entry_self_confirmed_once_confirmed
  check (not self_confirmed or status in ('confirmed', 'corrected', 'withdrawn'));

-- Whatever is entered in a made-up world is made up, whoever enters it: every table that can say so does.
create function mark_made_up() returns trigger language plpgsql as $$
begin
  new.demo := (select i.demo from installation i);
  return new;
end
$$;
do $$
declare
  made_up text;
begin
  for made_up in
    select c.table_name from information_schema.columns c
    where c.table_schema = 'public' and c.column_name = 'demo' and c.table_name <> 'installation'
  loop
    execute format('create trigger %I before insert on %I for each row when (not new.demo) execute function mark_made_up()',
      made_up || '_made_up', made_up);
    execute format('update %I set demo = true where not demo and (select i.demo from installation i)', made_up);
  end loop;
end
$$;
