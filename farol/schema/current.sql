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

CREATE TABLE public.article (
    id bigint NOT NULL,
    slug text NOT NULL,
    category text NOT NULL,
    place integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT article_slug_check CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(slug) <= 80)))
);

ALTER TABLE public.article ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.article_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
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
    CONSTRAINT article_version_language_check CHECK ((language = ANY (ARRAY['zh'::text, 'en'::text])))
);

ALTER TABLE public.article_version ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.article_version_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
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
    seen_at timestamp with time zone
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

CREATE TABLE public.live_pass (
    digest bytea NOT NULL,
    actor_kind text NOT NULL,
    actor_id bigint NOT NULL,
    session bytea NOT NULL,
    expires_at timestamp with time zone NOT NULL
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
    CONSTRAINT mail_out_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'failed'::text, 'bounced'::text])))
);

ALTER TABLE public.mail_out ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.mail_out_id_seq
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

CREATE TABLE public.migration (
    name text NOT NULL,
    digest text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
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

CREATE TABLE public.parked (
    reaction text NOT NULL,
    stream text NOT NULL,
    attempts integer NOT NULL,
    due timestamp with time zone NOT NULL,
    dead boolean DEFAULT false NOT NULL,
    error text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
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

CREATE TABLE public.progress (
    reaction text NOT NULL,
    stream text NOT NULL,
    seq bigint NOT NULL
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

CREATE TABLE public.read_mark (
    ticket_id bigint NOT NULL,
    reader text NOT NULL,
    reader_id bigint NOT NULL,
    seq bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT read_mark_reader_check CHECK ((reader = ANY (ARRAY['customer'::text, 'staff'::text])))
);

CREATE TABLE public.reply_address (
    digest bytea NOT NULL,
    ticket_id bigint NOT NULL,
    recipient text NOT NULL,
    expires_at timestamp with time zone NOT NULL
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

CREATE TABLE public.stream (
    name text NOT NULL,
    seq bigint NOT NULL
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
    CONSTRAINT team_bounce_s_check CHECK (((bounce_s >= 1) AND (bounce_s <= 3600))),
    CONSTRAINT team_fallback_s_check CHECK (((fallback_s >= 0) AND (fallback_s <= 86400))),
    CONSTRAINT team_return_s_check CHECK (((return_s >= 0) AND (return_s <= 86400))),
    CONSTRAINT team_slots_check CHECK (((slots >= 1) AND (slots <= 20)))
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

CREATE SEQUENCE public.ticket_number
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE public.ticket (
    id bigint NOT NULL,
    number text DEFAULT ((('FRL-'::text || to_char((now() AT TIME ZONE 'utc'::text), 'YYYY'::text)) || '-'::text) || lpad((nextval('public.ticket_number'::regclass))::text, 6, '0'::text)) NOT NULL,
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
    CONSTRAINT ticket_severity_check CHECK ((severity = ANY (ARRAY['P0'::text, 'P1'::text, 'P2'::text, 'P3'::text, 'P4'::text]))),
    CONSTRAINT ticket_status_check CHECK ((status = ANY (ARRAY['open'::text, 'pending'::text, 'resolved'::text, 'closed'::text])))
);

ALTER TABLE public.ticket ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.ticket_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.used_identity (
    jti text NOT NULL,
    expires_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.pgqueuer ALTER COLUMN id SET DEFAULT nextval('public.pgqueuer_id_seq'::regclass);

ALTER TABLE ONLY public.pgqueuer_schedules ALTER COLUMN id SET DEFAULT nextval('public.pgqueuer_schedules_id_seq'::regclass);

ALTER TABLE ONLY public.pgqueuer_statistics ALTER COLUMN id SET DEFAULT nextval('public.pgqueuer_statistics_id_seq'::regclass);

ALTER TABLE ONLY public.agent_state
    ADD CONSTRAINT agent_state_pkey PRIMARY KEY (staff_id);

ALTER TABLE ONLY public.article
    ADD CONSTRAINT article_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.article
    ADD CONSTRAINT article_slug_key UNIQUE (slug);

ALTER TABLE ONLY public.article_version
    ADD CONSTRAINT article_version_one UNIQUE (article_id, language, version);

ALTER TABLE ONLY public.article_version
    ADD CONSTRAINT article_version_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.callback
    ADD CONSTRAINT callback_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.cursor
    ADD CONSTRAINT cursor_pkey PRIMARY KEY (reader);

ALTER TABLE ONLY public.customer
    ADD CONSTRAINT customer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.customer_session
    ADD CONSTRAINT customer_session_pkey PRIMARY KEY (digest);

ALTER TABLE ONLY public.customer
    ADD CONSTRAINT customer_uid_key UNIQUE (uid);

ALTER TABLE ONLY public.event
    ADD CONSTRAINT event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.event
    ADD CONSTRAINT event_stream_seq UNIQUE (stream, seq);

ALTER TABLE ONLY public.file
    ADD CONSTRAINT file_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.live_pass
    ADD CONSTRAINT live_pass_pkey PRIMARY KEY (digest);

ALTER TABLE ONLY public.mail_in
    ADD CONSTRAINT mail_in_digest UNIQUE (digest);

ALTER TABLE ONLY public.mail_in
    ADD CONSTRAINT mail_in_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.mail_out
    ADD CONSTRAINT mail_out_message_id_key UNIQUE (message_id);

ALTER TABLE ONLY public.mail_out
    ADD CONSTRAINT mail_out_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.message
    ADD CONSTRAINT message_client UNIQUE (ticket_id, client_id);

ALTER TABLE ONLY public.message
    ADD CONSTRAINT message_pkey PRIMARY KEY (ticket_id, seq);

ALTER TABLE ONLY public.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.offer
    ADD CONSTRAINT offer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.parked
    ADD CONSTRAINT parked_pkey PRIMARY KEY (reaction, stream);

ALTER TABLE ONLY public.passkey_challenge
    ADD CONSTRAINT passkey_challenge_pkey PRIMARY KEY (challenge);

ALTER TABLE ONLY public.passkey
    ADD CONSTRAINT passkey_pkey PRIMARY KEY (credential_id);

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

ALTER TABLE ONLY public.progress
    ADD CONSTRAINT progress_pkey PRIMARY KEY (reaction, stream);

ALTER TABLE ONLY public.queue_entry
    ADD CONSTRAINT queue_entry_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.read_mark
    ADD CONSTRAINT read_mark_pkey PRIMARY KEY (ticket_id, reader, reader_id);

ALTER TABLE ONLY public.reply_address
    ADD CONSTRAINT reply_address_pkey PRIMARY KEY (digest);

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

ALTER TABLE ONLY public.staff
    ADD CONSTRAINT staff_email_key UNIQUE (email);

ALTER TABLE ONLY public.staff
    ADD CONSTRAINT staff_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.staff_session
    ADD CONSTRAINT staff_session_pkey PRIMARY KEY (digest);

ALTER TABLE ONLY public.stream
    ADD CONSTRAINT stream_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.team_figure
    ADD CONSTRAINT team_figure_pkey PRIMARY KEY (team_id, severity);

ALTER TABLE ONLY public.team
    ADD CONSTRAINT team_key_key UNIQUE (key);

ALTER TABLE ONLY public.team_member
    ADD CONSTRAINT team_member_pkey PRIMARY KEY (team_id, staff_id);

ALTER TABLE ONLY public.team
    ADD CONSTRAINT team_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.ticket
    ADD CONSTRAINT ticket_number_key UNIQUE (number);

ALTER TABLE ONLY public.ticket
    ADD CONSTRAINT ticket_opening UNIQUE (customer_id, opening_id);

ALTER TABLE ONLY public.ticket
    ADD CONSTRAINT ticket_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.used_identity
    ADD CONSTRAINT used_identity_pkey PRIMARY KEY (jti);

CREATE UNIQUE INDEX callback_open ON public.callback USING btree (ticket_id) WHERE (done_at IS NULL);

CREATE INDEX customer_email ON public.customer USING btree (lower(email));

CREATE INDEX customer_session_customer ON public.customer_session USING btree (customer_id);

CREATE INDEX customer_session_ended ON public.customer_session USING btree (ended_at) WHERE (ended_at IS NOT NULL);

CREATE INDEX event_cursor ON public.event USING btree (xid, id);

CREATE INDEX file_loose ON public.file USING btree (at) WHERE (kept_at IS NULL);

CREATE INDEX mail_in_message_id ON public.mail_in USING btree (message_id) WHERE (message_id <> ''::text);

CREATE INDEX mail_in_sender ON public.mail_in USING btree (sender, settled_at) WHERE (state = ANY (ARRAY['joined'::text, 'opened'::text]));

CREATE INDEX mail_in_ticket ON public.mail_in USING btree (ticket_id) WHERE (ticket_id IS NOT NULL);

CREATE INDEX mail_in_visitor ON public.mail_in USING btree (sender) WHERE (visitor_id IS NOT NULL);

CREATE INDEX mail_in_waiting ON public.mail_in USING btree (recipient, id) WHERE (state = 'received'::text);

CREATE INDEX mail_out_automatic ON public.mail_out USING btree (recipient, at) WHERE automatic;

CREATE INDEX mail_out_ticket ON public.mail_out USING btree (ticket_id, id);

CREATE INDEX message_files ON public.message USING gin (files) WHERE (files <> '{}'::uuid[]);

CREATE INDEX offer_due ON public.offer USING btree (deadline) WHERE (ended_at IS NULL);

CREATE INDEX offer_entry ON public.offer USING btree (entry_id);

CREATE UNIQUE INDEX offer_open ON public.offer USING btree (entry_id) WHERE (ended_at IS NULL);

CREATE INDEX offer_staff ON public.offer USING btree (staff_id) WHERE (ended_at IS NULL);

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

CREATE INDEX queue_entry_at ON public.queue_entry USING btree (at);

CREATE INDEX queue_entry_held ON public.queue_entry USING btree (ticket_id) WHERE ((outcome = 'taken'::text) AND (done_at IS NULL));

CREATE INDEX queue_entry_left ON public.queue_entry USING btree (team_id, left_at) WHERE (left_at IS NOT NULL);

CREATE INDEX queue_entry_line ON public.queue_entry USING btree (team_id, severity, rank_at, ticket_id) WHERE (left_at IS NULL);

CREATE UNIQUE INDEX queue_entry_open ON public.queue_entry USING btree (ticket_id) WHERE (left_at IS NULL);

CREATE INDEX queue_entry_ticket ON public.queue_entry USING btree (ticket_id);

CREATE UNIQUE INDEX sla_calendar_name ON public.sla_calendar USING btree (lower(name)) WHERE (removed_at IS NULL);

CREATE INDEX sla_clock_due ON public.sla_clock USING btree (due_at);

CREATE UNIQUE INDEX sla_policy_name ON public.sla_policy USING btree (lower(name)) WHERE (removed_at IS NULL);

CREATE INDEX sla_promise_by ON public.sla_promise USING btree (by);

CREATE UNIQUE INDEX sla_promise_open ON public.sla_promise USING btree (ticket_id) WHERE ((kept_at IS NULL) AND (broken_at IS NULL));

CREATE INDEX sla_ticket_next ON public.sla_ticket USING btree (next_at) WHERE (next_at IS NOT NULL);

CREATE INDEX staff_session_staff ON public.staff_session USING btree (staff_id);

CREATE INDEX team_member_staff ON public.team_member USING btree (staff_id);

CREATE INDEX ticket_customer ON public.ticket USING btree (customer_id, id DESC);

CREATE INDEX ticket_incident ON public.ticket USING btree (incident_id) WHERE (incident_id IS NOT NULL);

CREATE INDEX ticket_merged_into ON public.ticket USING btree (merged_into) WHERE (merged_into IS NOT NULL);

CREATE INDEX ticket_open ON public.ticket USING btree (waiting_since, id) WHERE (status = ANY (ARRAY['open'::text, 'pending'::text]));

CREATE INDEX ticket_owner ON public.ticket USING btree (owner_id) WHERE (status = ANY (ARRAY['open'::text, 'pending'::text]));

CREATE INDEX ticket_snoozed ON public.ticket USING btree (snoozed_until) WHERE (snoozed_until IS NOT NULL);

CREATE INDEX ticket_tags ON public.ticket USING gin (tags) WHERE (tags <> '{}'::text[]);

CREATE INDEX ticket_team ON public.ticket USING btree (team_id, id);

CREATE TRIGGER article_version_stays BEFORE UPDATE ON public.article_version FOR EACH ROW EXECUTE FUNCTION public.article_version_stays();

CREATE TRIGGER tg_pgqueuer_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.pgqueuer FOR EACH STATEMENT EXECUTE FUNCTION public.fn_pgqueuer_changed();

ALTER TABLE ONLY public.agent_state
    ADD CONSTRAINT agent_state_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.article_version
    ADD CONSTRAINT article_version_article_id_fkey FOREIGN KEY (article_id) REFERENCES public.article(id);

ALTER TABLE ONLY public.callback
    ADD CONSTRAINT callback_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.customer_session
    ADD CONSTRAINT customer_session_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customer(id);

ALTER TABLE ONLY public.mail_in
    ADD CONSTRAINT mail_in_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.mail_in
    ADD CONSTRAINT mail_in_visitor_id_fkey FOREIGN KEY (visitor_id) REFERENCES public.customer(id);

ALTER TABLE ONLY public.mail_out
    ADD CONSTRAINT mail_out_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.message
    ADD CONSTRAINT message_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.offer
    ADD CONSTRAINT offer_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES public.queue_entry(id);

ALTER TABLE ONLY public.offer
    ADD CONSTRAINT offer_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.passkey_challenge
    ADD CONSTRAINT passkey_challenge_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.passkey
    ADD CONSTRAINT passkey_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.queue_entry
    ADD CONSTRAINT queue_entry_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.queue_entry
    ADD CONSTRAINT queue_entry_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.queue_entry
    ADD CONSTRAINT queue_entry_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.read_mark
    ADD CONSTRAINT read_mark_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.reply_address
    ADD CONSTRAINT reply_address_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.ticket(id);

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

ALTER TABLE ONLY public.staff_session
    ADD CONSTRAINT staff_session_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.team_figure
    ADD CONSTRAINT team_figure_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.team_member
    ADD CONSTRAINT team_member_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.team_member
    ADD CONSTRAINT team_member_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.ticket
    ADD CONSTRAINT ticket_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customer(id);

ALTER TABLE ONLY public.ticket
    ADD CONSTRAINT ticket_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES public.ticket(id);

ALTER TABLE ONLY public.ticket
    ADD CONSTRAINT ticket_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES public.staff(id);

ALTER TABLE ONLY public.ticket
    ADD CONSTRAINT ticket_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.team(id);
