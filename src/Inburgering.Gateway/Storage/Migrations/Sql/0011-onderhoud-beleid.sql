-- the nightly run asks which policy is in force, and reads it

grant usage on schema toegang to gateway_onderhoud;
grant select (hash, volgnummer) on toegang.beleid_actief to gateway_onderhoud;
grant select (hash, inhoud) on toegang.beleid to gateway_onderhoud;
