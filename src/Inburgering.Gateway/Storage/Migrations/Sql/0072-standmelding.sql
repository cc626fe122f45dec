-- Row-level security and rights of what a gemeente's own sink is told of an exchange.

alter table synchronisatie.standmelding add constraint ck_standmelding_volgnummer check (volgnummer > 0);
alter table synchronisatie.standmelding add constraint ck_standmelding_wissel check (naar <> van);

alter table synchronisatie.standmelding enable row level security;
alter table synchronisatie.standmelding force row level security;
create policy gemeente on synchronisatie.standmelding
    using (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')))
    with check (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')));

grant select, insert on synchronisatie.standmelding to gateway_applicatie;
grant update (pogingen, volgende_poging, verstuurd_op, mislukt_op) on synchronisatie.standmelding to gateway_applicatie;

-- the nightly run erases what is older than its term
grant select, delete on synchronisatie.standmelding to gateway_onderhoud;
