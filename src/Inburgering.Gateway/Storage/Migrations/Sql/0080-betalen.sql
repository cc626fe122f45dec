-- Row-level security and rights of payments, and what may not be even by a mistake of ours: a sealed file changes, one person approves what he made.

alter table betalen.betaalopdracht enable row level security;
alter table betalen.betaalopdracht force row level security;
create policy gemeente on betalen.betaalopdracht
    using (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')))
    with check (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')));

alter table betalen.betaalsleutel enable row level security;
alter table betalen.betaalsleutel force row level security;
create policy gemeente on betalen.betaalsleutel
    using (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')))
    with check (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')));

alter table betalen.rekeningcontrole enable row level security;
alter table betalen.rekeningcontrole force row level security;
create policy gemeente on betalen.rekeningcontrole
    using (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')))
    with check (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')));

alter table betalen.betaalbatch enable row level security;
alter table betalen.betaalbatch force row level security;
create policy gemeente on betalen.betaalbatch
    using (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')))
    with check (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')));

alter table betalen.betaalgebeurtenis enable row level security;
alter table betalen.betaalgebeurtenis force row level security;
create policy gemeente on betalen.betaalgebeurtenis
    using (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')))
    with check (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')));

grant select, insert on betalen.betaalopdracht, betalen.betaalsleutel, betalen.rekeningcontrole, betalen.betaalbatch, betalen.betaalgebeurtenis to gateway_applicatie;
grant update (rekening_hash, stand, uitvoeringsdatum, inhoud, batch_id) on betalen.betaalopdracht to gateway_applicatie;
grant update (wijze, uitkomst, door, op, aanvaard_door, aanvaard_op, geblokkeerd_om) on betalen.rekeningcontrole to gateway_applicatie;
grant update (stand, aantal, totaal_centen, goedgekeurd_door, verzegeld_op, sleutel_id, inhoud, hash, aanbieding) on betalen.betaalbatch to gateway_applicatie;
grant select, delete on betalen.betaalopdracht, betalen.betaalsleutel, betalen.betaalgebeurtenis to gateway_onderhoud;

alter table betalen.rekeningcontrole add constraint ck_rekeningcontrole_vier_ogen check (aanvaard_door <> door);
alter table betalen.betaalbatch add constraint ck_betaalbatch_vier_ogen check (goedgekeurd_door <> gemaakt_door);
alter table betalen.betaalbatch add constraint ck_betaalbatch_zegel
    check ((stand in ('open', 'ingetrokken')) or (inhoud is not null and hash is not null and sleutel_id is not null and goedgekeurd_door is not null and verzegeld_op is not null));
alter table betalen.betaalopdracht add constraint ck_betaalopdracht_batch check (batch_id is not null or stand in ('gepland', 'vrijgegeven', 'geannuleerd'));

create function betalen.zegel_blijft() returns trigger language plpgsql as $$
begin
    if (new.inhoud, new.hash, new.sleutel_id, new.aantal, new.totaal_centen, new.goedgekeurd_door, new.verzegeld_op)
        is distinct from (old.inhoud, old.hash, old.sleutel_id, old.aantal, old.totaal_centen, old.goedgekeurd_door, old.verzegeld_op) then
        raise exception 'a sealed payment file does not change' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;

create trigger zegel_blijft before update on betalen.betaalbatch for each row when (old.hash is not null) execute function betalen.zegel_blijft();

create function betalen.aangeboden_blijft() returns trigger language plpgsql as $$
begin
    if new.stand in ('gepland', 'vrijgegeven') or (new.inhoud, new.rekening_hash, new.uitvoeringsdatum, new.batch_id)
        is distinct from (old.inhoud, old.rekening_hash, old.uitvoeringsdatum, old.batch_id) then
        raise exception 'an order that went to the bank does not change' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;

create trigger aangeboden_blijft before update on betalen.betaalopdracht
    for each row when (old.stand not in ('gepland', 'vrijgegeven', 'geannuleerd')) execute function betalen.aangeboden_blijft();
