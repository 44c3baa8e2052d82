-- The schema after all migrations, for reading and for comparing. Written by bin/dump-schema.ts; change migrations instead.

create extension btree_gist;
create extension pg_trgm;

create table activity (
  id uuid not null,
  code text not null,
  organization uuid,
  area bigint not null,
  province bigint not null,
  city bigint,
  county bigint,
  township bigint,
  community bigint,
  title text not null,
  series text,
  series_title text,
  place text not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  content text,
  expected integer not null,
  money bigint,
  kind text not null,
  foreigners boolean not null,
  minors boolean not null,
  outdoors boolean not null,
  tickets boolean not null,
  sign_up boolean not null,
  places integer,
  sign_up_until timestamp with time zone,
  status text not null,
  version integer not null default 1,
  decided_on date not null,
  record_due date not null,
  report_due date,
  report_to text,
  permit_due date,
  permit_number text,
  permit_on date,
  attended integer,
  held_at timestamp with time zone,
  held_by uuid,
  result text,
  concluded_at timestamp with time zone,
  cancel_reason text,
  demo boolean not null default false,
  created_by uuid,
  created_at timestamp with time zone not null,
  constraint activity_pkey PRIMARY KEY (id),
  constraint activity_code_unique UNIQUE (code),
  constraint activity_attended_positive CHECK ((attended >= 0)),
  constraint activity_cancelled_for_a_reason CHECK (((status = 'cancelled'::text) = (cancel_reason IS NOT NULL))),
  constraint activity_ends_after_it_starts CHECK ((ends_at > starts_at)),
  constraint activity_expects_people CHECK ((expected > 0)),
  constraint activity_has_places CHECK ((places > 0)),
  constraint activity_held_counts CHECK (((status = ANY (ARRAY['held'::text, 'concluded'::text])) = ((attended IS NOT NULL) AND (held_at IS NOT NULL)))),
  constraint activity_kind_known CHECK ((kind = ANY (ARRAY['festival'::text, 'performance'::text, 'contest'::text, 'gathering'::text, 'other'::text]))),
  constraint activity_money_positive CHECK ((money >= 0)),
  constraint activity_permit_on_a_day CHECK (((permit_number IS NULL) = (permit_on IS NULL))),
  constraint activity_report_is_due_to_somebody CHECK (((report_due IS NULL) = (report_to IS NULL))),
  constraint activity_report_to_known CHECK ((report_to = ANY (ARRAY['township'::text, 'county'::text]))),
  constraint activity_series_has_a_title CHECK (((series IS NULL) = (series_title IS NULL))),
  constraint activity_signs_up_before_it_starts CHECK ((sign_up_until <= starts_at)),
  constraint activity_status_known CHECK ((status = ANY (ARRAY['planned'::text, 'published'::text, 'held'::text, 'concluded'::text, 'cancelled'::text]))),
  constraint activity_area_fkey FOREIGN KEY (area) REFERENCES area(code),
  constraint activity_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id),
  constraint activity_held_by_fkey FOREIGN KEY (held_by) REFERENCES person(id),
  constraint activity_organization_fkey FOREIGN KEY (organization) REFERENCES organization(id) ON DELETE CASCADE
);

create table activity_partner (
  activity uuid not null,
  organization uuid not null,
  constraint activity_partner_pkey PRIMARY KEY (activity, organization),
  constraint activity_partner_activity_fkey FOREIGN KEY (activity) REFERENCES activity(id) ON DELETE CASCADE,
  constraint activity_partner_organization_fkey FOREIGN KEY (organization) REFERENCES organization(id) ON DELETE CASCADE
);

create table activity_photo (
  activity uuid not null,
  file uuid not null,
  constraint activity_photo_pkey PRIMARY KEY (activity, file),
  constraint activity_photo_activity_fkey FOREIGN KEY (activity) REFERENCES activity(id) ON DELETE CASCADE,
  constraint activity_photo_file_fkey FOREIGN KEY (file) REFERENCES stored_file(id)
);

create table activity_served (
  activity uuid not null,
  kind text not null,
  people integer not null,
  constraint activity_served_pkey PRIMARY KEY (activity, kind),
  constraint activity_served_kind_known CHECK ((kind = ANY (ARRAY['lowIncome'::text, 'emptyNest'::text, 'elderly'::text, 'leftBehind'::text, 'children'::text, 'youth'::text, 'disabled'::text, 'migrant'::text]))),
  constraint activity_served_somebody CHECK ((people > 0)),
  constraint activity_served_activity_fkey FOREIGN KEY (activity) REFERENCES activity(id) ON DELETE CASCADE
);

create table activity_sign_up (
  id uuid not null,
  activity uuid not null,
  number integer not null,
  name text not null,
  phone text,
  phone_hash text,
  code text not null,
  status text not null,
  came boolean not null default false,
  entered_by uuid,
  signed_at timestamp with time zone not null,
  moved_up_at timestamp with time zone,
  cancelled_at timestamp with time zone,
  constraint activity_sign_up_pkey PRIMARY KEY (id),
  constraint activity_sign_up_code_once UNIQUE (activity, code),
  constraint activity_sign_up_number_once UNIQUE (activity, number),
  constraint activity_sign_up_came_who_went CHECK (((NOT came) OR (status <> 'cancelled'::text))),
  constraint activity_sign_up_cancelled_at_a_time CHECK (((status = 'cancelled'::text) = (cancelled_at IS NOT NULL))),
  constraint activity_sign_up_phone_has_a_hash CHECK (((phone IS NULL) OR (phone_hash IS NOT NULL))),
  constraint activity_sign_up_status_known CHECK ((status = ANY (ARRAY['going'::text, 'waiting'::text, 'cancelled'::text]))),
  constraint activity_sign_up_activity_fkey FOREIGN KEY (activity) REFERENCES activity(id) ON DELETE CASCADE,
  constraint activity_sign_up_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES person(id)
);

create table admonition (
  id uuid not null,
  organization uuid not null,
  kind text not null,
  happened_on date not null,
  said text not null,
  due_on date,
  settled_on date,
  settled text,
  recorded_by uuid,
  recorded_by_name text not null,
  recorded_at timestamp with time zone not null,
  settled_by uuid,
  settled_by_name text,
  constraint admonition_pkey PRIMARY KEY (id),
  constraint admonition_due_of_rectification CHECK (((kind = 'rectification'::text) = (due_on IS NOT NULL))),
  constraint admonition_kind_known CHECK ((kind = ANY (ARRAY['reminder'::text, 'talk'::text, 'rectification'::text]))),
  constraint admonition_settled_in_words CHECK (((settled_on IS NULL) = (settled IS NULL))),
  constraint admonition_organization_fkey FOREIGN KEY (organization) REFERENCES organization(id),
  constraint admonition_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  constraint admonition_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES person(id)
);

create table application (
  id uuid not null,
  kind text not null,
  tier text not null,
  area bigint not null,
  province bigint not null,
  city bigint,
  county bigint,
  township bigint,
  community bigint,
  organization uuid,
  keeper uuid,
  on_behalf boolean not null,
  opened_by uuid not null,
  draft_key uuid not null,
  name text not null,
  facts jsonb not null,
  status text not null,
  desk text not null,
  office text not null,
  terms jsonb,
  proposal jsonb,
  returned_from text,
  clock_left integer,
  submitted_on date,
  since_on date not null,
  due_on date,
  decided_on date,
  decided_by uuid,
  decided_tier text,
  demo boolean not null default false,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint application_pkey PRIMARY KEY (id),
  constraint application_approved_has_organization CHECK (((status <> 'approved'::text) OR (organization IS NOT NULL))),
  constraint application_decided_tier_known CHECK ((decided_tier = ANY (ARRAY['registered'::text, 'filed'::text, 'guided'::text]))),
  constraint application_decided_together CHECK (((status = ANY (ARRAY['approved'::text, 'refused'::text])) = (decided_on IS NOT NULL))),
  constraint application_desk_known CHECK ((desk = ANY (ARRAY['applicant'::text, 'community'::text, 'township'::text, 'county'::text, 'nobody'::text]))),
  constraint application_kind_known CHECK ((kind = ANY (ARRAY['establish'::text, 'upgrade'::text]))),
  constraint application_office_known CHECK ((office = ANY (ARRAY['township'::text, 'county'::text]))),
  constraint application_sent_has_terms CHECK (((status = ANY (ARRAY['draft'::text, 'withdrawn'::text])) OR (terms IS NOT NULL))),
  constraint application_status_known CHECK ((status = ANY (ARRAY['draft'::text, 'confirming'::text, 'opinion'::text, 'accepting'::text, 'correcting'::text, 'reviewing'::text, 'deciding'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text]))),
  constraint application_tier_known CHECK ((tier = ANY (ARRAY['registered'::text, 'filed'::text, 'guided'::text]))),
  constraint application_upgrade_names_organization CHECK (((kind <> 'upgrade'::text) OR (organization IS NOT NULL))),
  constraint application_area_fkey FOREIGN KEY (area) REFERENCES area(code),
  constraint application_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id),
  constraint application_keeper_fkey FOREIGN KEY (keeper) REFERENCES person(id),
  constraint application_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES person(id),
  constraint application_organization_fkey FOREIGN KEY (organization) REFERENCES organization(id)
);

create table application_file (
  id uuid not null,
  application uuid not null,
  material text not null,
  file uuid not null,
  added_at timestamp with time zone not null,
  added_by uuid not null,
  constraint application_file_pkey PRIMARY KEY (id),
  constraint application_file_added_by_fkey FOREIGN KEY (added_by) REFERENCES person(id),
  constraint application_file_application_fkey FOREIGN KEY (application) REFERENCES application(id) ON DELETE CASCADE,
  constraint application_file_file_fkey FOREIGN KEY (file) REFERENCES stored_file(id)
);

create table application_member (
  application uuid not null,
  position integer not null,
  name text not null,
  mark text,
  leader boolean not null,
  key_member boolean not null,
  party text,
  constraint application_member_pkey PRIMARY KEY (application, "position"),
  constraint application_member_party_known CHECK ((party = ANY (ARRAY['full'::text, 'probationary'::text, 'none'::text]))),
  constraint application_member_application_fkey FOREIGN KEY (application) REFERENCES application(id) ON DELETE CASCADE
);

create table application_step (
  id uuid not null,
  application uuid not null,
  at timestamp with time zone not null,
  person uuid,
  person_name text not null,
  step text not null,
  supports text,
  words text,
  constraint application_step_pkey PRIMARY KEY (id),
  constraint application_step_known CHECK ((step = ANY (ARRAY['submit'::text, 'resubmit'::text, 'opine'::text, 'accept'::text, 'return'::text, 'review'::text, 'approve'::text, 'refuse'::text, 'withdraw'::text, 'say'::text, 'urge'::text]))),
  constraint application_step_supports_known CHECK ((supports = ANY (ARRAY['yes'::text, 'no'::text]))),
  constraint application_step_application_fkey FOREIGN KEY (application) REFERENCES application(id) ON DELETE CASCADE,
  constraint application_step_person_fkey FOREIGN KEY (person) REFERENCES person(id)
);

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

create table area_population (
  area bigint not null,
  on_day date not null,
  residents integer,
  households integer,
  source text not null,
  demo boolean not null default false,
  recorded_by uuid,
  recorded_at timestamp with time zone not null,
  constraint area_population_pkey PRIMARY KEY (area, on_day),
  constraint area_population_households_counted CHECK (((households >= 0) AND (households <= 5000000))),
  constraint area_population_residents_counted CHECK (((residents >= 0) AND (residents <= 5000000))),
  constraint area_population_says_something CHECK (((residents IS NOT NULL) OR (households IS NOT NULL))),
  constraint area_population_area_fkey FOREIGN KEY (area) REFERENCES area(code),
  constraint area_population_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id)
);

create table baseline_entry (
  baseline uuid not null,
  organization uuid not null,
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
  leader_in_party boolean,
  members integer,
  party_members integer,
  party_presence text,
  residents_served integer,
  constraint baseline_entry_pkey PRIMARY KEY (baseline, organization),
  constraint baseline_entry_status_lives CHECK ((status = ANY (ARRAY['active'::text, 'dormant'::text]))),
  constraint baseline_entry_area_fkey FOREIGN KEY (area) REFERENCES area(code),
  constraint baseline_entry_baseline_fkey FOREIGN KEY (baseline) REFERENCES census_baseline(id) ON DELETE CASCADE
);

create table census (
  id uuid not null,
  title text not null,
  area bigint not null,
  province bigint not null,
  city bigint,
  county bigint,
  township bigint,
  community bigint,
  ordered_by text not null,
  repeats text not null,
  due_on date not null,
  note text,
  status text not null,
  opened_on date,
  closed_on date,
  demo boolean not null default false,
  created_by uuid,
  created_at timestamp with time zone not null,
  constraint census_pkey PRIMARY KEY (id),
  constraint census_closed_on_a_day CHECK (((status = 'closed'::text) = (closed_on IS NOT NULL))),
  constraint census_opened_on_a_day CHECK (((status <> ALL (ARRAY['open'::text, 'closed'::text])) OR (opened_on IS NOT NULL))),
  constraint census_repeats_known CHECK ((repeats = ANY (ARRAY['once'::text, 'monthly'::text, 'quarterly'::text, 'halfYearly'::text, 'yearly'::text]))),
  constraint census_status_known CHECK ((status = ANY (ARRAY['draft'::text, 'open'::text, 'closed'::text, 'discarded'::text]))),
  constraint census_area_fkey FOREIGN KEY (area) REFERENCES area(code),
  constraint census_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id)
);

create table census_answer (
  census uuid not null,
  organization uuid not null,
  area bigint not null,
  province bigint not null,
  city bigint,
  county bigint,
  township bigint,
  community bigint,
  outcome text not null,
  note text,
  key uuid not null,
  answered_by uuid,
  answered_at timestamp with time zone not null,
  constraint census_answer_pkey PRIMARY KEY (census, organization),
  constraint census_answer_sent_once UNIQUE (census, key),
  constraint census_answer_outcome_known CHECK ((outcome = ANY (ARRAY['confirmed'::text, 'corrected'::text, 'added'::text, 'dormant'::text, 'gone'::text, 'unsure'::text]))),
  constraint census_answer_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES person(id),
  constraint census_answer_area_fkey FOREIGN KEY (area) REFERENCES area(code),
  constraint census_answer_census_fkey FOREIGN KEY (census) REFERENCES census(id) ON DELETE CASCADE,
  constraint census_answer_organization_fkey FOREIGN KEY (organization) REFERENCES organization(id) ON DELETE CASCADE
);

create table census_baseline (
  id uuid not null,
  census uuid not null,
  area bigint not null,
  as_of date not null,
  frozen_at timestamp with time zone not null,
  frozen_by uuid,
  withdrawn_at timestamp with time zone,
  constraint census_baseline_pkey PRIMARY KEY (id),
  constraint census_baseline_area_fkey FOREIGN KEY (area) REFERENCES area(code),
  constraint census_baseline_census_fkey FOREIGN KEY (census) REFERENCES census(id) ON DELETE CASCADE,
  constraint census_baseline_frozen_by_fkey FOREIGN KEY (frozen_by) REFERENCES person(id)
);

create table census_place (
  census uuid not null,
  area bigint not null,
  province bigint not null,
  city bigint,
  county bigint,
  township bigint,
  community bigint,
  finished_at timestamp with time zone,
  finished_by uuid,
  constraint census_place_pkey PRIMARY KEY (census, area),
  constraint census_place_finished_by_somebody CHECK (((finished_at IS NULL) = (finished_by IS NULL))),
  constraint census_place_area_fkey FOREIGN KEY (area) REFERENCES area(code),
  constraint census_place_census_fkey FOREIGN KEY (census) REFERENCES census(id) ON DELETE CASCADE,
  constraint census_place_finished_by_fkey FOREIGN KEY (finished_by) REFERENCES person(id)
);

create table certificate (
  id uuid not null,
  organization uuid not null,
  number text not null,
  series text not null,
  serial integer not null,
  code text not null,
  title text not null,
  name text not null,
  place text not null,
  leader text,
  scope text,
  body text not null,
  issued_on date not null,
  valid_until date,
  renew_from date,
  status text not null,
  ended_on date,
  reason text,
  replaces uuid,
  asked_on date,
  issued_by uuid,
  recorded_at timestamp with time zone not null,
  demo boolean not null default false,
  touched boolean not null default false,
  constraint certificate_pkey PRIMARY KEY (id),
  constraint certificate_code_unique UNIQUE (code),
  constraint certificate_number_unique UNIQUE (number),
  constraint certificate_replaces_once UNIQUE (replaces),
  constraint certificate_serial_unique UNIQUE (series, serial),
  constraint certificate_end_is_known CHECK (((status = 'valid'::text) = (ended_on IS NULL))),
  constraint certificate_ending_has_its_reason CHECK (((status = 'valid'::text) = (reason IS NULL))),
  constraint certificate_ends_after_issue CHECK ((ended_on >= issued_on)),
  constraint certificate_renewed_before_expiry CHECK ((renew_from <= valid_until)),
  constraint certificate_status_known CHECK ((status = ANY (ARRAY['valid'::text, 'replaced'::text, 'cancelled'::text]))),
  constraint certificate_valid_after_issue CHECK ((valid_until >= issued_on)),
  constraint certificate_issued_by_fkey FOREIGN KEY (issued_by) REFERENCES person(id),
  constraint certificate_organization_fkey FOREIGN KEY (organization) REFERENCES organization(id),
  constraint certificate_replaces_fkey FOREIGN KEY (replaces) REFERENCES certificate(id),
  constraint certificate_series_fkey FOREIGN KEY (series) REFERENCES certificate_counter(series)
);

create table certificate_counter (
  series text not null,
  last integer not null,
  constraint certificate_counter_pkey PRIMARY KEY (series),
  constraint certificate_counter_from_one CHECK ((last >= 1))
);

create table certified_entry (
  service_certificate uuid not null,
  service_entry uuid not null,
  constraint certified_entry_pkey PRIMARY KEY (service_certificate, service_entry),
  constraint certified_entry_service_certificate_fkey FOREIGN KEY (service_certificate) REFERENCES service_certificate(id) ON DELETE CASCADE,
  constraint certified_entry_service_entry_fkey FOREIGN KEY (service_entry) REFERENCES service_entry(id)
);

create table change_request (
  id uuid not null,
  organization uuid not null,
  kind text not null,
  status text not null,
  area bigint not null,
  province bigint not null,
  city bigint,
  county bigint,
  township bigint,
  community bigint,
  asked jsonb,
  to_area bigint,
  effective_on date not null,
  reason text not null,
  on_behalf boolean not null,
  asked_by uuid,
  asked_at timestamp with time zone not null,
  due_on date not null,
  decided_at timestamp with time zone,
  constraint change_request_pkey PRIMARY KEY (id),
  constraint change_request_asks_for_one_thing CHECK ((((kind = 'details'::text) = (asked IS NOT NULL)) AND ((kind = 'move'::text) = (to_area IS NOT NULL)))),
  constraint change_request_kind_known CHECK ((kind = ANY (ARRAY['details'::text, 'move'::text]))),
  constraint change_request_status_known CHECK ((status = ANY (ARRAY['submitted'::text, 'returned'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text]))),
  constraint change_request_area_fkey FOREIGN KEY (area) REFERENCES area(code),
  constraint change_request_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES person(id),
  constraint change_request_organization_fkey FOREIGN KEY (organization) REFERENCES organization(id),
  constraint change_request_to_area_fkey FOREIGN KEY (to_area) REFERENCES area(code)
);

create table change_step (
  id uuid not null,
  change_request uuid not null,
  kind text not null,
  at timestamp with time zone not null,
  person uuid,
  person_name text not null,
  said text,
  constraint change_step_pkey PRIMARY KEY (id),
  constraint change_step_kind_known CHECK ((kind = ANY (ARRAY['submit'::text, 'resubmit'::text, 'return'::text, 'approve'::text, 'refuse'::text, 'withdraw'::text]))),
  constraint change_step_change_request_fkey FOREIGN KEY (change_request) REFERENCES change_request(id) ON DELETE CASCADE,
  constraint change_step_person_fkey FOREIGN KEY (person) REFERENCES person(id)
);

create table charter_version (
  id uuid not null,
  organization uuid not null,
  kind text not null,
  status text not null,
  version integer,
  form jsonb,
  stored_file uuid,
  chapters jsonb,
  without_vote text,
  in_force_on date,
  ended_on date,
  revision integer not null default 1,
  drafted_on date not null,
  drafted_by uuid,
  on_behalf boolean not null,
  updated_at timestamp with time zone not null,
  constraint charter_version_pkey PRIMARY KEY (id),
  constraint charter_version_number_once UNIQUE (organization, version),
  constraint charter_version_ends_after_it_began CHECK ((((ended_on IS NOT NULL) = (status = 'superseded'::text)) AND (ended_on > in_force_on))),
  constraint charter_version_in_force_from_a_day CHECK (((in_force_on IS NOT NULL) = ((status = 'inForce'::text) OR (status = 'superseded'::text)))),
  constraint charter_version_kind_has_its_content CHECK ((((kind = 'written'::text) = (form IS NOT NULL)) AND ((kind = 'paper'::text) = (stored_file IS NOT NULL)))),
  constraint charter_version_kind_known CHECK ((kind = ANY (ARRAY['written'::text, 'paper'::text]))),
  constraint charter_version_numbered_from_adoption CHECK (((version IS NOT NULL) = ((status <> 'draft'::text) AND (status <> 'refused'::text) AND (status <> 'discarded'::text)))),
  constraint charter_version_status_known CHECK ((status = ANY (ARRAY['draft'::text, 'refused'::text, 'adopted'::text, 'inForce'::text, 'superseded'::text, 'discarded'::text]))),
  constraint charter_version_text_is_frozen CHECK (((kind = 'paper'::text) OR (status = 'draft'::text) OR (status = 'discarded'::text) OR (chapters IS NOT NULL))),
  constraint charter_version_drafted_by_fkey FOREIGN KEY (drafted_by) REFERENCES person(id),
  constraint charter_version_organization_fkey FOREIGN KEY (organization) REFERENCES organization(id) ON DELETE CASCADE,
  constraint charter_version_stored_file_fkey FOREIGN KEY (stored_file) REFERENCES stored_file(id)
);

create table charter_vote (
  charter_version uuid not null,
  held_on date not null,
  place text not null,
  entitled integer not null,
  present integer not null,
  in_favour integer not null,
  against integer not null,
  abstaining integer not null,
  recorder text not null,
  result text not null,
  because text not null,
  on_behalf boolean not null,
  recorded_by uuid,
  recorded_at timestamp with time zone not null,
  constraint charter_vote_pkey PRIMARY KEY (charter_version),
  constraint charter_vote_counts_not_negative CHECK (((in_favour >= 0) AND (against >= 0) AND (abstaining >= 0))),
  constraint charter_vote_every_ballot_counted CHECK ((((in_favour + against) + abstaining) = present)),
  constraint charter_vote_only_the_entitled CHECK (((present >= 1) AND (present <= entitled))),
  constraint charter_vote_result_known CHECK ((result = ANY (ARRAY['adopted'::text, 'refused'::text]))),
  constraint charter_vote_charter_version_fkey FOREIGN KEY (charter_version) REFERENCES charter_version(id) ON DELETE CASCADE,
  constraint charter_vote_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id)
);

create table column_memory (
  person uuid not null,
  kind text not null,
  header text not null,
  field text,
  constraint column_memory_pkey PRIMARY KEY (person, kind, header),
  constraint column_memory_kind_known CHECK ((kind = ANY (ARRAY['organizations'::text, 'workers'::text, 'attendance'::text, 'hours'::text, 'participants'::text]))),
  constraint column_memory_person_fkey FOREIGN KEY (person) REFERENCES person(id)
);

create table dated_record (
  id uuid not null,
  kind text not null,
  area bigint not null,
  province bigint not null,
  city bigint,
  county bigint,
  township bigint,
  community bigint,
  organization uuid,
  title text not null,
  starts_on date not null,
  ends_on date,
  done_by text,
  words text,
  attributes jsonb not null,
  file uuid,
  status text not null default 'standing'::text,
  recorded_by uuid,
  recorded_at timestamp with time zone not null,
  closed_by uuid,
  closed_at timestamp with time zone,
  closed_why text,
  replaces uuid,
  demo boolean not null default false,
  constraint dated_record_pkey PRIMARY KEY (id),
  constraint dated_record_replaces_once UNIQUE (replaces),
  constraint dated_record_attributes_are_named CHECK ((jsonb_typeof(attributes) = 'object'::text)),
  constraint dated_record_closed_at_a_moment CHECK (((status = 'standing'::text) = (closed_at IS NULL))),
  constraint dated_record_closed_with_reason CHECK (((status = 'standing'::text) = (closed_why IS NULL))),
  constraint dated_record_ends_after_it_starts CHECK ((ends_on > starts_on)),
  constraint dated_record_kind_known CHECK ((kind = ANY (ARRAY['documents'::text, 'tasks'::text, 'determinations'::text, 'acceptances'::text, 'jointMeetings'::text, 'spotChecks'::text, 'appraisals'::text, 'disclosures'::text, 'deliberations'::text, 'surveys'::text, 'conventions'::text]))),
  constraint dated_record_only_the_lasting_ends CHECK (((ends_on IS NULL) OR (kind = ANY (ARRAY['determinations'::text, 'conventions'::text])))),
  constraint dated_record_status_known CHECK ((status = ANY (ARRAY['standing'::text, 'corrected'::text, 'withdrawn'::text]))),
  constraint dated_record_area_fkey FOREIGN KEY (area) REFERENCES area(code),
  constraint dated_record_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES person(id),
  constraint dated_record_file_fkey FOREIGN KEY (file) REFERENCES stored_file(id),
  constraint dated_record_organization_fkey FOREIGN KEY (organization) REFERENCES organization(id),
  constraint dated_record_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  constraint dated_record_replaces_fkey FOREIGN KEY (replaces) REFERENCES dated_record(id)
);

create table dormancy_judgement (
  id uuid not null,
  organization uuid not null,
  result text not null,
  reason text not null,
  quiet_until date,
  signs jsonb not null,
  decided_by uuid,
  decided_by_name text not null,
  decided_at timestamp with time zone not null,
  constraint dormancy_judgement_pkey PRIMARY KEY (id),
  constraint dormancy_judgement_quiet_when_active CHECK (((result = 'active'::text) = (quiet_until IS NOT NULL))),
  constraint dormancy_judgement_result_known CHECK ((result = ANY (ARRAY['dormant'::text, 'active'::text]))),
  constraint dormancy_judgement_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id),
  constraint dormancy_judgement_organization_fkey FOREIGN KEY (organization) REFERENCES organization(id)
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

create table exam_reward (
  id uuid not null,
  name text not null,
  identity_hash text not null,
  identity_masked text not null,
  grade text not null,
  number text not null,
  obtained_on date not null,
  area bigint not null,
  province bigint not null,
  city bigint,
  county bigint,
  township bigint,
  community bigint,
  organization uuid,
  amount integer not null,
  proof uuid,
  status text not null,
  applied_on date not null,
  applied_by uuid,
  due_on date not null,
  decided_on date,
  decided_by uuid,
  reason text,
  pay_by date,
  paid_on date,
  demo boolean not null default false,
  social_worker uuid,
  on_behalf boolean not null default true,
  since_on date not null,
  constraint exam_reward_pkey PRIMARY KEY (id),
  constraint exam_reward_amount_is_positive CHECK ((amount > 0)),
  constraint exam_reward_grade_known CHECK ((grade = ANY (ARRAY['assistant'::text, 'qualified'::text, 'senior'::text]))),
  constraint exam_reward_has_proof CHECK ((demo OR (proof IS NOT NULL))),
  constraint exam_reward_masked_is_masked CHECK ((identity_masked ~ '^\d{6}\*{8}\d{3}[\dX]$'::text)),
  constraint exam_reward_paid_on_a_day CHECK (((status = 'paid'::text) = (paid_on IS NOT NULL))),
  constraint exam_reward_refused_with_reason CHECK (((reason IS NOT NULL) OR (status <> ALL (ARRAY['refused'::text, 'withdrawn'::text])))),
  constraint exam_reward_status_known CHECK ((status = ANY (ARRAY['submitted'::text, 'returned'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text, 'paid'::text]))),
  constraint exam_reward_applied_by_fkey FOREIGN KEY (applied_by) REFERENCES person(id),
  constraint exam_reward_area_fkey FOREIGN KEY (area) REFERENCES area(code),
  constraint exam_reward_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id),
  constraint exam_reward_organization_fkey FOREIGN KEY (organization) REFERENCES organization(id),
  constraint exam_reward_proof_fkey FOREIGN KEY (proof) REFERENCES stored_file(id),
  constraint exam_reward_social_worker_fkey FOREIGN KEY (social_worker) REFERENCES social_worker(id) ON DELETE SET NULL
);

create table exit_case (
  id uuid not null,
  organization uuid not null,
  kind text not null,
  status text not null,
  area bigint not null,
  province bigint not null,
  city bigint,
  county bigint,
  township bigint,
  community bigint,
  cause text not null,
  said text not null,
  vote jsonb,
  on_behalf boolean not null,
  opened_by uuid,
  opened_by_name text not null,
  opened_at timestamp with time zone not null,
  noticed_on date,
  answer_due date,
  answer text,
  answered_by_name text,
  answered_at timestamp with time zone,
  decided_at timestamp with time zone,
  ended_on date,
  constraint exit_case_pkey PRIMARY KEY (id),
  constraint exit_case_cause_known CHECK ((cause = ANY (ARRAY['resolved'::text, 'fulfilled'::text, 'impossible'::text, 'lost'::text, 'idle'::text, 'violation'::text, 'other'::text]))),
  constraint exit_case_ends_on_a_day CHECK (((status = 'ended'::text) = (ended_on IS NOT NULL))),
  constraint exit_case_kind_known CHECK ((kind = ANY (ARRAY['cancellation'::text, 'removal'::text]))),
  constraint exit_case_notice_of_removal CHECK ((((kind = 'removal'::text) = (noticed_on IS NOT NULL)) AND ((noticed_on IS NULL) = (answer_due IS NULL)))),
  constraint exit_case_status_known CHECK ((status = ANY (ARRAY['requested'::text, 'liquidating'::text, 'noticed'::text, 'ended'::text, 'refused'::text, 'withdrawn'::text, 'dropped'::text]))),
  constraint exit_case_area_fkey FOREIGN KEY (area) REFERENCES area(code),
  constraint exit_case_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES person(id),
  constraint exit_case_organization_fkey FOREIGN KEY (organization) REFERENCES organization(id)
);

create table exit_decision (
  id uuid not null,
  exit_case uuid not null,
  kind text not null,
  said text,
  decided_by uuid,
  decided_by_name text not null,
  decided_at timestamp with time zone not null,
  constraint exit_decision_pkey PRIMARY KEY (id),
  constraint exit_decision_kind_known CHECK ((kind = ANY (ARRAY['accept'::text, 'refuse'::text, 'withdraw'::text, 'conclude'::text, 'remove'::text, 'drop'::text]))),
  constraint exit_decision_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id),
  constraint exit_decision_exit_case_fkey FOREIGN KEY (exit_case) REFERENCES exit_case(id) ON DELETE CASCADE
);

create table exit_step (
  exit_case uuid not null,
  name text not null,
  position integer not null,
  title text not null,
  due_on date,
  done_on date,
  evidence text,
  done_by uuid,
  done_by_name text,
  constraint exit_step_pkey PRIMARY KEY (exit_case, name),
  constraint exit_step_done_with_evidence CHECK (((done_on IS NULL) = (evidence IS NULL))),
  constraint exit_step_done_by_fkey FOREIGN KEY (done_by) REFERENCES person(id),
  constraint exit_step_exit_case_fkey FOREIGN KEY (exit_case) REFERENCES exit_case(id) ON DELETE CASCADE
);

create table exit_step_file (
  exit_case uuid not null,
  step text not null,
  file uuid not null,
  added_at timestamp with time zone not null,
  added_by uuid,
  constraint exit_step_file_pkey PRIMARY KEY (exit_case, file),
  constraint exit_step_file_added_by_fkey FOREIGN KEY (added_by) REFERENCES person(id),
  constraint exit_step_file_exit_case_fkey FOREIGN KEY (exit_case) REFERENCES exit_case(id) ON DELETE CASCADE,
  constraint exit_step_file_file_fkey FOREIGN KEY (file) REFERENCES stored_file(id),
  constraint exit_step_file_of_step FOREIGN KEY (exit_case, step) REFERENCES exit_step(exit_case, name) ON DELETE CASCADE
);

create table expected_record (
  programme uuid not null,
  target text not null,
  part integer not null,
  title text not null,
  kind text not null,
  attributes jsonb not null,
  query text not null,
  units text not null,
  own boolean not null,
  zones boolean not null,
  from_above boolean not null,
  counts_from date,
  counts_to date,
  starts_on date not null,
  due_on date not null,
  constraint expected_record_pkey PRIMARY KEY (programme, target, part, starts_on),
  constraint expected_record_kind_known CHECK ((kind = ANY (ARRAY['documents'::text, 'tasks'::text, 'determinations'::text, 'acceptances'::text, 'jointMeetings'::text, 'spotChecks'::text, 'appraisals'::text, 'disclosures'::text, 'deliberations'::text, 'surveys'::text, 'conventions'::text]))),
  constraint expected_record_units_known CHECK ((units = ANY (ARRAY['province'::text, 'city'::text, 'county'::text, 'township'::text, 'community'::text]))),
  constraint expected_record_programme_fkey FOREIGN KEY (programme) REFERENCES programme(id) ON DELETE CASCADE
);

create table file_content (
  sha256 text not null,
  byte_size integer not null,
  bytes bytea not null,
  constraint file_content_pkey PRIMARY KEY (sha256),
  constraint file_content_not_empty CHECK (((byte_size > 0) AND (byte_size = length(bytes)))),
  constraint file_content_sha256_is_one CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);

create table honor (
  id uuid not null,
  kind text not null,
  subject text not null,
  level text not null,
  title text not null,
  name text not null,
  organization uuid,
  area bigint not null,
  province bigint not null,
  city bigint,
  county bigint,
  township bigint,
  community bigint,
  desk bigint not null,
  theme text,
  year integer not null,
  reason text not null,
  status text not null,
  recorded boolean not null default false,
  nominated_on date not null,
  nominated_by uuid,
  due_on date,
  notice_from date,
  notice_until date,
  award_due_on date,
  awarded_on date,
  valid_until date,
  document text,
  withdrawn_on date,
  demo boolean not null default false,
  created_at timestamp with time zone not null,
  project uuid,
  constraint honor_pkey PRIMARY KEY (id),
  constraint honor_awarded_after_notice CHECK ((awarded_on > notice_until)),
  constraint honor_awarded_on_a_day CHECK (((status <> 'awarded'::text) OR (awarded_on IS NOT NULL))),
  constraint honor_kind_known CHECK ((kind = ANY (ARRAY['brand'::text, 'model'::text, 'pilot'::text, 'observationSite'::text]))),
  constraint honor_level_known CHECK ((level = ANY (ARRAY['province'::text, 'city'::text, 'county'::text, 'township'::text]))),
  constraint honor_noticed_between_days CHECK ((((notice_from IS NULL) = (notice_until IS NULL)) AND (notice_until >= notice_from) AND ((status <> 'noticed'::text) OR (notice_until IS NOT NULL)))),
  constraint honor_of_an_organization_or_a_place CHECK (((subject = 'area'::text) = (organization IS NULL))),
  constraint honor_pilot_has_a_theme CHECK (((kind = 'pilot'::text) = (theme IS NOT NULL))),
  constraint honor_project_is_the_subject CHECK (((project IS NULL) OR (subject = 'project'::text))),
  constraint honor_status_known CHECK ((status = ANY (ARRAY['nominated'::text, 'noticed'::text, 'awarded'::text, 'refused'::text, 'withdrawn'::text, 'retracted'::text, 'annulled'::text]))),
  constraint honor_subject_known CHECK ((subject = ANY (ARRAY['organization'::text, 'project'::text, 'area'::text]))),
  constraint honor_theme_known CHECK ((theme = ANY (ARRAY['organizations'::text, 'rural'::text, 'deliberation'::text, 'other'::text]))),
  constraint honor_valid_after_award CHECK ((valid_until >= awarded_on)),
  constraint honor_withdrawn_after_award CHECK ((withdrawn_on >= awarded_on)),
  constraint honor_withdrawn_on_a_day CHECK (((status = 'withdrawn'::text) = (withdrawn_on IS NOT NULL))),
  constraint honor_area_fkey FOREIGN KEY (area) REFERENCES area(code),
  constraint honor_desk_fkey FOREIGN KEY (desk) REFERENCES area(code),
  constraint honor_nominated_by_fkey FOREIGN KEY (nominated_by) REFERENCES person(id),
  constraint honor_organization_fkey FOREIGN KEY (organization) REFERENCES organization(id),
  constraint honor_project_fkey FOREIGN KEY (project) REFERENCES project(id)
);

create table honor_file (
  honor uuid not null,
  file uuid not null,
  added_at timestamp with time zone not null,
  constraint honor_file_pkey PRIMARY KEY (honor, file),
  constraint honor_file_file_fkey FOREIGN KEY (file) REFERENCES stored_file(id),
  constraint honor_file_honor_fkey FOREIGN KEY (honor) REFERENCES honor(id) ON DELETE CASCADE
);

create table honor_objection (
  id uuid not null,
  honor uuid not null,
  received_on date not null,
  said text not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  outcome text,
  settled text,
  settled_at timestamp with time zone,
  settled_by uuid,
  constraint honor_objection_pkey PRIMARY KEY (id),
  constraint honor_objection_outcome_known CHECK ((outcome = ANY (ARRAY['upheld'::text, 'dismissed'::text]))),
  constraint honor_objection_settled_in_words CHECK ((((outcome IS NULL) = (settled IS NULL)) AND ((outcome IS NULL) = (settled_at IS NULL)))),
  constraint honor_objection_honor_fkey FOREIGN KEY (honor) REFERENCES honor(id) ON DELETE CASCADE,
  constraint honor_objection_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  constraint honor_objection_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES person(id)
);

create table honor_step (
  id uuid not null,
  honor uuid not null,
  kind text not null,
  at timestamp with time zone not null,
  person uuid,
  person_name text not null,
  said text,
  constraint honor_step_pkey PRIMARY KEY (id),
  constraint honor_step_kind_known CHECK ((kind = ANY (ARRAY['nominate'::text, 'edit'::text, 'publish'::text, 'name'::text, 'refuse'::text, 'retract'::text, 'award'::text, 'record'::text, 'withdraw'::text, 'annul'::text]))),
  constraint honor_step_honor_fkey FOREIGN KEY (honor) REFERENCES honor(id) ON DELETE CASCADE,
  constraint honor_step_person_fkey FOREIGN KEY (person) REFERENCES person(id)
);

create table hub_service (
  id uuid not null,
  hub_tie uuid not null,
  service text not null,
  starts_on date not null,
  ends_on date,
  constraint hub_service_pkey PRIMARY KEY (id),
  constraint hub_service_once_at_a_time EXCLUDE USING gist (hub_tie WITH =, service WITH =, daterange(starts_on, ends_on) WITH &&),
  constraint hub_service_ends_after_it_starts CHECK ((ends_on >= starts_on)),
  constraint hub_service_hub_tie_fkey FOREIGN KEY (hub_tie) REFERENCES hub_tie(id) ON DELETE CASCADE
);

create table hub_tie (
  id uuid not null,
  hub uuid not null,
  served uuid not null,
  status text not null,
  starts_on date not null,
  ends_on date,
  proposed_by uuid,
  proposed_at timestamp with time zone,
  due_on date,
  demo boolean not null default false,
  constraint hub_tie_pkey PRIMARY KEY (id),
  constraint hub_tie_once_at_a_time EXCLUDE USING gist (hub WITH =, served WITH =, daterange(starts_on, ends_on) WITH &&) WHERE ((status = ANY (ARRAY['active'::text, 'ended'::text]))),
  constraint hub_tie_ended_has_an_end CHECK (((status = 'ended'::text) = (ends_on IS NOT NULL))),
  constraint hub_tie_ends_after_it_starts CHECK ((ends_on >= starts_on)),
  constraint hub_tie_not_with_itself CHECK ((hub <> served)),
  constraint hub_tie_status_known CHECK ((status = ANY (ARRAY['proposed'::text, 'active'::text, 'declined'::text, 'withdrawn'::text, 'ended'::text]))),
  constraint hub_tie_hub_fkey FOREIGN KEY (hub) REFERENCES organization(id) ON DELETE CASCADE,
  constraint hub_tie_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES person(id),
  constraint hub_tie_served_fkey FOREIGN KEY (served) REFERENCES organization(id) ON DELETE CASCADE
);

create table identity_salt (
  only_one boolean not null default true,
  salt text not null default replace(((gen_random_uuid())::text || (gen_random_uuid())::text), '-'::text, ''::text),
  constraint identity_salt_pkey PRIMARY KEY (only_one),
  constraint identity_salt_has_one_row CHECK (only_one)
);

create table import (
  id uuid not null,
  kind text not null,
  area bigint not null,
  belongs_to uuid,
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
  constraint import_kind_known CHECK ((kind = ANY (ARRAY['organizations'::text, 'workers'::text, 'attendance'::text, 'hours'::text, 'participants'::text]))),
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
  record uuid,
  before jsonb,
  version integer,
  constraint import_row_pkey PRIMARY KEY (import, "row"),
  constraint import_row_outcome_known CHECK ((outcome = ANY (ARRAY['new'::text, 'same'::text, 'changed'::text, 'problem'::text]))),
  constraint import_row_import_fkey FOREIGN KEY (import) REFERENCES import(id) ON DELETE CASCADE
);

create table incubation (
  id uuid not null,
  organization uuid not null,
  support_platform uuid not null,
  area bigint not null,
  province bigint not null,
  city bigint,
  county bigint,
  township bigint,
  community bigint,
  status text not null,
  need text not null,
  applied_on date not null,
  applied_by uuid,
  due_on date not null,
  decided_on date,
  decided_by uuid,
  reason text,
  entered_on date,
  leave_by date,
  exited_on date,
  result text,
  conclusion text,
  demo boolean not null default false,
  constraint incubation_pkey PRIMARY KEY (id),
  constraint incubation_once_at_a_time EXCLUDE USING gist (organization WITH =, daterange(entered_on, exited_on) WITH &&) WHERE ((entered_on IS NOT NULL)),
  constraint incubation_entered_on_a_day CHECK (((status = ANY (ARRAY['entered'::text, 'exited'::text])) = (entered_on IS NOT NULL))),
  constraint incubation_exited_on_a_day CHECK (((status = 'exited'::text) = (exited_on IS NOT NULL))),
  constraint incubation_exited_with_a_result CHECK (((exited_on IS NULL) = (result IS NULL))),
  constraint incubation_exits_after_it_entered CHECK ((exited_on > entered_on)),
  constraint incubation_result_known CHECK ((result = ANY (ARRAY['graduated'::text, 'left'::text, 'transformed'::text]))),
  constraint incubation_status_known CHECK ((status = ANY (ARRAY['applied'::text, 'accepted'::text, 'refused'::text, 'withdrawn'::text, 'entered'::text, 'exited'::text]))),
  constraint incubation_stays_until_a_day CHECK (((entered_on IS NULL) = (leave_by IS NULL))),
  constraint incubation_applied_by_fkey FOREIGN KEY (applied_by) REFERENCES person(id),
  constraint incubation_area_fkey FOREIGN KEY (area) REFERENCES area(code),
  constraint incubation_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id),
  constraint incubation_organization_fkey FOREIGN KEY (organization) REFERENCES organization(id) ON DELETE CASCADE,
  constraint incubation_support_platform_fkey FOREIGN KEY (support_platform) REFERENCES support_platform(id)
);

create table incubation_stage (
  id uuid not null,
  incubation uuid not null,
  stage text not null,
  mentor text,
  goal text not null,
  starts_on date not null,
  ends_on date,
  finding text,
  constraint incubation_stage_pkey PRIMARY KEY (id),
  constraint incubation_stage_once_at_a_time EXCLUDE USING gist (incubation WITH =, daterange(starts_on, ends_on) WITH &&),
  constraint incubation_stage_ends_after_it_starts CHECK ((ends_on >= starts_on)),
  constraint incubation_stage_incubation_fkey FOREIGN KEY (incubation) REFERENCES incubation(id) ON DELETE CASCADE
);

create table incubation_subsidy (
  id uuid not null,
  incubation uuid not null,
  amount integer not null,
  basis text not null,
  decided_on date not null,
  decided_by uuid,
  paid_on date,
  paid_by uuid,
  revoked_on date,
  reason text,
  constraint incubation_subsidy_pkey PRIMARY KEY (id),
  constraint incubation_subsidy_is_more_than_nothing CHECK ((amount > 0)),
  constraint incubation_subsidy_paid_after_it_was_decided CHECK ((paid_on >= decided_on)),
  constraint incubation_subsidy_paid_or_revoked CHECK (((paid_on IS NULL) OR (revoked_on IS NULL))),
  constraint incubation_subsidy_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id),
  constraint incubation_subsidy_incubation_fkey FOREIGN KEY (incubation) REFERENCES incubation(id) ON DELETE CASCADE,
  constraint incubation_subsidy_paid_by_fkey FOREIGN KEY (paid_by) REFERENCES person(id)
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
  file uuid,
  constraint judgement_pkey PRIMARY KEY (id),
  constraint judgement_result_known CHECK ((result = ANY (ARRAY['met'::text, 'onCourse'::text, 'behind'::text]))),
  constraint judgement_area_fkey FOREIGN KEY (area) REFERENCES area(code),
  constraint judgement_file_fkey FOREIGN KEY (file) REFERENCES stored_file(id),
  constraint judgement_person_fkey FOREIGN KEY (person) REFERENCES person(id),
  constraint judgement_programme_fkey FOREIGN KEY (programme) REFERENCES programme(id)
);

create table major_event_report (
  id uuid not null,
  activity uuid not null,
  status text not null,
  recipient text not null,
  reported_on date not null,
  reported_at timestamp with time zone not null,
  reported_by uuid,
  due_on date not null,
  content text not null,
  form text not null,
  participants text not null,
  fund_source text not null,
  safety_plan text not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  place text not null,
  expected integer not null,
  money bigint,
  answer_due date not null,
  answered_at timestamp with time zone,
  answered_by uuid,
  answer_words text,
  summary_due date not null,
  summarized_at timestamp with time zone,
  summarized_by uuid,
  summary text,
  problems text,
  spent bigint,
  demo boolean not null default false,
  constraint major_event_report_pkey PRIMARY KEY (id),
  constraint major_event_report_answered CHECK (((status = ANY (ARRAY['reported'::text, 'withdrawn'::text])) OR (answered_at IS NOT NULL))),
  constraint major_event_report_answered_in_words CHECK (((status <> ALL (ARRAY['conditional'::text, 'objected'::text])) OR (answer_words IS NOT NULL))),
  constraint major_event_report_recipient_known CHECK ((recipient = ANY (ARRAY['township'::text, 'county'::text]))),
  constraint major_event_report_spent_positive CHECK ((spent >= 0)),
  constraint major_event_report_status_known CHECK ((status = ANY (ARRAY['reported'::text, 'approved'::text, 'conditional'::text, 'objected'::text, 'withdrawn'::text]))),
  constraint major_event_report_summarized CHECK (((summarized_at IS NULL) = (summary IS NULL))),
  constraint major_event_report_activity_fkey FOREIGN KEY (activity) REFERENCES activity(id) ON DELETE CASCADE,
  constraint major_event_report_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES person(id),
  constraint major_event_report_reported_by_fkey FOREIGN KEY (reported_by) REFERENCES person(id),
  constraint major_event_report_summarized_by_fkey FOREIGN KEY (summarized_by) REFERENCES person(id)
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

create table organization_standing (
  id uuid not null,
  organization uuid not null,
  units integer,
  founders integer,
  founding_units integer,
  staff integer,
  money bigint,
  recorded_on date not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  superseded_at timestamp with time zone,
  constraint organization_standing_pkey PRIMARY KEY (id),
  constraint organization_standing_not_negative CHECK (((units >= 0) AND (founders >= 0) AND (founding_units >= 0) AND (staff >= 0) AND (money >= 0))),
  constraint organization_standing_organization_fkey FOREIGN KEY (organization) REFERENCES organization(id) ON DELETE CASCADE,
  constraint organization_standing_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id)
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
  due_on date not null default 'infinity'::date,
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
  result text,
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
  constraint party_key_person_seat_names_its_body CHECK (((body IS NOT NULL) = ((kind = 'seat'::text) OR (kind = 'leadership'::text)))),
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

create table party_photo (
  activity uuid not null,
  file uuid not null,
  constraint party_photo_pkey PRIMARY KEY (activity, file),
  constraint party_photo_activity_fkey FOREIGN KEY (activity) REFERENCES party_activity(id),
  constraint party_photo_file_fkey FOREIGN KEY (file) REFERENCES stored_file(id)
);

create table party_roster (
  organization uuid not null,
  kept_from date not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  constraint party_roster_pkey PRIMARY KEY (organization),
  constraint party_roster_organization_fkey FOREIGN KEY (organization) REFERENCES organization(id) ON DELETE CASCADE
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

create table project (
  id uuid not null,
  organization uuid not null,
  area bigint not null,
  province bigint not null,
  city bigint,
  county bigint,
  township bigint,
  community bigint,
  title text not null,
  need text not null,
  plan text,
  budget bigint,
  budget_source text,
  starts_on date not null,
  ends_on date,
  year integer default (EXTRACT(year FROM starts_on))::integer,
  status text not null,
  result text,
  cost bigint,
  reason text,
  follows uuid,
  version integer not null default 1,
  on_behalf boolean not null,
  recorded_by uuid,
  recorded_at timestamp with time zone not null,
  demo boolean not null default false,
  constraint project_pkey PRIMARY KEY (id),
  constraint project_budget_not_negative CHECK ((budget >= 0)),
  constraint project_budget_source_known CHECK ((budget_source = ANY (ARRAY['own'::text, 'community'::text, 'grant'::text, 'purchase'::text, 'fund'::text, 'donation'::text, 'mixed'::text]))),
  constraint project_cost_not_negative CHECK ((cost >= 0)),
  constraint project_cost_when_finished CHECK (((cost IS NULL) OR (status = 'finished'::text))),
  constraint project_ends_after_it_starts CHECK (((ends_on >= starts_on) OR (status = 'stopped'::text))),
  constraint project_finished_has_a_result CHECK (((status = 'finished'::text) = (result IS NOT NULL))),
  constraint project_follows_another CHECK ((follows <> id)),
  constraint project_over_has_an_end CHECK (((status <> ALL (ARRAY['finished'::text, 'stopped'::text])) OR (ends_on IS NOT NULL))),
  constraint project_status_known CHECK ((status = ANY (ARRAY['planned'::text, 'running'::text, 'finished'::text, 'stopped'::text]))),
  constraint project_stopped_has_a_reason CHECK (((status = 'stopped'::text) = (reason IS NOT NULL))),
  constraint project_area_fkey FOREIGN KEY (area) REFERENCES area(code),
  constraint project_follows_fkey FOREIGN KEY (follows) REFERENCES project(id),
  constraint project_organization_fkey FOREIGN KEY (organization) REFERENCES organization(id) ON DELETE CASCADE,
  constraint project_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id)
);

create table project_beneficiary (
  project uuid not null,
  kind text not null,
  planned integer,
  reached integer,
  constraint project_beneficiary_pkey PRIMARY KEY (project, kind),
  constraint project_beneficiary_kind_known CHECK ((kind = ANY (ARRAY['lowIncome'::text, 'emptyNest'::text, 'elderly'::text, 'leftBehind'::text, 'children'::text, 'youth'::text, 'disabled'::text, 'migrant'::text, 'residents'::text]))),
  constraint project_beneficiary_planned_not_negative CHECK ((planned >= 0)),
  constraint project_beneficiary_reached_not_negative CHECK ((reached >= 0)),
  constraint project_beneficiary_project_fkey FOREIGN KEY (project) REFERENCES project(id) ON DELETE CASCADE
);

create table project_reminder (
  organization uuid not null,
  year integer not null,
  reminded_on date not null,
  reminded_by uuid,
  constraint project_reminder_pkey PRIMARY KEY (organization, year, reminded_on),
  constraint project_reminder_organization_fkey FOREIGN KEY (organization) REFERENCES organization(id) ON DELETE CASCADE,
  constraint project_reminder_reminded_by_fkey FOREIGN KEY (reminded_by) REFERENCES person(id)
);

create table reorganization (
  id uuid not null,
  kind text not null,
  happened_on date not null,
  reason text not null,
  members_summed integer,
  members integer,
  party_members_summed integer,
  party_members integer,
  difference text,
  before jsonb not null,
  decided_by uuid,
  decided_by_name text not null,
  decided_at timestamp with time zone not null,
  annulled_at timestamp with time zone,
  annulled_by uuid,
  annulled_by_name text,
  annulled_reason text,
  constraint reorganization_pkey PRIMARY KEY (id),
  constraint reorganization_annulled_with_reason CHECK (((annulled_at IS NULL) = (annulled_reason IS NULL))),
  constraint reorganization_kind_known CHECK ((kind = ANY (ARRAY['merge'::text, 'split'::text]))),
  constraint reorganization_annulled_by_fkey FOREIGN KEY (annulled_by) REFERENCES person(id),
  constraint reorganization_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id)
);

create table reward_correction (
  id uuid not null,
  exam_reward uuid not null,
  corrected_on date not null,
  difference integer not null,
  reason text not null,
  recorded_by uuid,
  recorded_at timestamp with time zone not null,
  constraint reward_correction_pkey PRIMARY KEY (id),
  constraint reward_correction_exam_reward_fkey FOREIGN KEY (exam_reward) REFERENCES exam_reward(id) ON DELETE CASCADE,
  constraint reward_correction_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id)
);

create table reward_step (
  id uuid not null,
  exam_reward uuid not null,
  at timestamp with time zone not null,
  person uuid,
  person_name text not null,
  step text not null,
  words text,
  proof uuid,
  changes jsonb not null default '[]'::jsonb,
  constraint reward_step_pkey PRIMARY KEY (id),
  constraint reward_step_has_words CHECK (((words IS NOT NULL) OR (step <> ALL (ARRAY['return'::text, 'refuse'::text, 'withdraw'::text])))),
  constraint reward_step_known CHECK ((step = ANY (ARRAY['apply'::text, 'return'::text, 'resend'::text, 'approve'::text, 'refuse'::text, 'withdraw'::text, 'pay'::text]))),
  constraint reward_step_exam_reward_fkey FOREIGN KEY (exam_reward) REFERENCES exam_reward(id) ON DELETE CASCADE,
  constraint reward_step_person_fkey FOREIGN KEY (person) REFERENCES person(id),
  constraint reward_step_proof_fkey FOREIGN KEY (proof) REFERENCES stored_file(id)
);

create table rule_set (
  id uuid not null,
  area bigint,
  version integer not null,
  title text not null,
  entries jsonb not null,
  reason text not null,
  loaded_at timestamp with time zone not null,
  loaded_by uuid,
  superseded_at timestamp with time zone,
  constraint rule_set_pkey PRIMARY KEY (id),
  constraint rule_set_version_once UNIQUE NULLS NOT DISTINCT (area, version),
  constraint rule_set_version_positive CHECK ((version > 0)),
  constraint rule_set_area_fkey FOREIGN KEY (area) REFERENCES area(code),
  constraint rule_set_loaded_by_fkey FOREIGN KEY (loaded_by) REFERENCES person(id)
);

create table service_certificate (
  id uuid not null,
  number text not null,
  code text not null,
  organization uuid not null,
  volunteer uuid not null,
  name text not null,
  body text not null,
  place text not null,
  starts_on date not null,
  ends_on date not null,
  minutes integer not null,
  issued_on date not null,
  issued_by uuid,
  status text not null,
  ended_on date,
  reason text,
  demo boolean not null default false,
  constraint service_certificate_pkey PRIMARY KEY (id),
  constraint service_certificate_code_unique UNIQUE (code),
  constraint service_certificate_number_unique UNIQUE (number),
  constraint service_certificate_cancelled_has_a_day CHECK (((status = 'cancelled'::text) = (ended_on IS NOT NULL))),
  constraint service_certificate_cancelled_has_a_reason CHECK (((status = 'cancelled'::text) = (reason IS NOT NULL))),
  constraint service_certificate_covers_days CHECK ((ends_on >= starts_on)),
  constraint service_certificate_status_known CHECK ((status = ANY (ARRAY['valid'::text, 'cancelled'::text]))),
  constraint service_certificate_issued_by_fkey FOREIGN KEY (issued_by) REFERENCES person(id),
  constraint service_certificate_organization_fkey FOREIGN KEY (organization) REFERENCES organization(id) ON DELETE CASCADE,
  constraint service_certificate_volunteer_fkey FOREIGN KEY (volunteer) REFERENCES volunteer(id)
);

create table service_entry (
  id uuid not null,
  team_member uuid not null,
  volunteer uuid not null,
  organization uuid not null,
  area bigint not null,
  province bigint not null,
  city bigint,
  county bigint,
  township bigint,
  community bigint,
  kind text not null,
  content text not null,
  served_on date not null,
  starts_at timestamp with time zone,
  ends_at timestamp with time zone,
  minutes integer not null,
  status text not null,
  due_on date not null,
  recorded_by uuid,
  recorded_at timestamp with time zone not null,
  reason text,
  objection text,
  objected_on date,
  answer text,
  corrects uuid,
  import uuid,
  demo boolean not null default false,
  self_confirmed boolean not null default false,
  constraint service_entry_pkey PRIMARY KEY (id),
  constraint service_entry_corrects_once UNIQUE (corrects),
  constraint service_entry_one_place_at_a_time EXCLUDE USING gist (volunteer WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (((starts_at IS NOT NULL) AND (status = ANY (ARRAY['waiting'::text, 'confirmed'::text])))),
  constraint service_entry_closed_with_reason CHECK (((status = ANY (ARRAY['waiting'::text, 'confirmed'::text])) = (reason IS NULL))),
  constraint service_entry_kind_known CHECK ((kind = ANY (ARRAY['community'::text, 'elderly'::text, 'children'::text, 'culture'::text, 'environment'::text, 'safety'::text, 'mediation'::text, 'event'::text, 'rescue'::text, 'other'::text]))),
  constraint service_entry_minutes_fit CHECK (((starts_at IS NULL) OR (EXTRACT(epoch FROM (ends_at - starts_at)) >= ((minutes * 60))::numeric))),
  constraint service_entry_minutes_within_a_day CHECK (((minutes >= 1) AND (minutes <= 1440))),
  constraint service_entry_objection_has_a_day CHECK (((objection IS NULL) = (objected_on IS NULL))),
  constraint service_entry_self_confirmed_once_confirmed CHECK (((NOT self_confirmed) OR (status = ANY (ARRAY['confirmed'::text, 'corrected'::text, 'withdrawn'::text])))),
  constraint service_entry_status_known CHECK ((status = ANY (ARRAY['waiting'::text, 'confirmed'::text, 'refused'::text, 'corrected'::text, 'withdrawn'::text]))),
  constraint service_entry_times_together CHECK (((starts_at IS NULL) = (ends_at IS NULL))),
  constraint service_entry_area_fkey FOREIGN KEY (area) REFERENCES area(code),
  constraint service_entry_corrects_fkey FOREIGN KEY (corrects) REFERENCES service_entry(id),
  constraint service_entry_import_fkey FOREIGN KEY (import) REFERENCES import(id),
  constraint service_entry_organization_fkey FOREIGN KEY (organization) REFERENCES organization(id) ON DELETE CASCADE,
  constraint service_entry_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  constraint service_entry_team_member_fkey FOREIGN KEY (team_member) REFERENCES team_member(id),
  constraint service_entry_volunteer_fkey FOREIGN KEY (volunteer) REFERENCES volunteer(id)
);

create table session (
  id bytea not null,
  person uuid,
  data jsonb not null,
  expires_at timestamp with time zone not null,
  constraint session_pkey PRIMARY KEY (id),
  constraint session_person_fkey FOREIGN KEY (person) REFERENCES person(id)
);

create table social_worker (
  id uuid not null,
  name text not null,
  area bigint not null,
  province bigint not null,
  city bigint,
  county bigint,
  township bigint,
  community bigint,
  recorded_by uuid,
  recorded_at timestamp with time zone not null,
  version integer not null default 1,
  demo boolean not null default false,
  keeper uuid,
  bare text not null,
  constraint social_worker_pkey PRIMARY KEY (id),
  constraint social_worker_keeper_once UNIQUE (keeper),
  constraint social_worker_area_fkey FOREIGN KEY (area) REFERENCES area(code),
  constraint social_worker_keeper_fkey FOREIGN KEY (keeper) REFERENCES person(id),
  constraint social_worker_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id)
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

create table succession (
  reorganization uuid not null,
  predecessor uuid not null,
  successor uuid not null,
  constraint succession_pkey PRIMARY KEY (reorganization, predecessor, successor),
  constraint succession_of_another CHECK ((predecessor <> successor)),
  constraint succession_predecessor_fkey FOREIGN KEY (predecessor) REFERENCES organization(id),
  constraint succession_reorganization_fkey FOREIGN KEY (reorganization) REFERENCES reorganization(id) ON DELETE CASCADE,
  constraint succession_successor_fkey FOREIGN KEY (successor) REFERENCES organization(id)
);

create table support_platform (
  id uuid not null,
  name text not null,
  kind text not null,
  area bigint not null,
  province bigint not null,
  city bigint,
  county bigint,
  township bigint,
  community bigint,
  operator uuid,
  operator_words text,
  place text,
  opened_on date not null,
  closed_on date,
  demo boolean not null default false,
  version integer not null default 1,
  constraint support_platform_pkey PRIMARY KEY (id),
  constraint support_platform_closes_after_it_opens CHECK ((closed_on > opened_on)),
  constraint support_platform_kind_known CHECK ((kind = ANY (ARRAY['platform'::text, 'incubator'::text, 'socialWorkStation'::text, 'venue'::text]))),
  constraint support_platform_one_operator CHECK (((operator IS NULL) OR (operator_words IS NULL))),
  constraint support_platform_area_fkey FOREIGN KEY (area) REFERENCES area(code),
  constraint support_platform_operator_fkey FOREIGN KEY (operator) REFERENCES organization(id) ON DELETE SET NULL
);

create table support_service (
  support_platform uuid not null,
  service text not null,
  constraint support_service_pkey PRIMARY KEY (support_platform, service),
  constraint support_service_support_platform_fkey FOREIGN KEY (support_platform) REFERENCES support_platform(id) ON DELETE CASCADE
);

create table team_member (
  id uuid not null,
  volunteer_team uuid not null,
  volunteer uuid not null,
  starts_on date not null,
  ends_on date,
  demo boolean not null default false,
  constraint team_member_pkey PRIMARY KEY (id),
  constraint team_member_ends_after_joining CHECK ((ends_on >= starts_on)),
  constraint team_member_volunteer_fkey FOREIGN KEY (volunteer) REFERENCES volunteer(id),
  constraint team_member_volunteer_team_fkey FOREIGN KEY (volunteer_team) REFERENCES volunteer_team(id) ON DELETE CASCADE
);

create table tier_decision (
  id uuid not null,
  organization uuid not null,
  tier text not null,
  toward text not null,
  facts jsonb not null,
  decision text not null,
  reason text not null,
  decided_on date not null,
  decided_at timestamp with time zone not null,
  decided_by uuid,
  superseded_at timestamp with time zone,
  constraint tier_decision_pkey PRIMARY KEY (id),
  constraint tier_decision_known CHECK ((decision = ANY (ARRAY['keep'::text, 'follow'::text]))),
  constraint tier_decision_tier_known CHECK ((tier = ANY (ARRAY['registered'::text, 'filed'::text, 'guided'::text]))),
  constraint tier_decision_toward_known CHECK ((toward = ANY (ARRAY['registered'::text, 'filed'::text, 'guided'::text]))),
  constraint tier_decision_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id),
  constraint tier_decision_organization_fkey FOREIGN KEY (organization) REFERENCES organization(id) ON DELETE CASCADE
);

create table training (
  id uuid not null,
  title text not null,
  area bigint not null,
  province bigint not null,
  city bigint,
  county bigint,
  township bigint,
  community bigint,
  level text not null,
  organizer text not null,
  audience text not null,
  kind text not null,
  status text not null,
  held_on date not null,
  until date not null,
  starts_at timestamp with time zone,
  ends_at timestamp with time zone,
  place text,
  link text,
  seats integer,
  note text,
  record_by date not null,
  version integer not null default 1,
  demo boolean not null default false,
  created_by uuid,
  created_at timestamp with time zone not null,
  constraint training_pkey PRIMARY KEY (id),
  constraint training_audience_known CHECK ((audience = ANY (ARRAY['keyMembers'::text, 'socialWork'::text, 'officers'::text]))),
  constraint training_ends_after_it_starts CHECK ((ends_at > starts_at)),
  constraint training_has_both_hours CHECK (((starts_at IS NULL) = (ends_at IS NULL))),
  constraint training_kind_known CHECK ((kind = ANY (ARRAY['onSite'::text, 'online'::text]))),
  constraint training_lasts CHECK ((until >= held_on)),
  constraint training_level_known CHECK ((level = ANY (ARRAY['province'::text, 'city'::text, 'county'::text, 'township'::text, 'community'::text]))),
  constraint training_online_has_a_link_and_no_hours CHECK (((kind = 'onSite'::text) OR ((link IS NOT NULL) AND (starts_at IS NULL)))),
  constraint training_seats_are_some CHECK ((seats > 0)),
  constraint training_status_known CHECK ((status = ANY (ARRAY['announced'::text, 'held'::text, 'cancelled'::text]))),
  constraint training_area_fkey FOREIGN KEY (area) REFERENCES area(code),
  constraint training_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id)
);

create table training_attendance (
  id uuid not null,
  training uuid not null,
  organization uuid,
  area bigint not null,
  province bigint not null,
  city bigint,
  county bigint,
  township bigint,
  community bigint,
  audience text not null,
  level text not null,
  name text not null,
  bare text not null,
  leader boolean not null,
  attended_on date not null,
  recorded_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  check_in uuid,
  said text,
  demo boolean not null default false,
  constraint training_attendance_pkey PRIMARY KEY (id),
  constraint training_attendance_once UNIQUE NULLS NOT DISTINCT (training, organization, bare, removed_at),
  constraint training_attendance_audience_known CHECK ((audience = ANY (ARRAY['keyMembers'::text, 'socialWork'::text, 'officers'::text]))),
  constraint training_attendance_level_known CHECK ((level = ANY (ARRAY['province'::text, 'city'::text, 'county'::text, 'township'::text, 'community'::text]))),
  constraint training_attendance_says_what_is_not_offered CHECK (((said IS NULL) OR ((check_in IS NOT NULL) AND (organization IS NULL)))),
  constraint training_attendance_area_fkey FOREIGN KEY (area) REFERENCES area(code),
  constraint training_attendance_check_in_fkey FOREIGN KEY (check_in) REFERENCES training_check_in(id),
  constraint training_attendance_organization_fkey FOREIGN KEY (organization) REFERENCES organization(id) ON DELETE CASCADE,
  constraint training_attendance_training_fkey FOREIGN KEY (training) REFERENCES training(id) ON DELETE CASCADE
);

create table training_check_in (
  id uuid not null,
  training uuid not null,
  code text not null,
  day date not null,
  opened_by uuid,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  constraint training_check_in_pkey PRIMARY KEY (id),
  constraint training_check_in_code_once UNIQUE (code),
  constraint training_check_in_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES person(id),
  constraint training_check_in_training_fkey FOREIGN KEY (training) REFERENCES training(id) ON DELETE CASCADE
);

create table training_enrolment (
  id uuid not null,
  training uuid not null,
  organization uuid not null,
  status text not null,
  people integer not null default 0,
  names jsonb not null default '[]'::jsonb,
  invited_at timestamp with time zone,
  answered_at timestamp with time zone,
  reason text,
  demo boolean not null default false,
  constraint training_enrolment_pkey PRIMARY KEY (id),
  constraint training_enrolment_once UNIQUE (training, organization),
  constraint training_enrolment_is_for_somebody CHECK (((status = 'enrolled'::text) = (people > 0))),
  constraint training_enrolment_names_fit CHECK ((jsonb_array_length(names) <= people)),
  constraint training_enrolment_recalled_for_a_reason CHECK (((status <> 'recalled'::text) OR (reason IS NOT NULL))),
  constraint training_enrolment_status_known CHECK ((status = ANY (ARRAY['invited'::text, 'enrolled'::text, 'declined'::text, 'withdrawn'::text, 'recalled'::text]))),
  constraint training_enrolment_organization_fkey FOREIGN KEY (organization) REFERENCES organization(id) ON DELETE CASCADE,
  constraint training_enrolment_training_fkey FOREIGN KEY (training) REFERENCES training(id) ON DELETE CASCADE
);

create table training_material (
  training uuid not null,
  stored_file uuid not null,
  constraint training_material_pkey PRIMARY KEY (training, stored_file),
  constraint training_material_stored_file_fkey FOREIGN KEY (stored_file) REFERENCES stored_file(id) ON DELETE CASCADE,
  constraint training_material_training_fkey FOREIGN KEY (training) REFERENCES training(id) ON DELETE CASCADE
);

create table training_namesake (
  attendance uuid not null,
  other uuid not null,
  said_by uuid,
  said_at timestamp with time zone not null,
  constraint training_namesake_pkey PRIMARY KEY (attendance, other),
  constraint training_namesake_is_another CHECK ((attendance < other)),
  constraint training_namesake_attendance_fkey FOREIGN KEY (attendance) REFERENCES training_attendance(id) ON DELETE CASCADE,
  constraint training_namesake_other_fkey FOREIGN KEY (other) REFERENCES training_attendance(id) ON DELETE CASCADE,
  constraint training_namesake_said_by_fkey FOREIGN KEY (said_by) REFERENCES person(id)
);

create table training_paper (
  id uuid not null,
  number text not null,
  code text not null,
  training uuid not null,
  organization uuid,
  names jsonb not null,
  body text,
  title text not null,
  organizer text not null,
  kind text not null,
  starts_on date not null,
  ends_on date not null,
  hours text,
  issued_on date not null,
  issued_by uuid,
  demo boolean not null default false,
  constraint training_paper_pkey PRIMARY KEY (id),
  constraint training_paper_code_unique UNIQUE (code),
  constraint training_paper_number_unique UNIQUE (number),
  constraint training_paper_ends_after_it_starts CHECK ((ends_on >= starts_on)),
  constraint training_paper_kind_known CHECK ((kind = ANY (ARRAY['onSite'::text, 'online'::text]))),
  constraint training_paper_names_somebody CHECK ((jsonb_array_length(names) > 0)),
  constraint training_paper_issued_by_fkey FOREIGN KEY (issued_by) REFERENCES person(id),
  constraint training_paper_organization_fkey FOREIGN KEY (organization) REFERENCES organization(id) ON DELETE CASCADE,
  constraint training_paper_training_fkey FOREIGN KEY (training) REFERENCES training(id) ON DELETE CASCADE
);

create table training_plan (
  id uuid not null,
  area bigint not null,
  province bigint not null,
  city bigint,
  county bigint,
  township bigint,
  community bigint,
  year integer not null,
  audience text not null,
  trainings integer not null,
  attendances integer not null,
  demo boolean not null default false,
  constraint training_plan_pkey PRIMARY KEY (id),
  constraint training_plan_once UNIQUE (area, year, audience),
  constraint training_plan_audience_known CHECK ((audience = ANY (ARRAY['keyMembers'::text, 'socialWork'::text, 'officers'::text]))),
  constraint training_plan_not_negative CHECK (((trainings >= 0) AND (attendances >= 0))),
  constraint training_plan_area_fkey FOREIGN KEY (area) REFERENCES area(code)
);

create table venue (
  id uuid not null,
  open_to bigint not null,
  contact text,
  terms text not null,
  terms_note text,
  for_whom text,
  hours jsonb not null,
  closed_on_holidays boolean not null,
  version integer not null default 1,
  demo boolean not null default false,
  constraint venue_pkey PRIMARY KEY (id),
  constraint venue_discount_is_told CHECK (((terms <> 'discounted'::text) OR (terms_note IS NOT NULL))),
  constraint venue_terms_known CHECK ((terms = ANY (ARRAY['free'::text, 'discounted'::text]))),
  constraint venue_id_fkey FOREIGN KEY (id) REFERENCES support_platform(id),
  constraint venue_open_to_fkey FOREIGN KEY (open_to) REFERENCES area(code)
);

create table venue_booking (
  id uuid not null,
  venue_room uuid not null,
  organization uuid not null,
  series uuid,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  purpose text not null,
  people integer,
  status text not null,
  asked_by uuid,
  asked_at timestamp with time zone not null,
  due_on date not null,
  answered_by uuid,
  answered_at timestamp with time zone,
  ended_by text,
  short_notice boolean not null default false,
  reason text,
  demo boolean not null default false,
  constraint venue_booking_pkey PRIMARY KEY (id),
  constraint venue_booking_room_taken_once EXCLUDE USING gist (venue_room WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE ((status = ANY (ARRAY['accepted'::text, 'used'::text, 'unused'::text]))),
  constraint venue_booking_cancelled_by_somebody CHECK (((status = 'cancelled'::text) = (ended_by IS NOT NULL))),
  constraint venue_booking_ended_by_known CHECK ((ended_by = ANY (ARRAY['asker'::text, 'keeper'::text]))),
  constraint venue_booking_ends_after_it_starts CHECK ((ends_at > starts_at)),
  constraint venue_booking_has_people CHECK ((people > 0)),
  constraint venue_booking_status_known CHECK ((status = ANY (ARRAY['asked'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text, 'cancelled'::text, 'used'::text, 'unused'::text]))),
  constraint venue_booking_within_a_day CHECK ((((starts_at AT TIME ZONE 'Asia/Shanghai'::text))::date = (((ends_at - '00:00:00.000001'::interval) AT TIME ZONE 'Asia/Shanghai'::text))::date)),
  constraint venue_booking_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES person(id),
  constraint venue_booking_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES person(id),
  constraint venue_booking_organization_fkey FOREIGN KEY (organization) REFERENCES organization(id) ON DELETE CASCADE,
  constraint venue_booking_venue_room_fkey FOREIGN KEY (venue_room) REFERENCES venue_room(id)
);

create table venue_room (
  id uuid not null,
  venue uuid not null,
  name text not null,
  capacity integer,
  equipment text,
  closed boolean not null default false,
  feed_code text,
  demo boolean not null default false,
  constraint venue_room_pkey PRIMARY KEY (id),
  constraint venue_room_name_once UNIQUE (venue, name),
  constraint venue_room_holds_somebody CHECK ((capacity > 0)),
  constraint venue_room_venue_fkey FOREIGN KEY (venue) REFERENCES venue(id) ON DELETE CASCADE
);

create table volunteer (
  id uuid not null,
  name text not null,
  phone text,
  birth_year integer,
  guardian text,
  consented_on date,
  keeper uuid,
  recorded_by uuid,
  recorded_at timestamp with time zone not null,
  demo boolean not null default false,
  constraint volunteer_pkey PRIMARY KEY (id),
  constraint volunteer_keeper_once UNIQUE (keeper),
  constraint volunteer_consent_names_the_guardian CHECK (((guardian IS NULL) = (consented_on IS NULL))),
  constraint volunteer_keeper_fkey FOREIGN KEY (keeper) REFERENCES person(id),
  constraint volunteer_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id)
);

create table volunteer_team (
  id uuid not null,
  organization uuid not null,
  name text not null,
  starts_on date not null,
  ends_on date,
  reason text,
  recorded_by uuid,
  recorded_at timestamp with time zone not null,
  demo boolean not null default false,
  constraint volunteer_team_pkey PRIMARY KEY (id),
  constraint volunteer_team_ended_has_a_reason CHECK (((ends_on IS NULL) = (reason IS NULL))),
  constraint volunteer_team_ends_after_it_starts CHECK ((ends_on >= starts_on)),
  constraint volunteer_team_organization_fkey FOREIGN KEY (organization) REFERENCES organization(id) ON DELETE CASCADE,
  constraint volunteer_team_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id)
);

create table worker_certificate (
  id uuid not null,
  social_worker uuid not null,
  grade text not null,
  number text,
  obtained_on date not null,
  valid_until date,
  renew_from date,
  constraint worker_certificate_pkey PRIMARY KEY (id),
  constraint worker_certificate_number_is_one_persons UNIQUE (grade, number),
  constraint worker_certificate_once_a_grade UNIQUE (social_worker, grade),
  constraint worker_certificate_ends_after_it_starts CHECK ((valid_until >= obtained_on)),
  constraint worker_certificate_grade_known CHECK ((grade = ANY (ARRAY['assistant'::text, 'qualified'::text, 'senior'::text]))),
  constraint worker_certificate_social_worker_fkey FOREIGN KEY (social_worker) REFERENCES social_worker(id) ON DELETE CASCADE
);

create table worker_period (
  social_worker uuid not null,
  starts_on date not null,
  ends_on date,
  area bigint not null,
  province bigint not null,
  city bigint,
  county bigint,
  township bigint,
  community bigint,
  organization uuid,
  employment text not null,
  grade text not null,
  constraint worker_period_pkey PRIMARY KEY (social_worker, starts_on),
  constraint worker_period_ends_after_it_starts CHECK ((ends_on > starts_on)),
  constraint worker_period_grade_known CHECK ((grade = ANY (ARRAY['assistant'::text, 'qualified'::text, 'senior'::text, 'none'::text]))),
  constraint worker_period_area_fkey FOREIGN KEY (area) REFERENCES area(code),
  constraint worker_period_organization_fkey FOREIGN KEY (organization) REFERENCES organization(id),
  constraint worker_period_social_worker_fkey FOREIGN KEY (social_worker) REFERENCES social_worker(id) ON DELETE CASCADE
);

create table worker_post (
  id uuid not null,
  social_worker uuid not null,
  site text not null,
  area bigint not null,
  organization uuid,
  employment text not null,
  starts_on date not null,
  ends_on date,
  station uuid,
  station_words text,
  constraint worker_post_pkey PRIMARY KEY (id),
  constraint worker_post_one_at_a_time EXCLUDE USING gist (social_worker WITH =, daterange(starts_on, ends_on) WITH &&),
  constraint worker_post_employment_known CHECK ((employment = ANY (ARRAY['full'::text, 'part'::text]))),
  constraint worker_post_ends_after_it_starts CHECK ((ends_on > starts_on)),
  constraint worker_post_one_station CHECK (((station IS NULL) OR (station_words IS NULL))),
  constraint worker_post_organization_is_named CHECK (((site = 'organization'::text) = (organization IS NOT NULL))),
  constraint worker_post_site_known CHECK ((site = ANY (ARRAY['community'::text, 'station'::text, 'organization'::text, 'other'::text]))),
  constraint worker_post_station_only_at_stations CHECK (((site = 'station'::text) OR ((station IS NULL) AND (station_words IS NULL)))),
  constraint worker_post_area_fkey FOREIGN KEY (area) REFERENCES area(code),
  constraint worker_post_organization_fkey FOREIGN KEY (organization) REFERENCES organization(id),
  constraint worker_post_social_worker_fkey FOREIGN KEY (social_worker) REFERENCES social_worker(id) ON DELETE CASCADE,
  constraint worker_post_station_fkey FOREIGN KEY (station) REFERENCES support_platform(id)
);

CREATE INDEX activity_area ON public.activity USING btree (area, starts_at);
CREATE INDEX activity_community ON public.activity USING btree (community, starts_at);
CREATE INDEX activity_county ON public.activity USING btree (county, starts_at);
CREATE INDEX activity_created_by ON public.activity USING btree (created_by);
CREATE INDEX activity_held_by ON public.activity USING btree (held_by);
CREATE INDEX activity_open ON public.activity USING btree (ends_at) WHERE (status = ANY (ARRAY['planned'::text, 'published'::text]));
CREATE INDEX activity_organization ON public.activity USING btree (organization, starts_at DESC);
CREATE INDEX activity_partner_organization ON public.activity_partner USING btree (organization);
CREATE INDEX activity_photo_file ON public.activity_photo USING btree (file);
CREATE INDEX activity_sign_up_came ON public.activity_sign_up USING btree (phone_hash) WHERE came;
CREATE INDEX activity_sign_up_entered_by ON public.activity_sign_up USING btree (entered_by);
CREATE INDEX activity_sign_up_phone_kept ON public.activity_sign_up USING btree (activity) WHERE (phone IS NOT NULL);
CREATE UNIQUE INDEX activity_sign_up_phone_once ON public.activity_sign_up USING btree (activity, phone_hash) WHERE (status <> 'cancelled'::text);
CREATE INDEX activity_to_report ON public.activity USING btree (report_due) WHERE (report_due IS NOT NULL);
CREATE INDEX activity_township ON public.activity USING btree (township, starts_at);
CREATE INDEX admonition_organization ON public.admonition USING btree (organization, happened_on DESC);
CREATE INDEX admonition_recorded_by ON public.admonition USING btree (recorded_by);
CREATE INDEX admonition_settled_by ON public.admonition USING btree (settled_by);
CREATE INDEX application_area ON public.application USING btree (area);
CREATE INDEX application_city ON public.application USING btree (city, due_on);
CREATE INDEX application_community_desk ON public.application USING btree (community, desk, due_on);
CREATE INDEX application_county_desk ON public.application USING btree (county, desk, due_on);
CREATE INDEX application_decided_by ON public.application USING btree (decided_by);
CREATE UNIQUE INDEX application_draft_once ON public.application USING btree (opened_by, draft_key);
CREATE INDEX application_file_added_by ON public.application_file USING btree (added_by);
CREATE INDEX application_file_application ON public.application_file USING btree (application, added_at);
CREATE INDEX application_file_file ON public.application_file USING btree (file);
CREATE INDEX application_keeper ON public.application USING btree (keeper);
CREATE UNIQUE INDEX application_member_once ON public.application_member USING btree (application, name, COALESCE(mark, ''::text));
CREATE UNIQUE INDEX application_name_once ON public.application USING btree (area, name) WHERE ((kind = 'establish'::text) AND (status = ANY (ARRAY['confirming'::text, 'opinion'::text, 'accepting'::text, 'correcting'::text, 'reviewing'::text, 'deciding'::text])));
CREATE INDEX application_opened_by ON public.application USING btree (opened_by);
CREATE INDEX application_organization ON public.application USING btree (organization);
CREATE INDEX application_step_application ON public.application_step USING btree (application, at, id);
CREATE INDEX application_step_person ON public.application_step USING btree (person);
CREATE INDEX application_township_desk ON public.application USING btree (township, desk, due_on);
CREATE UNIQUE INDEX application_upgrade_once ON public.application USING btree (organization) WHERE ((kind = 'upgrade'::text) AND (status <> ALL (ARRAY['approved'::text, 'refused'::text, 'withdrawn'::text])));
CREATE INDEX area_city ON public.area USING btree (city, level);
CREATE INDEX area_county ON public.area USING btree (county, level);
CREATE INDEX area_level_initials ON public.area USING btree (level, initials text_pattern_ops);
CREATE INDEX area_level_pinyin ON public.area USING btree (level, pinyin text_pattern_ops);
CREATE INDEX area_level_short_name ON public.area USING btree (level, short_name text_pattern_ops);
CREATE INDEX area_parent ON public.area USING btree (parent);
CREATE INDEX area_population_recorded_by ON public.area_population USING btree (recorded_by);
CREATE INDEX area_province ON public.area USING btree (province, level);
CREATE INDEX area_search ON public.area USING gin (search);
CREATE INDEX area_township ON public.area USING btree (township);
CREATE INDEX baseline_entry_area ON public.baseline_entry USING btree (area);
CREATE INDEX census_answer_answered_by ON public.census_answer USING btree (answered_by);
CREATE INDEX census_answer_area ON public.census_answer USING btree (area);
CREATE INDEX census_answer_organization ON public.census_answer USING btree (organization);
CREATE INDEX census_area ON public.census USING btree (area);
CREATE INDEX census_baseline_area ON public.census_baseline USING btree (area, as_of);
CREATE INDEX census_baseline_census ON public.census_baseline USING btree (census);
CREATE INDEX census_baseline_frozen_by ON public.census_baseline USING btree (frozen_by);
CREATE UNIQUE INDEX census_baseline_in_force ON public.census_baseline USING btree (census) WHERE (withdrawn_at IS NULL);
CREATE INDEX census_created_by ON public.census USING btree (created_by);
CREATE INDEX census_open ON public.census USING btree (due_on) WHERE (status = 'open'::text);
CREATE INDEX census_place_area ON public.census_place USING btree (area);
CREATE INDEX census_place_community_waits ON public.census_place USING btree (community) WHERE (finished_at IS NULL);
CREATE INDEX census_place_county_waits ON public.census_place USING btree (county) WHERE (finished_at IS NULL);
CREATE INDEX census_place_finished_by ON public.census_place USING btree (finished_by);
CREATE INDEX census_place_township_waits ON public.census_place USING btree (township) WHERE (finished_at IS NULL);
CREATE INDEX certificate_issued ON public.certificate USING btree (issued_on DESC, id DESC);
CREATE INDEX certificate_issued_by ON public.certificate USING btree (issued_by);
CREATE INDEX certificate_organization ON public.certificate USING btree (organization, issued_on);
CREATE INDEX certificate_renewal ON public.certificate USING btree (renew_from) WHERE (status = 'valid'::text);
CREATE INDEX certificate_touched ON public.certificate USING btree (organization) WHERE ((status = 'valid'::text) AND touched);
CREATE UNIQUE INDEX certificate_valid_once ON public.certificate USING btree (organization) WHERE (status = 'valid'::text);
CREATE INDEX certified_entry_service_entry ON public.certified_entry USING btree (service_entry);
CREATE INDEX change_request_area ON public.change_request USING btree (area);
CREATE INDEX change_request_asked_by ON public.change_request USING btree (asked_by);
CREATE UNIQUE INDEX change_request_one_open ON public.change_request USING btree (organization, kind) WHERE (status = ANY (ARRAY['submitted'::text, 'returned'::text]));
CREATE INDEX change_request_organization ON public.change_request USING btree (organization, asked_at DESC);
CREATE INDEX change_request_to_area ON public.change_request USING btree (to_area);
CREATE INDEX change_step_change_request ON public.change_step USING btree (change_request, at);
CREATE INDEX change_step_person ON public.change_step USING btree (person);
CREATE INDEX charter_version_drafted_by ON public.charter_version USING btree (drafted_by);
CREATE UNIQUE INDEX charter_version_one_draft ON public.charter_version USING btree (organization) WHERE (status = 'draft'::text);
CREATE UNIQUE INDEX charter_version_one_in_force ON public.charter_version USING btree (organization) WHERE (status = 'inForce'::text);
CREATE UNIQUE INDEX charter_version_one_waiting ON public.charter_version USING btree (organization) WHERE (status = 'adopted'::text);
CREATE INDEX charter_version_organization ON public.charter_version USING btree (organization, drafted_on);
CREATE INDEX charter_version_stored_file ON public.charter_version USING btree (stored_file);
CREATE INDEX charter_vote_recorded_by ON public.charter_vote USING btree (recorded_by);
CREATE INDEX dated_record_area ON public.dated_record USING btree (area, kind);
CREATE INDEX dated_record_closed_by ON public.dated_record USING btree (closed_by);
CREATE INDEX dated_record_community ON public.dated_record USING btree (community, kind, starts_on) WHERE (status = 'standing'::text);
CREATE INDEX dated_record_counted ON public.dated_record USING btree (kind, starts_on) WHERE (status = 'standing'::text);
CREATE INDEX dated_record_county ON public.dated_record USING btree (county, kind, starts_on) WHERE (status = 'standing'::text);
CREATE INDEX dated_record_day ON public.dated_record USING btree (starts_on DESC, id DESC);
CREATE UNIQUE INDEX dated_record_determined_once ON public.dated_record USING btree (area, ((attributes ->> 'condition'::text)), starts_on) WHERE ((kind = 'determinations'::text) AND (status = 'standing'::text));
CREATE INDEX dated_record_file ON public.dated_record USING btree (file);
CREATE INDEX dated_record_organization ON public.dated_record USING btree (organization);
CREATE INDEX dated_record_recorded_by ON public.dated_record USING btree (recorded_by);
CREATE INDEX dated_record_township ON public.dated_record USING btree (township, kind, starts_on) WHERE (status = 'standing'::text);
CREATE INDEX dormancy_judgement_decided_by ON public.dormancy_judgement USING btree (decided_by);
CREATE INDEX dormancy_judgement_organization ON public.dormancy_judgement USING btree (organization, decided_at DESC);
CREATE INDEX event_person ON public.event USING btree (person, at DESC);
CREATE INDEX event_subject ON public.event USING btree (subject_kind, subject, at DESC, id DESC);
CREATE INDEX exam_reward_applied ON public.exam_reward USING btree (applied_on DESC, id DESC);
CREATE INDEX exam_reward_applied_by ON public.exam_reward USING btree (applied_by);
CREATE INDEX exam_reward_area ON public.exam_reward USING btree (area);
CREATE INDEX exam_reward_decided_by ON public.exam_reward USING btree (decided_by);
CREATE UNIQUE INDEX exam_reward_once_a_certificate ON public.exam_reward USING btree (grade, number) WHERE (status = ANY (ARRAY['submitted'::text, 'returned'::text, 'approved'::text, 'paid'::text]));
CREATE UNIQUE INDEX exam_reward_once_a_person ON public.exam_reward USING btree (identity_hash, grade) WHERE (status = ANY (ARRAY['submitted'::text, 'returned'::text, 'approved'::text, 'paid'::text]));
CREATE INDEX exam_reward_organization ON public.exam_reward USING btree (organization);
CREATE INDEX exam_reward_paid ON public.exam_reward USING btree (paid_on) WHERE (status = 'paid'::text);
CREATE INDEX exam_reward_proof ON public.exam_reward USING btree (proof);
CREATE INDEX exam_reward_social_worker ON public.exam_reward USING btree (social_worker);
CREATE INDEX exit_case_area ON public.exit_case USING btree (area);
CREATE UNIQUE INDEX exit_case_one_open ON public.exit_case USING btree (organization) WHERE (status = ANY (ARRAY['requested'::text, 'liquidating'::text, 'noticed'::text]));
CREATE INDEX exit_case_opened_by ON public.exit_case USING btree (opened_by);
CREATE INDEX exit_case_organization ON public.exit_case USING btree (organization, opened_at DESC);
CREATE INDEX exit_decision_decided_by ON public.exit_decision USING btree (decided_by);
CREATE INDEX exit_decision_exit_case ON public.exit_decision USING btree (exit_case, decided_at);
CREATE INDEX exit_step_done_by ON public.exit_step USING btree (done_by);
CREATE INDEX exit_step_file_added_by ON public.exit_step_file USING btree (added_by);
CREATE INDEX exit_step_file_file ON public.exit_step_file USING btree (file);
CREATE INDEX exit_step_file_step ON public.exit_step_file USING btree (exit_case, step);
CREATE INDEX honor_area ON public.honor USING btree (area);
CREATE INDEX honor_desk ON public.honor USING btree (desk, status);
CREATE INDEX honor_file_file ON public.honor_file USING btree (file);
CREATE UNIQUE INDEX honor_held_once ON public.honor USING btree (kind, subject, level, year, area, COALESCE((organization)::text, ''::text), COALESCE(theme, ''::text), (
CASE subject
    WHEN 'project'::text THEN name
    ELSE ''::text
END)) WHERE (status = ANY (ARRAY['nominated'::text, 'noticed'::text, 'awarded'::text]));
CREATE INDEX honor_in_notice ON public.honor USING btree (notice_until) WHERE (status = 'noticed'::text);
CREATE INDEX honor_newest ON public.honor USING btree (nominated_on DESC, id DESC);
CREATE INDEX honor_nominated_by ON public.honor USING btree (nominated_by);
CREATE INDEX honor_objection_honor ON public.honor_objection USING btree (honor);
CREATE INDEX honor_objection_recorded_by ON public.honor_objection USING btree (recorded_by);
CREATE INDEX honor_objection_settled_by ON public.honor_objection USING btree (settled_by);
CREATE INDEX honor_organization ON public.honor USING btree (organization);
CREATE INDEX honor_project ON public.honor USING btree (project);
CREATE INDEX honor_step_honor ON public.honor_step USING btree (honor, at);
CREATE INDEX honor_step_person ON public.honor_step USING btree (person);
CREATE INDEX hub_service_hub_tie ON public.hub_service USING btree (hub_tie);
CREATE INDEX hub_tie_hub ON public.hub_tie USING btree (hub, starts_on);
CREATE UNIQUE INDEX hub_tie_one_proposal ON public.hub_tie USING btree (hub, served) WHERE (status = 'proposed'::text);
CREATE INDEX hub_tie_proposed_by ON public.hub_tie USING btree (proposed_by);
CREATE INDEX hub_tie_served ON public.hub_tie USING btree (served, starts_on);
CREATE INDEX import_area ON public.import USING btree (area, uploaded_at DESC, id DESC);
CREATE INDEX import_person ON public.import USING btree (person);
CREATE INDEX import_row_outcome ON public.import_row USING btree (import, outcome, "row");
CREATE INDEX incubation_applied_by ON public.incubation USING btree (applied_by);
CREATE INDEX incubation_area ON public.incubation USING btree (area);
CREATE INDEX incubation_decided_by ON public.incubation USING btree (decided_by);
CREATE UNIQUE INDEX incubation_one_open ON public.incubation USING btree (organization) WHERE (status = ANY (ARRAY['applied'::text, 'accepted'::text, 'entered'::text]));
CREATE INDEX incubation_organization ON public.incubation USING btree (organization, applied_on);
CREATE INDEX incubation_stage_incubation ON public.incubation_stage USING btree (incubation, starts_on);
CREATE INDEX incubation_subsidy_decided_by ON public.incubation_subsidy USING btree (decided_by);
CREATE INDEX incubation_subsidy_incubation ON public.incubation_subsidy USING btree (incubation, decided_on);
CREATE UNIQUE INDEX incubation_subsidy_once ON public.incubation_subsidy USING btree (incubation, decided_on, basis) WHERE (revoked_on IS NULL);
CREATE INDEX incubation_subsidy_paid_by ON public.incubation_subsidy USING btree (paid_by);
CREATE INDEX incubation_subsidy_unpaid ON public.incubation_subsidy USING btree (decided_on) WHERE ((paid_on IS NULL) AND (revoked_on IS NULL));
CREATE INDEX incubation_support_platform ON public.incubation USING btree (support_platform);
CREATE INDEX incubation_waits ON public.incubation USING btree (due_on) WHERE (status = ANY (ARRAY['applied'::text, 'accepted'::text]));
CREATE INDEX judgement_area ON public.judgement USING btree (area);
CREATE INDEX judgement_file ON public.judgement USING btree (file);
CREATE INDEX judgement_person ON public.judgement USING btree (person);
CREATE INDEX judgement_target ON public.judgement USING btree (programme, target, area, judged_on DESC);
CREATE INDEX major_event_report_activity ON public.major_event_report USING btree (activity, reported_at DESC);
CREATE INDEX major_event_report_answered_by ON public.major_event_report USING btree (answered_by);
CREATE UNIQUE INDEX major_event_report_in_force ON public.major_event_report USING btree (activity) WHERE (status = ANY (ARRAY['reported'::text, 'approved'::text, 'conditional'::text]));
CREATE INDEX major_event_report_reported_by ON public.major_event_report USING btree (reported_by);
CREATE INDEX major_event_report_summarized_by ON public.major_event_report USING btree (summarized_by);
CREATE INDEX organization_area_name ON public.organization USING btree (area, name);
CREATE INDEX organization_city_pinyin ON public.organization USING btree (city, pinyin, id) INCLUDE (search);
CREATE INDEX organization_community_pinyin ON public.organization USING btree (community, pinyin, id);
CREATE INDEX organization_county_pinyin ON public.organization USING btree (county, pinyin, id);
CREATE INDEX organization_county_updated ON public.organization USING btree (county, updated_at, id);
CREATE INDEX organization_hubs ON public.organization USING btree (township) WHERE (hub AND (status <> 'ended'::text));
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
CREATE INDEX organization_province_pinyin ON public.organization USING btree (province, pinyin, id) INCLUDE (search);
CREATE INDEX organization_search ON public.organization USING gin (search);
CREATE UNIQUE INDEX organization_standing_one_in_force ON public.organization_standing USING btree (organization) WHERE (superseded_at IS NULL);
CREATE INDEX organization_standing_organization ON public.organization_standing USING btree (organization);
CREATE INDEX organization_standing_recorded_by ON public.organization_standing USING btree (recorded_by);
CREATE INDEX organization_township_pinyin ON public.organization USING btree (township, pinyin, id);
CREATE UNIQUE INDEX organization_unified_code_once ON public.organization USING btree (unified_code) WHERE (status <> 'ended'::text);
CREATE INDEX party_activity_branch ON public.party_activity USING btree (branch, kind, held_on);
CREATE INDEX party_arrangement_branch ON public.party_arrangement USING btree (branch);
CREATE INDEX party_arrangement_instructor ON public.party_arrangement USING btree (instructor);
CREATE INDEX party_arrangement_organization ON public.party_arrangement USING btree (organization, starts_on);
CREATE INDEX party_branch_area ON public.party_branch USING btree (area);
CREATE INDEX party_branch_city ON public.party_branch USING btree (city, due_on, id);
CREATE INDEX party_branch_county ON public.party_branch USING btree (county, due_on, id);
CREATE INDEX party_branch_province ON public.party_branch USING btree (province, due_on, id);
CREATE INDEX party_branch_township ON public.party_branch USING btree (township, due_on, id);
CREATE INDEX party_contact_organization ON public.party_contact USING btree (organization, held_on);
CREATE INDEX party_instructor_area ON public.party_instructor USING btree (area);
CREATE INDEX party_instructor_county ON public.party_instructor USING btree (county);
CREATE INDEX party_instructor_township ON public.party_instructor USING btree (township);
CREATE INDEX party_key_person_organization ON public.party_key_person USING btree (organization);
CREATE INDEX party_member_organization ON public.party_member USING btree (organization);
CREATE INDEX party_pairing_branch ON public.party_pairing USING btree (branch);
CREATE INDEX party_photo_file ON public.party_photo USING btree (file);
CREATE INDEX posting_area ON public.posting USING btree (area);
CREATE UNIQUE INDEX posting_held_once ON public.posting USING btree (person, role, area) WHERE (ends_on IS NULL);
CREATE INDEX posting_person ON public.posting USING btree (person);
CREATE INDEX programme_area ON public.programme USING btree (area);
CREATE INDEX project_area ON public.project USING btree (area);
CREATE INDEX project_county ON public.project USING btree (county, starts_on);
CREATE INDEX project_follows ON public.project USING btree (follows);
CREATE INDEX project_open ON public.project USING btree (ends_on) WHERE (status = ANY (ARRAY['planned'::text, 'running'::text]));
CREATE INDEX project_organization ON public.project USING btree (organization, year);
CREATE INDEX project_recent ON public.project USING btree (starts_on DESC, id DESC);
CREATE INDEX project_recorded_by ON public.project USING btree (recorded_by);
CREATE INDEX project_reminder_reminded_by ON public.project_reminder USING btree (reminded_by);
CREATE INDEX project_township ON public.project USING btree (township, starts_on);
CREATE INDEX reorganization_annulled_by ON public.reorganization USING btree (annulled_by);
CREATE INDEX reorganization_decided_by ON public.reorganization USING btree (decided_by);
CREATE INDEX reward_correction_exam_reward ON public.reward_correction USING btree (exam_reward);
CREATE INDEX reward_correction_recorded_by ON public.reward_correction USING btree (recorded_by);
CREATE INDEX reward_step_exam_reward ON public.reward_step USING btree (exam_reward, at, id);
CREATE INDEX reward_step_person ON public.reward_step USING btree (person);
CREATE INDEX reward_step_proof ON public.reward_step USING btree (proof);
CREATE INDEX rule_set_loaded_by ON public.rule_set USING btree (loaded_by);
CREATE UNIQUE INDEX rule_set_one_in_force ON public.rule_set USING btree (area) NULLS NOT DISTINCT WHERE (superseded_at IS NULL);
CREATE INDEX service_certificate_issued_by ON public.service_certificate USING btree (issued_by);
CREATE INDEX service_certificate_organization ON public.service_certificate USING btree (organization);
CREATE INDEX service_certificate_volunteer ON public.service_certificate USING btree (volunteer);
CREATE INDEX service_entry_area ON public.service_entry USING btree (area);
CREATE INDEX service_entry_hours_city ON public.service_entry USING btree (city, served_on) INCLUDE (area, minutes) WHERE (status = 'confirmed'::text);
CREATE INDEX service_entry_hours_county ON public.service_entry USING btree (county, served_on) INCLUDE (area, minutes) WHERE (status = 'confirmed'::text);
CREATE INDEX service_entry_hours_province ON public.service_entry USING btree (province, served_on) INCLUDE (area, minutes) WHERE (status = 'confirmed'::text);
CREATE INDEX service_entry_hours_township ON public.service_entry USING btree (township, served_on) INCLUDE (area, minutes) WHERE (status = 'confirmed'::text);
CREATE INDEX service_entry_import ON public.service_entry USING btree (import);
CREATE INDEX service_entry_organization ON public.service_entry USING btree (organization, served_on);
CREATE INDEX service_entry_recent ON public.service_entry USING btree (served_on DESC, id DESC);
CREATE INDEX service_entry_recorded_by ON public.service_entry USING btree (recorded_by);
CREATE INDEX service_entry_team_member ON public.service_entry USING btree (team_member, served_on);
CREATE UNIQUE INDEX service_entry_told_once ON public.service_entry USING btree (team_member, served_on, content) WHERE ((starts_at IS NULL) AND (status = ANY (ARRAY['waiting'::text, 'confirmed'::text])));
CREATE INDEX service_entry_volunteer ON public.service_entry USING btree (volunteer, served_on);
CREATE INDEX service_entry_waiting ON public.service_entry USING btree (organization) WHERE (status = 'waiting'::text);
CREATE INDEX session_expires_at ON public.session USING btree (expires_at);
CREATE INDEX session_person ON public.session USING btree (person);
CREATE INDEX social_worker_area ON public.social_worker USING btree (area, name);
CREATE INDEX social_worker_bare ON public.social_worker USING btree (bare);
CREATE INDEX social_worker_county ON public.social_worker USING btree (county, name, id);
CREATE INDEX social_worker_recorded_by ON public.social_worker USING btree (recorded_by);
CREATE INDEX social_worker_township ON public.social_worker USING btree (township, name, id);
CREATE INDEX stored_file_kept_by ON public.stored_file USING btree (kept_by);
CREATE INDEX stored_file_sha256 ON public.stored_file USING btree (sha256);
CREATE INDEX succession_predecessor ON public.succession USING btree (predecessor);
CREATE INDEX succession_successor ON public.succession USING btree (successor);
CREATE INDEX support_platform_area ON public.support_platform USING btree (area, opened_on);
CREATE INDEX support_platform_community ON public.support_platform USING btree (community);
CREATE INDEX support_platform_county ON public.support_platform USING btree (county);
CREATE UNIQUE INDEX support_platform_name_once ON public.support_platform USING btree (area, name) WHERE (closed_on IS NULL);
CREATE INDEX support_platform_operator ON public.support_platform USING btree (operator);
CREATE INDEX support_platform_township ON public.support_platform USING btree (township);
CREATE UNIQUE INDEX team_member_once ON public.team_member USING btree (volunteer_team, volunteer) WHERE (ends_on IS NULL);
CREATE INDEX team_member_team ON public.team_member USING btree (volunteer_team);
CREATE INDEX team_member_volunteer ON public.team_member USING btree (volunteer);
CREATE INDEX tier_decision_decided_by ON public.tier_decision USING btree (decided_by);
CREATE UNIQUE INDEX tier_decision_one_in_force ON public.tier_decision USING btree (organization) WHERE (superseded_at IS NULL);
CREATE INDEX tier_decision_organization ON public.tier_decision USING btree (organization, decided_at DESC);
CREATE INDEX training_announced ON public.training USING btree (record_by) WHERE (status = 'announced'::text);
CREATE INDEX training_area ON public.training USING btree (area, held_on);
CREATE INDEX training_attendance_area ON public.training_attendance USING btree (area, attended_on);
CREATE INDEX training_attendance_bare ON public.training_attendance USING btree (bare, attended_on) WHERE (removed_at IS NULL);
CREATE INDEX training_attendance_check_in ON public.training_attendance USING btree (check_in);
CREATE INDEX training_attendance_community ON public.training_attendance USING btree (community, attended_on);
CREATE INDEX training_attendance_county ON public.training_attendance USING btree (county, attended_on);
CREATE INDEX training_attendance_organization ON public.training_attendance USING btree (organization, attended_on) INCLUDE (audience, removed_at);
CREATE INDEX training_attendance_township ON public.training_attendance USING btree (township, attended_on);
CREATE UNIQUE INDEX training_check_in_one_open ON public.training_check_in USING btree (training) WHERE (closed_at IS NULL);
CREATE INDEX training_check_in_opened_by ON public.training_check_in USING btree (opened_by);
CREATE INDEX training_check_in_training ON public.training_check_in USING btree (training);
CREATE INDEX training_city ON public.training USING btree (city, held_on);
CREATE INDEX training_county ON public.training USING btree (county, held_on);
CREATE INDEX training_created_by ON public.training USING btree (created_by);
CREATE INDEX training_enrolment_organization ON public.training_enrolment USING btree (organization, training);
CREATE INDEX training_material_stored_file ON public.training_material USING btree (stored_file);
CREATE INDEX training_namesake_other ON public.training_namesake USING btree (other);
CREATE INDEX training_namesake_said_by ON public.training_namesake USING btree (said_by);
CREATE INDEX training_paper_issued_by ON public.training_paper USING btree (issued_by);
CREATE INDEX training_paper_organization ON public.training_paper USING btree (organization);
CREATE INDEX training_paper_training ON public.training_paper USING btree (training, organization);
CREATE INDEX training_plan_county ON public.training_plan USING btree (county, year);
CREATE INDEX training_province ON public.training USING btree (province, held_on);
CREATE INDEX training_starts ON public.training USING btree (starts_at) WHERE (status = 'held'::text);
CREATE INDEX venue_booking_agreed ON public.venue_booking USING btree (starts_at) WHERE (status = 'accepted'::text);
CREATE INDEX venue_booking_answered_by ON public.venue_booking USING btree (answered_by);
CREATE INDEX venue_booking_asked_by ON public.venue_booking USING btree (asked_by);
CREATE UNIQUE INDEX venue_booking_asked_once ON public.venue_booking USING btree (venue_room, organization, starts_at) WHERE (status = ANY (ARRAY['asked'::text, 'accepted'::text]));
CREATE INDEX venue_booking_organization ON public.venue_booking USING btree (organization, starts_at);
CREATE INDEX venue_booking_refused ON public.venue_booking USING btree (starts_at) WHERE (status = ANY (ARRAY['declined'::text, 'cancelled'::text]));
CREATE INDEX venue_booking_venue_room ON public.venue_booking USING btree (venue_room, starts_at);
CREATE INDEX venue_booking_waits ON public.venue_booking USING btree (starts_at) WHERE (status = 'asked'::text);
CREATE INDEX venue_open_to ON public.venue USING btree (open_to);
CREATE UNIQUE INDEX venue_room_feed ON public.venue_room USING btree (feed_code);
CREATE INDEX volunteer_recorded_by ON public.volunteer USING btree (recorded_by);
CREATE UNIQUE INDEX volunteer_same_person ON public.volunteer USING btree (phone, name) WHERE (phone IS NOT NULL);
CREATE UNIQUE INDEX volunteer_team_name_once ON public.volunteer_team USING btree (organization, name) WHERE (ends_on IS NULL);
CREATE INDEX volunteer_team_organization ON public.volunteer_team USING btree (organization);
CREATE INDEX volunteer_team_recorded_by ON public.volunteer_team USING btree (recorded_by);
CREATE INDEX worker_certificate_renew_from ON public.worker_certificate USING btree (renew_from);
CREATE INDEX worker_period_area ON public.worker_period USING btree (area, starts_on);
CREATE INDEX worker_period_county ON public.worker_period USING btree (county, starts_on);
CREATE INDEX worker_period_organization ON public.worker_period USING btree (organization);
CREATE INDEX worker_post_area ON public.worker_post USING btree (area);
CREATE INDEX worker_post_organization ON public.worker_post USING btree (organization);
CREATE INDEX worker_post_social_worker ON public.worker_post USING btree (social_worker, starts_on);
CREATE INDEX worker_post_station ON public.worker_post USING btree (station);

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

CREATE OR REPLACE FUNCTION public.mark_made_up()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.demo := (select i.demo from installation i);
  return new;
end
$function$;

CREATE OR REPLACE FUNCTION public.rule_values(feature text, province bigint, city bigint, county bigint, township bigint)
 RETURNS jsonb
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select jsonb_object_agg(v.name, v.value) from (
    select distinct on (e.key) e.key as name, e.value -> 'value' as value
    from (
      select r.entries, case r.area when $5 then 4 when $4 then 3 when $3 then 2 when $2 then 1 else 0 end as depth
      from rule_set r
      where r.superseded_at is null and (r.area is null or r.area in ($2, $3, $4, $5))) s, jsonb_each(s.entries) e
    where starts_with(e.key, $1 || '.')
    order by e.key, case when e.value -> 'locked' = 'true' then s.depth else 9 end, s.depth desc) v
$function$;

CREATE OR REPLACE FUNCTION public.touch_certificate()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update certificate set touched = true where organization = new.id and status = 'valid' and not touched;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.touch_certificates_of_area()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update certificate c set touched = true from organization o
  where o.id = c.organization and o.area = new.code and c.status = 'valid' and not c.touched;
  return null;
end
$function$;

CREATE TRIGGER activity_made_up BEFORE INSERT ON public.activity FOR EACH ROW WHEN ((NOT new.demo)) EXECUTE FUNCTION mark_made_up();
CREATE TRIGGER application_made_up BEFORE INSERT ON public.application FOR EACH ROW WHEN ((NOT new.demo)) EXECUTE FUNCTION mark_made_up();
CREATE TRIGGER area_changed AFTER INSERT OR DELETE OR UPDATE ON public.area FOR EACH STATEMENT EXECUTE FUNCTION area_has_changed();
CREATE TRIGGER area_touches_certificates AFTER UPDATE ON public.area FOR EACH ROW WHEN ((old.short_name IS DISTINCT FROM new.short_name)) EXECUTE FUNCTION touch_certificates_of_area();
CREATE TRIGGER area_population_made_up BEFORE INSERT ON public.area_population FOR EACH ROW WHEN ((NOT new.demo)) EXECUTE FUNCTION mark_made_up();
CREATE TRIGGER census_made_up BEFORE INSERT ON public.census FOR EACH ROW WHEN ((NOT new.demo)) EXECUTE FUNCTION mark_made_up();
CREATE TRIGGER certificate_made_up BEFORE INSERT ON public.certificate FOR EACH ROW WHEN ((NOT new.demo)) EXECUTE FUNCTION mark_made_up();
CREATE TRIGGER dated_record_made_up BEFORE INSERT ON public.dated_record FOR EACH ROW WHEN ((NOT new.demo)) EXECUTE FUNCTION mark_made_up();
CREATE TRIGGER event_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.event FOR EACH STATEMENT EXECUTE FUNCTION event_is_append_only();
CREATE TRIGGER exam_reward_made_up BEFORE INSERT ON public.exam_reward FOR EACH ROW WHEN ((NOT new.demo)) EXECUTE FUNCTION mark_made_up();
CREATE TRIGGER honor_made_up BEFORE INSERT ON public.honor FOR EACH ROW WHEN ((NOT new.demo)) EXECUTE FUNCTION mark_made_up();
CREATE TRIGGER hub_tie_made_up BEFORE INSERT ON public.hub_tie FOR EACH ROW WHEN ((NOT new.demo)) EXECUTE FUNCTION mark_made_up();
CREATE TRIGGER incubation_made_up BEFORE INSERT ON public.incubation FOR EACH ROW WHEN ((NOT new.demo)) EXECUTE FUNCTION mark_made_up();
CREATE TRIGGER major_event_report_made_up BEFORE INSERT ON public.major_event_report FOR EACH ROW WHEN ((NOT new.demo)) EXECUTE FUNCTION mark_made_up();
CREATE TRIGGER organization_made_up BEFORE INSERT ON public.organization FOR EACH ROW WHEN ((NOT new.demo)) EXECUTE FUNCTION mark_made_up();
CREATE TRIGGER organization_touches_certificate AFTER UPDATE ON public.organization FOR EACH ROW WHEN (((old.name IS DISTINCT FROM new.name) OR (old.leader IS DISTINCT FROM new.leader) OR (old.scope IS DISTINCT FROM new.scope) OR (old.area <> new.area) OR (old.tier <> new.tier) OR (old.status <> new.status))) EXECUTE FUNCTION touch_certificate();
CREATE TRIGGER party_branch_made_up BEFORE INSERT ON public.party_branch FOR EACH ROW WHEN ((NOT new.demo)) EXECUTE FUNCTION mark_made_up();
CREATE TRIGGER party_instructor_made_up BEFORE INSERT ON public.party_instructor FOR EACH ROW WHEN ((NOT new.demo)) EXECUTE FUNCTION mark_made_up();
CREATE TRIGGER person_made_up BEFORE INSERT ON public.person FOR EACH ROW WHEN ((NOT new.demo)) EXECUTE FUNCTION mark_made_up();
CREATE TRIGGER programme_made_up BEFORE INSERT ON public.programme FOR EACH ROW WHEN ((NOT new.demo)) EXECUTE FUNCTION mark_made_up();
CREATE TRIGGER project_made_up BEFORE INSERT ON public.project FOR EACH ROW WHEN ((NOT new.demo)) EXECUTE FUNCTION mark_made_up();
CREATE TRIGGER service_certificate_made_up BEFORE INSERT ON public.service_certificate FOR EACH ROW WHEN ((NOT new.demo)) EXECUTE FUNCTION mark_made_up();
CREATE TRIGGER service_entry_made_up BEFORE INSERT ON public.service_entry FOR EACH ROW WHEN ((NOT new.demo)) EXECUTE FUNCTION mark_made_up();
CREATE TRIGGER social_worker_made_up BEFORE INSERT ON public.social_worker FOR EACH ROW WHEN ((NOT new.demo)) EXECUTE FUNCTION mark_made_up();
CREATE TRIGGER support_platform_made_up BEFORE INSERT ON public.support_platform FOR EACH ROW WHEN ((NOT new.demo)) EXECUTE FUNCTION mark_made_up();
CREATE TRIGGER team_member_made_up BEFORE INSERT ON public.team_member FOR EACH ROW WHEN ((NOT new.demo)) EXECUTE FUNCTION mark_made_up();
CREATE TRIGGER training_made_up BEFORE INSERT ON public.training FOR EACH ROW WHEN ((NOT new.demo)) EXECUTE FUNCTION mark_made_up();
CREATE TRIGGER training_attendance_made_up BEFORE INSERT ON public.training_attendance FOR EACH ROW WHEN ((NOT new.demo)) EXECUTE FUNCTION mark_made_up();
CREATE TRIGGER training_enrolment_made_up BEFORE INSERT ON public.training_enrolment FOR EACH ROW WHEN ((NOT new.demo)) EXECUTE FUNCTION mark_made_up();
CREATE TRIGGER training_paper_made_up BEFORE INSERT ON public.training_paper FOR EACH ROW WHEN ((NOT new.demo)) EXECUTE FUNCTION mark_made_up();
CREATE TRIGGER training_plan_made_up BEFORE INSERT ON public.training_plan FOR EACH ROW WHEN ((NOT new.demo)) EXECUTE FUNCTION mark_made_up();
CREATE TRIGGER venue_made_up BEFORE INSERT ON public.venue FOR EACH ROW WHEN ((NOT new.demo)) EXECUTE FUNCTION mark_made_up();
CREATE TRIGGER venue_booking_made_up BEFORE INSERT ON public.venue_booking FOR EACH ROW WHEN ((NOT new.demo)) EXECUTE FUNCTION mark_made_up();
CREATE TRIGGER venue_room_made_up BEFORE INSERT ON public.venue_room FOR EACH ROW WHEN ((NOT new.demo)) EXECUTE FUNCTION mark_made_up();
CREATE TRIGGER volunteer_made_up BEFORE INSERT ON public.volunteer FOR EACH ROW WHEN ((NOT new.demo)) EXECUTE FUNCTION mark_made_up();
CREATE TRIGGER volunteer_team_made_up BEFORE INSERT ON public.volunteer_team FOR EACH ROW WHEN ((NOT new.demo)) EXECUTE FUNCTION mark_made_up();
