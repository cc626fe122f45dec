-- Why all for a partner waits may change while it lasts.

grant update (oorzaak) on outbox.stilstand to gateway_applicatie;
