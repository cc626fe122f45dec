-- Row-level security and rights of what holds an exchange with a partner: one person's, or a whole gemeente's.

alter table dossiers.opschorting enable row level security;
alter table dossiers.opschorting force row level security;
create policy gemeente on dossiers.opschorting
    using (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')))
    with check (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')));

alter table outbox.stilstand enable row level security;
alter table outbox.stilstand force row level security;
create policy gemeente on outbox.stilstand
    using (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')))
    with check (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')));

grant select, insert on dossiers.opschorting, outbox.stilstand to gateway_applicatie;
grant update (tot, hervat_door, toelichting) on dossiers.opschorting to gateway_applicatie;
grant update (proef_na, tot) on outbox.stilstand to gateway_applicatie;
grant update (vergeefs) on outbox.melding to gateway_applicatie;

-- the nightly run erases them with their dossier
grant select, delete on dossiers.opschorting to gateway_onderhoud;
