-- The schema after all migrations, for reading and for comparing. Written by bin/dump-schema.ts; change migrations instead.

create extension btree_gist;
create extension pg_trgm;

create table area (
  code bigint not null,
  code_system text not null,
  name text not null,
  short_name text not null,
  level text not null,
  parent bigint,
  province bigint not null,
  city bigint,
  county bigint,
  township bigint,
  community bigint,
  kind text not null,
  settlement text not null,
  settlement_source text,
  settlement_class text,
  settlement_decided text,
  virtual boolean not null,
  pinyin text not null,
  initials text not null,
  search integer[] not null,
  constraint area_pkey PRIMARY KEY (code),
  constraint area_code_has_twelve_digits CHECK (((code >= '110000000000'::bigint) AND (code <= '999999999999'::bigint))),
  constraint area_level_known CHECK ((level = ANY (ARRAY['province'::text, 'city'::text, 'county'::text, 'township'::text, 'community'::text]))),
  constraint area_lineage_names_itself CHECK ((code =
CASE level
    WHEN 'province'::text THEN province
    WHEN 'city'::text THEN city
    WHEN 'county'::text THEN county
    WHEN 'township'::text THEN township
    ELSE community
END)),
  constraint area_only_province_is_a_root CHECK (((level = 'province'::text) = (parent IS NULL))),
  constraint area_settlement_decided_known CHECK ((settlement_decided = ANY (ARRAY['urban'::text, 'rural'::text]))),
  constraint area_settlement_known CHECK ((settlement = ANY (ARRAY['urban'::text, 'rural'::text, 'unknown'::text]))),
  constraint area_settlement_source_known CHECK ((settlement_source = ANY (ARRAY['imported'::text, 'committee'::text, 'decided'::text]))),
  constraint area_parent_fkey FOREIGN KEY (parent) REFERENCES area(code)
);

create table column_memory (
  person uuid not null,
  header text not null,
  field text,
  constraint column_memory_pkey PRIMARY KEY (person, header),
  constraint column_memory_person_fkey FOREIGN KEY (person) REFERENCES person(id)
);

create table event (
  id uuid not null,
  at timestamp with time zone not null,
  person uuid,
  person_name text not null,
  action text not null,
  subject_kind text not null,
  subject text not null,
  area bigint,
  effective_on date,
  reason text,
  changes jsonb not null default '[]'::jsonb,
  request text,
  constraint event_pkey PRIMARY KEY (id)
);

create table file_content (
  sha256 text not null,
  byte_size integer not null,
  bytes bytea not null,
  constraint file_content_pkey PRIMARY KEY (sha256),
  constraint file_content_not_empty CHECK (((byte_size > 0) AND (byte_size = length(bytes)))),
  constraint file_content_sha256_is_one CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);

create table import (
  id uuid not null,
  area bigint not null,
  person uuid not null,
  file_name text not null,
  bytes bytea not null,
  status text not null,
  matching jsonb not null,
  reading jsonb not null,
  result jsonb,
  uploaded_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  constraint import_pkey PRIMARY KEY (id),
  constraint import_status_known CHECK ((status = ANY (ARRAY['draft'::text, 'committed'::text, 'undone'::text, 'discarded'::text]))),
  constraint import_area_fkey FOREIGN KEY (area) REFERENCES area(code),
  constraint import_person_fkey FOREIGN KEY (person) REFERENCES person(id)
);

create table import_row (
  import uuid not null,
  row integer not null,
  outcome text not null,
  name text not null,
  area bigint,
  draft jsonb,
  problems jsonb not null,
  warnings jsonb not null,
  changes jsonb not null,
  organization uuid,
  before jsonb,
  version integer,
  constraint import_row_pkey PRIMARY KEY (import, "row"),
  constraint import_row_outcome_known CHECK ((outcome = ANY (ARRAY['new'::text, 'same'::text, 'changed'::text, 'problem'::text]))),
  constraint import_row_import_fkey FOREIGN KEY (import) REFERENCES import(id) ON DELETE CASCADE
);

create table installation (
  only_one boolean not null default true,
  demo boolean not null default false,
  days_off integer not null default 0,
  session_secret text not null default replace(((gen_random_uuid())::text || (gen_random_uuid())::text), '-'::text, ''::text),
  areas_version integer not null default 0,
  made_at timestamp with time zone not null default now(),
  constraint installation_pkey PRIMARY KEY (only_one),
  constraint installation_has_one_row CHECK (only_one)
);

create table judgement (
  id uuid not null,
  programme uuid not null,
  target text not null,
  area bigint not null,
  result text not null,
  judged_on date not null,
  evidence text not null,
  person uuid not null,
  at timestamp with time zone not null,
  constraint judgement_pkey PRIMARY KEY (id),
  constraint judgement_result_known CHECK ((result = ANY (ARRAY['met'::text, 'onCourse'::text, 'behind'::text]))),
  constraint judgement_area_fkey FOREIGN KEY (area) REFERENCES area(code),
  constraint judgement_person_fkey FOREIGN KEY (person) REFERENCES person(id),
  constraint judgement_programme_fkey FOREIGN KEY (programme) REFERENCES programme(id)
);

create table migration (
  name text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migration_pkey PRIMARY KEY (name)
);

create table organization (
  id uuid not null,
  name text not null,
  area bigint not null,
  province bigint not null,
  city bigint,
  county bigint,
  township bigint,
  community bigint,
  category text not null,
  tier text not null,
  legal_form text not null,
  status text not null,
  hub boolean not null,
  charter boolean,
  leader text,
  phone text,
  leader_in_party boolean,
  members integer,
  party_members integer,
  party_presence text,
  residents_served integer,
  founded_on date,
  filed_on date,
  registered_on date,
  place text,
  scope text,
  unified_code text,
  note text,
  keeper uuid,
  demo boolean not null default false,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  bare text not null,
  pinyin text not null,
  initials text not null,
  search integer[] not null,
  constraint organization_pkey PRIMARY KEY (id),
  constraint organization_category_known CHECK ((category = ANY (ARRAY['service'::text, 'elderCare'::text, 'charity'::text, 'mutualHelp'::text, 'culture'::text, 'sports'::text, 'science'::text, 'mediation'::text, 'safety'::text, 'governance'::text, 'environment'::text, 'rural'::text, 'customs'::text, 'other'::text]))),
  constraint organization_counts_not_negative CHECK (((members >= 0) AND (party_members >= 0) AND (residents_served >= 0))),
  constraint organization_legal_form_known CHECK ((legal_form = ANY (ARRAY['association'::text, 'serviceAgency'::text, 'foundation'::text, 'none'::text]))),
  constraint organization_party_members_are_members CHECK ((party_members <= members)),
  constraint organization_party_presence_known CHECK ((party_presence = ANY (ARRAY['own'::text, 'joint'::text, 'instructor'::text, 'none'::text]))),
  constraint organization_status_known CHECK ((status = ANY (ARRAY['active'::text, 'dormant'::text, 'ended'::text]))),
  constraint organization_tier_known CHECK ((tier = ANY (ARRAY['registered'::text, 'filed'::text, 'guided'::text]))),
  constraint organization_area_fkey FOREIGN KEY (area) REFERENCES area(code),
  constraint organization_keeper_fkey FOREIGN KEY (keeper) REFERENCES person(id)
);

create table organization_period (
  id uuid not null,
  organization uuid not null,
  starts_on date not null,
  ends_on date,
  area bigint not null,
  province bigint not null,
  city bigint,
  county bigint,
  township bigint,
  community bigint,
  category text not null,
  tier text not null,
  legal_form text not null,
  status text not null,
  hub boolean not null,
  charter boolean,
  leader_in_party boolean,
  members integer,
  party_members integer,
  party_presence text,
  residents_served integer,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  recorded_in uuid not null,
  superseded_at timestamp with time zone,
  superseded_in uuid,
  constraint organization_period_pkey PRIMARY KEY (id),
  constraint organization_period_one_truth_a_day EXCLUDE USING gist (organization WITH =, daterange(starts_on, ends_on) WITH &&) WHERE ((superseded_at IS NULL)),
  constraint organization_period_not_empty CHECK (((ends_on IS NULL) OR (ends_on > starts_on))),
  constraint organization_period_status_lives CHECK ((status = ANY (ARRAY['active'::text, 'dormant'::text]))),
  constraint organization_period_area_fkey FOREIGN KEY (area) REFERENCES area(code),
  constraint organization_period_organization_fkey FOREIGN KEY (organization) REFERENCES organization(id) ON DELETE CASCADE
);

create table pack (
  id text not null,
  version integer not null,
  title text not null,
  text text not null,
  loaded_at timestamp with time zone not null,
  loaded_by uuid,
  constraint pack_pkey PRIMARY KEY (id, version),
  constraint pack_version_positive CHECK ((version > 0)),
  constraint pack_loaded_by_fkey FOREIGN KEY (loaded_by) REFERENCES person(id)
);

create table party_activity (
  id uuid not null,
  branch uuid not null,
  kind text not null,
  held_on date not null,
  subject text not null,
  attended integer,
  note text,
  withdrawn_because text,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  constraint party_activity_pkey PRIMARY KEY (id),
  constraint party_activity_attended_not_negative CHECK ((attended >= 0)),
  constraint party_activity_kind_known CHECK ((kind = ANY (ARRAY['committeeMeeting'::text, 'membersMeeting'::text, 'themeDay'::text, 'lecture'::text, 'lifeMeeting'::text, 'appraisal'::text, 'other'::text]))),
  constraint party_activity_branch_fkey FOREIGN KEY (branch) REFERENCES party_branch(id)
);

create table party_arrangement (
  id uuid not null,
  organization uuid not null,
  kind text not null,
  branch uuid,
  instructor uuid,
  starts_on date not null,
  ends_on date,
  ended_because text,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  constraint party_arrangement_pkey PRIMARY KEY (id),
  constraint party_arrangement_one_a_day EXCLUDE USING gist (organization WITH =, daterange(starts_on, ends_on) WITH &&),
  constraint party_arrangement_kind_known CHECK ((kind = ANY (ARRAY['own'::text, 'joint'::text, 'instructor'::text]))),
  constraint party_arrangement_names_what_it_is CHECK ((((branch IS NOT NULL) = (kind <> 'instructor'::text)) AND ((instructor IS NOT NULL) = (kind = 'instructor'::text)))),
  constraint party_arrangement_not_empty CHECK ((ends_on > starts_on)),
  constraint party_arrangement_branch_fkey FOREIGN KEY (branch) REFERENCES party_branch(id),
  constraint party_arrangement_instructor_fkey FOREIGN KEY (instructor) REFERENCES party_instructor(id),
  constraint party_arrangement_organization_fkey FOREIGN KEY (organization) REFERENCES organization(id) ON DELETE CASCADE
);

create table party_branch (
  id uuid not null,
  name text not null,
  kind text not null,
  nature text not null,
  area bigint not null,
  province bigint not null,
  city bigint,
  county bigint,
  township bigint,
  community bigint,
  founded_on date not null,
  dissolved_on date,
  dissolved_because text,
  secretary text,
  committee integer,
  recorded_on date not null,
  demo boolean not null default false,
  constraint party_branch_pkey PRIMARY KEY (id),
  constraint party_branch_committee_of_some CHECK ((committee > 0)),
  constraint party_branch_ending_has_its_reason CHECK (((dissolved_on IS NULL) = (dissolved_because IS NULL))),
  constraint party_branch_ends_after_it_starts CHECK ((dissolved_on >= founded_on)),
  constraint party_branch_kind_known CHECK ((kind = ANY (ARRAY['own'::text, 'joint'::text]))),
  constraint party_branch_nature_known CHECK ((nature = ANY (ARRAY['regular'::text, 'functional'::text]))),
  constraint party_branch_area_fkey FOREIGN KEY (area) REFERENCES area(code)
);

create table party_contact (
  id uuid not null,
  organization uuid not null,
  kind text not null,
  held_on date not null,
  matter text not null,
  outcome text,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  constraint party_contact_pkey PRIMARY KEY (id),
  constraint party_contact_kind_known CHECK ((kind = ANY (ARRAY['visit'::text, 'meeting'::text, 'call'::text]))),
  constraint party_contact_organization_fkey FOREIGN KEY (organization) REFERENCES organization(id) ON DELETE CASCADE
);

create table party_instructor (
  id uuid not null,
  name text not null,
  unit text not null,
  area bigint not null,
  province bigint not null,
  city bigint,
  county bigint,
  township bigint,
  community bigint,
  starts_on date not null,
  ends_on date,
  demo boolean not null default false,
  constraint party_instructor_pkey PRIMARY KEY (id),
  constraint party_instructor_ends_after_it_starts CHECK ((ends_on >= starts_on)),
  constraint party_instructor_area_fkey FOREIGN KEY (area) REFERENCES area(code)
);

create table party_key_person (
  id uuid not null,
  organization uuid not null,
  name text not null,
  kind text not null,
  body text,
  starts_on date not null,
  ends_on date,
  ended_because text,
  constraint party_key_person_pkey PRIMARY KEY (id),
  constraint party_key_person_kind_known CHECK ((kind = ANY (ARRAY['developed'::text, 'leads'::text, 'seat'::text, 'leadership'::text]))),
  constraint party_key_person_not_empty CHECK ((ends_on > starts_on)),
  constraint party_key_person_seat_names_its_body CHECK (((body IS NOT NULL) = (kind = ANY (ARRAY['seat'::text, 'leadership'::text])))),
  constraint party_key_person_organization_fkey FOREIGN KEY (organization) REFERENCES organization(id) ON DELETE CASCADE
);

create table party_member (
  id uuid not null,
  organization uuid not null,
  name text not null,
  full_since date,
  relation text not null,
  leader boolean not null,
  key_member boolean not null,
  starts_on date not null,
  ends_on date,
  constraint party_member_pkey PRIMARY KEY (id),
  constraint party_member_once_a_day EXCLUDE USING gist (organization WITH =, name WITH =, daterange(starts_on, ends_on) WITH &&),
  constraint party_member_not_empty CHECK ((ends_on > starts_on)),
  constraint party_member_relation_known CHECK ((relation = ANY (ARRAY['here'::text, 'elsewhere'::text, 'unknown'::text]))),
  constraint party_member_organization_fkey FOREIGN KEY (organization) REFERENCES organization(id) ON DELETE CASCADE
);

create table party_pairing (
  id uuid not null,
  branch uuid not null,
  partner text not null,
  kind text not null,
  about text not null,
  starts_on date not null,
  ends_on date,
  ended_because text,
  constraint party_pairing_pkey PRIMARY KEY (id),
  constraint party_pairing_kind_known CHECK ((kind = ANY (ARRAY['communityBranch'::text, 'government'::text, 'enterprise'::text, 'school'::text, 'other'::text]))),
  constraint party_pairing_not_empty CHECK ((ends_on > starts_on)),
  constraint party_pairing_branch_fkey FOREIGN KEY (branch) REFERENCES party_branch(id)
);

create table person (
  id uuid not null,
  login_name text not null,
  display_name text not null,
  password_hash text not null,
  active boolean not null default true,
  demo boolean not null default false,
  failures integer not null default 0,
  locked_until timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint person_pkey PRIMARY KEY (id),
  constraint person_login_name_unique UNIQUE (login_name)
);

create table posting (
  id uuid not null,
  person uuid not null,
  role text not null,
  area bigint not null,
  starts_on date not null,
  ends_on date,
  constraint posting_pkey PRIMARY KEY (id),
  constraint posting_ends_after_it_starts CHECK (((ends_on IS NULL) OR (ends_on >= starts_on))),
  constraint posting_role_known CHECK ((role = ANY (ARRAY['administrator'::text, 'cityOfficer'::text, 'countyOfficer'::text, 'partyOfficer'::text, 'townshipOfficer'::text, 'communityWorker'::text, 'organizationLeader'::text, 'resident'::text, 'judge'::text, 'auditor'::text]))),
  constraint posting_area_fkey FOREIGN KEY (area) REFERENCES area(code),
  constraint posting_person_fkey FOREIGN KEY (person) REFERENCES person(id)
);

create table preference (
  person uuid not null,
  key text not null,
  value jsonb,
  constraint preference_pkey PRIMARY KEY (person, key),
  constraint preference_person_fkey FOREIGN KEY (person) REFERENCES person(id)
);

create table programme (
  id uuid not null,
  pack text not null,
  pack_version integer not null,
  area bigint not null,
  starts_on date not null,
  ends_on date not null,
  demo boolean not null default false,
  constraint programme_pkey PRIMARY KEY (id),
  constraint programme_once_per_area UNIQUE (pack, area),
  constraint programme_ends_after_it_starts CHECK ((ends_on >= starts_on)),
  constraint programme_area_fkey FOREIGN KEY (area) REFERENCES area(code),
  constraint programme_pack_fkey FOREIGN KEY (pack, pack_version) REFERENCES pack(id, version)
);

create table session (
  id bytea not null,
  person uuid,
  data jsonb not null,
  expires_at timestamp with time zone not null,
  constraint session_pkey PRIMARY KEY (id),
  constraint session_person_fkey FOREIGN KEY (person) REFERENCES person(id)
);

create table stored_file (
  id uuid not null,
  sha256 text not null,
  kind text not null,
  file_name text not null,
  kept_at timestamp with time zone not null,
  kept_by uuid,
  constraint stored_file_pkey PRIMARY KEY (id),
  constraint stored_file_kind_known CHECK ((kind = ANY (ARRAY['pdf'::text, 'jpg'::text, 'png'::text, 'webp'::text, 'docx'::text, 'xlsx'::text, 'doc'::text, 'xls'::text]))),
  constraint stored_file_name_is_bare CHECK (((file_name !~ '[/\\[:cntrl:]]'::text) AND ((length(file_name) >= 1) AND (length(file_name) <= 150)))),
  constraint stored_file_kept_by_fkey FOREIGN KEY (kept_by) REFERENCES person(id),
  constraint stored_file_sha256_fkey FOREIGN KEY (sha256) REFERENCES file_content(sha256)
);

CREATE INDEX area_city ON public.area USING btree (city, level);
CREATE INDEX area_county ON public.area USING btree (county, level);
CREATE INDEX area_level_initials ON public.area USING btree (level, initials text_pattern_ops);
CREATE INDEX area_level_pinyin ON public.area USING btree (level, pinyin text_pattern_ops);
CREATE INDEX area_level_short_name ON public.area USING btree (level, short_name text_pattern_ops);
CREATE INDEX area_parent ON public.area USING btree (parent);
CREATE INDEX area_province ON public.area USING btree (province, level);
CREATE INDEX area_search ON public.area USING gin (search);
CREATE INDEX area_township ON public.area USING btree (township);
CREATE INDEX event_person ON public.event USING btree (person, at DESC);
CREATE INDEX event_subject ON public.event USING btree (subject_kind, subject, at DESC, id DESC);
CREATE INDEX import_area ON public.import USING btree (area, uploaded_at DESC, id DESC);
CREATE INDEX import_person ON public.import USING btree (person);
CREATE INDEX import_row_outcome ON public.import_row USING btree (import, outcome, "row");
CREATE INDEX judgement_area ON public.judgement USING btree (area);
CREATE INDEX judgement_person ON public.judgement USING btree (person);
CREATE INDEX judgement_target ON public.judgement USING btree (programme, target, area, judged_on DESC);
CREATE INDEX organization_area_name ON public.organization USING btree (area, name);
CREATE INDEX organization_city_pinyin ON public.organization USING btree (city, pinyin, id);
CREATE INDEX organization_county_pinyin ON public.organization USING btree (county, pinyin, id);
CREATE INDEX organization_county_updated ON public.organization USING btree (county, updated_at, id);
CREATE INDEX organization_initials ON public.organization USING gin (initials gin_trgm_ops);
CREATE INDEX organization_keeper ON public.organization USING btree (keeper);
CREATE UNIQUE INDEX organization_name_once ON public.organization USING btree (area, name) WHERE (status <> 'ended'::text);
CREATE INDEX organization_party_absent ON public.organization USING btree (county) WHERE ((status = 'active'::text) AND ((party_presence IS NULL) OR (party_presence = 'none'::text)));
CREATE INDEX organization_period_area ON public.organization_period USING btree (area) WHERE (superseded_at IS NULL);
CREATE INDEX organization_period_city ON public.organization_period USING btree (city) WHERE (superseded_at IS NULL);
CREATE INDEX organization_period_county ON public.organization_period USING btree (county) WHERE (superseded_at IS NULL);
CREATE INDEX organization_period_organization ON public.organization_period USING btree (organization, starts_on);
CREATE INDEX organization_period_province ON public.organization_period USING btree (province) WHERE (superseded_at IS NULL);
CREATE INDEX organization_period_township ON public.organization_period USING btree (township) WHERE (superseded_at IS NULL);
CREATE INDEX organization_pinyin ON public.organization USING gin (pinyin gin_trgm_ops);
CREATE INDEX organization_province_pinyin ON public.organization USING btree (province, pinyin, id);
CREATE INDEX organization_search ON public.organization USING gin (search);
CREATE INDEX organization_township_pinyin ON public.organization USING btree (township, pinyin, id);
CREATE UNIQUE INDEX organization_unified_code_once ON public.organization USING btree (unified_code) WHERE (status <> 'ended'::text);
CREATE INDEX party_activity_branch ON public.party_activity USING btree (branch, kind, held_on);
CREATE INDEX party_arrangement_branch ON public.party_arrangement USING btree (branch);
CREATE INDEX party_arrangement_instructor ON public.party_arrangement USING btree (instructor);
CREATE INDEX party_arrangement_organization ON public.party_arrangement USING btree (organization, starts_on);
CREATE INDEX party_branch_area ON public.party_branch USING btree (area);
CREATE INDEX party_branch_city ON public.party_branch USING btree (city);
CREATE INDEX party_branch_county ON public.party_branch USING btree (county);
CREATE INDEX party_branch_province ON public.party_branch USING btree (province);
CREATE INDEX party_branch_township ON public.party_branch USING btree (township);
CREATE INDEX party_contact_organization ON public.party_contact USING btree (organization, held_on);
CREATE INDEX party_instructor_area ON public.party_instructor USING btree (area);
CREATE INDEX party_instructor_county ON public.party_instructor USING btree (county);
CREATE INDEX party_instructor_township ON public.party_instructor USING btree (township);
CREATE INDEX party_key_person_organization ON public.party_key_person USING btree (organization);
CREATE INDEX party_member_organization ON public.party_member USING btree (organization);
CREATE INDEX party_pairing_branch ON public.party_pairing USING btree (branch);
CREATE INDEX posting_area ON public.posting USING btree (area);
CREATE UNIQUE INDEX posting_held_once ON public.posting USING btree (person, role, area) WHERE (ends_on IS NULL);
CREATE INDEX posting_person ON public.posting USING btree (person);
CREATE INDEX programme_area ON public.programme USING btree (area);
CREATE INDEX session_expires_at ON public.session USING btree (expires_at);
CREATE INDEX session_person ON public.session USING btree (person);
CREATE INDEX stored_file_kept_by ON public.stored_file USING btree (kept_by);
CREATE INDEX stored_file_sha256 ON public.stored_file USING btree (sha256);

CREATE OR REPLACE FUNCTION public.area_has_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update installation set areas_version = areas_version + 1;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.event_is_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'event is append-only';
end $function$;

CREATE TRIGGER area_changed AFTER INSERT OR DELETE OR UPDATE ON public.area FOR EACH STATEMENT EXECUTE FUNCTION area_has_changed();
CREATE TRIGGER event_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.event FOR EACH STATEMENT EXECUTE FUNCTION event_is_append_only();
