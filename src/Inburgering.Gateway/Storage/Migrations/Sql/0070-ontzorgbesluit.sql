-- Row-level security and rights of decisions on financieel ontzorgen. A decision is never rewritten, only followed by another.

grant usage on schema betalen to gateway_applicatie, gateway_onderhoud;

alter table betalen.ontzorgbesluit enable row level security;
alter table betalen.ontzorgbesluit force row level security;
create policy gemeente on betalen.ontzorgbesluit
    using (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')))
    with check (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')));

grant select, insert on betalen.ontzorgbesluit to gateway_applicatie;
grant update (actueel) on betalen.ontzorgbesluit to gateway_applicatie;
grant select, delete on betalen.ontzorgbesluit to gateway_onderhoud;
