-- Row-level security and rights of what runs by itself. What a person changed is never rewritten, a run only moves on.

alter table synchronisatie.synchronisatie enable row level security;
alter table synchronisatie.synchronisatie force row level security;
create policy gemeente on synchronisatie.synchronisatie
    using (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')))
    with check (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')));

alter table synchronisatie.wijziging enable row level security;
alter table synchronisatie.wijziging force row level security;
create policy gemeente on synchronisatie.wijziging
    using (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')))
    with check (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')));

alter table synchronisatie.uitvoering enable row level security;
alter table synchronisatie.uitvoering force row level security;
create policy gemeente on synchronisatie.uitvoering
    using (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')))
    with check (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')));

grant usage on schema synchronisatie to gateway_applicatie;
grant select, insert on synchronisatie.synchronisatie, synchronisatie.wijziging, synchronisatie.uitvoering to gateway_applicatie;
grant update (rooster, versie, volgende_op, pauze_vanaf, pauze_tot) on synchronisatie.synchronisatie to gateway_applicatie;
grant update (geeindigd_op, status, reden, ontvangen, nieuw, gewijzigd, gelijk, verschillend, afgekeurd, tegengehouden) on synchronisatie.uitvoering to gateway_applicatie;
