-- Row security and rights of the counter of searches in vain (security 8, 9, 16).

alter table toegang.zoekmisser enable row level security;
alter table toegang.zoekmisser force row level security;
create policy gemeente on toegang.zoekmisser
    using (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')))
    with check (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')));
grant select, insert on toegang.zoekmisser to gateway_applicatie;
grant update (aantal) on toegang.zoekmisser to gateway_applicatie;
