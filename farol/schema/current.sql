-- Written by `farol schema` from the numbered files; do not edit.

CREATE TYPE public.pgqueuer_status AS ENUM (
    'queued',
    'picked',
    'successful',
    'exception',
    'canceled',
    'deleted',
    'failed'
);

CREATE FUNCTION public.article_version_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception 'published article versions are immutable';
end $$;

CREATE FUNCTION public.claim_sheet_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ begin raise exception 'a published sheet stays'; end $$;

CREATE FUNCTION public.emergency_pack_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin raise exception 'an incident pack never changes'; end $$;

CREATE FUNCTION public.emergency_snapshot_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin raise exception 'a sealed snapshot never changes'; end $$;

CREATE FUNCTION public.fn_pgqueuer_changed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    to_emit BOOLEAN := false;  -- Flag to decide whether to emit a notification
BEGIN
    -- Check operation type and set the emit flag accordingly
    IF TG_OP = 'UPDATE' AND OLD IS DISTINCT FROM NEW THEN
        to_emit := true;
    ELSIF TG_OP = 'DELETE' THEN
        to_emit := true;
    ELSIF TG_OP = 'INSERT' THEN
        to_emit := true;
    ELSIF TG_OP = 'TRUNCATE' THEN
        to_emit := true;
    END IF;

    -- Perform notification if the emit flag is set
    IF to_emit THEN
        PERFORM pg_notify(
            'ch_pgqueuer',
            json_build_object(
                'channel', 'ch_pgqueuer',
                'operation', lower(TG_OP),
                'sent_at', NOW(),
                'table', TG_TABLE_NAME,
                'type', 'table_changed_event'
            )::text
        );
    END IF;

    -- Return appropriate value based on the operation
    IF TG_OP IN ('INSERT', 'UPDATE') THEN
        RETURN NEW;
    ELSIF TG_OP = 'DELETE' THEN
        RETURN OLD;
    ELSE
        RETURN NULL; -- For TRUNCATE and other non-row-specific contexts
    END IF;

END;
$$;

CREATE FUNCTION public.withdrawal_certificate_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin raise exception 'a certificate never changes'; end $$;

CREATE TABLE public.acknowledgement (
    ticket_id bigint NOT NULL,
    customer_id bigint NOT NULL,
    address text NOT NULL,
    outcome text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT acknowledgement_outcome_check CHECK ((outcome = ANY (ARRAY['sent'::text, 'recent'::text, 'answered'::text])))
);

CREATE TABLE public.acknowledgement_text (
    here boolean DEFAULT true NOT NULL,
    active boolean NOT NULL,
    zh text NOT NULL,
    en text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    set_by text NOT NULL,
    CONSTRAINT acknowledgement_text_here_check CHECK (here)
);

CREATE TABLE public.agent_state (
    staff_id bigint NOT NULL,
    state text NOT NULL,
    since timestamp with time zone NOT NULL,
    set_by text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    idle_since timestamp with time zone NOT NULL,
    bounces integer DEFAULT 0 NOT NULL,
    was text,
    CONSTRAINT agent_state_state_check CHECK ((state = ANY (ARRAY['available'::text, 'busy'::text, 'away'::text, 'offline'::text])))
);

CREATE TABLE public.announcement (
    id bigint NOT NULL,
    client_id uuid NOT NULL,
    kind text NOT NULL,
    title_zh text NOT NULL,
    title_en text NOT NULL,
    body_zh text NOT NULL,
    body_en text NOT NULL,
    begins_at timestamp with time zone,
    ends_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    published_at timestamp with time zone DEFAULT now() NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL,
    withdrawn_at timestamp with time zone,
    CONSTRAINT announcement_check CHECK ((ends_at > begins_at)),
    CONSTRAINT announcement_check1 CHECK (((kind <> 'maintenance'::text) OR ((begins_at IS NOT NULL) AND (ends_at IS NOT NULL)))),
    CONSTRAINT announcement_kind_check CHECK ((kind = ANY (ARRAY['maintenance'::text, 'listing'::text, 'security'::text, 'product'::text, 'support'::text])))
);

ALTER TABLE public.announcement ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.announcement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.article (
    id bigint NOT NULL,
    slug text NOT NULL,
    category text NOT NULL,
    place integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    owner_id bigint,
    review_on date,
    expires_on date,
    audience text DEFAULT 'public'::text NOT NULL,
    tier text DEFAULT ''::text NOT NULL,
    entities text[] DEFAULT '{}'::text[] NOT NULL,
    retired_at timestamp with time zone,
    revision integer DEFAULT 1 NOT NULL,
    CONSTRAINT article_audience_check CHECK ((audience = ANY (ARRAY['public'::text, 'signed_in'::text, 'staff'::text]))),
    CONSTRAINT article_slug_check CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(slug) <= 80)))
);

CREATE TABLE public.article_draft (
    article_id bigint NOT NULL,
    language text NOT NULL,
    title text NOT NULL,
    summary text NOT NULL,
    body text NOT NULL,
    keywords text DEFAULT ''::text NOT NULL,
    related text[] DEFAULT '{}'::text[] NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    state text DEFAULT 'draft'::text NOT NULL,
    brings_up boolean DEFAULT true NOT NULL,
    authors bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    saved_by text NOT NULL,
    saved_at timestamp with time zone DEFAULT now() NOT NULL,
    submitted_by text,
    submitted_at timestamp with time zone,
    note text DEFAULT ''::text NOT NULL,
    checked_by text DEFAULT ''::text NOT NULL,
    publish_at timestamp with time zone,
    scheduled_by bigint,
    CONSTRAINT article_draft_check CHECK (((state = 'scheduled'::text) = (publish_at IS NOT NULL))),
    CONSTRAINT article_draft_language_check CHECK (((language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'::text) AND (length(language) <= 35))),
    CONSTRAINT article_draft_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'in_review'::text, 'scheduled'::text])))
);

CREATE TABLE public.article_feedback (
    id bigint NOT NULL,
    article_id bigint NOT NULL,
    language text NOT NULL,
    version integer NOT NULL,
    helpful boolean NOT NULL,
    reason text,
    words text DEFAULT ''::text NOT NULL,
    visitor bytea NOT NULL,
    day date NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT article_feedback_check CHECK (((NOT helpful) OR (reason IS NULL))),
    CONSTRAINT article_feedback_language_check CHECK ((language = ANY (ARRAY['zh'::text, 'en'::text])))
);

ALTER TABLE public.article_feedback ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.article_feedback_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.article ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.article_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.article_image (
    file_id uuid NOT NULL,
    article_id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.article_link (
    ticket_id bigint NOT NULL,
    seq bigint NOT NULL,
    article_id bigint NOT NULL,
    language text NOT NULL,
    version integer NOT NULL,
    staff_id bigint NOT NULL,
    reason text,
    at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.article_translation (
    article_id bigint NOT NULL,
    language text NOT NULL,
    source text NOT NULL,
    source_version integer NOT NULL,
    state text NOT NULL,
    way text DEFAULT ''::text NOT NULL,
    paragraphs integer DEFAULT 0 NOT NULL,
    remembered integer DEFAULT 0 NOT NULL,
    left_over integer DEFAULT 0 NOT NULL,
    asked_by text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT article_translation_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'made'::text, 'failed'::text])))
);

CREATE TABLE public.article_version (
    id bigint NOT NULL,
    article_id bigint NOT NULL,
    language text NOT NULL,
    version integer NOT NULL,
    title text NOT NULL,
    summary text NOT NULL,
    body text NOT NULL,
    keywords text DEFAULT ''::text NOT NULL,
    related text[] DEFAULT '{}'::text[] NOT NULL,
    checked_by text NOT NULL,
    checked_on date NOT NULL,
    published_at timestamp with time zone DEFAULT now() NOT NULL,
    own_change boolean DEFAULT false NOT NULL,
    caught_up_at timestamp with time zone,
    published_by text DEFAULT 'system:0'::text NOT NULL,
    CONSTRAINT article_version_language_check CHECK (((language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'::text) AND (length(language) <= 35)))
);

ALTER TABLE public.article_version ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.article_version_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.assistant_case (
    ticket_id bigint NOT NULL,
    state text DEFAULT 'talking'::text NOT NULL,
    why text DEFAULT ''::text NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    language text DEFAULT ''::text NOT NULL,
    misses integer DEFAULT 0 NOT NULL,
    asked integer DEFAULT 0 NOT NULL,
    flow jsonb,
    slots jsonb DEFAULT '{}'::jsonb NOT NULL,
    offered jsonb DEFAULT '[]'::jsonb NOT NULL,
    summary jsonb,
    begun_at timestamp with time zone DEFAULT now() NOT NULL,
    handed_at timestamp with time zone,
    CONSTRAINT assistant_case_state_check CHECK ((state = ANY (ARRAY['talking'::text, 'handed'::text, 'quiet'::text])))
);

CREATE TABLE public.assistant_setting (
    here boolean DEFAULT true NOT NULL,
    active boolean NOT NULL,
    channels text[] NOT NULL,
    languages text[] NOT NULL,
    to_people text[] NOT NULL,
    misses integer NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    set_by text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT assistant_setting_here_check CHECK (here),
    CONSTRAINT assistant_setting_misses_check CHECK (((misses >= 1) AND (misses <= 5)))
);

CREATE TABLE public.assistant_turn (
    ticket_id bigint NOT NULL,
    seq bigint NOT NULL,
    reply_seq bigint,
    kind text NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    language text DEFAULT ''::text NOT NULL,
    parts jsonb,
    stages jsonb DEFAULT '[]'::jsonb NOT NULL,
    took_us integer NOT NULL,
    model text DEFAULT ''::text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT assistant_turn_took_us_check CHECK ((took_us >= 0))
);

CREATE TABLE public.brief_change (
    stream text NOT NULL,
    seq bigint NOT NULL,
    kind text NOT NULL,
    title text DEFAULT ''::text NOT NULL,
    actor text NOT NULL,
    at timestamp with time zone NOT NULL
);

CREATE TABLE public.brief_handover (
    id bigint NOT NULL,
    client_id uuid NOT NULL,
    ticket_id bigint NOT NULL,
    from_id bigint NOT NULL,
    to_id bigint,
    words text NOT NULL,
    at timestamp with time zone NOT NULL,
    read_at timestamp with time zone,
    to_team text
);

ALTER TABLE public.brief_handover ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.brief_handover_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.brief_log (
    id bigint NOT NULL,
    client_id uuid NOT NULL,
    shift text NOT NULL,
    words text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    corrects bigint,
    incidents jsonb DEFAULT '[]'::jsonb NOT NULL
);

ALTER TABLE public.brief_log ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.brief_log_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.brief_read (
    staff_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    was timestamp with time zone
);

CREATE TABLE public.brief_watch (
    id bigint NOT NULL,
    words text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    until timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    ended_by bigint
);

ALTER TABLE public.brief_watch ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.brief_watch_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.bulk (
    id bigint NOT NULL,
    client_id uuid NOT NULL,
    staff_id bigint NOT NULL,
    action jsonb NOT NULL,
    undoes bigint,
    total integer NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    begins_at timestamp with time zone DEFAULT now() NOT NULL,
    done_at timestamp with time zone,
    stopped_at timestamp with time zone
);

ALTER TABLE public.bulk ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.bulk_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.bulk_item (
    bulk_id bigint NOT NULL,
    n integer NOT NULL,
    ticket_id bigint NOT NULL,
    version integer NOT NULL,
    seen bigint NOT NULL,
    outcome text,
    why text DEFAULT ''::text NOT NULL,
    before jsonb,
    seq bigint,
    CONSTRAINT bulk_item_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'same'::text, 'conflict'::text, 'not_allowed'::text, 'failed'::text])))
);

CREATE TABLE public.call (
    id bigint NOT NULL,
    ticket_id bigint NOT NULL,
    kind text NOT NULL,
    state text NOT NULL,
    why text DEFAULT ''::text NOT NULL,
    staff_id bigint,
    recording boolean,
    consent_at timestamp with time zone,
    recordings integer DEFAULT 0 NOT NULL,
    asked_at timestamp with time zone DEFAULT now() NOT NULL,
    taken_at timestamp with time zone,
    live_at timestamp with time zone,
    ended_at timestamp with time zone,
    seen_customer timestamp with time zone NOT NULL,
    seen_staff timestamp with time zone NOT NULL,
    CONSTRAINT call_kind_check CHECK ((kind = ANY (ARRAY['voice'::text, 'video'::text]))),
    CONSTRAINT call_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'invited'::text, 'taken'::text, 'live'::text, 'ended'::text])))
);

ALTER TABLE public.call ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.call_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.call_signal (
    call_id bigint NOT NULL,
    seq integer NOT NULL,
    side text NOT NULL,
    kind text NOT NULL,
    body text NOT NULL,
    CONSTRAINT call_signal_side_check CHECK ((side = ANY (ARRAY['customer'::text, 'staff'::text])))
);

CREATE TABLE public.callback (
    id bigint NOT NULL,
    ticket_id bigint NOT NULL,
    how text NOT NULL,
    wanted_at timestamp with time zone,
    asked_at timestamp with time zone NOT NULL,
    asked_by text NOT NULL,
    done_at timestamp with time zone,
    CONSTRAINT callback_how_check CHECK ((how = 'mail'::text))
);

ALTER TABLE public.callback ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.callback_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.chat (
    id bigint NOT NULL,
    connection_id bigint NOT NULL,
    external_id text NOT NULL,
    room text NOT NULL,
    title text DEFAULT ''::text NOT NULL,
    parent text DEFAULT ''::text NOT NULL,
    contact_id bigint,
    ticket_id bigint,
    joined_at timestamp with time zone,
    said_at timestamp with time zone,
    templated_at timestamp with time zone,
    claimed_until timestamp with time zone,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT chat_room_check CHECK ((room = ANY (ARRAY['private'::text, 'group'::text, 'post'::text])))
);

ALTER TABLE public.chat ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.chat_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.checklist_tick (
    id bigint NOT NULL,
    ticket_id bigint NOT NULL,
    step text NOT NULL,
    reason text NOT NULL,
    ticked_by bigint NOT NULL,
    ticked_at timestamp with time zone DEFAULT now() NOT NULL,
    reopened_by bigint,
    reopened_at timestamp with time zone,
    CONSTRAINT checklist_tick_check CHECK (((reopened_by IS NULL) = (reopened_at IS NULL)))
);

ALTER TABLE public.checklist_tick ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.checklist_tick_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.claim (
    id bigint NOT NULL,
    window_id bigint CONSTRAINT claim_window_id_not_null1 NOT NULL,
    customer_id bigint NOT NULL,
    uid text NOT NULL,
    ticket_id bigint NOT NULL,
    words text NOT NULL,
    state text DEFAULT 'claimed'::text NOT NULL,
    logs jsonb,
    excluded jsonb DEFAULT '{}'::jsonb NOT NULL,
    version integer,
    lines jsonb DEFAULT '[]'::jsonb NOT NULL,
    amount numeric DEFAULT 0 NOT NULL,
    whole numeric DEFAULT 0 NOT NULL,
    batch_id bigint,
    proposal_id bigint,
    why text DEFAULT ''::text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    decided_at timestamp with time zone,
    paid_at timestamp with time zone,
    CONSTRAINT claim_state_check CHECK ((state = ANY (ARRAY['claimed'::text, 'assessed'::text, 'batched'::text, 'agreed'::text, 'paying'::text, 'paid'::text, 'refused'::text])))
);

CREATE TABLE public.claim_appeal (
    claim_id bigint NOT NULL,
    words text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    due_at timestamp with time zone NOT NULL,
    outcome text DEFAULT 'open'::text NOT NULL,
    extra numeric DEFAULT 0 NOT NULL,
    by_id bigint,
    by_words text DEFAULT ''::text NOT NULL,
    decided_at timestamp with time zone,
    proposal_id bigint,
    CONSTRAINT claim_appeal_check CHECK (((outcome = 'open'::text) = (decided_at IS NULL))),
    CONSTRAINT claim_appeal_outcome_check CHECK ((outcome = ANY (ARRAY['open'::text, 'granted'::text, 'upheld'::text])))
);

CREATE TABLE public.claim_batch (
    id bigint NOT NULL,
    window_id bigint NOT NULL,
    version integer NOT NULL,
    maker_id bigint NOT NULL,
    words text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    outcome text DEFAULT 'open'::text NOT NULL,
    checker_id bigint,
    checker_words text DEFAULT ''::text NOT NULL,
    decided_at timestamp with time zone,
    CONSTRAINT claim_batch_check CHECK (((checker_id IS NULL) OR (checker_id <> maker_id))),
    CONSTRAINT claim_batch_check1 CHECK (((outcome = 'open'::text) = (decided_at IS NULL))),
    CONSTRAINT claim_batch_outcome_check CHECK ((outcome = ANY (ARRAY['open'::text, 'agreed'::text, 'refused'::text])))
);

ALTER TABLE public.claim_batch ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.claim_batch_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.claim ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.claim_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.claim_sheet (
    window_id bigint NOT NULL,
    version integer NOT NULL,
    sheet jsonb NOT NULL,
    words text NOT NULL,
    by_id bigint NOT NULL,
    published_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.claim_window (
    id bigint NOT NULL,
    client_id uuid NOT NULL,
    incident_id bigint NOT NULL,
    zh text NOT NULL,
    en text NOT NULL,
    from_at timestamp with time zone NOT NULL,
    until_at timestamp with time zone NOT NULL,
    closes_at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT claim_window_check CHECK ((until_at > from_at))
);

ALTER TABLE public.claim_window ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.claim_window_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.connection (
    id bigint NOT NULL,
    channel text NOT NULL,
    name text NOT NULL,
    token text NOT NULL,
    state text NOT NULL,
    why text DEFAULT ''::text NOT NULL,
    account text DEFAULT ''::text NOT NULL,
    settings jsonb DEFAULT '{}'::jsonb NOT NULL,
    secrets bytea,
    memory jsonb DEFAULT '{}'::jsonb NOT NULL,
    regions text[] DEFAULT '{}'::text[] NOT NULL,
    tiers text[] DEFAULT '{}'::text[] NOT NULL,
    prices jsonb DEFAULT '{}'::jsonb NOT NULL,
    currency text DEFAULT 'USD'::text NOT NULL,
    month_limit bigint,
    begun boolean DEFAULT false NOT NULL,
    last_in_at timestamp with time zone,
    last_out_at timestamp with time zone,
    last_failure_at timestamp with time zone,
    last_failure text DEFAULT ''::text NOT NULL,
    failures integer DEFAULT 0 NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT connection_month_limit_check CHECK ((month_limit > 0)),
    CONSTRAINT connection_state_check CHECK ((state = ANY (ARRAY['active'::text, 'paused'::text, 'broken'::text, 'removed'::text]))),
    CONSTRAINT connection_token_check CHECK ((length(token) >= 22))
);

CREATE TABLE public.connection_day (
    connection_id bigint NOT NULL,
    day date NOT NULL,
    kind text NOT NULL,
    n bigint NOT NULL,
    CONSTRAINT connection_day_kind_check CHECK ((kind = ANY (ARRAY['refused'::text, 'unreadable'::text, 'stale'::text, 'failed'::text])))
);

ALTER TABLE public.connection ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.connection_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.connection_spent (
    connection_id bigint NOT NULL,
    month date NOT NULL,
    unit text NOT NULL,
    count bigint DEFAULT 0 NOT NULL,
    micro bigint DEFAULT 0 NOT NULL
);

CREATE TABLE public.connection_told (
    connection_id bigint NOT NULL,
    month date NOT NULL,
    percent integer NOT NULL
);

CREATE TABLE public.contact (
    id bigint NOT NULL,
    connection_id bigint NOT NULL,
    external_id text NOT NULL,
    customer_id bigint NOT NULL,
    name text DEFAULT ''::text NOT NULL,
    username text DEFAULT ''::text NOT NULL,
    language text DEFAULT ''::text NOT NULL,
    bound_at timestamp with time zone,
    here boolean DEFAULT true NOT NULL,
    stopped boolean DEFAULT false NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    visitor_id bigint
);

ALTER TABLE public.contact ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.contact_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.copilot_draft (
    id bigint NOT NULL,
    ticket_id bigint NOT NULL,
    staff_id bigint NOT NULL,
    upto_seq bigint NOT NULL,
    reason text,
    language text NOT NULL,
    body text NOT NULL,
    made_by text NOT NULL,
    why text DEFAULT ''::text NOT NULL,
    macro_id bigint,
    sources jsonb NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    used_at timestamp with time zone,
    outcome text,
    changed real,
    message_seq bigint,
    settled_at timestamp with time zone,
    CONSTRAINT copilot_draft_changed_check CHECK (((changed >= (0)::double precision) AND (changed <= (1)::double precision))),
    CONSTRAINT copilot_draft_made_by_check CHECK ((made_by = ANY (ARRAY['desk'::text, 'model'::text]))),
    CONSTRAINT copilot_draft_outcome_check CHECK ((outcome = ANY (ARRAY['sent'::text, 'edited'::text, 'dropped'::text])))
);

ALTER TABLE public.copilot_draft ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.copilot_draft_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_entity (
    kind text NOT NULL,
    id text NOT NULL,
    applied bigint,
    touched_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.core_event (
    id text NOT NULL,
    type text NOT NULL,
    entity_kind text NOT NULL,
    entity_id text NOT NULL,
    seq bigint NOT NULL,
    uid text,
    at timestamp with time zone NOT NULL,
    data jsonb NOT NULL,
    via text NOT NULL,
    state text NOT NULL,
    arrived_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT core_event_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'applied'::text, 'late'::text]))),
    CONSTRAINT core_event_via_check CHECK ((via = ANY (ARRAY['webhook'::text, 'list'::text])))
);

CREATE TABLE public.core_gap (
    entity_kind text NOT NULL,
    entity_id text NOT NULL,
    first bigint NOT NULL,
    last bigint NOT NULL,
    why text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT core_gap_why_check CHECK ((why = ANY (ARRAY['not_listed'::text, 'no_list'::text])))
);

CREATE TABLE public.core_list (
    one boolean DEFAULT true NOT NULL,
    after text DEFAULT ''::text NOT NULL,
    begun_at timestamp with time zone DEFAULT now() NOT NULL,
    leased_until timestamp with time zone DEFAULT '-infinity'::timestamp with time zone NOT NULL,
    read_at timestamp with time zone,
    complete_at timestamp with time zone,
    problem text DEFAULT ''::text NOT NULL,
    unreadable bigint DEFAULT 0 NOT NULL,
    CONSTRAINT core_list_one_check CHECK (one)
);

CREATE TABLE public.core_probe (
    one boolean DEFAULT true NOT NULL,
    probed_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    CONSTRAINT core_probe_one_check CHECK (one)
);

CREATE TABLE public.core_refusal (
    day date NOT NULL,
    reason text NOT NULL,
    n bigint NOT NULL,
    last_at timestamp with time zone NOT NULL
);

CREATE TABLE public.cursor (
    reader text NOT NULL,
    xid xid8 DEFAULT '0'::xid8 NOT NULL,
    id bigint DEFAULT 0 NOT NULL
);

CREATE TABLE public.customer (
    id bigint NOT NULL,
    uid text,
    name text DEFAULT ''::text NOT NULL,
    email text DEFAULT ''::text NOT NULL,
    phone text DEFAULT ''::text NOT NULL,
    language text DEFAULT 'en'::text NOT NULL,
    time_zone text DEFAULT 'UTC'::text NOT NULL,
    tier text DEFAULT ''::text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    seen_at timestamp with time zone,
    entity text DEFAULT ''::text NOT NULL,
    chosen_language text DEFAULT ''::text NOT NULL,
    CONSTRAINT customer_chosen_language_check CHECK ((chosen_language ~ '^([a-z]{2,3}(-[A-Z][a-z]{3})?)?$'::text))
);

CREATE TABLE public.customer_block (
    id bigint NOT NULL,
    customer_id bigint NOT NULL,
    ticket_id bigint NOT NULL,
    reason text NOT NULL,
    until timestamp with time zone,
    by_id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    ended_by bigint,
    ended_at timestamp with time zone,
    ended_why text DEFAULT ''::text NOT NULL
);

ALTER TABLE public.customer_block ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.customer_block_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.customer ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.customer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.customer_session (
    digest bytea NOT NULL,
    customer_id bigint NOT NULL,
    proof text NOT NULL,
    origin text DEFAULT ''::text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT customer_session_proof_check CHECK ((proof = ANY (ARRAY['exchange'::text, 'none'::text])))
);

CREATE TABLE public.customer_unheard (
    id bigint NOT NULL,
    block_id bigint NOT NULL,
    client_id uuid NOT NULL,
    ticket_id bigint,
    channel text NOT NULL,
    body text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE public.customer_unheard ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.customer_unheard_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.desk_language (
    language text NOT NULL,
    calendar_id bigint,
    fallback text NOT NULL,
    wait_s integer NOT NULL,
    translated boolean NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    set_by text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT desk_language_fallback_check CHECK ((fallback ~ '^[a-z]{2,3}(-[A-Z][a-z]{3})?$'::text)),
    CONSTRAINT desk_language_language_check CHECK ((language ~ '^[a-z]{2,3}(-[A-Z][a-z]{3})?$'::text)),
    CONSTRAINT desk_language_wait_s_check CHECK (((wait_s >= 0) AND (wait_s <= 86400)))
);

CREATE TABLE public.desk_rule (
    id bigint NOT NULL,
    place integer NOT NULL,
    active boolean DEFAULT false NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    zh text NOT NULL,
    en text NOT NULL,
    triggers text[] NOT NULL,
    conditions jsonb NOT NULL,
    effects jsonb NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    set_by text NOT NULL,
    removed_at timestamp with time zone
);

ALTER TABLE public.desk_rule ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.desk_rule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.desk_rule_version (
    rule_id bigint NOT NULL,
    version integer NOT NULL,
    content jsonb NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    set_by text NOT NULL
);

CREATE TABLE public.door_channel (
    key text NOT NULL,
    open boolean DEFAULT true NOT NULL,
    regions text[] DEFAULT '{}'::text[] NOT NULL,
    tiers text[] DEFAULT '{}'::text[] NOT NULL,
    away_zh text DEFAULT ''::text NOT NULL,
    away_en text DEFAULT ''::text NOT NULL,
    set_at timestamp with time zone DEFAULT now() NOT NULL,
    set_by text NOT NULL,
    calendar_id bigint,
    CONSTRAINT door_channel_key_check CHECK ((key = ANY (ARRAY['emergency'::text, 'chat'::text, 'form'::text, 'mail'::text, 'community'::text])))
);

CREATE TABLE public.draft (
    staff_id bigint NOT NULL,
    ticket_id bigint NOT NULL,
    mode text NOT NULL,
    body text NOT NULL,
    tab text DEFAULT ''::text NOT NULL,
    rev bigint DEFAULT 1 NOT NULL,
    saved_at timestamp with time zone DEFAULT now() NOT NULL,
    older text,
    older_at timestamp with time zone,
    CONSTRAINT draft_mode_check CHECK ((mode = ANY (ARRAY['reply'::text, 'note'::text])))
);

CREATE TABLE public.draft_source (
    article_id bigint NOT NULL,
    ticket_id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    by_id bigint NOT NULL
);

CREATE TABLE public.emergency (
    id bigint NOT NULL,
    ticket_id bigint NOT NULL,
    customer_id bigint NOT NULL,
    kind text NOT NULL,
    drill boolean DEFAULT false NOT NULL,
    cause text NOT NULL,
    at timestamp with time zone NOT NULL,
    "position" integer DEFAULT 0 NOT NULL,
    round integer DEFAULT 1 NOT NULL,
    ring_due timestamp with time zone,
    taken_by bigint,
    taken_at timestamp with time zone,
    update_due timestamp with time zone,
    told_at timestamp with time zone,
    country text DEFAULT ''::text NOT NULL,
    answers jsonb,
    answered_at timestamp with time zone,
    ended_at timestamp with time zone,
    ended_by bigint,
    outcome text,
    CONSTRAINT emergency_cause_check CHECK ((cause = ANY (ARRAY['words'::text, 'denial'::text, 'freeze'::text, 'staff'::text, 'drill'::text]))),
    CONSTRAINT emergency_check CHECK (((taken_by IS NULL) = (taken_at IS NULL))),
    CONSTRAINT emergency_check1 CHECK (((ended_at IS NULL) = (outcome IS NULL))),
    CONSTRAINT emergency_kind_check CHECK ((kind = ANY (ARRAY['stolen'::text, 'risk'::text])))
);

CREATE TABLE public.emergency_freeze (
    id bigint NOT NULL,
    emergency_id bigint NOT NULL,
    uid text NOT NULL,
    proof text NOT NULL,
    outside boolean NOT NULL,
    session bytea NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    state text DEFAULT 'asked'::text NOT NULL,
    why text DEFAULT ''::text NOT NULL,
    frozen_at timestamp with time zone,
    until timestamp with time zone,
    confirmed_at timestamp with time zone,
    lifted_at timestamp with time zone,
    lifted_why text,
    CONSTRAINT emergency_freeze_check CHECK (((frozen_at IS NOT NULL) = (state = 'frozen'::text))),
    CONSTRAINT emergency_freeze_check1 CHECK (((lifted_at IS NULL) = (lifted_why IS NULL))),
    CONSTRAINT emergency_freeze_proof_check CHECK ((proof = ANY (ARRAY['mail_link'::text, 'email_code'::text, 'sms_code'::text, 'session'::text]))),
    CONSTRAINT emergency_freeze_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'waiting'::text, 'frozen'::text, 'refused'::text]))),
    CONSTRAINT emergency_freeze_uid_check CHECK (((length(uid) >= 1) AND (length(uid) <= 64)))
);

ALTER TABLE public.emergency_freeze ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.emergency_freeze_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.emergency ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.emergency_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.emergency_outgoing (
    emergency_id bigint NOT NULL,
    withdrawal_id text NOT NULL,
    coin text NOT NULL,
    network text NOT NULL,
    amount text NOT NULL,
    txid text NOT NULL,
    address text NOT NULL,
    state text NOT NULL,
    left_at timestamp with time zone,
    class text NOT NULL,
    risk text NOT NULL,
    classed_at timestamp with time zone NOT NULL,
    CONSTRAINT emergency_outgoing_class_check CHECK ((class = ANY (ARRAY['internal'::text, 'own'::text, 'external'::text, 'unknown'::text])))
);

CREATE TABLE public.emergency_pack (
    id bigint NOT NULL,
    emergency_id bigint NOT NULL,
    n integer NOT NULL,
    code text NOT NULL,
    at timestamp with time zone NOT NULL,
    lang text NOT NULL,
    pdf bytea NOT NULL,
    pdf_sha256 text NOT NULL,
    "json" bytea NOT NULL,
    json_sha256 text NOT NULL,
    made_by text NOT NULL
);

ALTER TABLE public.emergency_pack ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.emergency_pack_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.emergency_ring (
    id bigint NOT NULL,
    emergency_id bigint NOT NULL,
    round integer NOT NULL,
    "position" integer NOT NULL,
    staff_id bigint NOT NULL,
    at timestamp with time zone NOT NULL
);

CREATE TABLE public.emergency_ring_group (
    "position" integer NOT NULL,
    zh text NOT NULL,
    en text NOT NULL,
    owner_kind text NOT NULL,
    owner_key text NOT NULL,
    wait_s integer NOT NULL,
    set_by text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT emergency_ring_group_owner_kind_check CHECK ((owner_kind = ANY (ARRAY['role'::text, 'team'::text, 'person'::text]))),
    CONSTRAINT emergency_ring_group_position_check CHECK ((("position" >= 1) AND ("position" <= 9))),
    CONSTRAINT emergency_ring_group_wait_s_check CHECK (((wait_s >= 15) AND (wait_s <= 600)))
);

ALTER TABLE public.emergency_ring ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.emergency_ring_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.emergency_seat (
    digest bytea NOT NULL,
    emergency_id bigint NOT NULL,
    proof text NOT NULL,
    at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL
);

CREATE TABLE public.emergency_snapshot (
    emergency_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    body bytea NOT NULL,
    sha256 text NOT NULL,
    CONSTRAINT emergency_snapshot_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);

CREATE TABLE public.emergency_step (
    emergency_id bigint NOT NULL,
    key text NOT NULL,
    at timestamp with time zone NOT NULL,
    done_by text NOT NULL
);

CREATE TABLE public.emergency_thaw (
    proposal_id bigint NOT NULL,
    ticket_id bigint NOT NULL,
    customer_id bigint NOT NULL,
    asked_by text NOT NULL,
    at timestamp with time zone NOT NULL,
    not_before timestamp with time zone NOT NULL,
    told integer DEFAULT 0 NOT NULL,
    stopped_at timestamp with time zone,
    stopped_why text
);

CREATE TABLE public.emergency_wish (
    digest bytea NOT NULL,
    box bytea NOT NULL,
    lang text NOT NULL,
    at timestamp with time zone NOT NULL,
    tries integer DEFAULT 0 NOT NULL,
    state text DEFAULT 'kept'::text NOT NULL,
    CONSTRAINT emergency_wish_state_check CHECK ((state = ANY (ARRAY['kept'::text, 'done'::text, 'void'::text])))
);

CREATE TABLE public.escalation (
    id bigint NOT NULL,
    ticket_id bigint NOT NULL,
    cause text NOT NULL,
    promise_id bigint,
    ladder_id bigint,
    name text NOT NULL,
    steps jsonb NOT NULL,
    why text NOT NULL,
    ask text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    started_by text NOT NULL,
    step integer NOT NULL,
    due_at timestamp with time zone,
    thread_id bigint,
    ended_at timestamp with time zone,
    ended_by text,
    outcome text,
    words text,
    CONSTRAINT escalation_cause_check CHECK ((cause = ANY (ARRAY['asked'::text, 'breach'::text, 'promise'::text]))),
    CONSTRAINT escalation_check CHECK (((ended_at IS NULL) = (outcome IS NULL))),
    CONSTRAINT escalation_check1 CHECK (((ended_at IS NULL) OR (due_at IS NULL)))
);

CREATE TABLE public.escalation_hold (
    id bigint NOT NULL,
    escalation_id bigint NOT NULL,
    step integer NOT NULL,
    staff_id bigint NOT NULL,
    since timestamp with time zone NOT NULL,
    acknowledged_at timestamp with time zone,
    until timestamp with time zone,
    why text,
    words text,
    CONSTRAINT escalation_hold_check CHECK (((until IS NULL) = (why IS NULL)))
);

ALTER TABLE public.escalation_hold ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.escalation_hold_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.escalation ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.escalation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.event (
    id bigint NOT NULL,
    xid xid8 DEFAULT pg_current_xact_id() NOT NULL,
    stream text NOT NULL,
    seq bigint NOT NULL,
    kind text NOT NULL,
    actor text NOT NULL,
    public boolean DEFAULT false NOT NULL,
    body jsonb DEFAULT '{}'::jsonb NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE public.event ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.evidence (
    id bigint NOT NULL,
    ticket_id bigint NOT NULL,
    file_id uuid NOT NULL,
    seq bigint NOT NULL,
    label text DEFAULT ''::text NOT NULL,
    pinned boolean DEFAULT false NOT NULL,
    kept_sha256 bytea,
    reading text,
    words text DEFAULT ''::text NOT NULL,
    removed text[] DEFAULT '{}'::text[] NOT NULL,
    read_at timestamp with time zone,
    CONSTRAINT evidence_label_check CHECK ((length(label) <= 120)),
    CONSTRAINT evidence_reading_check CHECK ((reading = ANY (ARRAY['waiting'::text, 'read'::text, 'nothing'::text, 'not_installed'::text, 'too_large'::text, 'failed'::text])))
);

CREATE TABLE public.evidence_custody (
    id bigint NOT NULL,
    evidence_id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    actor text NOT NULL,
    did text NOT NULL,
    detail text DEFAULT ''::text NOT NULL,
    CONSTRAINT evidence_custody_did_check CHECK ((did = ANY (ARRAY['sent'::text, 'copied'::text, 'read'::text, 'opened'::text, 'labelled'::text, 'pinned'::text, 'unpinned'::text, 'listed'::text])))
);

ALTER TABLE public.evidence_custody ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.evidence_custody_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.evidence ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.evidence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.field (
    key text NOT NULL,
    kind text NOT NULL,
    zh text NOT NULL,
    en text NOT NULL,
    options jsonb DEFAULT '[]'::jsonb NOT NULL,
    required boolean DEFAULT false NOT NULL,
    reasons text[] DEFAULT '{}'::text[] NOT NULL,
    roles text[] DEFAULT '{}'::text[] NOT NULL,
    "position" integer DEFAULT 0 NOT NULL,
    retired_at timestamp with time zone,
    CONSTRAINT field_kind_check CHECK ((kind = ANY (ARRAY['text'::text, 'number'::text, 'choice'::text, 'date'::text, 'yes_no'::text, 'txid'::text, 'address'::text, 'amount'::text])))
);

CREATE TABLE public.figure_resolution (
    ticket_id bigint NOT NULL,
    seq bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    by text NOT NULL,
    reopened_at timestamp with time zone
);

CREATE TABLE public.figure_ticket (
    ticket_id bigint NOT NULL,
    seq bigint NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    asked_at timestamp with time zone,
    touched_at timestamp with time zone,
    replied_at timestamp with time zone,
    replied_by bigint,
    last_by bigint,
    asks integer NOT NULL,
    replies integer NOT NULL,
    done boolean NOT NULL
);

CREATE TABLE public.file (
    id uuid NOT NULL,
    owner_kind text NOT NULL,
    owner_id bigint NOT NULL,
    name text NOT NULL,
    media_type text NOT NULL,
    size bigint NOT NULL,
    sha256 bytea NOT NULL,
    key text NOT NULL,
    preview_key text,
    width integer,
    height integer,
    state text NOT NULL,
    why text,
    at timestamp with time zone DEFAULT now() NOT NULL,
    kept_at timestamp with time zone,
    CONSTRAINT file_state_check CHECK ((state = ANY (ARRAY['checking'::text, 'ready'::text, 'opaque'::text, 'refused'::text])))
);

CREATE TABLE public.file_link (
    id bigint NOT NULL,
    file_id uuid NOT NULL,
    contact_id bigint NOT NULL,
    ticket_id bigint NOT NULL,
    seq bigint NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    opens integer DEFAULT 0 NOT NULL,
    opened_at timestamp with time zone,
    at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE public.file_link ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.file_link_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.follower (
    ticket_id bigint NOT NULL,
    staff_id bigint NOT NULL,
    why text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT follower_why_check CHECK ((why = ANY (ARRAY['asked'::text, 'mentioned'::text])))
);

CREATE TABLE public.form_draft (
    customer_id bigint NOT NULL,
    reason text NOT NULL,
    form_id uuid NOT NULL,
    answers jsonb NOT NULL,
    kept_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.form_solved (
    id bigint NOT NULL,
    customer_id bigint NOT NULL,
    reason text NOT NULL,
    article_id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE public.form_solved ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.form_solved_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.forum_category (
    code text NOT NULL,
    place integer NOT NULL,
    zh text NOT NULL,
    en text NOT NULL,
    closed boolean DEFAULT false NOT NULL,
    CONSTRAINT forum_category_code_check CHECK (((code ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'::text) AND (length(code) <= 40)))
);

CREATE TABLE public.forum_edit (
    id bigint NOT NULL,
    post_id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    body text NOT NULL
);

ALTER TABLE public.forum_edit ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.forum_edit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.forum_flag (
    post_id bigint NOT NULL,
    customer_id bigint NOT NULL,
    why text NOT NULL,
    words text DEFAULT ''::text NOT NULL,
    weight integer NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    settled_at timestamp with time zone,
    CONSTRAINT forum_flag_why_check CHECK ((why = ANY (ARRAY['scam'::text, 'impostor'::text, 'personal'::text, 'spam'::text, 'rude'::text, 'other'::text])))
);

CREATE TABLE public.forum_follow (
    topic_id bigint NOT NULL,
    customer_id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.forum_member (
    customer_id bigint NOT NULL,
    name text NOT NULL,
    skeleton text NOT NULL,
    level text DEFAULT 'new'::text NOT NULL,
    joined_at timestamp with time zone DEFAULT now() NOT NULL,
    named_at timestamp with time zone DEFAULT now() NOT NULL,
    mail boolean DEFAULT true NOT NULL,
    CONSTRAINT forum_member_level_check CHECK ((level = ANY (ARRAY['new'::text, 'member'::text, 'trusted'::text])))
);

CREATE TABLE public.forum_notice (
    id bigint NOT NULL,
    customer_id bigint NOT NULL,
    topic_id bigint,
    n integer,
    kind text NOT NULL,
    words text DEFAULT ''::text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    read_at timestamp with time zone,
    mail boolean DEFAULT false NOT NULL,
    mailed_at timestamp with time zone
);

ALTER TABLE public.forum_notice ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.forum_notice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.forum_policy (
    one boolean DEFAULT true NOT NULL,
    official text[] DEFAULT '{}'::text[] NOT NULL,
    allowed text[] DEFAULT '{}'::text[] NOT NULL,
    ids text DEFAULT 'masked'::text NOT NULL,
    CONSTRAINT forum_policy_ids_check CHECK ((ids = ANY (ARRAY['masked'::text, 'linked'::text]))),
    CONSTRAINT forum_policy_one_check CHECK (one)
);

CREATE TABLE public.forum_post (
    id bigint NOT NULL,
    topic_id bigint NOT NULL,
    n integer NOT NULL,
    customer_id bigint,
    staff_id bigint,
    client_id uuid NOT NULL,
    said text NOT NULL,
    body text NOT NULL,
    masked text[] DEFAULT '{}'::text[] NOT NULL,
    state text NOT NULL,
    why text DEFAULT ''::text NOT NULL,
    trace bytea NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    edited_at timestamp with time zone,
    edits integer DEFAULT 0 NOT NULL,
    removed_at timestamp with time zone,
    removed_from text,
    CONSTRAINT forum_post_check CHECK (((customer_id IS NULL) <> (staff_id IS NULL))),
    CONSTRAINT forum_post_state_check CHECK ((state = ANY (ARRAY['held'::text, 'shown'::text, 'hidden'::text, 'removed'::text])))
);

ALTER TABLE public.forum_post ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.forum_post_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.forum_ruling (
    id bigint NOT NULL,
    topic_id bigint NOT NULL,
    post_id bigint,
    verb text NOT NULL,
    why text NOT NULL,
    staff_id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE public.forum_ruling ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.forum_ruling_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.forum_sanction (
    id bigint NOT NULL,
    customer_id bigint NOT NULL,
    why text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    until timestamp with time zone NOT NULL,
    staff_id bigint NOT NULL,
    lifted_at timestamp with time zone,
    lifted_by bigint
);

ALTER TABLE public.forum_sanction ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.forum_sanction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.forum_topic (
    id bigint NOT NULL,
    kind text NOT NULL,
    category text NOT NULL,
    language text NOT NULL,
    title text NOT NULL,
    customer_id bigint,
    staff_id bigint,
    state text NOT NULL,
    opened_at timestamp with time zone DEFAULT now() NOT NULL,
    last_at timestamp with time zone DEFAULT now() NOT NULL,
    last_n integer DEFAULT 0 NOT NULL,
    replies integer DEFAULT 0 NOT NULL,
    votes integer DEFAULT 0 NOT NULL,
    accepted integer,
    locked_at timestamp with time zone,
    pinned_at timestamp with time zone,
    status text DEFAULT 'open'::text NOT NULL,
    status_why text DEFAULT ''::text NOT NULL,
    status_at timestamp with time zone,
    private_asked_at timestamp with time zone,
    ticket_id bigint,
    tokens text[] DEFAULT '{}'::text[] NOT NULL,
    CONSTRAINT forum_topic_check CHECK (((customer_id IS NULL) <> (staff_id IS NULL))),
    CONSTRAINT forum_topic_kind_check CHECK ((kind = ANY (ARRAY['question'::text, 'idea'::text]))),
    CONSTRAINT forum_topic_state_check CHECK ((state = ANY (ARRAY['held'::text, 'shown'::text, 'hidden'::text, 'removed'::text]))),
    CONSTRAINT forum_topic_status_check CHECK ((status = ANY (ARRAY['open'::text, 'review'::text, 'planned'::text, 'shipped'::text, 'declined'::text])))
);

ALTER TABLE public.forum_topic ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.forum_topic_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.forum_vote (
    topic_id bigint NOT NULL,
    customer_id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.gap_decision (
    key text NOT NULL,
    verb text NOT NULL,
    title text NOT NULL,
    volume integer NOT NULL,
    article_id bigint,
    synonyms text,
    note text DEFAULT ''::text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    by_id bigint NOT NULL,
    CONSTRAINT gap_decision_key_check CHECK ((length(key) <= 80)),
    CONSTRAINT gap_decision_verb_check CHECK ((verb = ANY (ARRAY['write'::text, 'synonym'::text, 'link'::text, 'not_ours'::text])))
);

CREATE TABLE public.genuine (
    id bigint NOT NULL,
    kind text NOT NULL,
    recipient text NOT NULL,
    title text NOT NULL,
    customer_id bigint,
    ticket_id bigint,
    at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE public.genuine ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.genuine_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.group_deed (
    id bigint NOT NULL,
    room_id bigint NOT NULL,
    about text NOT NULL,
    chat text NOT NULL,
    message text DEFAULT ''::text NOT NULL,
    who text NOT NULL,
    name text NOT NULL,
    username text NOT NULL,
    rule text NOT NULL,
    rules text[] NOT NULL,
    saw text DEFAULT ''::text NOT NULL,
    did text NOT NULL,
    words text NOT NULL,
    trace bytea,
    strikes integer NOT NULL,
    until timestamp with time zone,
    error text DEFAULT ''::text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    done_at timestamp with time zone,
    undone_at timestamp with time zone,
    undone_by bigint,
    undone_why text DEFAULT ''::text NOT NULL,
    CONSTRAINT group_deed_did_check CHECK ((did = ANY (ARRAY['noted'::text, 'removed'::text, 'warned'::text, 'muted'::text, 'banished'::text])))
);

ALTER TABLE public.group_deed ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.group_deed_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.group_door (
    digest bytea NOT NULL,
    room_id bigint NOT NULL,
    connection_id bigint NOT NULL,
    who text NOT NULL,
    words text NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone
);

CREATE TABLE public.group_room (
    id bigint NOT NULL,
    connection_id bigint NOT NULL,
    chat text NOT NULL,
    title text DEFAULT ''::text NOT NULL,
    here boolean DEFAULT true NOT NULL,
    settings jsonb DEFAULT '{}'::jsonb NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE public.group_room ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.group_room_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.group_said (
    room_id bigint NOT NULL,
    message text NOT NULL,
    who text NOT NULL,
    trace bytea NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.guard_allowed (
    id bigint NOT NULL,
    kind text NOT NULL,
    key text NOT NULL,
    written text NOT NULL,
    why text NOT NULL,
    added_by bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    ended_by bigint,
    ended_at timestamp with time zone,
    CONSTRAINT guard_allowed_kind_check CHECK ((kind = ANY (ARRAY['host'::text, 'number'::text, 'mail'::text, 'handle'::text, 'address'::text])))
);

ALTER TABLE public.guard_allowed ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.guard_allowed_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.guard_held (
    id bigint NOT NULL,
    client_id uuid NOT NULL,
    ticket_id bigint NOT NULL,
    staff_id bigint NOT NULL,
    body text NOT NULL,
    files uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    seen bigint NOT NULL,
    why text NOT NULL,
    findings jsonb NOT NULL,
    state text DEFAULT 'waiting'::text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    decided_by bigint,
    decided_at timestamp with time zone,
    decided_why text DEFAULT ''::text NOT NULL,
    seq bigint,
    CONSTRAINT guard_held_check CHECK (((decided_by <> staff_id) OR (state = 'taken'::text))),
    CONSTRAINT guard_held_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'released'::text, 'refused'::text, 'stale'::text, 'taken'::text, 'expired'::text])))
);

ALTER TABLE public.guard_held ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.guard_held_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.guard_stop (
    id bigint NOT NULL,
    staff_id bigint NOT NULL,
    ticket_id bigint,
    problem text NOT NULL,
    words text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    message_seq bigint
);

ALTER TABLE public.guard_stop ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.guard_stop_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.hand (
    id bigint NOT NULL,
    ticket_id bigint NOT NULL,
    staff_id bigint NOT NULL,
    words text DEFAULT ''::text NOT NULL,
    raised_at timestamp with time zone DEFAULT now() NOT NULL,
    lowered_at timestamp with time zone,
    lowered_by bigint
);

ALTER TABLE public.hand ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.hand_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.identity_attempt (
    id bigint NOT NULL,
    challenge_id bigint NOT NULL,
    ticket_id bigint,
    uid text,
    contact bytea,
    channel text NOT NULL,
    outcome text DEFAULT 'open'::text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT identity_attempt_outcome_check CHECK ((outcome = ANY (ARRAY['open'::text, 'proven'::text, 'wrong'::text, 'none'::text])))
);

ALTER TABLE public.identity_attempt ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.identity_attempt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.identity_challenge (
    id bigint NOT NULL,
    core_id text NOT NULL,
    digest bytea NOT NULL,
    request_id bigint,
    customer_id bigint,
    ticket_id bigint,
    claimed_id bigint,
    uid text,
    counts_for text,
    session bytea,
    contact bytea,
    method text NOT NULL,
    channel text NOT NULL,
    sent_to text DEFAULT ''::text NOT NULL,
    options jsonb,
    nonce text DEFAULT ''::text NOT NULL,
    asked_by bigint,
    at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    outcome text DEFAULT 'open'::text NOT NULL,
    settled_at timestamp with time zone,
    CONSTRAINT identity_challenge_check CHECK (((method = 'contact_code'::text) = (contact IS NOT NULL))),
    CONSTRAINT identity_challenge_check1 CHECK (((method = 'two_way_code'::text) = (asked_by IS NOT NULL))),
    CONSTRAINT identity_challenge_method_check CHECK ((method = ANY (ARRAY['passkey'::text, 'totp'::text, 'app_confirm'::text, 'email_code'::text, 'sms_code'::text, 'contact_code'::text, 'two_way_code'::text, 'mail_link'::text]))),
    CONSTRAINT identity_challenge_outcome_check CHECK ((outcome = ANY (ARRAY['open'::text, 'proven'::text, 'expired'::text, 'locked'::text, 'denied'::text, 'replaced'::text])))
);

ALTER TABLE public.identity_challenge ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.identity_challenge_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.identity_lock (
    id bigint NOT NULL,
    uid text,
    contact bytea,
    at timestamp with time zone NOT NULL,
    until timestamp with time zone NOT NULL,
    CONSTRAINT identity_lock_check CHECK (((uid IS NULL) <> (contact IS NULL)))
);

ALTER TABLE public.identity_lock ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.identity_lock_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.identity_proof (
    id bigint NOT NULL,
    uid text NOT NULL,
    customer_id bigint,
    ticket_id bigint,
    level smallint NOT NULL,
    method text NOT NULL,
    channel text NOT NULL,
    at timestamp with time zone NOT NULL,
    until timestamp with time zone NOT NULL,
    session bytea,
    challenge_id bigint,
    challenge_outcome text GENERATED ALWAYS AS (
CASE
    WHEN (challenge_id IS NOT NULL) THEN 'proven'::text
    ELSE NULL::text
END) STORED,
    review_id bigint,
    review_outcome text GENERATED ALWAYS AS (
CASE
    WHEN (review_id IS NOT NULL) THEN 'agreed'::text
    ELSE NULL::text
END) STORED,
    revoked_at timestamp with time zone,
    revoked_why text,
    revoked_by text,
    CONSTRAINT identity_proof_check CHECK (((challenge_id IS NULL) <> (review_id IS NULL))),
    CONSTRAINT identity_proof_check1 CHECK (((review_id IS NOT NULL) = (level = 4))),
    CONSTRAINT identity_proof_check2 CHECK (((revoked_at IS NULL) = (revoked_why IS NULL))),
    CONSTRAINT identity_proof_check3 CHECK ((until > at)),
    CONSTRAINT identity_proof_level_check CHECK (((level >= 1) AND (level <= 4)))
);

ALTER TABLE public.identity_proof ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.identity_proof_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.identity_request (
    id bigint NOT NULL,
    ticket_id bigint NOT NULL,
    customer_id bigint NOT NULL,
    digest bytea NOT NULL,
    asked_by bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone
);

ALTER TABLE public.identity_request ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.identity_request_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.identity_review (
    id bigint NOT NULL,
    ticket_id bigint NOT NULL,
    customer_id bigint NOT NULL,
    uid text NOT NULL,
    core_ref text NOT NULL,
    words text NOT NULL,
    maker_id bigint NOT NULL,
    maker_session bytea NOT NULL,
    maker_ip text NOT NULL,
    at timestamp with time zone NOT NULL,
    outcome text DEFAULT 'open'::text NOT NULL,
    checker_id bigint,
    checker_session bytea,
    checker_ip text,
    checker_words text DEFAULT ''::text NOT NULL,
    decided_at timestamp with time zone,
    CONSTRAINT identity_review_check CHECK (((outcome = 'open'::text) OR ((checker_id IS NOT NULL) AND (checker_id <> maker_id) AND (checker_session <> maker_session) AND (decided_at IS NOT NULL)))),
    CONSTRAINT identity_review_outcome_check CHECK ((outcome = ANY (ARRAY['open'::text, 'agreed'::text, 'refused'::text])))
);

ALTER TABLE public.identity_review ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.identity_review_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incident (
    id bigint NOT NULL,
    client_id uuid NOT NULL,
    zh text NOT NULL,
    en text NOT NULL,
    scope jsonb NOT NULL,
    severity text NOT NULL,
    state text NOT NULL,
    public boolean NOT NULL,
    words_zh text DEFAULT ''::text NOT NULL,
    words_en text DEFAULT ''::text NOT NULL,
    internal text DEFAULT ''::text NOT NULL,
    next_update_by timestamp with time zone,
    declared_at timestamp with time zone DEFAULT now() NOT NULL,
    declared_by bigint NOT NULL,
    resolved_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT incident_severity_check CHECK ((severity = ANY (ARRAY['P0'::text, 'P1'::text, 'P2'::text, 'P3'::text, 'P4'::text]))),
    CONSTRAINT incident_state_check CHECK ((state = ANY (ARRAY['investigating'::text, 'identified'::text, 'monitoring'::text, 'resolved'::text])))
);

CREATE TABLE public.incident_answer (
    id bigint NOT NULL,
    incident_id bigint NOT NULL,
    client_id uuid NOT NULL,
    kind text NOT NULL,
    resolve boolean DEFAULT false NOT NULL,
    zh text NOT NULL,
    en text NOT NULL,
    by_id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    total integer NOT NULL,
    finished_at timestamp with time zone,
    CONSTRAINT incident_answer_kind_check CHECK ((kind = ANY (ARRAY['answer'::text, 'resolution'::text])))
);

ALTER TABLE public.incident_answer ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.incident_answer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incident_answer_ticket (
    answer_id bigint NOT NULL,
    ticket_id bigint NOT NULL,
    outcome text,
    seq bigint,
    CONSTRAINT incident_answer_ticket_outcome_check CHECK ((outcome = ANY (ARRAY['sent'::text, 'closed'::text, 'refused'::text])))
);

ALTER TABLE public.incident ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.incident_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.incident_scan (
    incident_id bigint NOT NULL,
    version integer NOT NULL,
    after_id bigint DEFAULT 0 NOT NULL,
    upto_id bigint NOT NULL,
    total integer NOT NULL,
    seen integer DEFAULT 0 NOT NULL,
    attached integer DEFAULT 0 NOT NULL,
    proposed integer DEFAULT 0 NOT NULL,
    started_at timestamp with time zone DEFAULT now() NOT NULL,
    finished_at timestamp with time zone
);

CREATE TABLE public.incident_ticket (
    incident_id bigint NOT NULL,
    ticket_id bigint NOT NULL,
    state text NOT NULL,
    how text NOT NULL,
    set_by text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    tell boolean DEFAULT true NOT NULL,
    CONSTRAINT incident_ticket_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'attached'::text, 'detached'::text])))
);

CREATE TABLE public.incident_update (
    id bigint NOT NULL,
    incident_id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    by_id bigint NOT NULL,
    public boolean NOT NULL,
    state text NOT NULL,
    zh text DEFAULT ''::text NOT NULL,
    en text DEFAULT ''::text NOT NULL,
    next_update_by timestamp with time zone
);

ALTER TABLE public.incident_update ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.incident_update_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.knowledge_mark (
    one boolean DEFAULT true NOT NULL,
    n bigint NOT NULL,
    CONSTRAINT knowledge_mark_one_check CHECK (one)
);

CREATE TABLE public.ladder (
    id bigint NOT NULL,
    name text NOT NULL,
    reasons text[] DEFAULT '{}'::text[] NOT NULL,
    severities text[] DEFAULT '{}'::text[] NOT NULL,
    tiers text[] DEFAULT '{}'::text[] NOT NULL,
    teams text[] DEFAULT '{}'::text[] NOT NULL,
    on_breach boolean DEFAULT false NOT NULL,
    steps jsonb NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    set_by text NOT NULL,
    removed_at timestamp with time zone
);

ALTER TABLE public.ladder ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.ladder_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.learning_base (
    frozen text NOT NULL,
    shadow jsonb NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.learning_label (
    ticket_id bigint NOT NULL,
    seq bigint NOT NULL,
    customer_id bigint NOT NULL,
    staff_id bigint NOT NULL,
    kind text NOT NULL,
    was text NOT NULL,
    reason text NOT NULL,
    article_id bigint,
    language text NOT NULL,
    words text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT learning_label_kind_check CHECK ((kind = ANY (ARRAY['wrong_reason'::text, 'wrong_answer'::text, 'right'::text, 'changed'::text, 'accepted'::text])))
);

CREATE TABLE public.learning_model (
    id bigint NOT NULL,
    state text NOT NULL,
    told bytea NOT NULL,
    arrays bytea NOT NULL,
    card jsonb NOT NULL,
    frozen text NOT NULL,
    shadow jsonb NOT NULL,
    learnt jsonb NOT NULL,
    why text[] DEFAULT '{}'::text[] NOT NULL,
    made_at timestamp with time zone DEFAULT now() NOT NULL,
    set_at timestamp with time zone,
    set_by text DEFAULT ''::text NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    CONSTRAINT learning_model_state_check CHECK ((state = ANY (ARRAY['candidate'::text, 'serving'::text, 'previous'::text])))
);

ALTER TABLE public.learning_model ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.learning_model_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.learning_night (
    here boolean DEFAULT true NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    CONSTRAINT learning_night_here_check CHECK (here)
);

CREATE TABLE public.learning_objection (
    customer_id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.letterhead (
    id bigint NOT NULL,
    key text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    content jsonb NOT NULL,
    set_by text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE public.letterhead ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.letterhead_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.letterhead_version (
    letterhead_id bigint NOT NULL,
    version integer NOT NULL,
    content jsonb NOT NULL,
    set_by text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.link_token (
    digest bytea NOT NULL,
    connection_id bigint NOT NULL,
    customer_id bigint NOT NULL,
    ticket_id bigint,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.live_pass (
    digest bytea NOT NULL,
    actor_kind text NOT NULL,
    actor_id bigint NOT NULL,
    session bytea NOT NULL,
    expires_at timestamp with time zone NOT NULL
);

CREATE TABLE public.lookalike (
    id bigint NOT NULL,
    ticket_id bigint NOT NULL,
    other_id bigint NOT NULL,
    why text NOT NULL,
    value text DEFAULT ''::text NOT NULL,
    ours boolean NOT NULL,
    state text DEFAULT 'open'::text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    settled_by bigint,
    settled_at timestamp with time zone,
    CONSTRAINT lookalike_check CHECK ((ticket_id > other_id)),
    CONSTRAINT lookalike_state_check CHECK ((state = ANY (ARRAY['open'::text, 'merged'::text, 'different'::text]))),
    CONSTRAINT lookalike_why_check CHECK ((why = ANY (ARRAY['txid'::text, 'address'::text, 'reason'::text])))
);

ALTER TABLE public.lookalike ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.lookalike_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.macro (
    id bigint NOT NULL,
    scope text NOT NULL,
    owner_id bigint,
    team_id bigint,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    shortcut text DEFAULT ''::text NOT NULL,
    zh text DEFAULT ''::text NOT NULL,
    en text DEFAULT ''::text NOT NULL,
    effects jsonb DEFAULT '[]'::jsonb NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    uses bigint DEFAULT 0 NOT NULL,
    used_at timestamp with time zone,
    at timestamp with time zone DEFAULT now() NOT NULL,
    set_by text NOT NULL,
    removed_at timestamp with time zone,
    CONSTRAINT macro_check CHECK ((((scope = 'me'::text) = (owner_id IS NOT NULL)) AND ((scope = 'team'::text) = (team_id IS NOT NULL)))),
    CONSTRAINT macro_scope_check CHECK ((scope = ANY (ARRAY['me'::text, 'team'::text, 'all'::text])))
);

ALTER TABLE public.macro ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.macro_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.macro_plan (
    ticket_id bigint NOT NULL,
    staff_id bigint NOT NULL,
    macro_id bigint NOT NULL,
    version integer NOT NULL,
    effects jsonb NOT NULL,
    promise_by timestamp with time zone,
    at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.macro_translation (
    macro_id bigint NOT NULL,
    language text NOT NULL,
    macro_version integer NOT NULL,
    source text NOT NULL,
    words text NOT NULL,
    way text NOT NULL,
    state text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    asked_by text NOT NULL,
    decided_by text,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT macro_translation_language_check CHECK ((language ~ '^[a-z]{2,3}(-[A-Z][a-z]{3})?$'::text)),
    CONSTRAINT macro_translation_state_check CHECK ((state = ANY (ARRAY['review'::text, 'approved'::text, 'rejected'::text])))
);

CREATE TABLE public.macro_version (
    macro_id bigint NOT NULL,
    version integer NOT NULL,
    content jsonb NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    set_by text NOT NULL
);

CREATE TABLE public.mail_halt (
    id bigint NOT NULL,
    in_hour integer NOT NULL,
    ceiling integer NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    ended_at timestamp with time zone,
    ended_by bigint
);

ALTER TABLE public.mail_halt ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.mail_halt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.mail_in (
    id bigint NOT NULL,
    digest bytea NOT NULL,
    content bytea NOT NULL,
    recipient text NOT NULL,
    return_path text NOT NULL,
    peer text NOT NULL,
    raw bytea NOT NULL,
    copies integer DEFAULT 1 NOT NULL,
    state text DEFAULT 'received'::text NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    deaths integer DEFAULT 0 NOT NULL,
    claimed_until timestamp with time zone,
    sender text DEFAULT ''::text NOT NULL,
    message_id text DEFAULT ''::text NOT NULL,
    flags text[] DEFAULT '{}'::text[] NOT NULL,
    files uuid[],
    visitor_id bigint,
    ticket_id bigint,
    seq bigint,
    at timestamp with time zone DEFAULT now() NOT NULL,
    settled_at timestamp with time zone,
    outsider_id bigint,
    helo text DEFAULT ''::text NOT NULL,
    for_ticket bigint,
    shown bytea,
    tries integer DEFAULT 0 NOT NULL,
    released text DEFAULT ''::text NOT NULL,
    released_by bigint,
    stranger boolean DEFAULT false NOT NULL,
    reader_id bigint,
    connection_id bigint,
    left_out jsonb DEFAULT '[]'::jsonb NOT NULL,
    CONSTRAINT mail_in_released_check CHECK ((released = ANY (ARRAY[''::text, 'ticket'::text, 'new'::text]))),
    CONSTRAINT mail_in_state_check CHECK ((state = ANY (ARRAY['received'::text, 'joined'::text, 'opened'::text, 'quarantined'::text, 'dropped'::text])))
);

ALTER TABLE public.mail_in ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.mail_in_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.mail_key (
    id bigint NOT NULL,
    domain text NOT NULL,
    selector text NOT NULL,
    sealed bytea NOT NULL,
    record text NOT NULL,
    state text DEFAULT 'waiting'::text NOT NULL,
    made_by text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    signing_at timestamp with time zone,
    retired_at timestamp with time zone,
    CONSTRAINT mail_key_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'signing'::text, 'retired'::text])))
);

ALTER TABLE public.mail_key ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.mail_key_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.mail_out (
    id bigint NOT NULL,
    ticket_id bigint NOT NULL,
    upto_seq bigint NOT NULL,
    message_id text NOT NULL,
    sender text NOT NULL,
    recipient text NOT NULL,
    raw bytea NOT NULL,
    automatic boolean NOT NULL,
    state text DEFAULT 'queued'::text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    claimed_until timestamp with time zone,
    error text DEFAULT ''::text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    sent_at timestamp with time zone,
    mailbox text DEFAULT ''::text NOT NULL,
    by_machine boolean DEFAULT false NOT NULL,
    reader boolean DEFAULT false NOT NULL,
    letterhead text DEFAULT ''::text NOT NULL,
    status text DEFAULT ''::text NOT NULL,
    told_at timestamp with time zone,
    CONSTRAINT mail_out_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'delayed'::text, 'delivered'::text, 'failed'::text, 'bounced'::text, 'complained'::text, 'suppressed'::text])))
);

ALTER TABLE public.mail_out ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.mail_out_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.mail_proof (
    mail_id bigint NOT NULL,
    author text NOT NULL,
    aligned boolean NOT NULL,
    why text NOT NULL,
    imitates text NOT NULL,
    proof jsonb NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.mail_release (
    id bigint NOT NULL,
    mail_id bigint NOT NULL,
    way text NOT NULL,
    asked_by bigint NOT NULL,
    asked_at timestamp with time zone DEFAULT now() NOT NULL,
    decided_by bigint,
    decided_at timestamp with time zone,
    outcome text DEFAULT 'asked'::text NOT NULL,
    CONSTRAINT mail_release_outcome_check CHECK ((outcome = ANY (ARRAY['asked'::text, 'released'::text, 'refused'::text]))),
    CONSTRAINT mail_release_way_check CHECK ((way = ANY (ARRAY['ticket'::text, 'new'::text])))
);

ALTER TABLE public.mail_release ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.mail_release_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.mail_suppressed (
    id bigint NOT NULL,
    mailbox text NOT NULL,
    address text NOT NULL,
    reason text NOT NULL,
    said text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    lifted_at timestamp with time zone,
    lifted_by bigint,
    why text DEFAULT ''::text NOT NULL,
    CONSTRAINT mail_suppressed_reason_check CHECK ((reason = ANY (ARRAY['bounced'::text, 'complained'::text])))
);

ALTER TABLE public.mail_suppressed ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.mail_suppressed_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.mail_word (
    customer_id bigint NOT NULL,
    sealed bytea NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.mention (
    value text NOT NULL,
    ticket_id bigint NOT NULL,
    customer_id bigint NOT NULL,
    kind text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT mention_kind_check CHECK ((kind = ANY (ARRAY['txid'::text, 'address'::text])))
);

CREATE TABLE public.merge (
    id bigint NOT NULL,
    ticket_id bigint NOT NULL,
    into_id bigint NOT NULL,
    staff_id bigint NOT NULL,
    why text DEFAULT ''::text NOT NULL,
    before jsonb NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    undone_at timestamp with time zone,
    undone_by bigint,
    CONSTRAINT merge_check CHECK ((ticket_id <> into_id))
);

ALTER TABLE public.merge ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.merge_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.message (
    ticket_id bigint NOT NULL,
    seq bigint NOT NULL,
    client_id uuid NOT NULL,
    author_kind text NOT NULL,
    author_id bigint NOT NULL,
    internal boolean NOT NULL,
    channel text NOT NULL,
    language text DEFAULT ''::text NOT NULL,
    body text NOT NULL,
    files uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    removed text[] DEFAULT '{}'::text[] NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT message_author_kind_check CHECK ((author_kind = ANY (ARRAY['customer'::text, 'staff'::text, 'assistant'::text, 'system'::text])))
);

CREATE TABLE public.message_translation (
    ticket_id bigint NOT NULL,
    client_id uuid NOT NULL,
    staff_id bigint NOT NULL,
    source text NOT NULL,
    target text NOT NULL,
    original text NOT NULL,
    machine text NOT NULL,
    words text,
    way text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT message_translation_source_check CHECK ((source ~ '^[a-z]{2,3}(-[A-Z][a-z]{3})?$'::text)),
    CONSTRAINT message_translation_target_check CHECK ((target ~ '^[a-z]{2,3}(-[A-Z][a-z]{3})?$'::text)),
    CONSTRAINT message_translation_way_check CHECK ((way = ANY (ARRAY['opencc'::text, 'service'::text, 'model'::text])))
);

CREATE TABLE public.migration (
    name text NOT NULL,
    digest text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.model_call (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    task text NOT NULL,
    model text NOT NULL,
    about text NOT NULL,
    tokens_in integer NOT NULL,
    tokens_out integer NOT NULL,
    ms integer NOT NULL,
    outcome text NOT NULL,
    CONSTRAINT model_call_ms_check CHECK ((ms >= 0)),
    CONSTRAINT model_call_tokens_in_check CHECK ((tokens_in >= 0)),
    CONSTRAINT model_call_tokens_out_check CHECK ((tokens_out >= 0))
);

ALTER TABLE public.model_call ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.model_call_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.model_spend (
    day date NOT NULL,
    who bigint NOT NULL,
    tokens bigint NOT NULL,
    CONSTRAINT model_spend_tokens_check CHECK ((tokens >= 0)),
    CONSTRAINT model_spend_who_check CHECK ((who >= 0))
);

CREATE TABLE public.notice (
    id bigint NOT NULL,
    staff_id bigint NOT NULL,
    kind text NOT NULL,
    ticket_id bigint,
    title jsonb NOT NULL,
    words text DEFAULT ''::text NOT NULL,
    key text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    seen_at timestamp with time zone
);

CREATE TABLE public.notice_choice (
    staff_id bigint NOT NULL,
    choice jsonb NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.notice_due (
    notice_id bigint NOT NULL,
    way text NOT NULL,
    staff_id bigint NOT NULL,
    due_at timestamp with time zone NOT NULL,
    tries integer DEFAULT 0 NOT NULL,
    CONSTRAINT notice_due_way_check CHECK ((way = ANY (ARRAY['mail'::text, 'push'::text])))
);

ALTER TABLE public.notice ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.notice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.offer (
    id bigint NOT NULL,
    entry_id bigint NOT NULL,
    staff_id bigint NOT NULL,
    offered_at timestamp with time zone NOT NULL,
    deadline timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    outcome text,
    CONSTRAINT offer_check CHECK (((ended_at IS NULL) = (outcome IS NULL))),
    CONSTRAINT offer_outcome_check CHECK ((outcome = ANY (ARRAY['taken'::text, 'bounced'::text, 'returned'::text, 'withdrawn'::text])))
);

ALTER TABLE public.offer ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.offer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.opinion (
    id bigint NOT NULL,
    source text NOT NULL,
    connection_id bigint,
    watch_id bigint,
    external_id text NOT NULL,
    place text DEFAULT ''::text NOT NULL,
    author text DEFAULT ''::text NOT NULL,
    author_id text DEFAULT ''::text NOT NULL,
    body text NOT NULL,
    link text DEFAULT ''::text NOT NULL,
    language text DEFAULT 'und'::text NOT NULL,
    rating smallint,
    reach integer DEFAULT 0 NOT NULL,
    mood text NOT NULL,
    mood_words text[] DEFAULT '{}'::text[] NOT NULL,
    kind text NOT NULL,
    topic text DEFAULT ''::text NOT NULL,
    own_case boolean DEFAULT false NOT NULL,
    marked_by bigint,
    state text DEFAULT 'open'::text NOT NULL,
    assignee bigint,
    ticket_id bigint,
    said_at timestamp with time zone NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT opinion_kind_check CHECK ((kind = ANY (ARRAY['question'::text, 'complaint'::text, 'praise'::text, 'other'::text]))),
    CONSTRAINT opinion_mood_check CHECK ((mood = ANY (ARRAY['negative'::text, 'neutral'::text, 'positive'::text]))),
    CONSTRAINT opinion_rating_check CHECK (((rating >= 1) AND (rating <= 5))),
    CONSTRAINT opinion_state_check CHECK ((state = ANY (ARRAY['open'::text, 'settled'::text, 'muted'::text, 'removed'::text])))
);

CREATE TABLE public.opinion_answer (
    id bigint NOT NULL,
    opinion_id bigint NOT NULL,
    client_id uuid NOT NULL,
    staff_id bigint NOT NULL,
    body text NOT NULL,
    state text DEFAULT 'waiting'::text NOT NULL,
    decided_by bigint,
    decided_at timestamp with time zone,
    why text DEFAULT ''::text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    strange text DEFAULT ''::text NOT NULL,
    CONSTRAINT opinion_answer_check CHECK ((decided_by IS DISTINCT FROM staff_id)),
    CONSTRAINT opinion_answer_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'approved'::text, 'refused'::text])))
);

ALTER TABLE public.opinion_answer ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.opinion_answer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.opinion ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.opinion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.opinion_mute (
    source text NOT NULL,
    author_id text NOT NULL,
    staff_id bigint NOT NULL,
    why text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.opinion_watch (
    id bigint NOT NULL,
    source text NOT NULL,
    name text NOT NULL,
    url text NOT NULL,
    added_by bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    ended_at timestamp with time zone,
    asked_at timestamp with time zone,
    failures integer DEFAULT 0 NOT NULL,
    failure text DEFAULT ''::text NOT NULL
);

ALTER TABLE public.opinion_watch ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.opinion_watch_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.outgoing (
    client_id uuid NOT NULL,
    staff_id bigint NOT NULL,
    ticket_id bigint NOT NULL,
    body text NOT NULL,
    files uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    removed text[] DEFAULT '{}'::text[] NOT NULL,
    seen bigint,
    status text,
    held_at timestamp with time zone DEFAULT now() NOT NULL,
    due_at timestamp with time zone NOT NULL,
    state text DEFAULT 'held'::text NOT NULL,
    why text DEFAULT ''::text NOT NULL,
    seq bigint,
    settled_at timestamp with time zone,
    CONSTRAINT outgoing_state_check CHECK ((state = ANY (ARRAY['held'::text, 'sent'::text, 'stale'::text, 'failed'::text, 'taken'::text]))),
    CONSTRAINT outgoing_status_check CHECK ((status = ANY (ARRAY['open'::text, 'pending'::text, 'resolved'::text, 'closed'::text])))
);

CREATE TABLE public.parcel_out (
    id bigint NOT NULL,
    chat_id bigint NOT NULL,
    ticket_id bigint,
    seq bigint,
    key text NOT NULL,
    parcel jsonb NOT NULL,
    state text DEFAULT 'queued'::text NOT NULL,
    tries integer DEFAULT 0 NOT NULL,
    due timestamp with time zone DEFAULT now() NOT NULL,
    error text DEFAULT ''::text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    sent_at timestamp with time zone,
    settled_at timestamp with time zone,
    begun_at timestamp with time zone,
    CONSTRAINT parcel_out_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'delivered'::text, 'read'::text, 'failed'::text, 'unknown'::text])))
);

ALTER TABLE public.parcel_out ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.parcel_out_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.parcel_word (
    chat_id bigint NOT NULL,
    message text NOT NULL,
    parcel_id bigint NOT NULL,
    charged_at timestamp with time zone
);

CREATE TABLE public.parked (
    reaction text NOT NULL,
    stream text NOT NULL,
    attempts integer NOT NULL,
    due timestamp with time zone NOT NULL,
    dead boolean DEFAULT false NOT NULL,
    error text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.partner_key (
    id bigint NOT NULL,
    name text NOT NULL,
    shown text NOT NULL,
    digest bytea NOT NULL,
    scope text NOT NULL,
    made_by bigint NOT NULL,
    made_at timestamp with time zone DEFAULT now() NOT NULL,
    used_at timestamp with time zone,
    revoked_at timestamp with time zone,
    CONSTRAINT partner_key_scope_check CHECK ((scope = ANY (ARRAY['read'::text, 'write'::text])))
);

ALTER TABLE public.partner_key ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.partner_key_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.partner_visitor (
    email text NOT NULL,
    customer_id bigint NOT NULL
);

CREATE TABLE public.passkey (
    credential_id bytea NOT NULL,
    staff_id bigint NOT NULL,
    public_key bytea NOT NULL,
    sign_count bigint NOT NULL,
    label text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    used_at timestamp with time zone
);

CREATE TABLE public.passkey_challenge (
    challenge bytea NOT NULL,
    staff_id bigint,
    expires_at timestamp with time zone NOT NULL
);

CREATE TABLE public.pending_rule (
    single boolean DEFAULT true NOT NULL,
    remind_h integer NOT NULL,
    resolve_d integer NOT NULL,
    severities text[] NOT NULL,
    CONSTRAINT pending_rule_remind_h_check CHECK (((remind_h >= 1) AND (remind_h <= 720))),
    CONSTRAINT pending_rule_resolve_d_check CHECK (((resolve_d >= 1) AND (resolve_d <= 90))),
    CONSTRAINT pending_rule_single_check CHECK (single)
);

CREATE TABLE public.pending_wait (
    ticket_id bigint NOT NULL,
    seq bigint NOT NULL,
    since timestamp with time zone NOT NULL,
    reminded_at timestamp with time zone,
    next_at timestamp with time zone NOT NULL
);

CREATE TABLE public.pgqueuer (
    id bigint NOT NULL,
    priority integer NOT NULL,
    queue_manager_id uuid,
    created timestamp with time zone DEFAULT now() NOT NULL,
    updated timestamp with time zone DEFAULT now() NOT NULL,
    heartbeat timestamp with time zone DEFAULT now() NOT NULL,
    execute_after timestamp with time zone DEFAULT now() NOT NULL,
    status public.pgqueuer_status NOT NULL,
    entrypoint text NOT NULL,
    dedupe_key text,
    payload bytea,
    headers jsonb,
    attempts integer DEFAULT 0 NOT NULL,
    slot bigint
);

CREATE SEQUENCE public.pgqueuer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.pgqueuer_id_seq OWNED BY public.pgqueuer.id;

CREATE TABLE public.pgqueuer_log (
    id bigint NOT NULL,
    created timestamp with time zone DEFAULT now() NOT NULL,
    job_id bigint NOT NULL,
    status public.pgqueuer_status NOT NULL,
    priority integer NOT NULL,
    entrypoint text NOT NULL,
    traceback jsonb,
    aggregated boolean DEFAULT false
);

ALTER TABLE public.pgqueuer_log ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.pgqueuer_log_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.pgqueuer_schedules (
    id bigint NOT NULL,
    expression text NOT NULL,
    entrypoint text NOT NULL,
    heartbeat timestamp with time zone DEFAULT now() NOT NULL,
    created timestamp with time zone DEFAULT now() NOT NULL,
    updated timestamp with time zone DEFAULT now() NOT NULL,
    next_run timestamp with time zone DEFAULT now() NOT NULL,
    last_run timestamp with time zone,
    status public.pgqueuer_status DEFAULT 'queued'::public.pgqueuer_status
);

CREATE SEQUENCE public.pgqueuer_schedules_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.pgqueuer_schedules_id_seq OWNED BY public.pgqueuer_schedules.id;

CREATE TABLE public.pgqueuer_statistics (
    id bigint NOT NULL,
    created timestamp with time zone DEFAULT date_trunc('sec'::text, now()) NOT NULL,
    count bigint NOT NULL,
    priority integer NOT NULL,
    status public.pgqueuer_status NOT NULL,
    entrypoint text NOT NULL
);

CREATE SEQUENCE public.pgqueuer_statistics_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.pgqueuer_statistics_id_seq OWNED BY public.pgqueuer_statistics.id;

CREATE TABLE public.phone_call (
    id bigint NOT NULL,
    connection_id bigint NOT NULL,
    sid text,
    direction text NOT NULL,
    caller text NOT NULL,
    language text NOT NULL,
    state text NOT NULL,
    step integer DEFAULT 0 NOT NULL,
    tries integer DEFAULT 0 NOT NULL,
    lane text DEFAULT ''::text NOT NULL,
    wish text DEFAULT ''::text NOT NULL,
    severity text DEFAULT 'P3'::text NOT NULL,
    ticket_id bigint,
    about_id bigint,
    customer_id bigint,
    hint_id bigint,
    proven_at timestamp with time zone,
    consent boolean,
    began_at timestamp with time zone NOT NULL,
    rank_at timestamp with time zone,
    answered_at timestamp with time zone,
    ended_at timestamp with time zone,
    outcome text,
    staff_id bigint,
    conference text DEFAULT ''::text NOT NULL,
    parent_id bigint,
    offered_to bigint,
    offered_until timestamp with time zone,
    tried_out integer DEFAULT 0 NOT NULL,
    not_before timestamp with time zone,
    seconds integer,
    asked text DEFAULT ''::text NOT NULL,
    CONSTRAINT phone_call_asked_check CHECK ((length(asked) <= 64)),
    CONSTRAINT phone_call_caller_check CHECK ((length(caller) <= 20)),
    CONSTRAINT phone_call_check CHECK (((ended_at IS NULL) = (outcome IS NULL))),
    CONSTRAINT phone_call_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text]))),
    CONSTRAINT phone_call_lane_check CHECK ((lane = ANY (ARRAY[''::text, 'emergency'::text, 'ticket'::text, 'new'::text, 'person'::text, 'callback'::text]))),
    CONSTRAINT phone_call_outcome_check CHECK ((outcome = ANY (ARRAY['talked'::text, 'voicemail'::text, 'callback'::text, 'abandoned'::text, 'missed'::text, 'refused'::text, 'unreached'::text, 'alarm'::text]))),
    CONSTRAINT phone_call_seconds_check CHECK ((seconds >= 0)),
    CONSTRAINT phone_call_severity_check CHECK ((severity = ANY (ARRAY['P0'::text, 'P1'::text, 'P2'::text, 'P3'::text, 'P4'::text]))),
    CONSTRAINT phone_call_sid_check CHECK ((length(sid) <= 64)),
    CONSTRAINT phone_call_state_check CHECK ((state = ANY (ARRAY['menu'::text, 'waiting'::text, 'ringing'::text, 'bringing'::text, 'talking'::text, 'held'::text, 'voicemail'::text, 'ended'::text]))),
    CONSTRAINT phone_call_wish_check CHECK ((wish = ANY (ARRAY[''::text, 'callback'::text, 'voicemail'::text])))
);

ALTER TABLE public.phone_call ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.phone_call_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.phone_code (
    customer_id bigint NOT NULL,
    session bytea NOT NULL,
    issued_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    wrong integer DEFAULT 0 NOT NULL,
    used_at timestamp with time zone
);

CREATE TABLE public.phone_hook (
    id bigint NOT NULL,
    connection_id bigint NOT NULL,
    call_sid text NOT NULL,
    key text NOT NULL,
    given jsonb NOT NULL,
    answer bytea NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT phone_hook_call_sid_check CHECK ((length(call_sid) <= 64)),
    CONSTRAINT phone_hook_key_check CHECK ((length(key) <= 200))
);

ALTER TABLE public.phone_hook ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.phone_hook_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.phone_leg (
    id bigint NOT NULL,
    call_id bigint,
    connection_id bigint NOT NULL,
    staff_id bigint NOT NULL,
    purpose text NOT NULL,
    sid text,
    state text NOT NULL,
    began_at timestamp with time zone NOT NULL,
    joined_at timestamp with time zone,
    ended_at timestamp with time zone,
    CONSTRAINT phone_leg_purpose_check CHECK ((purpose = ANY (ARRAY['answer'::text, 'transfer'::text, 'verify'::text]))),
    CONSTRAINT phone_leg_sid_check CHECK ((length(sid) <= 64)),
    CONSTRAINT phone_leg_state_check CHECK ((state = ANY (ARRAY['dialling'::text, 'joined'::text, 'ended'::text, 'failed'::text])))
);

ALTER TABLE public.phone_leg ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.phone_leg_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.phone_own (
    staff_id bigint NOT NULL,
    number text NOT NULL,
    set_at timestamp with time zone NOT NULL,
    wrong integer DEFAULT 0 NOT NULL,
    verified_at timestamp with time zone,
    CONSTRAINT phone_own_number_check CHECK (((length(number) >= 8) AND (length(number) <= 20)))
);

CREATE TABLE public.phone_recording (
    id bigint NOT NULL,
    call_id bigint NOT NULL,
    sid text NOT NULL,
    kind text NOT NULL,
    seconds integer DEFAULT 0 NOT NULL,
    state text NOT NULL,
    file_id uuid,
    sha256 bytea,
    tries integer DEFAULT 0 NOT NULL,
    at timestamp with time zone NOT NULL,
    kept_at timestamp with time zone,
    deleted_at timestamp with time zone,
    CONSTRAINT phone_recording_kind_check CHECK ((kind = ANY (ARRAY['talk'::text, 'voicemail'::text]))),
    CONSTRAINT phone_recording_sid_check CHECK ((length(sid) <= 64)),
    CONSTRAINT phone_recording_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'kept'::text, 'absent'::text, 'failed'::text])))
);

ALTER TABLE public.phone_recording ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.phone_recording_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.phone_refused (
    day date NOT NULL,
    reason text NOT NULL,
    n bigint NOT NULL
);

CREATE TABLE public.play_message (
    id bigint NOT NULL,
    play text NOT NULL,
    topic text NOT NULL,
    uid text NOT NULL,
    core_id text NOT NULL,
    entity_kind text NOT NULL,
    entity_id text NOT NULL,
    data jsonb NOT NULL,
    happened_at timestamp with time zone NOT NULL,
    state text DEFAULT 'waiting'::text NOT NULL,
    why text DEFAULT ''::text NOT NULL,
    due_at timestamp with time zone NOT NULL,
    title_zh text DEFAULT ''::text NOT NULL,
    title_en text DEFAULT ''::text NOT NULL,
    words_zh text DEFAULT ''::text NOT NULL,
    words_en text DEFAULT ''::text NOT NULL,
    said_at timestamp with time zone,
    seen_at timestamp with time zone,
    mailed_at timestamp with time zone,
    ticket_id bigint,
    answer_id uuid,
    answered_at timestamp with time zone,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT play_message_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'said'::text, 'dropped'::text]))),
    CONSTRAINT play_message_uid_check CHECK (((length(uid) >= 1) AND (length(uid) <= 64)))
);

ALTER TABLE public.play_message ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.play_message_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.play_optout (
    uid text NOT NULL,
    topic text NOT NULL,
    way text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT play_optout_way_check CHECK ((way = ANY (ARRAY['page'::text, 'mail'::text])))
);

CREATE TABLE public.play_setting (
    play text NOT NULL,
    active boolean NOT NULL,
    words_zh text DEFAULT ''::text NOT NULL,
    words_en text DEFAULT ''::text NOT NULL,
    changed_by bigint NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.post (
    id bigint NOT NULL,
    client_id uuid NOT NULL,
    corrects bigint,
    kind text NOT NULL,
    title_zh text NOT NULL,
    title_en text NOT NULL,
    body_zh text NOT NULL,
    body_en text NOT NULL,
    begins_at timestamp with time zone,
    ends_at timestamp with time zone,
    in_product boolean NOT NULL,
    state text DEFAULT 'waiting'::text NOT NULL,
    staff_id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    decided_by bigint,
    decided_at timestamp with time zone,
    why text DEFAULT ''::text NOT NULL,
    announcement_id bigint,
    ended_by bigint,
    ended_at timestamp with time zone,
    product_error text DEFAULT ''::text NOT NULL,
    CONSTRAINT post_check CHECK ((decided_by <> staff_id)),
    CONSTRAINT post_kind_check CHECK ((kind = ANY (ARRAY['maintenance'::text, 'listing'::text, 'security'::text, 'product'::text, 'support'::text]))),
    CONSTRAINT post_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text, 'corrected'::text, 'recalled'::text])))
);

ALTER TABLE public.post ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.post_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.post_place (
    id bigint NOT NULL,
    post_id bigint NOT NULL,
    connection_id bigint NOT NULL,
    chat text NOT NULL,
    language text NOT NULL,
    first_id bigint,
    follow text DEFAULT ''::text NOT NULL,
    error text DEFAULT ''::text NOT NULL,
    tries integer DEFAULT 0 NOT NULL,
    CONSTRAINT post_place_follow_check CHECK ((follow = ANY (ARRAY[''::text, 'reword'::text, 'reworded'::text, 'recall'::text, 'recalled'::text, 'cannot'::text]))),
    CONSTRAINT post_place_language_check CHECK ((language = ANY (ARRAY['zh'::text, 'en'::text])))
);

ALTER TABLE public.post_place ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.post_place_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.progress (
    reaction text NOT NULL,
    stream text NOT NULL,
    seq bigint NOT NULL
);

CREATE TABLE public.proposal (
    id bigint NOT NULL,
    client_id uuid NOT NULL,
    type text NOT NULL,
    uid text NOT NULL,
    ticket_id bigint,
    customer_id bigint NOT NULL,
    params jsonb NOT NULL,
    reason_code text NOT NULL,
    words text NOT NULL,
    legal_basis text NOT NULL,
    consent jsonb,
    expected_version text NOT NULL,
    purse text NOT NULL,
    usd numeric,
    by_kind text NOT NULL,
    by_id bigint NOT NULL,
    by_role text NOT NULL,
    by_session bytea NOT NULL,
    by_ips text[] NOT NULL,
    by_teams bigint[] NOT NULL,
    level smallint NOT NULL,
    state text NOT NULL,
    why text DEFAULT ''::text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    tries integer DEFAULT 0 NOT NULL,
    lease timestamp with time zone,
    ordered jsonb,
    action_id text,
    receipt jsonb,
    settled_at timestamp with time zone,
    CONSTRAINT proposal_by_kind_check CHECK ((by_kind = ANY (ARRAY['staff'::text, 'customer'::text]))),
    CONSTRAINT proposal_check CHECK (((state = ANY (ARRAY['proposed'::text, 'approved'::text, 'unproven'::text, 'waiting'::text, 'accepted'::text])) = (settled_at IS NULL))),
    CONSTRAINT proposal_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'approved'::text, 'unproven'::text, 'waiting'::text, 'accepted'::text, 'executed'::text, 'failed'::text, 'rejected'::text, 'refused'::text, 'withdrawn'::text, 'expired'::text]))),
    CONSTRAINT proposal_uid_check CHECK (((length(uid) >= 1) AND (length(uid) <= 64)))
);

ALTER TABLE public.proposal ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.proposal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.proposal_vote (
    proposal_id bigint NOT NULL,
    staff_id bigint NOT NULL,
    role text NOT NULL,
    verdict text NOT NULL,
    words text NOT NULL,
    session bytea NOT NULL,
    ips text[] NOT NULL,
    teams bigint[] NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT proposal_vote_verdict_check CHECK ((verdict = ANY (ARRAY['approve'::text, 'refuse'::text])))
);

CREATE TABLE public.push_subscription (
    id bigint NOT NULL,
    staff_id bigint NOT NULL,
    digest bytea NOT NULL,
    endpoint text NOT NULL,
    p256dh bytea NOT NULL,
    auth bytea NOT NULL,
    label text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    used_at timestamp with time zone
);

ALTER TABLE public.push_subscription ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.push_subscription_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.queue_entry (
    id bigint NOT NULL,
    ticket_id bigint NOT NULL,
    team_id bigint NOT NULL,
    severity text NOT NULL,
    language text NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    slots integer NOT NULL,
    at timestamp with time zone NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    rank_at timestamp with time zone NOT NULL,
    not_before timestamp with time zone,
    usually_s real,
    slowest_s real,
    left_at timestamp with time zone,
    outcome text,
    staff_id bigint,
    done_at timestamp with time zone,
    CONSTRAINT queue_entry_check CHECK (((left_at IS NULL) = (outcome IS NULL))),
    CONSTRAINT queue_entry_outcome_check CHECK ((outcome = ANY (ARRAY['taken'::text, 'answered'::text, 'left'::text])))
);

ALTER TABLE public.queue_entry ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.queue_entry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.queue_route (
    ticket_id bigint NOT NULL,
    team_id bigint NOT NULL,
    reason text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    set_by text NOT NULL
);

CREATE TABLE public.rating (
    id bigint NOT NULL,
    ticket_id bigint NOT NULL,
    resolved_at timestamp with time zone NOT NULL,
    stars smallint NOT NULL,
    comment text DEFAULT ''::text NOT NULL,
    solved boolean,
    staff_id bigint,
    at timestamp with time zone NOT NULL,
    CONSTRAINT rating_stars_check CHECK (((stars >= 1) AND (stars <= 5)))
);

ALTER TABLE public.rating ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.rating_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.read_mark (
    ticket_id bigint NOT NULL,
    reader text NOT NULL,
    reader_id bigint NOT NULL,
    seq bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT read_mark_reader_check CHECK ((reader = ANY (ARRAY['customer'::text, 'staff'::text])))
);

CREATE TABLE public.recheck (
    id bigint NOT NULL,
    ticket_id bigint NOT NULL,
    due_at timestamp with time zone NOT NULL,
    words text DEFAULT ''::text NOT NULL,
    set_by bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    staff_id bigint,
    told_at timestamp with time zone,
    done_at timestamp with time zone,
    done_by bigint,
    outcome text,
    CONSTRAINT recheck_check CHECK (((done_at IS NULL) = (outcome IS NULL))),
    CONSTRAINT recheck_check1 CHECK (((told_at IS NULL) = (staff_id IS NULL))),
    CONSTRAINT recheck_outcome_check CHECK ((outcome = ANY (ARRAY['held'::text, 'came_back'::text, 'unknown'::text, 'dropped'::text])))
);

ALTER TABLE public.recheck ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.recheck_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.recovery (
    id bigint NOT NULL,
    client_id uuid NOT NULL,
    ticket_id bigint NOT NULL,
    customer_id bigint NOT NULL,
    uid text NOT NULL,
    txid text NOT NULL,
    network text NOT NULL,
    kind text NOT NULL,
    coin text NOT NULL,
    amount text NOT NULL,
    usd numeric,
    deposit_id text NOT NULL,
    state text NOT NULL,
    risk boolean NOT NULL,
    why text DEFAULT ''::text NOT NULL,
    why_zh text DEFAULT ''::text NOT NULL,
    why_en text DEFAULT ''::text NOT NULL,
    quote jsonb,
    proposal_id bigint,
    attempt integer DEFAULT 0 NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL,
    settled_at timestamp with time zone,
    CONSTRAINT recovery_check CHECK (((state = ANY (ARRAY['not_eligible'::text, 'done'::text, 'refused'::text, 'withdrawn'::text])) = (settled_at IS NOT NULL))),
    CONSTRAINT recovery_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'not_eligible'::text, 'quoted'::text, 'consented'::text, 'checking'::text, 'approved'::text, 'waiting'::text, 'done'::text, 'refused'::text, 'withdrawn'::text]))),
    CONSTRAINT recovery_txid_check CHECK (((length(txid) >= 1) AND (length(txid) <= 200)))
);

CREATE TABLE public.recovery_consent (
    id bigint NOT NULL,
    recovery_id bigint NOT NULL,
    quote jsonb NOT NULL,
    zh text NOT NULL,
    en text NOT NULL,
    level smallint NOT NULL,
    proof_id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT recovery_consent_level_check CHECK ((level >= 3))
);

ALTER TABLE public.recovery_consent ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.recovery_consent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.recovery_evidence (
    id bigint NOT NULL,
    recovery_id bigint NOT NULL,
    kind text NOT NULL,
    file_id uuid,
    words text DEFAULT ''::text NOT NULL,
    sha256 bytea NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT recovery_evidence_check CHECK (((file_id IS NULL) <> (words = ''::text))),
    CONSTRAINT recovery_evidence_kind_check CHECK ((kind = ANY (ARRAY['sender_picture'::text, 'screen_recording'::text, 'ownership'::text])))
);

ALTER TABLE public.recovery_evidence ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.recovery_evidence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.recovery ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.recovery_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.recovery_rules (
    version integer NOT NULL,
    rules jsonb NOT NULL,
    tiers jsonb NOT NULL,
    words text NOT NULL,
    by_id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.recovery_step (
    id bigint NOT NULL,
    recovery_id bigint NOT NULL,
    state text NOT NULL,
    why text DEFAULT ''::text NOT NULL,
    words text DEFAULT ''::text NOT NULL,
    actor text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE public.recovery_step ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.recovery_step_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.relief_case (
    ticket_id bigint NOT NULL,
    seq bigint NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    last_at timestamp with time zone NOT NULL,
    turns integer DEFAULT 0 NOT NULL,
    answers integer DEFAULT 0 NOT NULL,
    answered_seq bigint DEFAULT 0 NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    language text DEFAULT ''::text NOT NULL,
    handed_at timestamp with time zone,
    handed_why text DEFAULT ''::text NOT NULL
);

CREATE TABLE public.relief_thanks (
    ticket_id bigint NOT NULL,
    seq bigint NOT NULL
);

CREATE TABLE public.reply_address (
    digest bytea NOT NULL,
    ticket_id bigint,
    recipient text NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    outsider_id bigint,
    reader_id bigint,
    CONSTRAINT reply_address_whose CHECK ((num_nonnulls(ticket_id, outsider_id, reader_id) = 1))
);

CREATE TABLE public.rule_cause (
    ticket_id bigint NOT NULL,
    seq bigint NOT NULL,
    root_seq bigint NOT NULL,
    depth integer NOT NULL,
    rules bigint[] NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.rule_run (
    id bigint NOT NULL,
    ticket_id bigint NOT NULL,
    seq bigint NOT NULL,
    trigger text NOT NULL,
    root_seq bigint NOT NULL,
    depth integer NOT NULL,
    stopped boolean DEFAULT false NOT NULL,
    results jsonb NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE public.rule_run ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.rule_run_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.rule_timed (
    rule_id bigint NOT NULL,
    ticket_id bigint NOT NULL,
    last_public_seq bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.saved_view (
    id bigint NOT NULL,
    zh text NOT NULL,
    en text NOT NULL,
    owner_id bigint NOT NULL,
    scope text NOT NULL,
    team_id bigint,
    conditions jsonb NOT NULL,
    sort text NOT NULL,
    descending boolean DEFAULT false NOT NULL,
    columns text[] DEFAULT '{}'::text[] NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    removed_at timestamp with time zone,
    CONSTRAINT saved_view_check CHECK (((scope = 'team'::text) = (team_id IS NOT NULL))),
    CONSTRAINT saved_view_scope_check CHECK ((scope = ANY (ARRAY['me'::text, 'team'::text, 'all'::text]))),
    CONSTRAINT saved_view_sort_check CHECK ((sort = ANY (ARRAY['urgency'::text, 'opened'::text, 'updated'::text, 'due'::text])))
);

ALTER TABLE public.saved_view ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.saved_view_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.search_gap (
    id bigint NOT NULL,
    language text NOT NULL,
    sign text NOT NULL,
    words text NOT NULL,
    terms text[] NOT NULL,
    asked bigint DEFAULT 1 NOT NULL,
    first_at timestamp with time zone DEFAULT now() NOT NULL,
    last_at timestamp with time zone DEFAULT now() NOT NULL,
    closed_at timestamp with time zone,
    closed_by bigint
);

ALTER TABLE public.search_gap ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.search_gap_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.search_message (
    ticket_id bigint NOT NULL,
    seq bigint NOT NULL,
    place bigint NOT NULL,
    words tsvector NOT NULL
);

CREATE TABLE public.search_offer (
    language text NOT NULL,
    words text[] NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    by_id bigint NOT NULL,
    CONSTRAINT search_offer_language_check CHECK (((language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'::text) AND (length(language) <= 35))),
    CONSTRAINT search_offer_words_check CHECK ((cardinality(words) <= 200))
);

CREATE TABLE public.search_synonyms (
    key text NOT NULL,
    words text[] NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    by_id bigint NOT NULL,
    CONSTRAINT search_synonyms_key_check CHECK (((key ~ '^[a-z0-9]+(_[a-z0-9]+)*$'::text) AND (length(key) <= 40))),
    CONSTRAINT search_synonyms_words_check CHECK ((cardinality(words) <= 60))
);

CREATE TABLE public.search_ticket (
    ticket_id bigint NOT NULL,
    place bigint NOT NULL,
    words tsvector NOT NULL
);

CREATE TABLE public.search_word (
    word text NOT NULL
);

CREATE TABLE public.shift (
    id bigint NOT NULL,
    staff_id bigint NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    planned_by text NOT NULL,
    at timestamp with time zone NOT NULL,
    removed_at timestamp with time zone,
    CONSTRAINT shift_check CHECK ((ends_at > starts_at))
);

ALTER TABLE public.shift ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.shift_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.sign_in_attempt (
    account bytea NOT NULL,
    tries timestamp with time zone[] NOT NULL
);

CREATE TABLE public.skill (
    staff_id bigint NOT NULL,
    language text NOT NULL,
    topic text DEFAULT ''::text NOT NULL,
    level integer NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    set_by text NOT NULL,
    CONSTRAINT skill_level_check CHECK (((level >= 1) AND (level <= 3)))
);

CREATE TABLE public.sla_calendar (
    id bigint NOT NULL,
    name text NOT NULL,
    zone text NOT NULL,
    always boolean NOT NULL,
    hours jsonb DEFAULT '[]'::jsonb NOT NULL,
    holidays date[] DEFAULT '{}'::date[] NOT NULL,
    removed_at timestamp with time zone
);

ALTER TABLE public.sla_calendar ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.sla_calendar_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.sla_clock (
    ticket_id bigint NOT NULL,
    kind text NOT NULL,
    turn bigint NOT NULL,
    policy_id bigint NOT NULL,
    calendar_id bigint NOT NULL,
    pause_cap_s integer NOT NULL,
    started_at timestamp with time zone NOT NULL,
    budget_s integer NOT NULL,
    base_at timestamp with time zone NOT NULL,
    base_spent_s double precision NOT NULL,
    plans jsonb NOT NULL,
    due_at timestamp with time zone,
    met_at timestamp with time zone,
    breached_at timestamp with time zone,
    dropped_at timestamp with time zone,
    warned smallint NOT NULL,
    CONSTRAINT sla_clock_kind_check CHECK ((kind = ANY (ARRAY['first_reply'::text, 'next_reply'::text, 'resolve'::text])))
);

CREATE TABLE public.sla_pause (
    ticket_id bigint NOT NULL,
    seq bigint NOT NULL,
    since timestamp with time zone NOT NULL,
    until timestamp with time zone,
    reason text NOT NULL,
    actor text NOT NULL,
    CONSTRAINT sla_pause_reason_check CHECK ((reason = ANY (ARRAY['pending'::text, 'resolved'::text])))
);

CREATE TABLE public.sla_policy (
    id bigint NOT NULL,
    name text NOT NULL,
    calendar_id bigint NOT NULL,
    tiers text[],
    severities text[],
    channels text[],
    reasons text[],
    first_reply_s integer,
    next_reply_s integer,
    resolve_s integer,
    update_s integer,
    pause_cap_s integer NOT NULL,
    removed_at timestamp with time zone
);

ALTER TABLE public.sla_policy ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.sla_policy_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.sla_promise (
    id bigint NOT NULL,
    ticket_id bigint NOT NULL,
    client_id uuid NOT NULL,
    made_by bigint NOT NULL,
    made_at timestamp with time zone NOT NULL,
    by timestamp with time zone NOT NULL,
    seq bigint NOT NULL,
    message_seq bigint,
    moves integer DEFAULT 0 NOT NULL,
    kept_at timestamp with time zone,
    broken_at timestamp with time zone,
    warned smallint DEFAULT 0 NOT NULL
);

ALTER TABLE public.sla_promise ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.sla_promise_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.sla_ticket (
    ticket_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    tier text NOT NULL,
    severity text NOT NULL,
    channel text NOT NULL,
    reason text,
    status text NOT NULL,
    answered_at timestamp with time zone,
    waiting_since timestamp with time zone,
    waiting_seq bigint,
    next_at timestamp with time zone,
    due_kind text,
    due_at timestamp with time zone
);

CREATE TABLE public.snooze (
    ticket_id bigint NOT NULL,
    staff_id bigint NOT NULL,
    until timestamp with time zone NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    seq bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.split (
    ticket_id bigint NOT NULL,
    from_id bigint NOT NULL,
    seqs bigint[] NOT NULL,
    seq bigint NOT NULL,
    staff_id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    undone_at timestamp with time zone,
    undone_by bigint
);

CREATE TABLE public.staff (
    id bigint NOT NULL,
    email text NOT NULL,
    name text NOT NULL,
    alias text NOT NULL,
    role text NOT NULL,
    language text DEFAULT 'en'::text NOT NULL,
    password_hash text,
    totp_secret bytea,
    totp_step bigint DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    disabled_at timestamp with time zone
);

ALTER TABLE public.staff ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.staff_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.staff_preference (
    staff_id bigint NOT NULL,
    preferences jsonb NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.staff_session (
    digest bytea NOT NULL,
    staff_id bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    seen_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    ip text DEFAULT ''::text NOT NULL,
    agent text DEFAULT ''::text NOT NULL
);

CREATE TABLE public.stage (
    key text NOT NULL,
    category text NOT NULL,
    zh text NOT NULL,
    en text NOT NULL,
    shown_zh text DEFAULT ''::text NOT NULL,
    shown_en text DEFAULT ''::text NOT NULL,
    "position" integer DEFAULT 0 NOT NULL,
    retired_at timestamp with time zone,
    CONSTRAINT stage_category_check CHECK ((category = ANY (ARRAY['open'::text, 'pending'::text, 'resolved'::text])))
);

CREATE TABLE public.stolen_link (
    digest bytea NOT NULL,
    chat_id bigint NOT NULL,
    customer_id bigint,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    answered_at timestamp with time zone,
    at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.stream (
    name text NOT NULL,
    seq bigint NOT NULL
);

CREATE TABLE public.surge_dial (
    one boolean DEFAULT true NOT NULL,
    slots integer NOT NULL,
    set_at timestamp with time zone NOT NULL,
    set_by bigint NOT NULL,
    CONSTRAINT surge_dial_one_check CHECK (one),
    CONSTRAINT surge_dial_slots_check CHECK (((slots >= 1) AND (slots <= 20)))
);

CREATE TABLE public.surge_mention (
    ticket_id bigint NOT NULL,
    topic text NOT NULL,
    at timestamp with time zone NOT NULL
);

CREATE TABLE public.surge_mode (
    id bigint NOT NULL,
    reason text NOT NULL,
    slots integer,
    p4_later boolean NOT NULL,
    surveys_off boolean NOT NULL,
    callback_first boolean NOT NULL,
    started_at timestamp with time zone NOT NULL,
    started_by bigint NOT NULL,
    until timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    ended_by bigint,
    CONSTRAINT surge_mode_slots_check CHECK (((slots >= 1) AND (slots <= 20)))
);

ALTER TABLE public.surge_mode ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.surge_mode_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.surge_topic (
    topic text NOT NULL,
    n integer NOT NULL,
    usual real NOT NULL,
    spread real NOT NULL,
    samples integer NOT NULL,
    factor real NOT NULL,
    level text NOT NULL,
    detail jsonb DEFAULT '{}'::jsonb NOT NULL,
    since timestamp with time zone NOT NULL,
    told_at timestamp with time zone,
    at timestamp with time zone NOT NULL,
    CONSTRAINT surge_topic_level_check CHECK ((level = ANY (ARRAY['usual'::text, 'rising'::text, 'high'::text])))
);

CREATE TABLE public.tag (
    id bigint NOT NULL,
    word text NOT NULL,
    used bigint DEFAULT 0 NOT NULL,
    became text,
    retired_at timestamp with time zone,
    at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE public.tag ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.tag_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.team (
    id bigint NOT NULL,
    key text NOT NULL,
    zh text NOT NULL,
    en text NOT NULL,
    reasons text[] NOT NULL,
    languages text[] DEFAULT '{}'::text[] NOT NULL,
    slots integer DEFAULT 3 NOT NULL,
    bounce_s integer DEFAULT 30 NOT NULL,
    return_s integer DEFAULT 120 NOT NULL,
    fallback_s integer DEFAULT 60 NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    visibility text DEFAULT 'all'::text NOT NULL,
    overflow_s integer DEFAULT 900,
    CONSTRAINT team_bounce_s_check CHECK (((bounce_s >= 1) AND (bounce_s <= 3600))),
    CONSTRAINT team_fallback_s_check CHECK (((fallback_s >= 0) AND (fallback_s <= 86400))),
    CONSTRAINT team_overflow_s_check CHECK (((overflow_s >= 60) AND (overflow_s <= 604800))),
    CONSTRAINT team_return_s_check CHECK (((return_s >= 0) AND (return_s <= 86400))),
    CONSTRAINT team_slots_check CHECK (((slots >= 1) AND (slots <= 20))),
    CONSTRAINT team_visibility_check CHECK ((visibility = ANY (ARRAY['all'::text, 'members'::text])))
);

CREATE TABLE public.team_figure (
    team_id bigint NOT NULL,
    severity text NOT NULL,
    handling_s real NOT NULL,
    patience_s real NOT NULL,
    usually_x real NOT NULL,
    slowest_x real NOT NULL,
    answered integer NOT NULL,
    at timestamp with time zone NOT NULL
);

ALTER TABLE public.team ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.team_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.team_member (
    team_id bigint NOT NULL,
    staff_id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    set_by text NOT NULL
);

CREATE TABLE public.term (
    id bigint NOT NULL,
    zh text NOT NULL,
    en text NOT NULL,
    meaning_zh text DEFAULT ''::text NOT NULL,
    meaning_en text DEFAULT ''::text NOT NULL,
    version integer DEFAULT 1 NOT NULL
);

ALTER TABLE public.term ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.term_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.test_question (
    id bigint NOT NULL,
    language text NOT NULL,
    question text NOT NULL,
    article_id bigint NOT NULL,
    place integer,
    answered boolean DEFAULT false NOT NULL,
    asked_at timestamp with time zone,
    was integer,
    worse_at timestamp with time zone,
    by_id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT test_question_language_check CHECK (((language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'::text) AND (length(language) <= 35))),
    CONSTRAINT test_question_question_check CHECK (((length(question) >= 1) AND (length(question) <= 300)))
);

ALTER TABLE public.test_question ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.test_question_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.thread (
    id bigint NOT NULL,
    ticket_id bigint NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    about bigint,
    seq bigint DEFAULT 0 NOT NULL,
    last_seq bigint DEFAULT 0 NOT NULL,
    opened_at timestamp with time zone DEFAULT now() NOT NULL,
    opened_by bigint NOT NULL,
    opening_id uuid NOT NULL,
    said_at timestamp with time zone,
    closed_at timestamp with time zone,
    closed_by bigint,
    CONSTRAINT thread_check CHECK (((closed_at IS NULL) = (closed_by IS NULL))),
    CONSTRAINT thread_check1 CHECK (((kind = 'whisper'::text) = (about IS NOT NULL))),
    CONSTRAINT thread_kind_check CHECK ((kind = ANY (ARRAY['swarm'::text, 'side'::text, 'whisper'::text])))
);

ALTER TABLE public.thread ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.thread_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.thread_letter (
    id bigint NOT NULL,
    thread_id bigint NOT NULL,
    seq bigint NOT NULL,
    outsider_id bigint NOT NULL,
    state text DEFAULT 'queued'::text NOT NULL,
    error text DEFAULT ''::text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    settled_at timestamp with time zone,
    CONSTRAINT thread_letter_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'failed'::text, 'bounced'::text])))
);

ALTER TABLE public.thread_letter ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.thread_letter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.thread_mail (
    letter_id bigint NOT NULL,
    message_id text NOT NULL,
    sender text NOT NULL,
    raw bytea NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    claimed_until timestamp with time zone,
    error text DEFAULT ''::text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.thread_mark (
    thread_id bigint NOT NULL,
    staff_id bigint NOT NULL,
    seq bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.thread_member (
    id bigint NOT NULL,
    thread_id bigint NOT NULL,
    staff_id bigint,
    team_id bigint,
    at timestamp with time zone DEFAULT now() NOT NULL,
    set_by text NOT NULL,
    CONSTRAINT thread_member_check CHECK ((num_nonnulls(staff_id, team_id) = 1))
);

ALTER TABLE public.thread_member ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.thread_member_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.thread_message (
    thread_id bigint NOT NULL,
    seq bigint NOT NULL,
    client_id uuid NOT NULL,
    author_id bigint,
    body text NOT NULL,
    removed text[] DEFAULT '{}'::text[] NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    outsider_id bigint,
    files uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    CONSTRAINT thread_message_whose CHECK ((num_nonnulls(author_id, outsider_id) = 1))
);

CREATE TABLE public.thread_outsider (
    id bigint NOT NULL,
    thread_id bigint NOT NULL,
    address text NOT NULL,
    name text DEFAULT ''::text NOT NULL,
    language text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    added_by bigint NOT NULL,
    removed_at timestamp with time zone
);

ALTER TABLE public.thread_outsider ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.thread_outsider_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE SEQUENCE public.ticket_number
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE public.ticket (
    id bigint NOT NULL,
    number text DEFAULT ((('FRL-'::text || to_char((now() AT TIME ZONE 'utc'::text), 'YYYY'::text)) || '-'::text) || to_char(nextval('public.ticket_number'::regclass), 'FM999999999999000000'::text)) NOT NULL,
    customer_id bigint NOT NULL,
    opening_id uuid NOT NULL,
    subject text NOT NULL,
    about jsonb,
    reason text,
    severity text DEFAULT 'P3'::text NOT NULL,
    status text DEFAULT 'open'::text NOT NULL,
    owner_id bigint,
    channel text NOT NULL,
    language text NOT NULL,
    seq bigint DEFAULT 0 NOT NULL,
    last_public_seq bigint DEFAULT 0 NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    opened_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    waiting_since timestamp with time zone,
    first_reply_at timestamp with time zone,
    resolved_at timestamp with time zone,
    tags text[] DEFAULT '{}'::text[] NOT NULL,
    fields jsonb DEFAULT '{}'::jsonb NOT NULL,
    snoozed_until timestamp with time zone,
    merged_into bigint,
    incident_id bigint,
    team_id bigint,
    stage text,
    CONSTRAINT ticket_severity_check CHECK ((severity = ANY (ARRAY['P0'::text, 'P1'::text, 'P2'::text, 'P3'::text, 'P4'::text]))),
    CONSTRAINT ticket_status_check CHECK ((status = ANY (ARRAY['open'::text, 'pending'::text, 'resolved'::text, 'closed'::text])))
);

CREATE TABLE public.ticket_field_apart (
    ticket_id bigint NOT NULL,
    fields jsonb DEFAULT '{}'::jsonb NOT NULL
);

ALTER TABLE public.ticket ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.ticket_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.ticket_link (
    id bigint NOT NULL,
    kind text NOT NULL,
    from_id bigint NOT NULL,
    to_id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    made_by text NOT NULL,
    CONSTRAINT ticket_link_check CHECK ((from_id <> to_id)),
    CONSTRAINT ticket_link_kind_check CHECK ((kind = ANY (ARRAY['related'::text, 'caused_by'::text, 'follow_up'::text])))
);

ALTER TABLE public.ticket_link ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.ticket_link_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.ticket_reader (
    id bigint NOT NULL,
    ticket_id bigint NOT NULL,
    address text NOT NULL,
    name text DEFAULT ''::text NOT NULL,
    language text NOT NULL,
    state text DEFAULT 'proposed'::text NOT NULL,
    mail_id bigint,
    at timestamp with time zone DEFAULT now() NOT NULL,
    confirmed_at timestamp with time zone,
    after_seq bigint DEFAULT 0 NOT NULL,
    removed_at timestamp with time zone,
    CONSTRAINT ticket_reader_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'confirmed'::text, 'removed'::text])))
);

ALTER TABLE public.ticket_reader ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.ticket_reader_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.ticket_withdrawal (
    id bigint NOT NULL,
    ticket_id bigint NOT NULL,
    was text NOT NULL,
    stage text,
    waiting_since timestamp with time zone,
    withdrawn_at timestamp with time zone DEFAULT now() NOT NULL,
    undone_at timestamp with time zone
);

ALTER TABLE public.ticket_withdrawal ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.ticket_withdrawal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.title_showing (
    trial_id bigint NOT NULL,
    day date NOT NULL,
    visitor bytea NOT NULL,
    place smallint NOT NULL,
    opened boolean DEFAULT false NOT NULL,
    CONSTRAINT title_showing_visitor_check CHECK ((length(visitor) = 16))
);

CREATE TABLE public.title_trial (
    id bigint NOT NULL,
    article_id bigint NOT NULL,
    language text NOT NULL,
    by_id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    started_by bigint,
    started_at timestamp with time zone,
    p double precision DEFAULT 1 NOT NULL,
    winner smallint,
    decided_at timestamp with time zone,
    ended_at timestamp with time zone,
    ended_by text DEFAULT ''::text NOT NULL,
    outcome text,
    CONSTRAINT title_trial_check CHECK (((ended_at IS NULL) = (outcome IS NULL))),
    CONSTRAINT title_trial_check1 CHECK (((started_at IS NULL) = (started_by IS NULL))),
    CONSTRAINT title_trial_check2 CHECK (((winner IS NULL) = (decided_at IS NULL))),
    CONSTRAINT title_trial_language_check CHECK (((language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'::text) AND (length(language) <= 35))),
    CONSTRAINT title_trial_outcome_check CHECK ((outcome = ANY (ARRAY['adopted'::text, 'stopped'::text, 'changed'::text, 'archived'::text, 'hidden'::text]))),
    CONSTRAINT title_trial_p_check CHECK (((p >= (0)::double precision) AND (p <= (1)::double precision))),
    CONSTRAINT title_trial_winner_check CHECK (((winner >= 0) AND (winner <= 2)))
);

ALTER TABLE public.title_trial ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.title_trial_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.title_variant (
    trial_id bigint NOT NULL,
    place smallint NOT NULL,
    title text NOT NULL,
    shown bigint DEFAULT 0 NOT NULL,
    opened bigint DEFAULT 0 NOT NULL,
    CONSTRAINT title_variant_check CHECK (((opened >= 0) AND (opened <= shown))),
    CONSTRAINT title_variant_place_check CHECK (((place >= 0) AND (place <= 2))),
    CONSTRAINT title_variant_shown_check CHECK ((shown >= 0)),
    CONSTRAINT title_variant_title_check CHECK (((length(title) >= 1) AND (length(title) <= 120)))
);

CREATE TABLE public.topic (
    id bigint NOT NULL,
    code text NOT NULL,
    parent_id bigint,
    zh text NOT NULL,
    en text NOT NULL,
    place integer DEFAULT 0 NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT topic_check CHECK ((parent_id <> id)),
    CONSTRAINT topic_code_check CHECK (((code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(code) <= 40)))
);

ALTER TABLE public.topic ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.topic_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.transfer (
    id bigint NOT NULL,
    ticket_id bigint NOT NULL,
    from_id bigint NOT NULL,
    to_staff bigint,
    to_team bigint,
    summary text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    outcome text,
    answered_at timestamp with time zone,
    answered_by bigint,
    why text DEFAULT ''::text NOT NULL,
    CONSTRAINT transfer_check CHECK ((num_nonnulls(to_staff, to_team) = 1)),
    CONSTRAINT transfer_check1 CHECK (((answered_at IS NULL) = (outcome IS NULL))),
    CONSTRAINT transfer_outcome_check CHECK ((outcome = ANY (ARRAY['accepted'::text, 'returned'::text, 'withdrawn'::text, 'queued'::text])))
);

ALTER TABLE public.transfer ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.transfer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.translation_pair (
    id bigint NOT NULL,
    source_language text NOT NULL,
    target_language text NOT NULL,
    source text NOT NULL,
    target text NOT NULL,
    source_hash bytea NOT NULL,
    marks integer[] NOT NULL,
    article_id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE public.translation_pair ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.translation_pair_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.translation_term (
    id bigint NOT NULL,
    words jsonb NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    set_by text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    removed_at timestamp with time zone
);

ALTER TABLE public.translation_term ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.translation_term_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.triage (
    ticket_id bigint NOT NULL,
    reason text NOT NULL,
    basis text NOT NULL,
    decision jsonb NOT NULL,
    upto_seq bigint NOT NULL,
    again boolean DEFAULT false NOT NULL,
    applied boolean NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.triage_label (
    ticket_id bigint NOT NULL,
    was text NOT NULL,
    basis text NOT NULL,
    reason text NOT NULL,
    upto_seq bigint NOT NULL,
    staff_id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.update_in (
    id bigint NOT NULL,
    connection_id bigint NOT NULL,
    external_id text NOT NULL,
    chat text NOT NULL,
    place bigint NOT NULL,
    happened_at timestamp with time zone,
    body jsonb NOT NULL,
    removed text[] DEFAULT '{}'::text[] NOT NULL,
    state text DEFAULT 'waiting'::text NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    tries integer DEFAULT 0 NOT NULL,
    due timestamp with time zone DEFAULT now() NOT NULL,
    files uuid[],
    at timestamp with time zone DEFAULT now() NOT NULL,
    settled_at timestamp with time zone,
    left_out jsonb DEFAULT '[]'::jsonb NOT NULL,
    CONSTRAINT update_in_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'read'::text, 'parked'::text, 'dropped'::text])))
);

ALTER TABLE public.update_in ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.update_in_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.update_turn (
    connection_id bigint NOT NULL,
    chat text NOT NULL,
    claimed_until timestamp with time zone
);

CREATE TABLE public.used_identity (
    jti text NOT NULL,
    expires_at timestamp with time zone NOT NULL
);

CREATE TABLE public.webhook (
    id bigint NOT NULL,
    name text NOT NULL,
    url text NOT NULL,
    kinds text[] NOT NULL,
    secret bytea NOT NULL,
    old_secret bytea,
    old_until timestamp with time zone,
    state text DEFAULT 'active'::text NOT NULL,
    why text DEFAULT ''::text NOT NULL,
    made_by bigint NOT NULL,
    made_at timestamp with time zone DEFAULT now() NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL,
    trouble_since timestamp with time zone,
    removed_at timestamp with time zone,
    CONSTRAINT webhook_state_check CHECK ((state = ANY (ARRAY['active'::text, 'paused'::text, 'disabled'::text])))
);

CREATE TABLE public.webhook_delivery (
    id bigint NOT NULL,
    webhook_id bigint NOT NULL,
    uid uuid NOT NULL,
    kind text NOT NULL,
    body text NOT NULL,
    state text DEFAULT 'waiting'::text NOT NULL,
    tries integer DEFAULT 0 NOT NULL,
    due_at timestamp with time zone DEFAULT now() NOT NULL,
    claimed_until timestamp with time zone,
    at timestamp with time zone DEFAULT now() NOT NULL,
    until timestamp with time zone DEFAULT (now() + '72:00:00'::interval) NOT NULL,
    settled_at timestamp with time zone,
    replay_of bigint,
    CONSTRAINT webhook_delivery_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'delivered'::text, 'failed'::text, 'dropped'::text])))
);

ALTER TABLE public.webhook_delivery ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.webhook_delivery_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.webhook ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.webhook_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.webhook_try (
    delivery_id bigint NOT NULL,
    n integer NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    status integer,
    took_ms integer NOT NULL,
    said text DEFAULT ''::text NOT NULL
);

CREATE TABLE public.withdrawal_certificate (
    code text NOT NULL,
    customer_id bigint NOT NULL,
    withdrawal_id text NOT NULL,
    facts text NOT NULL,
    signed text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT withdrawal_certificate_code_check CHECK ((code ~ '^[0-9A-Z]{16}$'::text)),
    CONSTRAINT withdrawal_certificate_facts_check CHECK ((facts ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT withdrawal_certificate_signed_check CHECK (((length(signed) >= 1) AND (length(signed) <= 20000))),
    CONSTRAINT withdrawal_certificate_withdrawal_id_check CHECK (((length(withdrawal_id) >= 1) AND (length(withdrawal_id) <= 200)))
);

CREATE TABLE public.word_in (
    chat_id bigint NOT NULL,
    message text NOT NULL,
    ticket_id bigint NOT NULL,
    seq bigint NOT NULL
);

ALTER TABLE ONLY public.pgqueuer ALTER COLUMN id SET DEFAULT nextval('public.pgqueuer_id_seq'::regclass);

ALTER TABLE ONLY public.pgqueuer_schedules ALTER COLUMN id SET DEFAULT nextval('public.pgqueuer_schedules_id_seq'::regclass);

ALTER TABLE ONLY public.pgqueuer_statistics ALTER COLUMN id SET DEFAULT nextval('public.pgqueuer_statistics_id_seq'::regclass);

ALTER TABLE ONLY public.acknowledgement
    ADD CONSTRAINT acknowledgement_pkey PRIMARY KEY (ticket_id);

ALTER TABLE ONLY public.acknowledgement_text
    ADD CONSTRAINT acknowledgement_text_pkey PRIMARY KEY (here);

ALTER TABLE ONLY public.agent_state
    ADD CONSTRAINT agent_state_pkey PRIMARY KEY (staff_id);

ALTER TABLE ONLY public.announcement
    ADD CONSTRAINT announcement_client_id_key UNIQUE (client_id);

ALTER TABLE ONLY public.announcement
    ADD CONSTRAINT announcement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.article_draft
    ADD CONSTRAINT article_draft_pkey PRIMARY KEY (article_id, language);

ALTER TABLE ONLY public.article_feedback
    ADD CONSTRAINT article_feedback_once UNIQUE (article_id, language, visitor, day);

ALTER TABLE ONLY public.article_feedback
    ADD CONSTRAINT article_feedback_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.article_image
    ADD CONSTRAINT article_image_pkey PRIMARY KEY (file_id, article_id);

ALTER TABLE ONLY public.article_link
    ADD CONSTRAINT article_link_pkey PRIMARY KEY (ticket_id, seq, article_id);

ALTER TABLE ONLY public.article
    ADD CONSTRAINT article_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.article
    ADD CONSTRAINT article_slug_key UNIQUE (slug);

ALTER TABLE ONLY public.article_translation
    ADD CONSTRAINT article_translation_pkey PRIMARY KEY (article_id, language);

ALTER TABLE ONLY public.article_version
    ADD CONSTRAINT article_version_one UNIQUE (article_id, language, version);

ALTER TABLE ONLY public.article_version
    ADD CONSTRAINT article_version_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.assistant_case
    ADD CONSTRAINT assistant_case_pkey PRIMARY KEY (ticket_id);

ALTER TABLE ONLY public.assistant_setting
    ADD CONSTRAINT assistant_setting_pkey PRIMARY KEY (here);

ALTER TABLE ONLY public.assistant_turn
    ADD CONSTRAINT assistant_turn_pkey PRIMARY KEY (ticket_id, seq);

ALTER TABLE ONLY public.brief_change
    ADD CONSTRAINT brief_change_pkey PRIMARY KEY (stream, seq);

ALTER TABLE ONLY public.brief_handover
    ADD CONSTRAINT brief_handover_client_id_key UNIQUE (client_id);

ALTER TABLE ONLY public.brief_handover
    ADD CONSTRAINT brief_handover_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.brief_log
    ADD CONSTRAINT brief_log_client_id_key UNIQUE (client_id);

ALTER TABLE ONLY public.brief_log
    ADD CONSTRAINT brief_log_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.brief_read
    ADD CONSTRAINT brief_read_pkey PRIMARY KEY (staff_id);

ALTER TABLE ONLY public.brief_watch
    ADD CONSTRAINT brief_watch_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.bulk
    ADD CONSTRAINT bulk_client_id_key UNIQUE (client_id);

ALTER TABLE ONLY public.bulk_item
    ADD CONSTRAINT bulk_item_bulk_id_ticket_id_key UNIQUE (bulk_id, ticket_id);

ALTER TABLE ONLY public.bulk_item
    ADD CONSTRAINT bulk_item_pkey PRIMARY KEY (bulk_id, n);

ALTER TABLE ONLY public.bulk
    ADD CONSTRAINT bulk_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.bulk
    ADD CONSTRAINT bulk_undoes_key UNIQUE (undoes);

ALTER TABLE ONLY public.call
    ADD CONSTRAINT call_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.call_signal
    ADD CONSTRAINT call_signal_pkey PRIMARY KEY (call_id, seq);

ALTER TABLE ONLY public.callback
    ADD CONSTRAINT callback_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.chat
    ADD CONSTRAINT chat_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.chat
    ADD CONSTRAINT chat_place UNIQUE (connection_id, external_id);

ALTER TABLE ONLY public.checklist_tick
    ADD CONSTRAINT checklist_tick_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.claim_appeal
    ADD CONSTRAINT claim_appeal_pkey PRIMARY KEY (claim_id);

ALTER TABLE ONLY public.claim_batch
    ADD CONSTRAINT claim_batch_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.claim
    ADD CONSTRAINT claim_once UNIQUE (window_id, uid);

ALTER TABLE ONLY public.claim
    ADD CONSTRAINT claim_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.claim_sheet
    ADD CONSTRAINT claim_sheet_pkey PRIMARY KEY (window_id, version);

ALTER TABLE ONLY public.claim_window
    ADD CONSTRAINT claim_window_client_id_key UNIQUE (client_id);

ALTER TABLE ONLY public.claim_window
    ADD CONSTRAINT claim_window_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.connection_day
    ADD CONSTRAINT connection_day_pkey PRIMARY KEY (connection_id, day, kind);

ALTER TABLE ONLY public.connection
    ADD CONSTRAINT connection_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.connection_spent
    ADD CONSTRAINT connection_spent_pkey PRIMARY KEY (connection_id, month, unit);

ALTER TABLE ONLY public.connection
    ADD CONSTRAINT connection_token_key UNIQUE (token);

ALTER TABLE ONLY public.connection_told
    ADD CONSTRAINT connection_told_pkey PRIMARY KEY (connection_id, month, percent);

ALTER TABLE ONLY public.contact
    ADD CONSTRAINT contact_person UNIQUE (connection_id, external_id);

ALTER TABLE ONLY public.contact
    ADD CONSTRAINT contact_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.copilot_draft
    ADD CONSTRAINT copilot_draft_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_entity
    ADD CONSTRAINT core_entity_pkey PRIMARY KEY (kind, id);

ALTER TABLE ONLY public.core_event
    ADD CONSTRAINT core_event_once UNIQUE (entity_kind, entity_id, seq);

ALTER TABLE ONLY public.core_event
    ADD CONSTRAINT core_event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_gap
    ADD CONSTRAINT core_gap_pkey PRIMARY KEY (entity_kind, entity_id, first);

ALTER TABLE ONLY public.core_list
    ADD CONSTRAINT core_list_pkey PRIMARY KEY (one);

ALTER TABLE ONLY public.core_probe
    ADD CONSTRAINT core_probe_pkey PRIMARY KEY (one);

ALTER TABLE ONLY public.core_refusal
    ADD CONSTRAINT core_refusal_pkey PRIMARY KEY (day, reason);

ALTER TABLE ONLY public.cursor
    ADD CONSTRAINT cursor_pkey PRIMARY KEY (reader);

ALTER TABLE ONLY public.customer_block
    ADD CONSTRAINT customer_block_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.customer
    ADD CONSTRAINT customer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.customer_session
    ADD CONSTRAINT customer_session_pkey PRIMARY KEY (digest);

ALTER TABLE ONLY public.customer
    ADD CONSTRAINT customer_uid_key UNIQUE (uid);

ALTER TABLE ONLY public.customer_unheard
    ADD CONSTRAINT customer_unheard_once UNIQUE (block_id, client_id);

ALTER TABLE ONLY public.customer_unheard
    ADD CONSTRAINT customer_unheard_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.desk_language
    ADD CONSTRAINT desk_language_pkey PRIMARY KEY (language);

ALTER TABLE ONLY public.desk_rule
    ADD CONSTRAINT desk_rule_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.desk_rule_version
    ADD CONSTRAINT desk_rule_version_pkey PRIMARY KEY (rule_id, version);

ALTER TABLE ONLY public.door_channel
    ADD CONSTRAINT door_channel_pkey PRIMARY KEY (key);

ALTER TABLE ONLY public.draft
    ADD CONSTRAINT draft_pkey PRIMARY KEY (staff_id, ticket_id, mode);

ALTER TABLE ONLY public.draft_source
    ADD CONSTRAINT draft_source_pkey PRIMARY KEY (article_id, ticket_id);

ALTER TABLE ONLY public.emergency_freeze
    ADD CONSTRAINT emergency_freeze_emergency_id_key UNIQUE (emergency_id);

ALTER TABLE ONLY public.emergency_freeze
    ADD CONSTRAINT emergency_freeze_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.emergency_outgoing
    ADD CONSTRAINT emergency_outgoing_pkey PRIMARY KEY (emergency_id, withdrawal_id);

ALTER TABLE ONLY public.emergency_pack
    ADD CONSTRAINT emergency_pack_code_key UNIQUE (code);

ALTER TABLE ONLY public.emergency_pack
    ADD CONSTRAINT emergency_pack_emergency_id_n_key UNIQUE (emergency_id, n);

ALTER TABLE ONLY public.emergency_pack
    ADD CONSTRAINT emergency_pack_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.emergency
    ADD CONSTRAINT emergency_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.emergency_ring
    ADD CONSTRAINT emergency_ring_emergency_id_round_position_staff_id_key UNIQUE (emergency_id, round, "position", staff_id);

ALTER TABLE ONLY public.emergency_ring_group
    ADD CONSTRAINT emergency_ring_group_pkey PRIMARY KEY ("position");

ALTER TABLE ONLY public.emergency_ring
    ADD CONSTRAINT emergency_ring_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.emergency_seat
    ADD CONSTRAINT emergency_seat_pkey PRIMARY KEY (digest);

ALTER TABLE ONLY public.emergency_snapshot
    ADD CONSTRAINT emergency_snapshot_pkey PRIMARY KEY (emergency_id);

ALTER TABLE ONLY public.emergency_step
    ADD CONSTRAINT emergency_step_pkey PRIMARY KEY (emergency_id, key);

ALTER TABLE ONLY public.emergency_thaw
    ADD CONSTRAINT emergency_thaw_pkey PRIMARY KEY (proposal_id);

ALTER TABLE ONLY public.emergency
    ADD CONSTRAINT emergency_ticket_id_key UNIQUE (ticket_id);

ALTER TABLE ONLY public.emergency_wish
    ADD CONSTRAINT emergency_wish_pkey PRIMARY KEY (digest);

ALTER TABLE ONLY public.escalation_hold
    ADD CONSTRAINT escalation_hold_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.escalation
    ADD CONSTRAINT escalation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.escalation
    ADD CONSTRAINT escalation_promise_id_key UNIQUE (promise_id);

ALTER TABLE ONLY public.event
    ADD CONSTRAINT event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.event
    ADD CONSTRAINT event_stream_seq UNIQUE (stream, seq);

ALTER TABLE ONLY public.evidence_custody
    ADD CONSTRAINT evidence_custody_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT evidence_once UNIQUE (ticket_id, file_id);

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT evidence_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.field
    ADD CONSTRAINT field_pkey PRIMARY KEY (key);

ALTER TABLE ONLY public.figure_resolution
    ADD CONSTRAINT figure_resolution_pkey PRIMARY KEY (ticket_id, seq);

ALTER TABLE ONLY public.figure_ticket
    ADD CONSTRAINT figure_ticket_pkey PRIMARY KEY (ticket_id);

ALTER TABLE ONLY public.file_link
    ADD CONSTRAINT file_link_once UNIQUE (ticket_id, seq, file_id, contact_id);

ALTER TABLE ONLY public.file_link
    ADD CONSTRAINT file_link_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.file
    ADD CONSTRAINT file_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.follower
    ADD CONSTRAINT follower_pkey PRIMARY KEY (ticket_id, staff_id);

ALTER TABLE ONLY public.form_draft
    ADD CONSTRAINT form_draft_pkey PRIMARY KEY (customer_id, reason);

ALTER TABLE ONLY public.form_solved
    ADD CONSTRAINT form_solved_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.forum_category
    ADD CONSTRAINT forum_category_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.forum_edit
    ADD CONSTRAINT forum_edit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.forum_flag
    ADD CONSTRAINT forum_flag_pkey PRIMARY KEY (post_id, customer_id);

ALTER TABLE ONLY public.forum_follow
    ADD CONSTRAINT forum_follow_pkey PRIMARY KEY (topic_id, customer_id);

ALTER TABLE ONLY public.forum_member
    ADD CONSTRAINT forum_member_pkey PRIMARY KEY (customer_id);

ALTER TABLE ONLY public.forum_member
    ADD CONSTRAINT forum_member_skeleton UNIQUE (skeleton);

ALTER TABLE ONLY public.forum_notice
    ADD CONSTRAINT forum_notice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.forum_policy
    ADD CONSTRAINT forum_policy_pkey PRIMARY KEY (one);

ALTER TABLE ONLY public.forum_post
    ADD CONSTRAINT forum_post_client UNIQUE (client_id);

ALTER TABLE ONLY public.forum_post
    ADD CONSTRAINT forum_post_n UNIQUE (topic_id, n);

ALTER TABLE ONLY public.forum_post
    ADD CONSTRAINT forum_post_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.forum_ruling
    ADD CONSTRAINT forum_ruling_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.forum_sanction
    ADD CONSTRAINT forum_sanction_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.forum_topic
    ADD CONSTRAINT forum_topic_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.forum_vote
    ADD CONSTRAINT forum_vote_pkey PRIMARY KEY (topic_id, customer_id);

ALTER TABLE ONLY public.gap_decision
    ADD CONSTRAINT gap_decision_pkey PRIMARY KEY (key);

ALTER TABLE ONLY public.genuine
    ADD CONSTRAINT genuine_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.group_deed
    ADD CONSTRAINT group_deed_once UNIQUE (room_id, about);

ALTER TABLE ONLY public.group_deed
    ADD CONSTRAINT group_deed_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.group_door
    ADD CONSTRAINT group_door_pkey PRIMARY KEY (digest);

ALTER TABLE ONLY public.group_room
    ADD CONSTRAINT group_room_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.group_room
    ADD CONSTRAINT group_room_place UNIQUE (connection_id, chat);

ALTER TABLE ONLY public.group_said
    ADD CONSTRAINT group_said_pkey PRIMARY KEY (room_id, message);

ALTER TABLE ONLY public.guard_allowed
    ADD CONSTRAINT guard_allowed_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.guard_held
    ADD CONSTRAINT guard_held_once UNIQUE (client_id);

ALTER TABLE ONLY public.guard_held
    ADD CONSTRAINT guard_held_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.guard_stop
    ADD CONSTRAINT guard_stop_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.hand
    ADD CONSTRAINT hand_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.identity_attempt
    ADD CONSTRAINT identity_attempt_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.identity_challenge
    ADD CONSTRAINT identity_challenge_digest_key UNIQUE (digest);

ALTER TABLE ONLY public.identity_challenge
    ADD CONSTRAINT identity_challenge_id_outcome_key UNIQUE (id, outcome);

ALTER TABLE ONLY public.identity_challenge
    ADD CONSTRAINT identity_challenge_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.identity_lock
    ADD CONSTRAINT identity_lock_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.identity_proof
    ADD CONSTRAINT identity_proof_challenge_id_key UNIQUE (challenge_id);

ALTER TABLE ONLY public.identity_proof
    ADD CONSTRAINT identity_proof_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.identity_proof
    ADD CONSTRAINT identity_proof_review_id_key UNIQUE (review_id);

ALTER TABLE ONLY public.identity_request
    ADD CONSTRAINT identity_request_digest_key UNIQUE (digest);

ALTER TABLE ONLY public.identity_request
    ADD CONSTRAINT identity_request_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.identity_review
    ADD CONSTRAINT identity_review_id_outcome_key UNIQUE (id, outcome);

ALTER TABLE ONLY public.identity_review
    ADD CONSTRAINT identity_review_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incident_answer
    ADD CONSTRAINT incident_answer_client_id_key UNIQUE (client_id);

ALTER TABLE ONLY public.incident_answer
    ADD CONSTRAINT incident_answer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incident_answer_ticket
    ADD CONSTRAINT incident_answer_ticket_pkey PRIMARY KEY (answer_id, ticket_id);

ALTER TABLE ONLY public.incident
    ADD CONSTRAINT incident_client_id_key UNIQUE (client_id);

ALTER TABLE ONLY public.incident
    ADD CONSTRAINT incident_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.incident_scan
    ADD CONSTRAINT incident_scan_pkey PRIMARY KEY (incident_id);

ALTER TABLE ONLY public.incident_ticket
    ADD CONSTRAINT incident_ticket_pkey PRIMARY KEY (incident_id, ticket_id);

ALTER TABLE ONLY public.incident_update
    ADD CONSTRAINT incident_update_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.knowledge_mark
    ADD CONSTRAINT knowledge_mark_pkey PRIMARY KEY (one);

ALTER TABLE ONLY public.ladder
    ADD CONSTRAINT ladder_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.learning_base
    ADD CONSTRAINT learning_base_pkey PRIMARY KEY (frozen);

ALTER TABLE ONLY public.learning_label
    ADD CONSTRAINT learning_label_pkey PRIMARY KEY (ticket_id, seq);

ALTER TABLE ONLY public.learning_model
    ADD CONSTRAINT learning_model_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.learning_night
    ADD CONSTRAINT learning_night_pkey PRIMARY KEY (here);

ALTER TABLE ONLY public.learning_objection
    ADD CONSTRAINT learning_objection_pkey PRIMARY KEY (customer_id);

ALTER TABLE ONLY public.letterhead
    ADD CONSTRAINT letterhead_key UNIQUE (key);

ALTER TABLE ONLY public.letterhead
    ADD CONSTRAINT letterhead_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.letterhead_version
    ADD CONSTRAINT letterhead_version_pkey PRIMARY KEY (letterhead_id, version);

ALTER TABLE ONLY public.link_token
    ADD CONSTRAINT link_token_pkey PRIMARY KEY (digest);

ALTER TABLE ONLY public.live_pass
    ADD CONSTRAINT live_pass_pkey PRIMARY KEY (digest);

ALTER TABLE ONLY public.lookalike
    ADD CONSTRAINT lookalike_once UNIQUE (ticket_id, other_id);

ALTER TABLE ONLY public.lookalike
    ADD CONSTRAINT lookalike_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.macro
    ADD CONSTRAINT macro_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.macro_plan
    ADD CONSTRAINT macro_plan_pkey PRIMARY KEY (ticket_id, staff_id);

ALTER TABLE ONLY public.macro_translation
    ADD CONSTRAINT macro_translation_pkey PRIMARY KEY (macro_id, language);

ALTER TABLE ONLY public.macro_version
    ADD CONSTRAINT macro_version_pkey PRIMARY KEY (macro_id, version);

ALTER TABLE ONLY public.mail_halt
    ADD CONSTRAINT mail_halt_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.mail_in
    ADD CONSTRAINT mail_in_digest UNIQUE (digest);

ALTER TABLE ONLY public.mail_in
    ADD CONSTRAINT mail_in_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.mail_key
    ADD CONSTRAINT mail_key_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.mail_key
    ADD CONSTRAINT mail_key_selector UNIQUE (domain, selector);

ALTER TABLE ONLY public.mail_out
    ADD CONSTRAINT mail_out_message_id_key UNIQUE (message_id);

ALTER TABLE ONLY public.mail_out
    ADD CONSTRAINT mail_out_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.mail_proof
    ADD CONSTRAINT mail_proof_pkey PRIMARY KEY (mail_id);

ALTER TABLE ONLY public.mail_release
    ADD CONSTRAINT mail_release_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.mail_suppressed
    ADD CONSTRAINT mail_suppressed_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.mail_word
    ADD CONSTRAINT mail_word_pkey PRIMARY KEY (customer_id);

ALTER TABLE ONLY public.mention
    ADD CONSTRAINT mention_pkey PRIMARY KEY (value, ticket_id);

ALTER TABLE ONLY public.merge
    ADD CONSTRAINT merge_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.message
    ADD CONSTRAINT message_client UNIQUE (ticket_id, client_id);

ALTER TABLE ONLY public.message
    ADD CONSTRAINT message_pkey PRIMARY KEY (ticket_id, seq);

ALTER TABLE ONLY public.message_translation
    ADD CONSTRAINT message_translation_pkey PRIMARY KEY (ticket_id, client_id);

ALTER TABLE ONLY public.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.model_call
    ADD CONSTRAINT model_call_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.model_spend
    ADD CONSTRAINT model_spend_pkey PRIMARY KEY (day, who);

ALTER TABLE ONLY public.notice_choice
    ADD CONSTRAINT notice_choice_pkey PRIMARY KEY (staff_id);

ALTER TABLE ONLY public.notice_due
    ADD CONSTRAINT notice_due_pkey PRIMARY KEY (notice_id, way);

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT notice_once UNIQUE (staff_id, key);

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT notice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.offer
    ADD CONSTRAINT offer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.opinion_answer
    ADD CONSTRAINT opinion_answer_client_id_key UNIQUE (client_id);

ALTER TABLE ONLY public.opinion_answer
    ADD CONSTRAINT opinion_answer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.opinion_mute
    ADD CONSTRAINT opinion_mute_pkey PRIMARY KEY (source, author_id);

ALTER TABLE ONLY public.opinion
    ADD CONSTRAINT opinion_once UNIQUE (source, external_id);

ALTER TABLE ONLY public.opinion
    ADD CONSTRAINT opinion_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.opinion_watch
    ADD CONSTRAINT opinion_watch_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.outgoing
    ADD CONSTRAINT outgoing_pkey PRIMARY KEY (client_id);

ALTER TABLE ONLY public.parcel_out
    ADD CONSTRAINT parcel_out_key UNIQUE (key);

ALTER TABLE ONLY public.parcel_out
    ADD CONSTRAINT parcel_out_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.parcel_word
    ADD CONSTRAINT parcel_word_pkey PRIMARY KEY (chat_id, message);

ALTER TABLE ONLY public.parked
    ADD CONSTRAINT parked_pkey PRIMARY KEY (reaction, stream);

ALTER TABLE ONLY public.partner_key
    ADD CONSTRAINT partner_key_digest_key UNIQUE (digest);

ALTER TABLE ONLY public.partner_key
    ADD CONSTRAINT partner_key_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.partner_visitor
    ADD CONSTRAINT partner_visitor_pkey PRIMARY KEY (email);

ALTER TABLE ONLY public.passkey_challenge
    ADD CONSTRAINT passkey_challenge_pkey PRIMARY KEY (challenge);

ALTER TABLE ONLY public.passkey
    ADD CONSTRAINT passkey_pkey PRIMARY KEY (credential_id);

ALTER TABLE ONLY public.pending_rule
    ADD CONSTRAINT pending_rule_pkey PRIMARY KEY (single);

ALTER TABLE ONLY public.pending_wait
    ADD CONSTRAINT pending_wait_pkey PRIMARY KEY (ticket_id);

ALTER TABLE ONLY public.pgqueuer_log
    ADD CONSTRAINT pgqueuer_log_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.pgqueuer
    ADD CONSTRAINT pgqueuer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.pgqueuer_schedules
    ADD CONSTRAINT pgqueuer_schedules_expression_entrypoint_key UNIQUE (expression, entrypoint);

ALTER TABLE ONLY public.pgqueuer_schedules
    ADD CONSTRAINT pgqueuer_schedules_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.pgqueuer_statistics
    ADD CONSTRAINT pgqueuer_statistics_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.phone_call
    ADD CONSTRAINT phone_call_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.phone_call
    ADD CONSTRAINT phone_call_sid_key UNIQUE (sid);

ALTER TABLE ONLY public.phone_code
    ADD CONSTRAINT phone_code_pkey PRIMARY KEY (customer_id);

ALTER TABLE ONLY public.phone_hook
    ADD CONSTRAINT phone_hook_once UNIQUE (connection_id, call_sid, key);

ALTER TABLE ONLY public.phone_hook
    ADD CONSTRAINT phone_hook_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.phone_leg
    ADD CONSTRAINT phone_leg_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.phone_leg
    ADD CONSTRAINT phone_leg_sid_key UNIQUE (sid);

ALTER TABLE ONLY public.phone_own
    ADD CONSTRAINT phone_own_pkey PRIMARY KEY (staff_id);

ALTER TABLE ONLY public.phone_recording
    ADD CONSTRAINT phone_recording_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.phone_recording
    ADD CONSTRAINT phone_recording_sid_key UNIQUE (sid);

ALTER TABLE ONLY public.phone_refused
    ADD CONSTRAINT phone_refused_pkey PRIMARY KEY (day, reason);

ALTER TABLE ONLY public.play_message
    ADD CONSTRAINT play_message_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.play_message
    ADD CONSTRAINT play_message_ticket_id_key UNIQUE (ticket_id);

ALTER TABLE ONLY public.play_message
    ADD CONSTRAINT play_once UNIQUE (play, uid, core_id);

ALTER TABLE ONLY public.play_optout
    ADD CONSTRAINT play_optout_pkey PRIMARY KEY (uid, topic);

ALTER TABLE ONLY public.play_setting
    ADD CONSTRAINT play_setting_pkey PRIMARY KEY (play);

ALTER TABLE ONLY public.post
    ADD CONSTRAINT post_once UNIQUE (client_id);

ALTER TABLE ONLY public.post
    ADD CONSTRAINT post_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.post_place
    ADD CONSTRAINT post_place_once UNIQUE (post_id, connection_id, chat);

ALTER TABLE ONLY public.post_place
    ADD CONSTRAINT post_place_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.progress
    ADD CONSTRAINT progress_pkey PRIMARY KEY (reaction, stream);

ALTER TABLE ONLY public.proposal
    ADD CONSTRAINT proposal_once UNIQUE (by_kind, by_id, client_id);

ALTER TABLE ONLY public.proposal
    ADD CONSTRAINT proposal_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.proposal_vote
    ADD CONSTRAINT proposal_vote_pkey PRIMARY KEY (proposal_id, staff_id);

ALTER TABLE ONLY public.push_subscription
    ADD CONSTRAINT push_subscription_digest_key UNIQUE (digest);

ALTER TABLE ONLY public.push_subscription
    ADD CONSTRAINT push_subscription_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.queue_entry
    ADD CONSTRAINT queue_entry_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.queue_route
    ADD CONSTRAINT queue_route_pkey PRIMARY KEY (ticket_id);

ALTER TABLE ONLY public.rating
    ADD CONSTRAINT rating_once UNIQUE (ticket_id, resolved_at);

ALTER TABLE ONLY public.rating
    ADD CONSTRAINT rating_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.read_mark
    ADD CONSTRAINT read_mark_pkey PRIMARY KEY (ticket_id, reader, reader_id);

ALTER TABLE ONLY public.recheck
    ADD CONSTRAINT recheck_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.recovery_consent
    ADD CONSTRAINT recovery_consent_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.recovery_evidence
    ADD CONSTRAINT recovery_evidence_once UNIQUE (recovery_id, kind, sha256);

ALTER TABLE ONLY public.recovery_evidence
    ADD CONSTRAINT recovery_evidence_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.recovery
    ADD CONSTRAINT recovery_once UNIQUE (customer_id, client_id);

ALTER TABLE ONLY public.recovery
    ADD CONSTRAINT recovery_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.recovery_rules
    ADD CONSTRAINT recovery_rules_pkey PRIMARY KEY (version);

ALTER TABLE ONLY public.recovery_step
    ADD CONSTRAINT recovery_step_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.relief_case
    ADD CONSTRAINT relief_case_pkey PRIMARY KEY (ticket_id);

ALTER TABLE ONLY public.relief_thanks
    ADD CONSTRAINT relief_thanks_pkey PRIMARY KEY (ticket_id, seq);

ALTER TABLE ONLY public.reply_address
    ADD CONSTRAINT reply_address_pkey PRIMARY KEY (digest);

ALTER TABLE ONLY public.rule_cause
    ADD CONSTRAINT rule_cause_pkey PRIMARY KEY (ticket_id, seq);

ALTER TABLE ONLY public.rule_run
    ADD CONSTRAINT rule_run_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.rule_timed
    ADD CONSTRAINT rule_timed_pkey PRIMARY KEY (rule_id, ticket_id, last_public_seq);

ALTER TABLE ONLY public.saved_view
    ADD CONSTRAINT saved_view_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.search_gap
    ADD CONSTRAINT search_gap_one UNIQUE (language, sign);

ALTER TABLE ONLY public.search_gap
    ADD CONSTRAINT search_gap_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.search_message
    ADD CONSTRAINT search_message_pkey PRIMARY KEY (ticket_id, seq);

ALTER TABLE ONLY public.search_offer
    ADD CONSTRAINT search_offer_pkey PRIMARY KEY (language);

ALTER TABLE ONLY public.search_synonyms
    ADD CONSTRAINT search_synonyms_pkey PRIMARY KEY (key);

ALTER TABLE ONLY public.search_ticket
    ADD CONSTRAINT search_ticket_pkey PRIMARY KEY (ticket_id);

ALTER TABLE ONLY public.search_word
    ADD CONSTRAINT search_word_pkey PRIMARY KEY (word);

ALTER TABLE ONLY public.shift
    ADD CONSTRAINT shift_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sign_in_attempt
    ADD CONSTRAINT sign_in_attempt_pkey PRIMARY KEY (account);

ALTER TABLE ONLY public.skill
    ADD CONSTRAINT skill_pkey PRIMARY KEY (staff_id, language, topic);

ALTER TABLE ONLY public.sla_calendar
    ADD CONSTRAINT sla_calendar_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sla_clock
    ADD CONSTRAINT sla_clock_pkey PRIMARY KEY (ticket_id, kind, turn);

ALTER TABLE ONLY public.sla_pause
    ADD CONSTRAINT sla_pause_pkey PRIMARY KEY (ticket_id, seq);

ALTER TABLE ONLY public.sla_policy
    ADD CONSTRAINT sla_policy_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sla_promise
    ADD CONSTRAINT sla_promise_client UNIQUE (ticket_id, client_id);

ALTER TABLE ONLY public.sla_promise
    ADD CONSTRAINT sla_promise_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sla_ticket
    ADD CONSTRAINT sla_ticket_pkey PRIMARY KEY (ticket_id);

ALTER TABLE ONLY public.snooze
    ADD CONSTRAINT snooze_pkey PRIMARY KEY (ticket_id);

ALTER TABLE ONLY public.split
    ADD CONSTRAINT split_pkey PRIMARY KEY (ticket_id);

ALTER TABLE ONLY public.staff
    ADD CONSTRAINT staff_email_key UNIQUE (email);

ALTER TABLE ONLY public.staff
    ADD CONSTRAINT staff_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.staff_preference
    ADD CONSTRAINT staff_preference_pkey PRIMARY KEY (staff_id);

ALTER TABLE ONLY public.staff_session
    ADD CONSTRAINT staff_session_pkey PRIMARY KEY (digest);

ALTER TABLE ONLY public.stage
    ADD CONSTRAINT stage_pkey PRIMARY KEY (key);

ALTER TABLE ONLY public.stolen_link
    ADD CONSTRAINT stolen_link_pkey PRIMARY KEY (digest);

ALTER TABLE ONLY public.stream
    ADD CONSTRAINT stream_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.surge_dial
    ADD CONSTRAINT surge_dial_pkey PRIMARY KEY (one);

ALTER TABLE ONLY public.surge_mention
    ADD CONSTRAINT surge_mention_pkey PRIMARY KEY (ticket_id, topic);

ALTER TABLE ONLY public.surge_mode
    ADD CONSTRAINT surge_mode_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.surge_topic
    ADD CONSTRAINT surge_topic_pkey PRIMARY KEY (topic);

ALTER TABLE ONLY public.tag
    ADD CONSTRAINT tag_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.tag
    ADD CONSTRAINT tag_word_key UNIQUE (word);

ALTER TABLE ONLY public.team_figure
    ADD CONSTRAINT team_figure_pkey PRIMARY KEY (team_id, severity);

ALTER TABLE ONLY public.team
    ADD CONSTRAINT team_key_key UNIQUE (key);

ALTER TABLE ONLY public.team_member
    ADD CONSTRAINT team_member_pkey PRIMARY KEY (team_id, staff_id);

ALTER TABLE ONLY public.team
    ADD CONSTRAINT team_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.term
    ADD CONSTRAINT term_en UNIQUE (en);

ALTER TABLE ONLY public.term
    ADD CONSTRAINT term_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.term
    ADD CONSTRAINT term_zh UNIQUE (zh);

ALTER TABLE ONLY public.test_question
    ADD CONSTRAINT test_question_once UNIQUE (language, question);

ALTER TABLE ONLY public.test_question
    ADD CONSTRAINT test_question_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.thread_letter
    ADD CONSTRAINT thread_letter_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.thread_letter
    ADD CONSTRAINT thread_letter_thread_id_seq_outsider_id_key UNIQUE (thread_id, seq, outsider_id);

ALTER TABLE ONLY public.thread_mail
    ADD CONSTRAINT thread_mail_message_id_key UNIQUE (message_id);

ALTER TABLE ONLY public.thread_mail
    ADD CONSTRAINT thread_mail_pkey PRIMARY KEY (letter_id);

ALTER TABLE ONLY public.thread_mark
    ADD CONSTRAINT thread_mark_pkey PRIMARY KEY (thread_id, staff_id);

ALTER TABLE ONLY public.thread_member
    ADD CONSTRAINT thread_member_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.thread_message
    ADD CONSTRAINT thread_message_client UNIQUE (thread_id, client_id);

ALTER TABLE ONLY public.thread_message
    ADD CONSTRAINT thread_message_pkey PRIMARY KEY (thread_id, seq);

ALTER TABLE ONLY public.thread_outsider
    ADD CONSTRAINT thread_outsider_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.thread
    ADD CONSTRAINT thread_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.thread
    ADD CONSTRAINT thread_ticket_id_opening_id_key UNIQUE (ticket_id, opening_id);

ALTER TABLE ONLY public.ticket_field_apart
    ADD CONSTRAINT ticket_field_apart_pkey PRIMARY KEY (ticket_id);

ALTER TABLE ONLY public.ticket_link
    ADD CONSTRAINT ticket_link_once UNIQUE (from_id, to_id, kind);

ALTER TABLE ONLY public.ticket_link
    ADD CONSTRAINT ticket_link_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.ticket
    ADD CONSTRAINT ticket_number_key UNIQUE (number);

ALTER TABLE ONLY public.ticket
    ADD CONSTRAINT ticket_opening UNIQUE (customer_id, opening_id);

ALTER TABLE ONLY public.ticket
    ADD CONSTRAINT ticket_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.ticket_reader
    ADD CONSTRAINT ticket_reader_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.ticket_withdrawal
    ADD CONSTRAINT ticket_withdrawal_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.title_showing
    ADD CONSTRAINT title_showing_pkey PRIMARY KEY (trial_id, day, visitor);

ALTER TABLE ONLY public.title_trial
    ADD CONSTRAINT title_trial_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.title_variant
    ADD CONSTRAINT title_variant_pkey PRIMARY KEY (trial_id, place);

ALTER TABLE ONLY public.topic
    ADD CONSTRAINT topic_code_key UNIQUE (code);

ALTER TABLE ONLY public.topic
    ADD CONSTRAINT topic_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.transfer
    ADD CONSTRAINT transfer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.translation_pair
    ADD CONSTRAINT translation_pair_one UNIQUE (source_language, target_language, source_hash, article_id);

ALTER TABLE ONLY public.translation_pair
    ADD CONSTRAINT translation_pair_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.translation_term
    ADD CONSTRAINT translation_term_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.triage_label
    ADD CONSTRAINT triage_label_pkey PRIMARY KEY (ticket_id);

ALTER TABLE ONLY public.triage
    ADD CONSTRAINT triage_pkey PRIMARY KEY (ticket_id);

ALTER TABLE ONLY public.update_in
    ADD CONSTRAINT update_in_once UNIQUE (connection_id, external_id);

ALTER TABLE ONLY public.update_in
    ADD CONSTRAINT update_in_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.update_turn
    ADD CONSTRAINT update_turn_pkey PRIMARY KEY (connection_id, chat);

ALTER TABLE ONLY public.used_identity
    ADD CONSTRAINT used_identity_pkey PRIMARY KEY (jti);

ALTER TABLE ONLY public.webhook_delivery
    ADD CONSTRAINT webhook_delivery_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.webhook_delivery
    ADD CONSTRAINT webhook_delivery_uid_key UNIQUE (uid);

ALTER TABLE ONLY public.webhook
    ADD CONSTRAINT webhook_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.webhook_try
    ADD CONSTRAINT webhook_try_pkey PRIMARY KEY (delivery_id, n);

ALTER TABLE ONLY public.withdrawal_certificate
    ADD CONSTRAINT withdrawal_certificate_once UNIQUE (customer_id, withdrawal_id, facts);

ALTER TABLE ONLY public.withdrawal_certificate
    ADD CONSTRAINT withdrawal_certificate_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.word_in
    ADD CONSTRAINT word_in_pkey PRIMARY KEY (chat_id, message);

CREATE INDEX acknowledgement_address ON public.acknowledgement USING btree (address, at) WHERE ((outcome = 'sent'::text) AND (address <> ''::text));

CREATE INDEX acknowledgement_customer ON public.acknowledgement USING btree (customer_id, at) WHERE (outcome = 'sent'::text);

CREATE INDEX announcement_newest ON public.announcement USING btree (published_at DESC, id DESC);

CREATE INDEX article_feedback_article ON public.article_feedback USING btree (article_id, at DESC);

CREATE INDEX article_image_article ON public.article_image USING btree (article_id);

CREATE INDEX article_link_article ON public.article_link USING btree (article_id);

CREATE INDEX article_owner ON public.article USING btree (owner_id) WHERE (owner_id IS NOT NULL);

CREATE INDEX assistant_case_handed ON public.assistant_case USING btree (handed_at) WHERE (state = 'handed'::text);

CREATE INDEX assistant_turn_at ON public.assistant_turn USING btree (at);

CREATE INDEX assistant_turn_reply ON public.assistant_turn USING btree (ticket_id, reply_seq) WHERE (reply_seq IS NOT NULL);

CREATE INDEX brief_change_at ON public.brief_change USING btree (at);

CREATE INDEX brief_handover_to ON public.brief_handover USING btree (to_id, at);

CREATE INDEX brief_watch_open ON public.brief_watch USING btree (until) WHERE (ended_at IS NULL);

CREATE INDEX bulk_item_left ON public.bulk_item USING btree (bulk_id, n) WHERE (outcome IS NULL);

CREATE INDEX bulk_of ON public.bulk USING btree (staff_id, id DESC);

CREATE UNIQUE INDEX call_of_ticket ON public.call USING btree (ticket_id) WHERE (state <> 'ended'::text);

CREATE INDEX call_open ON public.call USING btree (state) WHERE (state <> 'ended'::text);

CREATE INDEX call_ticket ON public.call USING btree (ticket_id, id);

CREATE UNIQUE INDEX callback_open ON public.callback USING btree (ticket_id) WHERE (done_at IS NULL);

CREATE INDEX chat_contact ON public.chat USING btree (contact_id) WHERE (contact_id IS NOT NULL);

CREATE INDEX chat_ticket ON public.chat USING btree (ticket_id) WHERE (ticket_id IS NOT NULL);

CREATE UNIQUE INDEX checklist_tick_open ON public.checklist_tick USING btree (ticket_id, step) WHERE (reopened_at IS NULL);

CREATE INDEX checklist_tick_ticket ON public.checklist_tick USING btree (ticket_id, id);

CREATE INDEX claim_appeal_due ON public.claim_appeal USING btree (due_at) WHERE (outcome = 'open'::text);

CREATE INDEX claim_appeal_proposal ON public.claim_appeal USING btree (proposal_id) WHERE (proposal_id IS NOT NULL);

CREATE INDEX claim_batch_of ON public.claim USING btree (batch_id) WHERE (batch_id IS NOT NULL);

CREATE UNIQUE INDEX claim_batch_open ON public.claim_batch USING btree (window_id) WHERE (outcome = 'open'::text);

CREATE INDEX claim_customer ON public.claim USING btree (customer_id, id DESC);

CREATE INDEX claim_logless ON public.claim USING btree (id) WHERE (state = 'claimed'::text);

CREATE INDEX claim_proposal ON public.claim USING btree (proposal_id) WHERE (proposal_id IS NOT NULL);

CREATE INDEX claim_state ON public.claim USING btree (window_id, state, id);

CREATE INDEX claim_window_incident ON public.claim_window USING btree (incident_id);

CREATE INDEX connection_channel ON public.connection USING btree (channel) WHERE (state <> 'removed'::text);

CREATE INDEX contact_customer ON public.contact USING btree (customer_id);

CREATE INDEX copilot_draft_label ON public.copilot_draft USING btree (settled_at) WHERE (outcome IS NOT NULL);

CREATE INDEX copilot_draft_open ON public.copilot_draft USING btree (ticket_id, staff_id, id DESC) WHERE (outcome IS NULL);

CREATE INDEX core_entity_touched ON public.core_entity USING btree (touched_at);

CREATE INDEX core_event_arrived ON public.core_event USING btree (arrived_at);

CREATE INDEX core_event_coin ON public.core_event USING btree (((data ->> 'coin'::text)), ((data ->> 'network'::text))) WHERE (entity_kind = ANY (ARRAY['deposit'::text, 'withdrawal'::text]));

CREATE INDEX core_event_type ON public.core_event USING btree (type, arrived_at);

CREATE INDEX core_event_waiting ON public.core_event USING btree (entity_kind, entity_id, seq) WHERE (state = 'waiting'::text);

CREATE INDEX core_gap_at ON public.core_gap USING btree (at);

CREATE UNIQUE INDEX customer_block_now ON public.customer_block USING btree (customer_id) WHERE (ended_at IS NULL);

CREATE INDEX customer_block_ticket ON public.customer_block USING btree (ticket_id);

CREATE INDEX customer_email ON public.customer USING btree (lower(email));

CREATE INDEX customer_phone ON public.customer USING btree (phone) WHERE (phone <> ''::text);

CREATE INDEX customer_phone_digits ON public.customer USING btree (regexp_replace(phone, '[^0-9+]'::text, ''::text, 'g'::text)) WHERE (phone <> ''::text);

CREATE INDEX customer_session_customer ON public.customer_session USING btree (customer_id);

CREATE INDEX customer_session_ended ON public.customer_session USING btree (ended_at) WHERE (ended_at IS NOT NULL);

CREATE INDEX desk_rule_place ON public.desk_rule USING btree (place, id) WHERE (removed_at IS NULL);

CREATE INDEX draft_saved ON public.draft USING btree (saved_at);

CREATE INDEX draft_ticket ON public.draft USING btree (ticket_id, saved_at DESC);

CREATE INDEX emergency_customer ON public.emergency USING btree (customer_id, id DESC);

CREATE INDEX emergency_freeze_uid ON public.emergency_freeze USING btree (uid, asked_at DESC);

CREATE INDEX emergency_open ON public.emergency USING btree (id) WHERE (ended_at IS NULL);

CREATE INDEX emergency_ring_due ON public.emergency USING btree (ring_due) WHERE (ring_due IS NOT NULL);

CREATE INDEX emergency_seat_case ON public.emergency_seat USING btree (emergency_id);

CREATE INDEX emergency_thaw_ticket ON public.emergency_thaw USING btree (ticket_id);

CREATE INDEX emergency_update_due ON public.emergency USING btree (update_due) WHERE (update_due IS NOT NULL);

CREATE INDEX emergency_wish_kept ON public.emergency_wish USING btree (at) WHERE (state = 'kept'::text);

CREATE INDEX escalation_due ON public.escalation USING btree (due_at) WHERE (due_at IS NOT NULL);

CREATE INDEX escalation_hold_of ON public.escalation_hold USING btree (escalation_id, id);

CREATE UNIQUE INDEX escalation_hold_open ON public.escalation_hold USING btree (escalation_id) WHERE (until IS NULL);

CREATE INDEX escalation_hold_staff ON public.escalation_hold USING btree (staff_id) WHERE (until IS NULL);

CREATE UNIQUE INDEX escalation_open ON public.escalation USING btree (ticket_id) WHERE ((ended_at IS NULL) AND (cause <> 'promise'::text));

CREATE INDEX escalation_started_by ON public.escalation USING btree (started_by) WHERE (ended_at IS NULL);

CREATE INDEX escalation_ticket ON public.escalation USING btree (ticket_id, id);

CREATE INDEX event_cursor ON public.event USING btree (xid, id);

CREATE INDEX evidence_custody_of ON public.evidence_custody USING btree (evidence_id, id);

CREATE INDEX evidence_file ON public.evidence USING btree (file_id);

CREATE INDEX evidence_not_installed ON public.evidence USING btree (id) WHERE (reading = 'not_installed'::text);

CREATE INDEX figure_resolution_at ON public.figure_resolution USING btree (at);

CREATE INDEX figure_ticket_opened ON public.figure_ticket USING btree (opened_at);

CREATE INDEX figure_ticket_replied ON public.figure_ticket USING btree (replied_at) WHERE (replied_at IS NOT NULL);

CREATE INDEX file_link_contact ON public.file_link USING btree (contact_id);

CREATE INDEX file_link_file ON public.file_link USING btree (file_id);

CREATE INDEX file_loose ON public.file USING btree (at) WHERE (kept_at IS NULL);

CREATE INDEX follower_staff ON public.follower USING btree (staff_id);

CREATE INDEX form_draft_kept ON public.form_draft USING btree (kept_at);

CREATE INDEX form_solved_article ON public.form_solved USING btree (article_id, at DESC);

CREATE INDEX forum_edit_of ON public.forum_edit USING btree (post_id, id);

CREATE INDEX forum_flag_open ON public.forum_flag USING btree (post_id) WHERE (settled_at IS NULL);

CREATE INDEX forum_notice_mail ON public.forum_notice USING btree (id) WHERE (mail AND (mailed_at IS NULL));

CREATE INDEX forum_notice_of ON public.forum_notice USING btree (customer_id, id DESC);

CREATE INDEX forum_notice_unread ON public.forum_notice USING btree (customer_id, topic_id) WHERE (read_at IS NULL);

CREATE INDEX forum_post_held ON public.forum_post USING btree (at) WHERE (state = 'held'::text);

CREATE INDEX forum_post_of ON public.forum_post USING btree (customer_id, at);

CREATE INDEX forum_post_trace ON public.forum_post USING btree (trace, at);

CREATE INDEX forum_ruling_of ON public.forum_ruling USING btree (topic_id, id);

CREATE INDEX forum_sanction_of ON public.forum_sanction USING btree (customer_id, until);

CREATE INDEX forum_topic_in ON public.forum_topic USING btree (category, last_at DESC) WHERE (state = 'shown'::text);

CREATE INDEX forum_topic_latest ON public.forum_topic USING btree (kind, last_at DESC) WHERE (state = 'shown'::text);

CREATE INDEX forum_topic_of ON public.forum_topic USING btree (customer_id, id);

CREATE INDEX forum_topic_tokens ON public.forum_topic USING gin (tokens) WHERE (state = 'shown'::text);

CREATE INDEX forum_topic_voted ON public.forum_topic USING btree (votes DESC, id) WHERE ((state = 'shown'::text) AND (kind = 'idea'::text));

CREATE INDEX gap_decision_newest ON public.gap_decision USING btree (at DESC);

CREATE INDEX group_deed_member ON public.group_deed USING btree (room_id, who, at);

CREATE INDEX group_deed_rule ON public.group_deed USING btree (room_id, rule, at);

CREATE INDEX group_deed_trace ON public.group_deed USING btree (trace, at) WHERE (trace IS NOT NULL);

CREATE INDEX group_door_old ON public.group_door USING btree (expires_at);

CREATE INDEX group_said_old ON public.group_said USING btree (at);

CREATE INDEX group_said_trace ON public.group_said USING btree (trace, at);

CREATE UNIQUE INDEX guard_allowed_now ON public.guard_allowed USING btree (kind, key) WHERE (ended_at IS NULL);

CREATE INDEX guard_held_ticket ON public.guard_held USING btree (ticket_id);

CREATE INDEX guard_held_waiting ON public.guard_held USING btree (expires_at) WHERE (state = 'waiting'::text);

CREATE INDEX guard_stop_staff ON public.guard_stop USING btree (staff_id, at DESC);

CREATE INDEX guard_stop_ticket ON public.guard_stop USING btree (ticket_id) WHERE (ticket_id IS NOT NULL);

CREATE UNIQUE INDEX hand_raised ON public.hand USING btree (ticket_id, staff_id) WHERE (lowered_at IS NULL);

CREATE INDEX hand_up ON public.hand USING btree (raised_at) WHERE (lowered_at IS NULL);

CREATE INDEX identity_attempt_challenge ON public.identity_attempt USING btree (challenge_id);

CREATE INDEX identity_attempt_contact ON public.identity_attempt USING btree (contact, at DESC) WHERE (contact IS NOT NULL);

CREATE INDEX identity_attempt_uid ON public.identity_attempt USING btree (uid, at DESC) WHERE (uid IS NOT NULL);

CREATE INDEX identity_challenge_contact ON public.identity_challenge USING btree (contact, at) WHERE (contact IS NOT NULL);

CREATE INDEX identity_challenge_customer ON public.identity_challenge USING btree (customer_id, id DESC);

CREATE INDEX identity_challenge_ticket ON public.identity_challenge USING btree (ticket_id, id DESC);

CREATE INDEX identity_lock_contact ON public.identity_lock USING btree (contact, until DESC) WHERE (contact IS NOT NULL);

CREATE INDEX identity_lock_uid ON public.identity_lock USING btree (uid, until DESC) WHERE (uid IS NOT NULL);

CREATE UNIQUE INDEX identity_pair_open ON public.identity_challenge USING btree (ticket_id) WHERE ((method = 'two_way_code'::text) AND (outcome = 'open'::text));

CREATE INDEX identity_proof_customer ON public.identity_proof USING btree (customer_id, until DESC) WHERE (revoked_at IS NULL);

CREATE INDEX identity_proof_ticket ON public.identity_proof USING btree (ticket_id, until DESC) WHERE (revoked_at IS NULL);

CREATE INDEX identity_proof_uid ON public.identity_proof USING btree (uid, until DESC) WHERE (revoked_at IS NULL);

CREATE INDEX identity_request_ticket ON public.identity_request USING btree (ticket_id, id DESC);

CREATE UNIQUE INDEX identity_review_once ON public.identity_review USING btree (core_ref) WHERE (outcome <> 'refused'::text);

CREATE UNIQUE INDEX identity_review_open ON public.identity_review USING btree (ticket_id) WHERE (outcome = 'open'::text);

CREATE INDEX incident_answer_left ON public.incident_answer_ticket USING btree (answer_id, ticket_id) WHERE (outcome IS NULL);

CREATE INDEX incident_answer_message ON public.incident_answer_ticket USING btree (ticket_id, seq);

CREATE INDEX incident_answer_of ON public.incident_answer USING btree (incident_id, id);

CREATE INDEX incident_open ON public.incident USING btree (id) WHERE (state <> 'resolved'::text);

CREATE INDEX incident_resolved ON public.incident USING btree (resolved_at) WHERE (state = 'resolved'::text);

CREATE INDEX incident_ticket_of ON public.incident_ticket USING btree (ticket_id) WHERE (state = 'attached'::text);

CREATE INDEX incident_ticket_state ON public.incident_ticket USING btree (incident_id, state, ticket_id);

CREATE INDEX incident_update_of ON public.incident_update USING btree (incident_id, id);

CREATE UNIQUE INDEX ladder_name ON public.ladder USING btree (lower(name)) WHERE (removed_at IS NULL);

CREATE INDEX learning_label_at ON public.learning_label USING btree (at DESC);

CREATE INDEX learning_label_customer ON public.learning_label USING btree (customer_id);

CREATE UNIQUE INDEX learning_model_serving ON public.learning_model USING btree (state) WHERE (state = 'serving'::text);

CREATE INDEX link_token_old ON public.link_token USING btree (expires_at);

CREATE INDEX lookalike_other ON public.lookalike USING btree (other_id);

CREATE INDEX macro_owner ON public.macro USING btree (owner_id) WHERE ((removed_at IS NULL) AND (owner_id IS NOT NULL));

CREATE UNIQUE INDEX macro_shortcut ON public.macro USING btree (shortcut, scope, COALESCE(owner_id, (0)::bigint), COALESCE(team_id, (0)::bigint)) WHERE ((removed_at IS NULL) AND (shortcut <> ''::text));

CREATE UNIQUE INDEX mail_halt_now ON public.mail_halt USING btree ((true)) WHERE (ended_at IS NULL);

CREATE INDEX mail_in_from ON public.mail_in USING btree (sender, settled_at) WHERE (state = ANY (ARRAY['joined'::text, 'opened'::text, 'quarantined'::text]));

CREATE INDEX mail_in_message_id ON public.mail_in USING btree (message_id) WHERE (message_id <> ''::text);

CREATE INDEX mail_in_outsider ON public.mail_in USING btree (outsider_id) WHERE (outsider_id IS NOT NULL);

CREATE INDEX mail_in_quarantined ON public.mail_in USING btree (id) WHERE (state = 'quarantined'::text);

CREATE INDEX mail_in_sender ON public.mail_in USING btree (sender, settled_at) WHERE (state = ANY (ARRAY['joined'::text, 'opened'::text]));

CREATE INDEX mail_in_settled ON public.mail_in USING btree (settled_at) WHERE ((state = ANY (ARRAY['quarantined'::text, 'dropped'::text])) AND (raw <> '\x'::bytea));

CREATE INDEX mail_in_ticket ON public.mail_in USING btree (ticket_id) WHERE (ticket_id IS NOT NULL);

CREATE INDEX mail_in_visitor ON public.mail_in USING btree (sender) WHERE (visitor_id IS NOT NULL);

CREATE INDEX mail_in_waiting ON public.mail_in USING btree (recipient, id) WHERE (state = 'received'::text);

CREATE INDEX mail_key_signing ON public.mail_key USING btree (domain) WHERE (state = 'signing'::text);

CREATE INDEX mail_out_automatic ON public.mail_out USING btree (recipient, at) WHERE automatic;

CREATE INDEX mail_out_hour ON public.mail_out USING btree (at) WHERE automatic;

CREATE INDEX mail_out_machine ON public.mail_out USING btree (mailbox, at) WHERE automatic;

CREATE INDEX mail_out_ticket ON public.mail_out USING btree (ticket_id, id);

CREATE UNIQUE INDEX mail_release_open ON public.mail_release USING btree (mail_id) WHERE (outcome = 'asked'::text);

CREATE UNIQUE INDEX mail_suppressed_now ON public.mail_suppressed USING btree (mailbox) WHERE (lifted_at IS NULL);

CREATE INDEX mention_at ON public.mention USING btree (at);

CREATE INDEX merge_into ON public.merge USING btree (into_id) WHERE (undone_at IS NULL);

CREATE UNIQUE INDEX merge_standing ON public.merge USING btree (ticket_id) WHERE (undone_at IS NULL);

CREATE INDEX message_files ON public.message USING gin (files) WHERE (files <> '{}'::uuid[]);

CREATE INDEX message_translation_unsent ON public.message_translation USING btree (at);

CREATE INDEX model_call_about ON public.model_call USING btree (about, id) WHERE (about <> ''::text);

CREATE INDEX model_call_at ON public.model_call USING btree (at);

CREATE INDEX notice_at ON public.notice USING btree (at);

CREATE INDEX notice_due_at ON public.notice_due USING btree (due_at);

CREATE INDEX notice_due_staff ON public.notice_due USING btree (staff_id, way, due_at);

CREATE INDEX notice_staff ON public.notice USING btree (staff_id, id DESC);

CREATE INDEX notice_ticket ON public.notice USING btree (ticket_id);

CREATE INDEX notice_unseen ON public.notice USING btree (staff_id, ticket_id) WHERE (seen_at IS NULL);

CREATE INDEX offer_due ON public.offer USING btree (deadline) WHERE (ended_at IS NULL);

CREATE INDEX offer_entry ON public.offer USING btree (entry_id);

CREATE UNIQUE INDEX offer_open ON public.offer USING btree (entry_id) WHERE (ended_at IS NULL);

CREATE INDEX offer_staff ON public.offer USING btree (staff_id) WHERE (ended_at IS NULL);

CREATE INDEX opinion_answer_of ON public.opinion_answer USING btree (opinion_id);

CREATE INDEX opinion_author ON public.opinion USING btree (source, author_id);

CREATE INDEX opinion_open ON public.opinion USING btree (id) WHERE (state = 'open'::text);

CREATE INDEX opinion_said ON public.opinion USING btree (said_at);

CREATE INDEX outgoing_due ON public.outgoing USING btree (due_at) WHERE (state = 'held'::text);

CREATE INDEX outgoing_kept ON public.outgoing USING btree (staff_id, held_at) WHERE (state = ANY (ARRAY['held'::text, 'stale'::text, 'failed'::text]));

CREATE INDEX outgoing_settled ON public.outgoing USING btree (settled_at) WHERE (state = ANY (ARRAY['sent'::text, 'taken'::text]));

CREATE INDEX parcel_out_queued ON public.parcel_out USING btree (chat_id, id) WHERE (state = 'queued'::text);

CREATE INDEX parcel_out_ticket ON public.parcel_out USING btree (ticket_id, seq) WHERE (ticket_id IS NOT NULL);

CREATE INDEX parcel_word_parcel ON public.parcel_word USING btree (parcel_id);

CREATE INDEX pending_wait_next ON public.pending_wait USING btree (next_at);

CREATE INDEX pgqueuer_ep_ea_idx ON public.pgqueuer USING btree (entrypoint, execute_after) WHERE (status = 'queued'::public.pgqueuer_status);

CREATE INDEX pgqueuer_ep_prio_id_idx ON public.pgqueuer USING btree (entrypoint, priority DESC, id) WHERE (status = 'queued'::public.pgqueuer_status);

CREATE INDEX pgqueuer_log_created ON public.pgqueuer_log USING btree (created);

CREATE INDEX pgqueuer_log_job_id_status ON public.pgqueuer_log USING btree (job_id, created DESC);

CREATE INDEX pgqueuer_log_not_aggregated ON public.pgqueuer_log USING btree ((1)) WHERE (NOT aggregated);

CREATE INDEX pgqueuer_log_status ON public.pgqueuer_log USING btree (status);

CREATE INDEX pgqueuer_picked_heartbeat_idx ON public.pgqueuer USING btree (heartbeat) WHERE (status = 'picked'::public.pgqueuer_status);

CREATE UNIQUE INDEX pgqueuer_picked_slot_idx ON public.pgqueuer USING btree (entrypoint, slot) WHERE ((status = 'picked'::public.pgqueuer_status) AND (slot IS NOT NULL));

CREATE INDEX pgqueuer_priority_id_id1_idx ON public.pgqueuer USING btree (priority, id DESC) INCLUDE (id) WHERE (status = 'queued'::public.pgqueuer_status);

CREATE INDEX pgqueuer_queue_manager_id_idx ON public.pgqueuer USING btree (queue_manager_id) WHERE (queue_manager_id IS NOT NULL);

CREATE UNIQUE INDEX pgqueuer_statistics_unique_count ON public.pgqueuer_statistics USING btree (priority, date_trunc('sec'::text, timezone('UTC'::text, created)), status, entrypoint);

CREATE UNIQUE INDEX pgqueuer_unique_dedupe_key ON public.pgqueuer USING btree (dedupe_key) WHERE ((status = ANY (ARRAY['queued'::public.pgqueuer_status, 'picked'::public.pgqueuer_status])) AND (dedupe_key IS NOT NULL));

CREATE INDEX pgqueuer_updated_id_id1_idx ON public.pgqueuer USING btree (updated, id DESC) INCLUDE (id) WHERE (status = 'picked'::public.pgqueuer_status);

CREATE INDEX phone_call_about ON public.phone_call USING btree (about_id) WHERE (about_id IS NOT NULL);

CREATE INDEX phone_call_caller ON public.phone_call USING btree (caller, began_at DESC);

CREATE INDEX phone_call_customer ON public.phone_call USING btree (customer_id) WHERE (customer_id IS NOT NULL);

CREATE INDEX phone_call_hint ON public.phone_call USING btree (hint_id) WHERE (hint_id IS NOT NULL);

CREATE INDEX phone_call_live ON public.phone_call USING btree (severity, rank_at, id) WHERE (ended_at IS NULL);

CREATE INDEX phone_call_log ON public.phone_call USING btree (connection_id, id DESC);

CREATE INDEX phone_call_parent ON public.phone_call USING btree (parent_id) WHERE (parent_id IS NOT NULL);

CREATE INDEX phone_call_staff ON public.phone_call USING btree (staff_id, id DESC) WHERE (staff_id IS NOT NULL);

CREATE INDEX phone_call_ticket ON public.phone_call USING btree (ticket_id, id);

CREATE INDEX phone_hook_at ON public.phone_hook USING btree (at);

CREATE INDEX phone_leg_call ON public.phone_leg USING btree (call_id);

CREATE INDEX phone_leg_staff ON public.phone_leg USING btree (staff_id) WHERE (state = ANY (ARRAY['dialling'::text, 'joined'::text]));

CREATE INDEX phone_recording_call ON public.phone_recording USING btree (call_id);

CREATE INDEX phone_recording_file ON public.phone_recording USING btree (file_id) WHERE (file_id IS NOT NULL);

CREATE INDEX play_message_play ON public.play_message USING btree (play, at DESC);

CREATE INDEX play_message_said ON public.play_message USING btree (uid, said_at DESC) WHERE (state = 'said'::text);

CREATE INDEX play_message_waiting ON public.play_message USING btree (due_at) WHERE (state = 'waiting'::text);

CREATE INDEX post_place_follow ON public.post_place USING btree (id) WHERE (follow = ANY (ARRAY['reword'::text, 'recall'::text]));

CREATE INDEX post_untold ON public.post USING btree (id) WHERE ((state = 'approved'::text) AND in_product AND (announcement_id IS NULL));

CREATE INDEX proposal_action ON public.proposal USING btree (action_id) WHERE (action_id IS NOT NULL);

CREATE INDEX proposal_open ON public.proposal USING btree (expires_at) WHERE (settled_at IS NULL);

CREATE INDEX proposal_purse ON public.proposal USING btree (purse, at) WHERE (purse <> ''::text);

CREATE INDEX proposal_settled ON public.proposal USING btree (settled_at DESC) WHERE (settled_at IS NOT NULL);

CREATE INDEX proposal_ticket ON public.proposal USING btree (ticket_id, id DESC) WHERE (ticket_id IS NOT NULL);

CREATE INDEX proposal_vote_staff ON public.proposal_vote USING btree (staff_id, at DESC);

CREATE INDEX push_subscription_staff ON public.push_subscription USING btree (staff_id);

CREATE INDEX queue_entry_at ON public.queue_entry USING btree (at);

CREATE INDEX queue_entry_held ON public.queue_entry USING btree (ticket_id) WHERE ((outcome = 'taken'::text) AND (done_at IS NULL));

CREATE INDEX queue_entry_left ON public.queue_entry USING btree (team_id, left_at) WHERE (left_at IS NOT NULL);

CREATE INDEX queue_entry_line ON public.queue_entry USING btree (team_id, severity, rank_at, ticket_id) WHERE (left_at IS NULL);

CREATE UNIQUE INDEX queue_entry_open ON public.queue_entry USING btree (ticket_id) WHERE (left_at IS NULL);

CREATE INDEX queue_entry_ticket ON public.queue_entry USING btree (ticket_id);

CREATE INDEX rating_at ON public.rating USING btree (at);

CREATE INDEX recheck_due ON public.recheck USING btree (due_at) WHERE ((told_at IS NULL) AND (done_at IS NULL));

CREATE UNIQUE INDEX recheck_open ON public.recheck USING btree (ticket_id) WHERE (done_at IS NULL);

CREATE INDEX recheck_staff ON public.recheck USING btree (staff_id) WHERE (done_at IS NULL);

CREATE INDEX recheck_ticket ON public.recheck USING btree (ticket_id, id);

CREATE UNIQUE INDEX recovery_consent_stands ON public.recovery_consent USING btree (recovery_id) WHERE (ended_at IS NULL);

CREATE INDEX recovery_customer ON public.recovery USING btree (customer_id, id DESC);

CREATE UNIQUE INDEX recovery_open ON public.recovery USING btree (customer_id, network, txid) WHERE (settled_at IS NULL);

CREATE INDEX recovery_proposal ON public.recovery USING btree (proposal_id) WHERE (proposal_id IS NOT NULL);

CREATE INDEX recovery_queue ON public.recovery USING btree (changed_at) WHERE (settled_at IS NULL);

CREATE INDEX recovery_settled ON public.recovery USING btree (settled_at DESC) WHERE (settled_at IS NOT NULL);

CREATE INDEX recovery_step_of ON public.recovery_step USING btree (recovery_id, id);

CREATE INDEX recovery_ticket ON public.recovery USING btree (ticket_id);

CREATE INDEX relief_case_begun ON public.relief_case USING btree (begun_at);

CREATE INDEX rule_cause_at ON public.rule_cause USING btree (at);

CREATE INDEX rule_run_at ON public.rule_run USING btree (at);

CREATE INDEX rule_run_ticket ON public.rule_run USING btree (ticket_id, id DESC);

CREATE INDEX rule_timed_at ON public.rule_timed USING btree (at);

CREATE INDEX saved_view_owner ON public.saved_view USING btree (owner_id) WHERE (removed_at IS NULL);

CREATE INDEX saved_view_shared ON public.saved_view USING btree (scope, team_id) WHERE ((removed_at IS NULL) AND (scope <> 'me'::text));

CREATE INDEX search_gap_asked ON public.search_gap USING btree (language, asked DESC) WHERE (closed_at IS NULL);

CREATE INDEX search_gap_terms ON public.search_gap USING gin (terms);

CREATE INDEX search_message_words ON public.search_message USING gin (words) WITH (gin_pending_list_limit='256');

CREATE INDEX search_ticket_words ON public.search_ticket USING gin (words) WITH (gin_pending_list_limit='256');

CREATE INDEX search_word_begins ON public.search_word USING btree (word text_pattern_ops);

CREATE INDEX shift_staff ON public.shift USING btree (staff_id, starts_at) WHERE (removed_at IS NULL);

CREATE INDEX shift_time ON public.shift USING btree (starts_at, ends_at) WHERE (removed_at IS NULL);

CREATE UNIQUE INDEX sla_calendar_name ON public.sla_calendar USING btree (lower(name)) WHERE (removed_at IS NULL);

CREATE INDEX sla_clock_due ON public.sla_clock USING btree (due_at);

CREATE UNIQUE INDEX sla_policy_name ON public.sla_policy USING btree (lower(name)) WHERE (removed_at IS NULL);

CREATE INDEX sla_promise_by ON public.sla_promise USING btree (by);

CREATE UNIQUE INDEX sla_promise_open ON public.sla_promise USING btree (ticket_id) WHERE ((kept_at IS NULL) AND (broken_at IS NULL));

CREATE INDEX sla_ticket_line ON public.sla_ticket USING btree ((
CASE severity
    WHEN 'P0'::text THEN 0
    ELSE 1
END), COALESCE(due_at, 'infinity'::timestamp with time zone), severity, ticket_id) WHERE (waiting_since IS NOT NULL);

CREATE INDEX sla_ticket_next ON public.sla_ticket USING btree (next_at) WHERE (next_at IS NOT NULL);

CREATE INDEX split_from ON public.split USING btree (from_id);

CREATE INDEX staff_session_staff ON public.staff_session USING btree (staff_id);

CREATE INDEX stolen_link_old ON public.stolen_link USING btree (expires_at);

CREATE INDEX surge_mention_at ON public.surge_mention USING btree (at, topic);

CREATE UNIQUE INDEX surge_mode_on ON public.surge_mode USING btree ((true)) WHERE (ended_at IS NULL);

CREATE INDEX tag_used ON public.tag USING btree (used DESC, word) WHERE (retired_at IS NULL);

CREATE INDEX team_member_staff ON public.team_member USING btree (staff_id);

CREATE INDEX test_question_article ON public.test_question USING btree (article_id);

CREATE INDEX thread_letter_outsider ON public.thread_letter USING btree (outsider_id, id);

CREATE INDEX thread_letter_queued ON public.thread_letter USING btree (thread_id, id) WHERE (state = 'queued'::text);

CREATE UNIQUE INDEX thread_member_staff ON public.thread_member USING btree (staff_id, thread_id) WHERE (staff_id IS NOT NULL);

CREATE UNIQUE INDEX thread_member_team ON public.thread_member USING btree (team_id, thread_id) WHERE (team_id IS NOT NULL);

CREATE INDEX thread_member_thread ON public.thread_member USING btree (thread_id);

CREATE UNIQUE INDEX thread_outsider_address ON public.thread_outsider USING btree (thread_id, lower(address));

CREATE INDEX thread_ticket ON public.thread USING btree (ticket_id, id);

CREATE UNIQUE INDEX thread_whisper ON public.thread USING btree (ticket_id, about) WHERE ((kind = 'whisper'::text) AND (closed_at IS NULL));

CREATE INDEX ticket_customer ON public.ticket USING btree (customer_id, id DESC);

CREATE INDEX ticket_incident ON public.ticket USING btree (incident_id) WHERE (incident_id IS NOT NULL);

CREATE INDEX ticket_link_to ON public.ticket_link USING btree (to_id);

CREATE INDEX ticket_merged_into ON public.ticket USING btree (merged_into) WHERE (merged_into IS NOT NULL);

CREATE INDEX ticket_open ON public.ticket USING btree (waiting_since, id) WHERE (status = ANY (ARRAY['open'::text, 'pending'::text]));

CREATE INDEX ticket_opened_at ON public.ticket USING btree (opened_at);

CREATE INDEX ticket_owner ON public.ticket USING btree (owner_id) WHERE (status = ANY (ARRAY['open'::text, 'pending'::text]));

CREATE UNIQUE INDEX ticket_reader_address ON public.ticket_reader USING btree (ticket_id, lower(address)) WHERE (state <> 'removed'::text);

CREATE INDEX ticket_snoozed ON public.ticket USING btree (snoozed_until) WHERE (snoozed_until IS NOT NULL);

CREATE INDEX ticket_tags ON public.ticket USING gin (tags) WHERE (tags <> '{}'::text[]);

CREATE INDEX ticket_team ON public.ticket USING btree (team_id, id);

CREATE INDEX ticket_unresolved ON public.ticket USING btree (id) WHERE (status = ANY (ARRAY['open'::text, 'pending'::text]));

CREATE UNIQUE INDEX ticket_withdrawal_open ON public.ticket_withdrawal USING btree (ticket_id) WHERE (undone_at IS NULL);

CREATE INDEX title_showing_day ON public.title_showing USING btree (day);

CREATE INDEX title_trial_newest ON public.title_trial USING btree (at DESC);

CREATE UNIQUE INDEX title_trial_open ON public.title_trial USING btree (article_id, language) WHERE (ended_at IS NULL);

CREATE INDEX topic_parent ON public.topic USING btree (parent_id);

CREATE UNIQUE INDEX transfer_open ON public.transfer USING btree (ticket_id) WHERE (answered_at IS NULL);

CREATE INDEX transfer_ticket ON public.transfer USING btree (ticket_id, id);

CREATE INDEX transfer_to_staff ON public.transfer USING btree (to_staff) WHERE (answered_at IS NULL);

CREATE INDEX transfer_to_team ON public.transfer USING btree (to_team) WHERE (answered_at IS NULL);

CREATE INDEX translation_pair_marks ON public.translation_pair USING gin (marks);

CREATE INDEX triage_again ON public.triage USING btree (at) WHERE again;

CREATE INDEX triage_label_reason ON public.triage_label USING btree (reason, at DESC);

CREATE INDEX update_in_parked ON public.update_in USING btree (id) WHERE (state = 'parked'::text);

CREATE INDEX update_in_settled ON public.update_in USING btree (settled_at) WHERE (state = ANY (ARRAY['read'::text, 'dropped'::text]));

CREATE INDEX update_in_waiting ON public.update_in USING btree (connection_id, chat, place, id) WHERE (state = 'waiting'::text);

CREATE INDEX webhook_delivery_due ON public.webhook_delivery USING btree (webhook_id, due_at) WHERE (state = 'waiting'::text);

CREATE INDEX webhook_delivery_recent ON public.webhook_delivery USING btree (webhook_id, id DESC);

CREATE INDEX webhook_delivery_settled ON public.webhook_delivery USING btree (settled_at) WHERE (state <> 'waiting'::text);

CREATE INDEX withdrawal_certificate_of ON public.withdrawal_certificate USING btree (customer_id, withdrawal_id, at DESC);

CREATE TRIGGER article_version_stays BEFORE UPDATE ON public.article_version FOR EACH ROW EXECUTE FUNCTION public.article_version_stays();

CREATE TRIGGER claim_sheet_stays BEFORE UPDATE ON public.claim_sheet FOR EACH ROW EXECUTE FUNCTION public.claim_sheet_stays();

CREATE TRIGGER emergency_pack_stays BEFORE UPDATE ON public.emergency_pack FOR EACH ROW EXECUTE FUNCTION public.emergency_pack_stays();

CREATE TRIGGER emergency_snapshot_stays BEFORE UPDATE ON public.emergency_snapshot FOR EACH ROW EXECUTE FUNCTION public.emergency_snapshot_stays();

CREATE TRIGGER tg_pgqueuer_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.pgqueuer FOR EACH STATEMENT EXECUTE FUNCTION public.fn_pgqueuer_changed();

CREATE TRIGGER withdrawal_certificate_stays BEFORE UPDATE ON public.withdrawal_certificate FOR EACH ROW EXECUTE FUNCTION public.withdrawal_certificate_stays();

ALTER TABLE ONLY public.acknowledgement
    ADD CONSTRAINT acknowledgement_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customer(id);

ALTER TABLE ONLY public.acknowledgement
    ADD CONSTRAINT acknowledgement_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.agent_state
    ADD CONSTRAINT agent_state_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.article_draft
    ADD CONSTRAINT article_draft_article_id_fkey FOREIGN KEY (article_id) REFERENCES public.article(id);

ALTER TABLE ONLY public.article_draft
    ADD CONSTRAINT article_draft_scheduled_by_fkey FOREIGN KEY (scheduled_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.article_feedback
    ADD CONSTRAINT article_feedback_article_id_fkey FOREIGN KEY (article_id) REFERENCES public.article(id);

ALTER TABLE ONLY public.article_image
    ADD CONSTRAINT article_image_article_id_fkey FOREIGN KEY (article_id) REFERENCES public.article(id);

ALTER TABLE ONLY public.article_image
    ADD CONSTRAINT article_image_file_id_fkey FOREIGN KEY (file_id) REFERENCES public.file(id);

ALTER TABLE ONLY public.article_link
    ADD CONSTRAINT article_link_article_id_fkey FOREIGN KEY (article_id) REFERENCES public.article(id);

ALTER TABLE ONLY public.article_link
    ADD CONSTRAINT article_link_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.article_link
    ADD CONSTRAINT article_link_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.article
    ADD CONSTRAINT article_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.article_translation
    ADD CONSTRAINT article_translation_article_id_fkey FOREIGN KEY (article_id) REFERENCES public.article(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.article_version
    ADD CONSTRAINT article_version_article_id_fkey FOREIGN KEY (article_id) REFERENCES public.article(id);

ALTER TABLE ONLY public.assistant_case
    ADD CONSTRAINT assistant_case_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.assistant_turn
    ADD CONSTRAINT assistant_turn_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.brief_handover
    ADD CONSTRAINT brief_handover_from_id_fkey FOREIGN KEY (from_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.brief_handover
    ADD CONSTRAINT brief_handover_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.brief_handover
    ADD CONSTRAINT brief_handover_to_id_fkey FOREIGN KEY (to_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.brief_log
    ADD CONSTRAINT brief_log_by_id_fkey FOREIGN KEY (by_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.brief_log
    ADD CONSTRAINT brief_log_corrects_fkey FOREIGN KEY (corrects) REFERENCES public.brief_log(id);

ALTER TABLE ONLY public.brief_read
    ADD CONSTRAINT brief_read_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.brief_watch
    ADD CONSTRAINT brief_watch_by_id_fkey FOREIGN KEY (by_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.brief_watch
    ADD CONSTRAINT brief_watch_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.bulk_item
    ADD CONSTRAINT bulk_item_bulk_id_fkey FOREIGN KEY (bulk_id) REFERENCES public.bulk(id);

ALTER TABLE ONLY public.bulk_item
    ADD CONSTRAINT bulk_item_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.bulk
    ADD CONSTRAINT bulk_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.bulk
    ADD CONSTRAINT bulk_undoes_fkey FOREIGN KEY (undoes) REFERENCES public.bulk(id);

ALTER TABLE ONLY public.call_signal
    ADD CONSTRAINT call_signal_call_id_fkey FOREIGN KEY (call_id) REFERENCES public.call(id);

ALTER TABLE ONLY public.call
    ADD CONSTRAINT call_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.call
    ADD CONSTRAINT call_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.callback
    ADD CONSTRAINT callback_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.chat
    ADD CONSTRAINT chat_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES public.connection(id);

ALTER TABLE ONLY public.chat
    ADD CONSTRAINT chat_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES public.contact(id);

ALTER TABLE ONLY public.chat
    ADD CONSTRAINT chat_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.checklist_tick
    ADD CONSTRAINT checklist_tick_reopened_by_fkey FOREIGN KEY (reopened_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.checklist_tick
    ADD CONSTRAINT checklist_tick_ticked_by_fkey FOREIGN KEY (ticked_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.checklist_tick
    ADD CONSTRAINT checklist_tick_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.claim_appeal
    ADD CONSTRAINT claim_appeal_by_id_fkey FOREIGN KEY (by_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.claim_appeal
    ADD CONSTRAINT claim_appeal_claim_id_fkey FOREIGN KEY (claim_id) REFERENCES public.claim(id);

ALTER TABLE ONLY public.claim_appeal
    ADD CONSTRAINT claim_appeal_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES public.proposal(id);

ALTER TABLE ONLY public.claim_batch
    ADD CONSTRAINT claim_batch_checker_id_fkey FOREIGN KEY (checker_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.claim
    ADD CONSTRAINT claim_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES public.claim_batch(id);

ALTER TABLE ONLY public.claim_batch
    ADD CONSTRAINT claim_batch_maker_id_fkey FOREIGN KEY (maker_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.claim_batch
    ADD CONSTRAINT claim_batch_window_id_fkey FOREIGN KEY (window_id) REFERENCES public.claim_window(id);

ALTER TABLE ONLY public.claim
    ADD CONSTRAINT claim_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customer(id);

ALTER TABLE ONLY public.claim
    ADD CONSTRAINT claim_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES public.proposal(id);

ALTER TABLE ONLY public.claim_sheet
    ADD CONSTRAINT claim_sheet_by_id_fkey FOREIGN KEY (by_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.claim_sheet
    ADD CONSTRAINT claim_sheet_window_id_fkey FOREIGN KEY (window_id) REFERENCES public.claim_window(id);

ALTER TABLE ONLY public.claim
    ADD CONSTRAINT claim_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.claim_window
    ADD CONSTRAINT claim_window_by_id_fkey FOREIGN KEY (by_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.claim
    ADD CONSTRAINT claim_window_id_fkey FOREIGN KEY (window_id) REFERENCES public.claim_window(id);

ALTER TABLE ONLY public.claim_window
    ADD CONSTRAINT claim_window_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES public.incident(id);

ALTER TABLE ONLY public.connection_day
    ADD CONSTRAINT connection_day_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES public.connection(id);

ALTER TABLE ONLY public.connection_spent
    ADD CONSTRAINT connection_spent_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES public.connection(id);

ALTER TABLE ONLY public.connection_told
    ADD CONSTRAINT connection_told_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES public.connection(id);

ALTER TABLE ONLY public.contact
    ADD CONSTRAINT contact_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES public.connection(id);

ALTER TABLE ONLY public.contact
    ADD CONSTRAINT contact_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customer(id);

ALTER TABLE ONLY public.contact
    ADD CONSTRAINT contact_visitor_id_fkey FOREIGN KEY (visitor_id) REFERENCES public.customer(id);

ALTER TABLE ONLY public.copilot_draft
    ADD CONSTRAINT copilot_draft_macro_id_fkey FOREIGN KEY (macro_id) REFERENCES public.macro(id);

ALTER TABLE ONLY public.copilot_draft
    ADD CONSTRAINT copilot_draft_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.copilot_draft
    ADD CONSTRAINT copilot_draft_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.customer_block
    ADD CONSTRAINT customer_block_by_id_fkey FOREIGN KEY (by_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.customer_block
    ADD CONSTRAINT customer_block_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customer(id);

ALTER TABLE ONLY public.customer_block
    ADD CONSTRAINT customer_block_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.customer_block
    ADD CONSTRAINT customer_block_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.customer_session
    ADD CONSTRAINT customer_session_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customer(id);

ALTER TABLE ONLY public.customer_unheard
    ADD CONSTRAINT customer_unheard_block_id_fkey FOREIGN KEY (block_id) REFERENCES public.customer_block(id);

ALTER TABLE ONLY public.customer_unheard
    ADD CONSTRAINT customer_unheard_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.desk_language
    ADD CONSTRAINT desk_language_calendar_id_fkey FOREIGN KEY (calendar_id) REFERENCES public.sla_calendar(id);

ALTER TABLE ONLY public.desk_rule_version
    ADD CONSTRAINT desk_rule_version_rule_id_fkey FOREIGN KEY (rule_id) REFERENCES public.desk_rule(id);

ALTER TABLE ONLY public.door_channel
    ADD CONSTRAINT door_channel_calendar_id_fkey FOREIGN KEY (calendar_id) REFERENCES public.sla_calendar(id);

ALTER TABLE ONLY public.draft_source
    ADD CONSTRAINT draft_source_article_id_fkey FOREIGN KEY (article_id) REFERENCES public.article(id);

ALTER TABLE ONLY public.draft_source
    ADD CONSTRAINT draft_source_by_id_fkey FOREIGN KEY (by_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.draft_source
    ADD CONSTRAINT draft_source_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.draft
    ADD CONSTRAINT draft_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.draft
    ADD CONSTRAINT draft_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.emergency
    ADD CONSTRAINT emergency_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customer(id);

ALTER TABLE ONLY public.emergency
    ADD CONSTRAINT emergency_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.emergency_freeze
    ADD CONSTRAINT emergency_freeze_emergency_id_fkey FOREIGN KEY (emergency_id) REFERENCES public.emergency(id);

ALTER TABLE ONLY public.emergency_outgoing
    ADD CONSTRAINT emergency_outgoing_emergency_id_fkey FOREIGN KEY (emergency_id) REFERENCES public.emergency(id);

ALTER TABLE ONLY public.emergency_pack
    ADD CONSTRAINT emergency_pack_emergency_id_fkey FOREIGN KEY (emergency_id) REFERENCES public.emergency(id);

ALTER TABLE ONLY public.emergency_ring
    ADD CONSTRAINT emergency_ring_emergency_id_fkey FOREIGN KEY (emergency_id) REFERENCES public.emergency(id);

ALTER TABLE ONLY public.emergency_ring
    ADD CONSTRAINT emergency_ring_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.emergency_seat
    ADD CONSTRAINT emergency_seat_emergency_id_fkey FOREIGN KEY (emergency_id) REFERENCES public.emergency(id);

ALTER TABLE ONLY public.emergency_snapshot
    ADD CONSTRAINT emergency_snapshot_emergency_id_fkey FOREIGN KEY (emergency_id) REFERENCES public.emergency(id);

ALTER TABLE ONLY public.emergency_step
    ADD CONSTRAINT emergency_step_emergency_id_fkey FOREIGN KEY (emergency_id) REFERENCES public.emergency(id);

ALTER TABLE ONLY public.emergency
    ADD CONSTRAINT emergency_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.emergency_thaw
    ADD CONSTRAINT emergency_thaw_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customer(id);

ALTER TABLE ONLY public.emergency_thaw
    ADD CONSTRAINT emergency_thaw_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES public.proposal(id);

ALTER TABLE ONLY public.emergency_thaw
    ADD CONSTRAINT emergency_thaw_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.emergency
    ADD CONSTRAINT emergency_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.escalation_hold
    ADD CONSTRAINT escalation_hold_escalation_id_fkey FOREIGN KEY (escalation_id) REFERENCES public.escalation(id);

ALTER TABLE ONLY public.escalation_hold
    ADD CONSTRAINT escalation_hold_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.escalation
    ADD CONSTRAINT escalation_ladder_id_fkey FOREIGN KEY (ladder_id) REFERENCES public.ladder(id);

ALTER TABLE ONLY public.escalation
    ADD CONSTRAINT escalation_promise_id_fkey FOREIGN KEY (promise_id) REFERENCES public.sla_promise(id);

ALTER TABLE ONLY public.escalation
    ADD CONSTRAINT escalation_thread_id_fkey FOREIGN KEY (thread_id) REFERENCES public.thread(id);

ALTER TABLE ONLY public.escalation
    ADD CONSTRAINT escalation_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.evidence_custody
    ADD CONSTRAINT evidence_custody_evidence_id_fkey FOREIGN KEY (evidence_id) REFERENCES public.evidence(id);

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT evidence_file_id_fkey FOREIGN KEY (file_id) REFERENCES public.file(id);

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT evidence_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.figure_resolution
    ADD CONSTRAINT figure_resolution_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.figure_ticket
    ADD CONSTRAINT figure_ticket_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.file_link
    ADD CONSTRAINT file_link_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES public.contact(id);

ALTER TABLE ONLY public.file_link
    ADD CONSTRAINT file_link_file_id_fkey FOREIGN KEY (file_id) REFERENCES public.file(id);

ALTER TABLE ONLY public.file_link
    ADD CONSTRAINT file_link_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.follower
    ADD CONSTRAINT follower_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.follower
    ADD CONSTRAINT follower_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.form_draft
    ADD CONSTRAINT form_draft_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customer(id);

ALTER TABLE ONLY public.form_solved
    ADD CONSTRAINT form_solved_article_id_fkey FOREIGN KEY (article_id) REFERENCES public.article(id);

ALTER TABLE ONLY public.form_solved
    ADD CONSTRAINT form_solved_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customer(id);

ALTER TABLE ONLY public.forum_edit
    ADD CONSTRAINT forum_edit_post_id_fkey FOREIGN KEY (post_id) REFERENCES public.forum_post(id);

ALTER TABLE ONLY public.forum_flag
    ADD CONSTRAINT forum_flag_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customer(id);

ALTER TABLE ONLY public.forum_flag
    ADD CONSTRAINT forum_flag_post_id_fkey FOREIGN KEY (post_id) REFERENCES public.forum_post(id);

ALTER TABLE ONLY public.forum_follow
    ADD CONSTRAINT forum_follow_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customer(id);

ALTER TABLE ONLY public.forum_follow
    ADD CONSTRAINT forum_follow_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES public.forum_topic(id);

ALTER TABLE ONLY public.forum_member
    ADD CONSTRAINT forum_member_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customer(id);

ALTER TABLE ONLY public.forum_notice
    ADD CONSTRAINT forum_notice_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customer(id);

ALTER TABLE ONLY public.forum_notice
    ADD CONSTRAINT forum_notice_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES public.forum_topic(id);

ALTER TABLE ONLY public.forum_post
    ADD CONSTRAINT forum_post_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customer(id);

ALTER TABLE ONLY public.forum_post
    ADD CONSTRAINT forum_post_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.forum_post
    ADD CONSTRAINT forum_post_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES public.forum_topic(id);

ALTER TABLE ONLY public.forum_ruling
    ADD CONSTRAINT forum_ruling_post_id_fkey FOREIGN KEY (post_id) REFERENCES public.forum_post(id);

ALTER TABLE ONLY public.forum_ruling
    ADD CONSTRAINT forum_ruling_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.forum_ruling
    ADD CONSTRAINT forum_ruling_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES public.forum_topic(id);

ALTER TABLE ONLY public.forum_sanction
    ADD CONSTRAINT forum_sanction_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customer(id);

ALTER TABLE ONLY public.forum_sanction
    ADD CONSTRAINT forum_sanction_lifted_by_fkey FOREIGN KEY (lifted_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.forum_sanction
    ADD CONSTRAINT forum_sanction_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.forum_topic
    ADD CONSTRAINT forum_topic_category_fkey FOREIGN KEY (category) REFERENCES public.forum_category(code);

ALTER TABLE ONLY public.forum_topic
    ADD CONSTRAINT forum_topic_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customer(id);

ALTER TABLE ONLY public.forum_topic
    ADD CONSTRAINT forum_topic_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.forum_topic
    ADD CONSTRAINT forum_topic_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.forum_vote
    ADD CONSTRAINT forum_vote_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customer(id);

ALTER TABLE ONLY public.forum_vote
    ADD CONSTRAINT forum_vote_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES public.forum_topic(id);

ALTER TABLE ONLY public.gap_decision
    ADD CONSTRAINT gap_decision_article_id_fkey FOREIGN KEY (article_id) REFERENCES public.article(id);

ALTER TABLE ONLY public.gap_decision
    ADD CONSTRAINT gap_decision_by_id_fkey FOREIGN KEY (by_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.genuine
    ADD CONSTRAINT genuine_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customer(id);

ALTER TABLE ONLY public.genuine
    ADD CONSTRAINT genuine_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.group_deed
    ADD CONSTRAINT group_deed_room_id_fkey FOREIGN KEY (room_id) REFERENCES public.group_room(id);

ALTER TABLE ONLY public.group_deed
    ADD CONSTRAINT group_deed_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.group_door
    ADD CONSTRAINT group_door_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES public.connection(id);

ALTER TABLE ONLY public.group_door
    ADD CONSTRAINT group_door_room_id_fkey FOREIGN KEY (room_id) REFERENCES public.group_room(id);

ALTER TABLE ONLY public.group_room
    ADD CONSTRAINT group_room_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES public.connection(id);

ALTER TABLE ONLY public.group_said
    ADD CONSTRAINT group_said_room_id_fkey FOREIGN KEY (room_id) REFERENCES public.group_room(id);

ALTER TABLE ONLY public.guard_allowed
    ADD CONSTRAINT guard_allowed_added_by_fkey FOREIGN KEY (added_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.guard_allowed
    ADD CONSTRAINT guard_allowed_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.guard_held
    ADD CONSTRAINT guard_held_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.guard_held
    ADD CONSTRAINT guard_held_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.guard_held
    ADD CONSTRAINT guard_held_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.guard_stop
    ADD CONSTRAINT guard_stop_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.guard_stop
    ADD CONSTRAINT guard_stop_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.hand
    ADD CONSTRAINT hand_lowered_by_fkey FOREIGN KEY (lowered_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.hand
    ADD CONSTRAINT hand_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.hand
    ADD CONSTRAINT hand_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.identity_attempt
    ADD CONSTRAINT identity_attempt_challenge_id_fkey FOREIGN KEY (challenge_id) REFERENCES public.identity_challenge(id);

ALTER TABLE ONLY public.identity_attempt
    ADD CONSTRAINT identity_attempt_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.identity_challenge
    ADD CONSTRAINT identity_challenge_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.identity_challenge
    ADD CONSTRAINT identity_challenge_claimed_id_fkey FOREIGN KEY (claimed_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.identity_challenge
    ADD CONSTRAINT identity_challenge_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customer(id);

ALTER TABLE ONLY public.identity_challenge
    ADD CONSTRAINT identity_challenge_request_id_fkey FOREIGN KEY (request_id) REFERENCES public.identity_request(id);

ALTER TABLE ONLY public.identity_challenge
    ADD CONSTRAINT identity_challenge_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.identity_proof
    ADD CONSTRAINT identity_proof_challenge_id_challenge_outcome_fkey FOREIGN KEY (challenge_id, challenge_outcome) REFERENCES public.identity_challenge(id, outcome);

ALTER TABLE ONLY public.identity_proof
    ADD CONSTRAINT identity_proof_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customer(id);

ALTER TABLE ONLY public.identity_proof
    ADD CONSTRAINT identity_proof_review_id_review_outcome_fkey FOREIGN KEY (review_id, review_outcome) REFERENCES public.identity_review(id, outcome);

ALTER TABLE ONLY public.identity_proof
    ADD CONSTRAINT identity_proof_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.identity_request
    ADD CONSTRAINT identity_request_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.identity_request
    ADD CONSTRAINT identity_request_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customer(id);

ALTER TABLE ONLY public.identity_request
    ADD CONSTRAINT identity_request_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.identity_review
    ADD CONSTRAINT identity_review_checker_id_fkey FOREIGN KEY (checker_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.identity_review
    ADD CONSTRAINT identity_review_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customer(id);

ALTER TABLE ONLY public.identity_review
    ADD CONSTRAINT identity_review_maker_id_fkey FOREIGN KEY (maker_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.identity_review
    ADD CONSTRAINT identity_review_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.incident_answer
    ADD CONSTRAINT incident_answer_by_id_fkey FOREIGN KEY (by_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.incident_answer
    ADD CONSTRAINT incident_answer_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES public.incident(id);

ALTER TABLE ONLY public.incident_answer_ticket
    ADD CONSTRAINT incident_answer_ticket_answer_id_fkey FOREIGN KEY (answer_id) REFERENCES public.incident_answer(id);

ALTER TABLE ONLY public.incident_answer_ticket
    ADD CONSTRAINT incident_answer_ticket_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.incident
    ADD CONSTRAINT incident_declared_by_fkey FOREIGN KEY (declared_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.incident_scan
    ADD CONSTRAINT incident_scan_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES public.incident(id);

ALTER TABLE ONLY public.incident_ticket
    ADD CONSTRAINT incident_ticket_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES public.incident(id);

ALTER TABLE ONLY public.incident_ticket
    ADD CONSTRAINT incident_ticket_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.incident_update
    ADD CONSTRAINT incident_update_by_id_fkey FOREIGN KEY (by_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.incident_update
    ADD CONSTRAINT incident_update_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES public.incident(id);

ALTER TABLE ONLY public.learning_label
    ADD CONSTRAINT learning_label_article_id_fkey FOREIGN KEY (article_id) REFERENCES public.article(id);

ALTER TABLE ONLY public.learning_label
    ADD CONSTRAINT learning_label_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customer(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.learning_label
    ADD CONSTRAINT learning_label_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.learning_label
    ADD CONSTRAINT learning_label_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.learning_objection
    ADD CONSTRAINT learning_objection_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customer(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.letterhead_version
    ADD CONSTRAINT letterhead_version_letterhead_id_fkey FOREIGN KEY (letterhead_id) REFERENCES public.letterhead(id);

ALTER TABLE ONLY public.link_token
    ADD CONSTRAINT link_token_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES public.connection(id);

ALTER TABLE ONLY public.link_token
    ADD CONSTRAINT link_token_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customer(id);

ALTER TABLE ONLY public.link_token
    ADD CONSTRAINT link_token_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.lookalike
    ADD CONSTRAINT lookalike_other_id_fkey FOREIGN KEY (other_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.lookalike
    ADD CONSTRAINT lookalike_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.lookalike
    ADD CONSTRAINT lookalike_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.macro
    ADD CONSTRAINT macro_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.macro_plan
    ADD CONSTRAINT macro_plan_macro_id_fkey FOREIGN KEY (macro_id) REFERENCES public.macro(id);

ALTER TABLE ONLY public.macro_plan
    ADD CONSTRAINT macro_plan_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.macro_plan
    ADD CONSTRAINT macro_plan_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.macro
    ADD CONSTRAINT macro_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.macro_translation
    ADD CONSTRAINT macro_translation_macro_id_fkey FOREIGN KEY (macro_id) REFERENCES public.macro(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.macro_version
    ADD CONSTRAINT macro_version_macro_id_fkey FOREIGN KEY (macro_id) REFERENCES public.macro(id);

ALTER TABLE ONLY public.mail_halt
    ADD CONSTRAINT mail_halt_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.mail_in
    ADD CONSTRAINT mail_in_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES public.connection(id);

ALTER TABLE ONLY public.mail_in
    ADD CONSTRAINT mail_in_for_ticket_fkey FOREIGN KEY (for_ticket) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.mail_in
    ADD CONSTRAINT mail_in_outsider_id_fkey FOREIGN KEY (outsider_id) REFERENCES public.thread_outsider(id);

ALTER TABLE ONLY public.mail_in
    ADD CONSTRAINT mail_in_reader_id_fkey FOREIGN KEY (reader_id) REFERENCES public.ticket_reader(id);

ALTER TABLE ONLY public.mail_in
    ADD CONSTRAINT mail_in_released_by_fkey FOREIGN KEY (released_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.mail_in
    ADD CONSTRAINT mail_in_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.mail_in
    ADD CONSTRAINT mail_in_visitor_id_fkey FOREIGN KEY (visitor_id) REFERENCES public.customer(id);

ALTER TABLE ONLY public.mail_out
    ADD CONSTRAINT mail_out_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.mail_proof
    ADD CONSTRAINT mail_proof_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES public.mail_in(id);

ALTER TABLE ONLY public.mail_release
    ADD CONSTRAINT mail_release_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.mail_release
    ADD CONSTRAINT mail_release_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.mail_release
    ADD CONSTRAINT mail_release_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES public.mail_in(id);

ALTER TABLE ONLY public.mail_suppressed
    ADD CONSTRAINT mail_suppressed_lifted_by_fkey FOREIGN KEY (lifted_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.mail_word
    ADD CONSTRAINT mail_word_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customer(id);

ALTER TABLE ONLY public.mention
    ADD CONSTRAINT mention_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customer(id);

ALTER TABLE ONLY public.mention
    ADD CONSTRAINT mention_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.merge
    ADD CONSTRAINT merge_into_id_fkey FOREIGN KEY (into_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.merge
    ADD CONSTRAINT merge_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.merge
    ADD CONSTRAINT merge_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.merge
    ADD CONSTRAINT merge_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.message
    ADD CONSTRAINT message_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.message_translation
    ADD CONSTRAINT message_translation_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.message_translation
    ADD CONSTRAINT message_translation_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.notice_choice
    ADD CONSTRAINT notice_choice_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.notice_due
    ADD CONSTRAINT notice_due_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES public.notice(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.notice_due
    ADD CONSTRAINT notice_due_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT notice_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT notice_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.offer
    ADD CONSTRAINT offer_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES public.queue_entry(id);

ALTER TABLE ONLY public.offer
    ADD CONSTRAINT offer_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.opinion_answer
    ADD CONSTRAINT opinion_answer_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.opinion_answer
    ADD CONSTRAINT opinion_answer_opinion_id_fkey FOREIGN KEY (opinion_id) REFERENCES public.opinion(id);

ALTER TABLE ONLY public.opinion_answer
    ADD CONSTRAINT opinion_answer_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.opinion
    ADD CONSTRAINT opinion_assignee_fkey FOREIGN KEY (assignee) REFERENCES public.staff(id);

ALTER TABLE ONLY public.opinion
    ADD CONSTRAINT opinion_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES public.connection(id);

ALTER TABLE ONLY public.opinion
    ADD CONSTRAINT opinion_marked_by_fkey FOREIGN KEY (marked_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.opinion_mute
    ADD CONSTRAINT opinion_mute_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.opinion
    ADD CONSTRAINT opinion_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.opinion_watch
    ADD CONSTRAINT opinion_watch_added_by_fkey FOREIGN KEY (added_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.opinion
    ADD CONSTRAINT opinion_watch_id_fkey FOREIGN KEY (watch_id) REFERENCES public.opinion_watch(id);

ALTER TABLE ONLY public.outgoing
    ADD CONSTRAINT outgoing_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.outgoing
    ADD CONSTRAINT outgoing_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.parcel_out
    ADD CONSTRAINT parcel_out_chat_id_fkey FOREIGN KEY (chat_id) REFERENCES public.chat(id);

ALTER TABLE ONLY public.parcel_out
    ADD CONSTRAINT parcel_out_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.parcel_word
    ADD CONSTRAINT parcel_word_chat_id_fkey FOREIGN KEY (chat_id) REFERENCES public.chat(id);

ALTER TABLE ONLY public.parcel_word
    ADD CONSTRAINT parcel_word_parcel_id_fkey FOREIGN KEY (parcel_id) REFERENCES public.parcel_out(id);

ALTER TABLE ONLY public.partner_key
    ADD CONSTRAINT partner_key_made_by_fkey FOREIGN KEY (made_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.partner_visitor
    ADD CONSTRAINT partner_visitor_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customer(id);

ALTER TABLE ONLY public.passkey_challenge
    ADD CONSTRAINT passkey_challenge_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.passkey
    ADD CONSTRAINT passkey_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.pending_wait
    ADD CONSTRAINT pending_wait_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.phone_call
    ADD CONSTRAINT phone_call_about_id_fkey FOREIGN KEY (about_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.phone_call
    ADD CONSTRAINT phone_call_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES public.connection(id);

ALTER TABLE ONLY public.phone_call
    ADD CONSTRAINT phone_call_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customer(id);

ALTER TABLE ONLY public.phone_call
    ADD CONSTRAINT phone_call_hint_id_fkey FOREIGN KEY (hint_id) REFERENCES public.customer(id);

ALTER TABLE ONLY public.phone_call
    ADD CONSTRAINT phone_call_offered_to_fkey FOREIGN KEY (offered_to) REFERENCES public.staff(id);

ALTER TABLE ONLY public.phone_call
    ADD CONSTRAINT phone_call_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES public.phone_call(id);

ALTER TABLE ONLY public.phone_call
    ADD CONSTRAINT phone_call_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.phone_call
    ADD CONSTRAINT phone_call_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.phone_code
    ADD CONSTRAINT phone_code_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customer(id);

ALTER TABLE ONLY public.phone_hook
    ADD CONSTRAINT phone_hook_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES public.connection(id);

ALTER TABLE ONLY public.phone_leg
    ADD CONSTRAINT phone_leg_call_id_fkey FOREIGN KEY (call_id) REFERENCES public.phone_call(id);

ALTER TABLE ONLY public.phone_leg
    ADD CONSTRAINT phone_leg_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES public.connection(id);

ALTER TABLE ONLY public.phone_leg
    ADD CONSTRAINT phone_leg_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.phone_own
    ADD CONSTRAINT phone_own_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.phone_recording
    ADD CONSTRAINT phone_recording_call_id_fkey FOREIGN KEY (call_id) REFERENCES public.phone_call(id);

ALTER TABLE ONLY public.phone_recording
    ADD CONSTRAINT phone_recording_file_id_fkey FOREIGN KEY (file_id) REFERENCES public.file(id);

ALTER TABLE ONLY public.play_message
    ADD CONSTRAINT play_message_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.play_setting
    ADD CONSTRAINT play_setting_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.post
    ADD CONSTRAINT post_announcement_id_fkey FOREIGN KEY (announcement_id) REFERENCES public.announcement(id);

ALTER TABLE ONLY public.post
    ADD CONSTRAINT post_corrects_fkey FOREIGN KEY (corrects) REFERENCES public.post(id);

ALTER TABLE ONLY public.post
    ADD CONSTRAINT post_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.post
    ADD CONSTRAINT post_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.post_place
    ADD CONSTRAINT post_place_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES public.connection(id);

ALTER TABLE ONLY public.post_place
    ADD CONSTRAINT post_place_first_id_fkey FOREIGN KEY (first_id) REFERENCES public.post_place(id);

ALTER TABLE ONLY public.post_place
    ADD CONSTRAINT post_place_post_id_fkey FOREIGN KEY (post_id) REFERENCES public.post(id);

ALTER TABLE ONLY public.post
    ADD CONSTRAINT post_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.proposal
    ADD CONSTRAINT proposal_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customer(id);

ALTER TABLE ONLY public.proposal
    ADD CONSTRAINT proposal_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.proposal_vote
    ADD CONSTRAINT proposal_vote_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES public.proposal(id);

ALTER TABLE ONLY public.proposal_vote
    ADD CONSTRAINT proposal_vote_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.push_subscription
    ADD CONSTRAINT push_subscription_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.queue_entry
    ADD CONSTRAINT queue_entry_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.queue_entry
    ADD CONSTRAINT queue_entry_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.queue_entry
    ADD CONSTRAINT queue_entry_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.queue_route
    ADD CONSTRAINT queue_route_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.queue_route
    ADD CONSTRAINT queue_route_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.rating
    ADD CONSTRAINT rating_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.rating
    ADD CONSTRAINT rating_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.read_mark
    ADD CONSTRAINT read_mark_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.recheck
    ADD CONSTRAINT recheck_done_by_fkey FOREIGN KEY (done_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.recheck
    ADD CONSTRAINT recheck_set_by_fkey FOREIGN KEY (set_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.recheck
    ADD CONSTRAINT recheck_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.recheck
    ADD CONSTRAINT recheck_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.recovery_consent
    ADD CONSTRAINT recovery_consent_proof_id_fkey FOREIGN KEY (proof_id) REFERENCES public.identity_proof(id);

ALTER TABLE ONLY public.recovery_consent
    ADD CONSTRAINT recovery_consent_recovery_id_fkey FOREIGN KEY (recovery_id) REFERENCES public.recovery(id);

ALTER TABLE ONLY public.recovery
    ADD CONSTRAINT recovery_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customer(id);

ALTER TABLE ONLY public.recovery_evidence
    ADD CONSTRAINT recovery_evidence_file_id_fkey FOREIGN KEY (file_id) REFERENCES public.file(id);

ALTER TABLE ONLY public.recovery_evidence
    ADD CONSTRAINT recovery_evidence_recovery_id_fkey FOREIGN KEY (recovery_id) REFERENCES public.recovery(id);

ALTER TABLE ONLY public.recovery
    ADD CONSTRAINT recovery_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES public.proposal(id);

ALTER TABLE ONLY public.recovery_rules
    ADD CONSTRAINT recovery_rules_by_id_fkey FOREIGN KEY (by_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.recovery_step
    ADD CONSTRAINT recovery_step_recovery_id_fkey FOREIGN KEY (recovery_id) REFERENCES public.recovery(id);

ALTER TABLE ONLY public.recovery
    ADD CONSTRAINT recovery_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.relief_case
    ADD CONSTRAINT relief_case_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.relief_thanks
    ADD CONSTRAINT relief_thanks_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.reply_address
    ADD CONSTRAINT reply_address_outsider_id_fkey FOREIGN KEY (outsider_id) REFERENCES public.thread_outsider(id);

ALTER TABLE ONLY public.reply_address
    ADD CONSTRAINT reply_address_reader_id_fkey FOREIGN KEY (reader_id) REFERENCES public.ticket_reader(id);

ALTER TABLE ONLY public.reply_address
    ADD CONSTRAINT reply_address_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.rule_cause
    ADD CONSTRAINT rule_cause_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.rule_run
    ADD CONSTRAINT rule_run_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.rule_timed
    ADD CONSTRAINT rule_timed_rule_id_fkey FOREIGN KEY (rule_id) REFERENCES public.desk_rule(id);

ALTER TABLE ONLY public.rule_timed
    ADD CONSTRAINT rule_timed_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.saved_view
    ADD CONSTRAINT saved_view_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.saved_view
    ADD CONSTRAINT saved_view_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.search_gap
    ADD CONSTRAINT search_gap_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.search_offer
    ADD CONSTRAINT search_offer_by_id_fkey FOREIGN KEY (by_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.search_synonyms
    ADD CONSTRAINT search_synonyms_by_id_fkey FOREIGN KEY (by_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.shift
    ADD CONSTRAINT shift_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.skill
    ADD CONSTRAINT skill_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.sla_clock
    ADD CONSTRAINT sla_clock_calendar_id_fkey FOREIGN KEY (calendar_id) REFERENCES public.sla_calendar(id);

ALTER TABLE ONLY public.sla_clock
    ADD CONSTRAINT sla_clock_policy_id_fkey FOREIGN KEY (policy_id) REFERENCES public.sla_policy(id);

ALTER TABLE ONLY public.sla_clock
    ADD CONSTRAINT sla_clock_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.sla_ticket(ticket_id);

ALTER TABLE ONLY public.sla_pause
    ADD CONSTRAINT sla_pause_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.sla_ticket(ticket_id);

ALTER TABLE ONLY public.sla_policy
    ADD CONSTRAINT sla_policy_calendar_id_fkey FOREIGN KEY (calendar_id) REFERENCES public.sla_calendar(id);

ALTER TABLE ONLY public.sla_promise
    ADD CONSTRAINT sla_promise_made_by_fkey FOREIGN KEY (made_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.sla_promise
    ADD CONSTRAINT sla_promise_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.sla_ticket(ticket_id);

ALTER TABLE ONLY public.sla_ticket
    ADD CONSTRAINT sla_ticket_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.snooze
    ADD CONSTRAINT snooze_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.snooze
    ADD CONSTRAINT snooze_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.split
    ADD CONSTRAINT split_from_id_fkey FOREIGN KEY (from_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.split
    ADD CONSTRAINT split_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.split
    ADD CONSTRAINT split_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.split
    ADD CONSTRAINT split_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.staff_preference
    ADD CONSTRAINT staff_preference_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.staff_session
    ADD CONSTRAINT staff_session_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.stolen_link
    ADD CONSTRAINT stolen_link_chat_id_fkey FOREIGN KEY (chat_id) REFERENCES public.chat(id);

ALTER TABLE ONLY public.stolen_link
    ADD CONSTRAINT stolen_link_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customer(id);

ALTER TABLE ONLY public.surge_dial
    ADD CONSTRAINT surge_dial_set_by_fkey FOREIGN KEY (set_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.surge_mention
    ADD CONSTRAINT surge_mention_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.surge_mode
    ADD CONSTRAINT surge_mode_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.surge_mode
    ADD CONSTRAINT surge_mode_started_by_fkey FOREIGN KEY (started_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.team_figure
    ADD CONSTRAINT team_figure_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.team_member
    ADD CONSTRAINT team_member_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.team_member
    ADD CONSTRAINT team_member_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.test_question
    ADD CONSTRAINT test_question_article_id_fkey FOREIGN KEY (article_id) REFERENCES public.article(id);

ALTER TABLE ONLY public.test_question
    ADD CONSTRAINT test_question_by_id_fkey FOREIGN KEY (by_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.thread
    ADD CONSTRAINT thread_about_fkey FOREIGN KEY (about) REFERENCES public.staff(id);

ALTER TABLE ONLY public.thread
    ADD CONSTRAINT thread_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.thread_letter
    ADD CONSTRAINT thread_letter_outsider_id_fkey FOREIGN KEY (outsider_id) REFERENCES public.thread_outsider(id);

ALTER TABLE ONLY public.thread_letter
    ADD CONSTRAINT thread_letter_thread_id_seq_fkey FOREIGN KEY (thread_id, seq) REFERENCES public.thread_message(thread_id, seq);

ALTER TABLE ONLY public.thread_mail
    ADD CONSTRAINT thread_mail_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES public.thread_letter(id);

ALTER TABLE ONLY public.thread_mark
    ADD CONSTRAINT thread_mark_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.thread_mark
    ADD CONSTRAINT thread_mark_thread_id_fkey FOREIGN KEY (thread_id) REFERENCES public.thread(id);

ALTER TABLE ONLY public.thread_member
    ADD CONSTRAINT thread_member_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.thread_member
    ADD CONSTRAINT thread_member_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.thread_member
    ADD CONSTRAINT thread_member_thread_id_fkey FOREIGN KEY (thread_id) REFERENCES public.thread(id);

ALTER TABLE ONLY public.thread_message
    ADD CONSTRAINT thread_message_author_id_fkey FOREIGN KEY (author_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.thread_message
    ADD CONSTRAINT thread_message_outsider_id_fkey FOREIGN KEY (outsider_id) REFERENCES public.thread_outsider(id);

ALTER TABLE ONLY public.thread_message
    ADD CONSTRAINT thread_message_thread_id_fkey FOREIGN KEY (thread_id) REFERENCES public.thread(id);

ALTER TABLE ONLY public.thread
    ADD CONSTRAINT thread_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.thread_outsider
    ADD CONSTRAINT thread_outsider_added_by_fkey FOREIGN KEY (added_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.thread_outsider
    ADD CONSTRAINT thread_outsider_thread_id_fkey FOREIGN KEY (thread_id) REFERENCES public.thread(id);

ALTER TABLE ONLY public.thread
    ADD CONSTRAINT thread_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.ticket
    ADD CONSTRAINT ticket_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customer(id);

ALTER TABLE ONLY public.ticket_field_apart
    ADD CONSTRAINT ticket_field_apart_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.ticket_link
    ADD CONSTRAINT ticket_link_from_id_fkey FOREIGN KEY (from_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.ticket_link
    ADD CONSTRAINT ticket_link_to_id_fkey FOREIGN KEY (to_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.ticket
    ADD CONSTRAINT ticket_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.ticket
    ADD CONSTRAINT ticket_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.ticket_reader
    ADD CONSTRAINT ticket_reader_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.ticket
    ADD CONSTRAINT ticket_stage_fkey FOREIGN KEY (stage) REFERENCES public.stage(key);

ALTER TABLE ONLY public.ticket
    ADD CONSTRAINT ticket_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.ticket_withdrawal
    ADD CONSTRAINT ticket_withdrawal_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.title_showing
    ADD CONSTRAINT title_showing_trial_id_place_fkey FOREIGN KEY (trial_id, place) REFERENCES public.title_variant(trial_id, place);

ALTER TABLE ONLY public.title_trial
    ADD CONSTRAINT title_trial_article_id_fkey FOREIGN KEY (article_id) REFERENCES public.article(id);

ALTER TABLE ONLY public.title_trial
    ADD CONSTRAINT title_trial_by_id_fkey FOREIGN KEY (by_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.title_trial
    ADD CONSTRAINT title_trial_started_by_fkey FOREIGN KEY (started_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.title_variant
    ADD CONSTRAINT title_variant_trial_id_fkey FOREIGN KEY (trial_id) REFERENCES public.title_trial(id);

ALTER TABLE ONLY public.topic
    ADD CONSTRAINT topic_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES public.topic(id);

ALTER TABLE ONLY public.transfer
    ADD CONSTRAINT transfer_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.transfer
    ADD CONSTRAINT transfer_from_id_fkey FOREIGN KEY (from_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.transfer
    ADD CONSTRAINT transfer_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.transfer
    ADD CONSTRAINT transfer_to_staff_fkey FOREIGN KEY (to_staff) REFERENCES public.staff(id);

ALTER TABLE ONLY public.transfer
    ADD CONSTRAINT transfer_to_team_fkey FOREIGN KEY (to_team) REFERENCES public.team(id);

ALTER TABLE ONLY public.translation_pair
    ADD CONSTRAINT translation_pair_article_id_fkey FOREIGN KEY (article_id) REFERENCES public.article(id);

ALTER TABLE ONLY public.triage_label
    ADD CONSTRAINT triage_label_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.triage_label
    ADD CONSTRAINT triage_label_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.triage
    ADD CONSTRAINT triage_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.update_in
    ADD CONSTRAINT update_in_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES public.connection(id);

ALTER TABLE ONLY public.update_turn
    ADD CONSTRAINT update_turn_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES public.connection(id);

ALTER TABLE ONLY public.webhook_delivery
    ADD CONSTRAINT webhook_delivery_replay_of_fkey FOREIGN KEY (replay_of) REFERENCES public.webhook_delivery(id);

ALTER TABLE ONLY public.webhook_delivery
    ADD CONSTRAINT webhook_delivery_webhook_id_fkey FOREIGN KEY (webhook_id) REFERENCES public.webhook(id);

ALTER TABLE ONLY public.webhook
    ADD CONSTRAINT webhook_made_by_fkey FOREIGN KEY (made_by) REFERENCES public.staff(id);

ALTER TABLE ONLY public.webhook_try
    ADD CONSTRAINT webhook_try_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES public.webhook_delivery(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.withdrawal_certificate
    ADD CONSTRAINT withdrawal_certificate_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customer(id);

ALTER TABLE ONLY public.word_in
    ADD CONSTRAINT word_in_chat_id_fkey FOREIGN KEY (chat_id) REFERENCES public.chat(id);

ALTER TABLE ONLY public.word_in
    ADD CONSTRAINT word_in_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);
