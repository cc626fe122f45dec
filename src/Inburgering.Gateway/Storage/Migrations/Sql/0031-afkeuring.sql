-- Row-level security and rights of rejected messages and of trying them again. What a person decided is never rewritten.

alter table inbox.herhaling enable row level security;
alter table inbox.herhaling force row level security;
create policy gemeente on inbox.herhaling
    using (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')))
    with check (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')));

alter table inbox.herhalingdeel enable row level security;
alter table inbox.herhalingdeel force row level security;
create policy gemeente on inbox.herhalingdeel
    using (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')))
    with check (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')));

alter table inbox.afkeurbesluit enable row level security;
alter table inbox.afkeurbesluit force row level security;
create policy gemeente on inbox.afkeurbesluit
    using (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')))
    with check (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')));

grant select, insert on inbox.herhaling, inbox.herhalingdeel, inbox.afkeurbesluit to gateway_applicatie;
grant update (geeindigd_op, status, gestopt_door, reeks, reeks_reden) on inbox.herhaling to gateway_applicatie;
grant update (begonnen_op, uitkomst, reden, klaar_op) on inbox.herhalingdeel to gateway_applicatie;

-- the nightly run forgets whose a message was, with the body and the dossier, and erases what is older than its term
grant select, delete on inbox.herhaling, inbox.herhalingdeel, inbox.afkeurbesluit to gateway_onderhoud;
grant update (persoon_hash) on inbox.bericht to gateway_onderhoud;
