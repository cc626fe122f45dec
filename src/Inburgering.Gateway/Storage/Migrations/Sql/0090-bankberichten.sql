-- Row-level security and rights of reports of the bank. What was booked is never taken back by a statement of ours: only what was held falls free.

alter table betalen.bankbericht enable row level security;
alter table betalen.bankbericht force row level security;
create policy gemeente on betalen.bankbericht
    using (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')))
    with check (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')));

alter table betalen.afschriftstand enable row level security;
alter table betalen.afschriftstand force row level security;
create policy gemeente on betalen.afschriftstand
    using (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')))
    with check (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')));

alter table betalen.boeking enable row level security;
alter table betalen.boeking force row level security;
create policy gemeente on betalen.boeking
    using (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')))
    with check (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')));

alter table betalen.banksignaal enable row level security;
alter table betalen.banksignaal force row level security;
create policy gemeente on betalen.banksignaal
    using (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')))
    with check (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')));

alter table betalen.betaalstop enable row level security;
alter table betalen.betaalstop force row level security;
create policy gemeente on betalen.betaalstop
    using (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')))
    with check (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')));

grant select, insert on betalen.bankbericht, betalen.afschriftstand, betalen.boeking, betalen.banksignaal, betalen.betaalstop to gateway_applicatie;
grant update (soort, afzender, kenmerk, stand, fouten, verwerkt_op) on betalen.bankbericht to gateway_applicatie;
grant update (afschrift, nummer, pagina, laatste, eind_centen, eind_dag) on betalen.afschriftstand to gateway_applicatie;
grant update (soort) on betalen.boeking to gateway_applicatie;
grant update (afgehandeld_op, afgehandeld_door) on betalen.banksignaal to gateway_applicatie;
grant update (opgeheven_op, opgeheven_door) on betalen.betaalstop to gateway_applicatie;
grant select, delete on betalen.boeking, betalen.banksignaal, betalen.betaalstop to gateway_onderhoud;

alter table betalen.betaalstop add constraint ck_betaalstop_een check ((profiel is null) <> (dossier_id is null));
alter table betalen.boeking add constraint ck_boeking_opdracht check ((soort = 'geboekt') = (opdracht_id is not null));

create function betalen.boeking_blijft() returns trigger language plpgsql as $$
begin
    if old.soort <> 'aangehouden' or new.soort <> 'vrijgevallen' then
        raise exception 'what was booked stays booked' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;

create trigger boeking_blijft before update on betalen.boeking for each row execute function betalen.boeking_blijft();
