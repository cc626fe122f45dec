-- A month whose longest term is over goes as a whole and leaves a sealed record: per stream which lines it held and the hashes at both ends.

-- inhoud is the canonical JSON; its hash is signed with the seal key and stands in a log line of the house, so chain and checkpoints cover it.
create table verwerkingslog.afsluiting (
    maand        date         not null check (maand = date_trunc('month', maand)),
    hash         bytea        not null check (hash = sha256(convert_to(inhoud, 'UTF8'))),
    inhoud       text         not null,
    kid          varchar(128) not null,
    handtekening bytea        not null,
    constraint pk_afsluiting primary key (maand)
);
create trigger groeit before update or delete or truncate on verwerkingslog.afsluiting for each statement execute function verwerkingslog.weiger();

-- As before, but a closed month is not made again.
create or replace function verwerkingslog.maak_partities(van date, tot date) returns int
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
        if to_regclass('verwerkingslog.' || naam) is null
            and not exists (select from verwerkingslog.afsluiting a where to_char(a.maand, 'YYYYMM') = right(naam, 6)) then
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

-- What the nightly run may ask the owner: the months ahead, and a month that was closed to go. It waits for nobody: the log goes before.
create function verwerkingslog.maak_maanden() returns int
    language sql security definer
    set search_path = pg_catalog, pg_temp
    set lock_timeout = '5s'
return verwerkingslog.maak_partities(now()::date, (now() + interval '14 months')::date);

create function verwerkingslog.verwijder_maand(eerste date) returns bigint
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
    set lock_timeout = '5s'
as $$
declare
    naam      text := 'regel_' || to_char(eerste, 'YYYYMM');
    van       timestamptz := (to_char(eerste, 'YYYY-MM') || '-01 00:00:00+00')::timestamptz;
    tot       timestamptz := (to_char(eerste + interval '1 month', 'YYYY-MM') || '-01 00:00:00+00')::timestamptz;
    gemeenten text := current_setting('app.gemeenten', true);
    gesloten  verwerkingslog.afsluiting;
    aantal    bigint;
    langst    timestamptz;
    genoemd   boolean;
begin
    if to_regclass('verwerkingslog.' || naam) is null then
        return 0;
    end if;
    execute format('lock table verwerkingslog.%I in share mode', naam);      -- what is counted is what goes
    perform set_config('app.gemeenten', (select string_agg(distinct gemeentecode, ',') from verwerkingslog.kop), true);
    select count(*), max(r.tijdstip + c.bewaartermijn::interval) into aantal, langst
        from verwerkingslog.regel r left join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
        where r.tijdstip >= van and r.tijdstip < tot;
    select * into gesloten from verwerkingslog.afsluiting a where to_char(a.maand, 'YYYYMM') = right(naam, 6);
    select exists (select from verwerkingslog.regel r where r.gemeentecode = '0000' and r.bericht_id = 'afsluiting:' || encode(gesloten.hash, 'hex')) into genoemd;
    perform set_config('app.gemeenten', coalesce(gemeenten, ''), true);
    if tot > now() or coalesce(langst > now(), false) then
        raise exception 'De langste termijn van % loopt nog.', naam using errcode = 'restrict_violation';
    end if;
    if gesloten.maand is null or not genoemd or (gesloten.inhoud::jsonb ->> 'regels')::bigint <> aantal then
        raise exception 'Van % is geen afsluiting die alle regels noemt.', naam using errcode = 'restrict_violation';
    end if;
    execute format('drop table verwerkingslog.%I', naam);
    return aantal;
end
$$;

revoke all on function verwerkingslog.maak_maanden(), verwerkingslog.verwijder_maand(date) from public;
grant execute on function verwerkingslog.maak_maanden(), verwerkingslog.verwijder_maand(date) to gateway_onderhoud;
grant select, insert on verwerkingslog.afsluiting to gateway_onderhoud;
grant select on verwerkingslog.afsluiting to gateway_controle;
