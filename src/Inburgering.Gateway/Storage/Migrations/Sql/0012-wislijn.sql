-- Erasure that cannot hide a look-up (security 4): what a line may lose, who may take it away, and the record that says so.

-- A wislijn names the lines of which the person was erased. inhoud is the canonical JSON whose hash stands in a log line of the same
-- gemeente, written in the same transaction; so chain and checkpoints cover it. It holds ids and hashes only.
create table verwerkingslog.wislijn (
    gemeentecode varchar(4) not null,
    nummer       bigint     not null generated always as identity,
    hash         bytea      not null check (hash = sha256(convert_to(inhoud, 'UTF8'))),
    inhoud       text       not null,
    constraint pk_wislijn primary key (gemeentecode, nummer)
);
create unique index ux_wislijn_hash on verwerkingslog.wislijn (gemeentecode, hash);

alter table verwerkingslog.wislijn enable row level security;
alter table verwerkingslog.wislijn force row level security;
create policy gemeente on verwerkingslog.wislijn
    using (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')))
    with check (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')));
create policy controle on verwerkingslog.wislijn for select to gateway_controle using (true);

-- The digest that stands in the chain for the person of a line: SHA-256(zout, canonical object), as Verwerkingslog/Vorm/Keten makes it.
create function verwerkingslog.persoon_digest(zout bytea, betrokkene bytea, dossier_id uuid, informatie text, type text) returns bytea
    language sql immutable parallel safe
    set search_path = pg_catalog, pg_temp
return sha256(zout || convert_to('{' || concat_ws(',',
    '"betrokkene":"' || encode(betrokkene, 'hex') || '"',
    '"dossierId":"' || dossier_id || '"',
    '"informatie":"' || replace(replace(informatie, '\', '\\'), '"', '\"') || '"',
    '"type":"' || replace(replace(type, '\', '\\'), '"', '\"') || '"') || '}', 'UTF8'));

-- A line changes in one way only: it loses salt and person, and gets the digest that was already chained.
create function verwerkingslog.bewaak_wissen() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    wordt verwerkingslog.regel := new;
begin
    if old.zout is null or new.zout is not null or new.betrokkene is not null or new.dossier_id is not null or new.informatie is not null
        or new.persoon_digest is distinct from (select verwerkingslog.persoon_digest(old.zout, old.betrokkene, old.dossier_id, old.informatie, c.betrokkene_type)
            from verwerkingslog.context c where c.gemeentecode = old.gemeentecode and c.id = old.context) then
        raise exception 'Van een logregel is alleen de persoon te wissen.' using errcode = 'restrict_violation';
    end if;
    wordt.zout := old.zout;
    wordt.betrokkene := old.betrokkene;
    wordt.dossier_id := old.dossier_id;
    wordt.informatie := old.informatie;
    wordt.persoon_digest := old.persoon_digest;
    if wordt is distinct from old then
        raise exception 'Van een logregel is alleen de persoon te wissen.' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;
create trigger wissen before update on verwerkingslog.regel for each row execute function verwerkingslog.bewaak_wissen();

-- Append-only, also for the owner: rights alone do not bind him.
create function verwerkingslog.weiger() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    raise exception 'Het verwerkingslog groeit alleen.' using errcode = 'restrict_violation';
end
$$;
create trigger groeit before delete or truncate on verwerkingslog.regel for each statement execute function verwerkingslog.weiger();
create trigger groeit before update or delete or truncate on verwerkingslog.context for each statement execute function verwerkingslog.weiger();
create trigger groeit before update or delete or truncate on verwerkingslog.zegel for each statement execute function verwerkingslog.weiger();
create trigger groeit before update or delete or truncate on verwerkingslog.wislijn for each statement execute function verwerkingslog.weiger();
create trigger groeit before delete or truncate on verwerkingslog.kop for each statement execute function verwerkingslog.weiger();

revoke all on function verwerkingslog.bewaak_wissen(), verwerkingslog.weiger() from public;
grant select, insert on verwerkingslog.wislijn to gateway_onderhoud;
grant select on verwerkingslog.wislijn to gateway_applicatie, gateway_controle;
grant update (zout, betrokkene, dossier_id, informatie, persoon_digest) on verwerkingslog.regel to gateway_onderhoud;
