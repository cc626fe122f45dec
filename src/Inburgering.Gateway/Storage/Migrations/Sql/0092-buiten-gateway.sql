-- an order that a person paid without the gateway is in no batch
alter table betalen.betaalopdracht drop constraint ck_betaalopdracht_batch;
alter table betalen.betaalopdracht add constraint ck_betaalopdracht_batch check (batch_id is not null or stand in ('gepland', 'vrijgegeven', 'geannuleerd', 'buiten_gateway'));
