-- Row-level security and rights of what leaves. A melding is never rewritten: only how it stands moves.

alter table outbox.melding enable row level security;
alter table outbox.melding force row level security;
create policy gemeente on outbox.melding
    using (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')))
    with check (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')));

grant usage on schema outbox to gateway_applicatie;
grant select, insert on outbox.melding to gateway_applicatie;
grant update (dossier_id, status, reden, uitleg, bevestigd_op, afgehandeld_op, pogingen, volgende_poging, bezet_tot, onderweg_als, nummer) on outbox.melding to gateway_applicatie;

-- the nightly run erases them with their dossier
grant usage on schema outbox to gateway_onderhoud;
grant select, delete on outbox.melding to gateway_onderhoud;
