-- Row-level security and rights of what a run waited for: added, and lengthened while it lasts.

alter table synchronisatie.wachtmoment enable row level security;
alter table synchronisatie.wachtmoment force row level security;
create policy gemeente on synchronisatie.wachtmoment
    using (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')))
    with check (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')));

grant select, insert on synchronisatie.wachtmoment to gateway_applicatie;
grant update (tot) on synchronisatie.wachtmoment to gateway_applicatie;
grant select, delete on synchronisatie.wachtmoment to gateway_onderhoud;
