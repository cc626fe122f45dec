-- Row-level security and rights of the reconciliation. The budget of a partner holds no person and no gemeente: all processes share its one row.

alter table inbox.afstemming enable row level security;
alter table inbox.afstemming force row level security;
create policy gemeente on inbox.afstemming
    using (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')))
    with check (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')));

alter table inbox.afstempersoon enable row level security;
alter table inbox.afstempersoon force row level security;
create policy gemeente on inbox.afstempersoon
    using (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')))
    with check (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')));

grant select, insert on inbox.afstemming, inbox.afstempersoon to gateway_applicatie;
grant update (geeindigd_op, status, totaal, gelijk, gemist, verschillend, mislukt, tegengehouden, gemiste_gebeurtenissen, reden, wacht_tot, pauzes)
    on inbox.afstemming to gateway_applicatie;
grant update (pogingen, bezet_tot, vanaf, uitkomst, reden, sleutel_id, inhoud, afgehandeld_op) on inbox.afstempersoon to gateway_applicatie;
grant select, insert, update on inbox.belbudget to gateway_applicatie;

-- the nightly run erases the persons with their dossier, and when their round is old
grant select on inbox.afstemming to gateway_onderhoud;
grant select, delete on inbox.afstempersoon to gateway_onderhoud;
