-- The Verwerkingslog: lines, stream heads, checkpoints. Run once by the owner, after the roles of the cluster exist.

create schema verwerkingslog;

-- What many lines say alike: who, why, under which rule, which fields. Kept once per gemeente, so a line takes half the room. Never
-- changed: the hash of each line covers these words too. sleutel = SHA-256 of all columns behind it; no personal data.
create table verwerkingslog.context (
    gemeentecode      varchar(4)   not null,
    id                int          not null generated always as identity,
    sleutel           bytea        not null check (length(sleutel) = 32),
    vorm              smallint     not null,
    status            smallint     not null,
    actie             smallint     not null,
    resultaat         smallint     not null,
    vertrouwelijkheid smallint     not null,
    naam              varchar(120) not null,
    reden             varchar(120),
    actor             varchar(64)  not null,
    rol               varchar(64)  not null,
    organisatie       varchar(64)  not null,
    client_id         varchar(64),
    oorsprong         varchar(32)  not null,
    activiteit        varchar(100) not null,
    doel              varchar(64),
    grondslag         varchar(64),
    gevraagd          varchar(4000),
    geleverd          varchar(4000),
    ontvanger         varchar(64),
    beleid            varchar(64),
    bewaartermijn     varchar(32)  not null,
    betrokkene_type   varchar(128),
    constraint pk_context primary key (gemeentecode, id)
);
create unique index ux_context_sleutel on verwerkingslog.context (gemeentecode, sleutel);

-- One line. The hash covers every column and its context, but zout and the three personal columns only through their digest, so that a
-- person can be erased without breaking the chain: then persoon_digest, null until that day, takes their place (security 4).
-- client repeats client_id as a number, for its index alone. Fixed-width columns first: no padding.
create table verwerkingslog.regel (
    tijdstip       timestamptz(3) not null,
    registratie    timestamptz(3) not null,
    seq            bigint         not null check (seq > 0),
    context        int            not null,
    duur_ms        int            not null,
    aantal         int            not null,
    client         int,
    slot           smallint       not null check (slot between 0 and 15),
    dossier_id     uuid,
    gemeentecode   varchar(4)     not null,
    trace_id       bytea          not null check (length(trace_id) = 16),
    span_id        bytea          not null check (length(span_id) = 8),
    parent_span_id bytea,
    bericht_id     varchar(128),
    betrokkene     bytea,
    informatie     varchar(1000),
    zout           bytea,
    persoon_digest bytea,
    hash           bytea          not null check (length(hash) = 32),
    constraint pk_regel primary key (gemeentecode, slot, seq, tijdstip)
) partition by range (tijdstip);

-- Newest first is (tijdstip, registratie) read backwards: an index that grows at its end stays full. With a business clock that stands
-- still registratie alone tells the order.
create index ix_regel_dossier on verwerkingslog.regel (dossier_id, tijdstip) where dossier_id is not null;
create index ix_regel_client on verwerkingslog.regel (client, tijdstip) where client is not null;
create index ix_regel_tijdstip on verwerkingslog.regel (gemeentecode, tijdstip, registratie);

alter table verwerkingslog.context enable row level security;
alter table verwerkingslog.context force row level security;
create policy gemeente on verwerkingslog.context
    using (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')))
    with check (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')));
create policy controle on verwerkingslog.context for select to gateway_controle using (true);

alter table verwerkingslog.regel enable row level security;
alter table verwerkingslog.regel force row level security;
create policy gemeente on verwerkingslog.regel
    using (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')))
    with check (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')));
create policy controle on verwerkingslog.regel for select to gateway_controle using (true);

-- Head of every stream (gemeente, slot). No personal data and no tenant: the writer moves it under a condition (security 1) and a
-- checkpoint lists all of them, so it stands outside row security on purpose.
create table verwerkingslog.kop (
    gemeentecode varchar(4) not null,
    slot         smallint   not null check (slot between 0 and 15),
    seq          bigint     not null check (seq > 0),
    hash         bytea      not null check (length(hash) = 32),
    constraint pk_kop primary key (gemeentecode, slot)
) with (fillfactor = 50);

-- Signed checkpoint. inhoud is the canonical JSON that was hashed and signed; the other columns repeat parts of it for queries.
create table verwerkingslog.zegel (
    nummer       bigint         not null check (nummer > 0),
    tijd         timestamptz(3) not null,
    inhoud       text           not null,
    vorig_hash   bytea          not null check (length(vorig_hash) = 32),
    hash         bytea          not null check (length(hash) = 32),
    kid          varchar(128)   not null,
    handtekening bytea          not null,
    constraint pk_zegel primary key (nummer)
);

create table verwerkingslog.regel_rest partition of verwerkingslog.regel default;
alter table verwerkingslog.regel_rest enable row level security;
alter table verwerkingslog.regel_rest force row level security;

-- Makes the month partitions of [van, tot). A month that exists stays; a month with lines in the default partition stays there.
-- A partition has row security without a policy: nobody reads one directly, the owner included.
create function verwerkingslog.maak_partities(van date, tot date) returns int
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    maand  timestamp := date_trunc('month', van::timestamp);
    naam   text;
    aantal int := 0;
begin
    while maand < tot loop
        naam := 'regel_' || to_char(maand, 'YYYYMM');
        if to_regclass('verwerkingslog.' || naam) is null then
            begin
                execute format('create table verwerkingslog.%I partition of verwerkingslog.regel for values from (%L) to (%L)',
                    naam, to_char(maand, 'YYYY-MM-DD') || ' 00:00:00+00', to_char(maand + interval '1 month', 'YYYY-MM-DD') || ' 00:00:00+00');
                execute format('alter table verwerkingslog.%I enable row level security', naam);
                execute format('alter table verwerkingslog.%I force row level security', naam);
                aantal := aantal + 1;
            exception when check_violation then
                raise notice 'Maand % heeft al regels in regel_rest.', naam;
            end;
        end if;
        maand := maand + interval '1 month';
    end loop;
    return aantal;
end
$$;
revoke all on function verwerkingslog.maak_partities(date, date) from public;

select verwerkingslog.maak_partities(date '2024-01-01', (now() + interval '14 months')::date);

revoke all on schema verwerkingslog from public;
grant usage on schema verwerkingslog to gateway_applicatie, gateway_controle, gateway_onderhoud;
grant select, insert on verwerkingslog.context to gateway_applicatie;
grant select, insert on verwerkingslog.regel to gateway_applicatie;
grant select, insert on verwerkingslog.zegel to gateway_applicatie;
grant select, insert on verwerkingslog.kop to gateway_applicatie;
grant update (seq, hash) on verwerkingslog.kop to gateway_applicatie;
grant select on verwerkingslog.context, verwerkingslog.regel, verwerkingslog.kop, verwerkingslog.zegel to gateway_controle;
