-- Row-level security and rights of the contacts of a gemeente at a partner. Of one that the partner removed an empty row stays.

alter table outbox.contactpersoon enable row level security;
alter table outbox.contactpersoon force row level security;
create policy gemeente on outbox.contactpersoon
    using (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')))
    with check (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')));

grant select, insert on outbox.contactpersoon to gateway_applicatie;
grant update (kenmerk, nummer, melding_id) on outbox.contactpersoon to gateway_applicatie;
