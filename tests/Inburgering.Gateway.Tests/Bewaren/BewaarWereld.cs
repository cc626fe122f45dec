using System.Text;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Features.Bewaren;
using Inburgering.Gateway.Normalization;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Bewaren;
using Inburgering.Gateway.Storage.Herstelmodus;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Storage.Verwerkingslog;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Tests.Storage;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;
using Leverrecht = Inburgering.Gateway.Access.Leverrecht;

namespace Inburgering.Gateway.Tests.Bewaren;

/// <summary>Dossiers of other years, and the nightly run under its own role.</summary>
public sealed class BewaarWereld : CloneFixture
{
    public const string Gemeente = "1708";
    public const string Andere = "0171";
    public const string Naam = "Warsame Al-Khatib";

    private int nummer = 999_980_000;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The role of the nightly run.</summary>
    internal NpgsqlDataSource Onderhoud() =>
        NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Migrator.Verbinding(SleutelMap, "onderhoud")) { Database = Database, MaxPoolSize = 4 }.ConnectionString);

    /// <summary>Sets the business clock to noon of a Dutch day.</summary>
    internal void Op(int jaar, int maand, int dag) => Klok.Moment = new DateTimeOffset(jaar, maand, dag, 12, 0, 0, TimeSpan.FromHours(1));

    /// <summary>One run over one gemeente.</summary>
    internal async Task<Bewaartelling> RunAsync(string gemeente = Gemeente, bool proef = false, Beleid? beleid = null)
    {
        await using var bron = Onderhoud();
        using var log = new LogWriter(new NpgsqlLogStore(bron), Options.Create(new VerwerkingslogOptions()), TimeProvider.System, NullLogger<LogWriter>.Instance);
        await log.StartAsync(Ct);
        var telling = await new Bewaartermijnen(beleid ?? Beleid, new Opruiming(bron, new Bewaarlezer(Kluis), new Wisser(Kluis)), new Herstelboek(Path.Combine(Cluster.RunFolder, $"journaal-{Database}")), log, Klok).RunAsync(gemeente, proef, Ct);
        await log.StopAsync(Ct);
        return telling;
    }

    /// <summary>A line about a dossier, with a term of its own.</summary>
    internal async Task LogAsync(DateTimeOffset tijdstip, string termijn, Guid dossierId)
    {
        using var log = new LogWriter(new NpgsqlLogStore(Applicatie), Options.Create(new VerwerkingslogOptions()), TimeProvider.System, NullLogger<LogWriter>.Instance);
        await log.StartAsync(Ct);
        await log.AppendAsync(
            new Logregel
            {
                Gemeentecode = Gemeente,
                Tijdstip = tijdstip,
                TraceId = new string('1', 32),
                SpanId = new string('2', 16),
                Naam = "Proef",
                Actie = Actie.Raadplegen,
                Resultaat = Resultaat.Toegestaan,
                Actor = "proef",
                Rol = "proef",
                Organisatie = "proef",
                Oorsprong = "taak",
                Verwerkingsactiviteit = "VA-01-regie/1",
                Bewaartermijn = termijn,
                Betrokkene = new Betrokkene(null, "dossier", dossierId),
            },
            Ct);
        await log.StopAsync(Ct);
    }

    /// <summary>A person nobody had before.</summary>
    internal async Task<(DossierRef Dossier, string Bsn)> PersoonAsync(string gemeente = Gemeente)
    {
        do
        {
            nummer++;
        }
        while (!Bsn.TryParse($"{nummer}", out _));
        return (await DossierAsync(gemeente, $"{nummer}"), $"{nummer}");
    }

    /// <summary>A person with a row in every table that can name a dossier.</summary>
    internal async Task<(DossierRef Dossier, string Bsn)> VolAsync(string gemeente = Gemeente)
    {
        var (dossier, bsn) = await PersoonAsync(gemeente);
        await PutAsync(dossier, "IDN", "gemeente", new JsonObject { ["naam"] = "oud", ["bsn"] = bsn });
        await PutAsync(dossier, "IDN", "gemeente", new JsonObject { ["naam"] = Naam, ["bsn"] = bsn }, gevraagdOp: Klok.GetUtcNow().AddHours(1));
        await PutAsync(dossier, "CON", "gemeente", new JsonObject { ["email"] = "x@voorbeeld.example" });
        await PutAsync(dossier, "GSP", "gemeente", new JsonObject { ["gesprekken"] = "goed" });
        await OpdrachtAsync(dossier, "pvt", Klok.GetUtcNow().AddYears(1));
        await BerichtAsync(dossier, Berichtstatus.Verwerkt);
        await ExecuteAsync($"""
            insert into betalen.betaalsleutel (gemeentecode, dossier_id, sleutel) values ('{gemeente}', '{dossier.DossierId}', left(md5('{dossier.DossierId}'), 6));
            insert into betalen.betaalopdracht (gemeentecode, opdracht_id, dossier_id, besluit_id, maand, soort, poging, verplichting, kenmerk, rekening_hash, stand, uitvoeringsdatum, inhoud, gemaakt_op)
            values ('{gemeente}', gen_random_uuid(), '{dossier.DossierId}', gen_random_uuid(), '2018-01-01', 'HUUR', 1, decode(md5('{dossier.DossierId}'), 'hex'), left('{dossier.DossierId}', 35), '\x00', 'gepland', '2018-01-02', '\x00', '2018-01-01');
            insert into betalen.betaalgebeurtenis (gemeentecode, dossier_id, gebeurtenis, stand, door, op) values ('{gemeente}', '{dossier.DossierId}', 'gepland', 'gepland', 'a', now());
            insert into betalen.boeking (gemeentecode, rekening, afschrift, pagina, post, detail, bericht_id, soort, opdracht_id, dossier_id, bedrag_centen, op) values ('{gemeente}', 'x', left('{dossier.DossierId}', 35), 1, 'plaats:1', 1, gen_random_uuid(), 'geboekt', gen_random_uuid(), '{dossier.DossierId}', -1, now());
            insert into betalen.banksignaal (gemeentecode, bericht_id, code, ernst, dossier_id, kandidaten, op) values ('{gemeente}', gen_random_uuid(), 'retour', 'taak', '{dossier.DossierId}', array[]::text[], now());
            insert into betalen.betaalstop (gemeentecode, dossier_id, bericht_id, op) values ('{gemeente}', '{dossier.DossierId}', gen_random_uuid(), now());
            insert into betalen.ontzorgbesluit (gemeentecode, besluit_id, dossier_id, begindatum, einddatum, inhoud, inhoud_hash, actueel, vastgelegd_op, door) values ('{gemeente}', gen_random_uuid(), '{dossier.DossierId}', '2018-01-01', '2018-06-30', '\x00', '\x00', true, '2018-01-01', 'a');
            insert into dossiers.caseload (gemeentecode, caseload_id, opdracht_id, dossier_id, client_id, gebruiker, sinds)
            select gemeentecode, gen_random_uuid(), opdracht_id, dossier_id, client_id, 'h', now() from dossiers.opdracht where dossier_id = '{dossier.DossierId}';
            insert into dossiers.toestemming (gemeentecode, toestemming_id, dossier_id, client_id, doel, gegeven_op) values ('{gemeente}', gen_random_uuid(), '{dossier.DossierId}', 'vwn-1708', 'hulp-bij-schulden', now());
            insert into dossiers.beperking (gemeentecode, beperking_id, dossier_id, categorie, zaaknummer, van, tot, door) values ('{gemeente}', gen_random_uuid(), '{dossier.DossierId}', 'EXA', 'Z-1', '2018-01-01', '2018-02-01', 'a');
            insert into dossiers.bezwaar (gemeentecode, bezwaar_id, dossier_id, doel, zaaknummer, van, door) values ('{gemeente}', gen_random_uuid(), '{dossier.DossierId}', 'uitvoeren-pvt', 'Z-2', '2018-01-01', 'a');
            insert into dossiers.rectificatie (gemeentecode, rectificatie_id, dossier_id, categorie, veld, oud_feit_id, zaaknummer, op, door) values ('{gemeente}', gen_random_uuid(), '{dossier.DossierId}', 'CON', 'email', gen_random_uuid(), 'Z-3', now(), 'a');
            insert into dossiers.bronkeuze (gemeentecode, keuze_id, dossier_id, categorie, veld, onderdeel, bron, stand, reden, op, door, actueel) values ('{gemeente}', gen_random_uuid(), '{dossier.DossierId}', 'PIP', 'niveau', '', 'duo', '\x00', 'x', now(), 'a', true);
            insert into dossiers.correctietaak (gemeentecode, correctietaak_id, rectificatie_id, dossier_id, ontvanger, status, gemaakt_op) values ('{gemeente}', gen_random_uuid(), gen_random_uuid(), '{dossier.DossierId}', 'vwn-1708', 'open', now());
            insert into dossiers.noodtoegang (gemeentecode, noodtoegang_id, dossier_id, account_id, reden, van, tot) values ('{gemeente}', gen_random_uuid(), '{dossier.DossierId}', gen_random_uuid(), 'x', now(), now());
            insert into dossiers.bewaarplicht (gemeentecode, bewaarplicht_id, dossier_id, zaaknummer, van, tot, door) values ('{gemeente}', gen_random_uuid(), '{dossier.DossierId}', 'Z-4', '2018-01-01', '2018-02-01', 'a')
            """);
        return (dossier, bsn);
    }

    /// <summary>DUO says that the duty is over, as a notification makes it a fact.</summary>
    internal Task EindeAsync(DossierRef dossier, DateOnly einde) => PlichtAsync(
        dossier, new Inburgeringsplicht { Plichtig = false, Einddatum = einde, RedenGeenPlicht = "Inburgeringsplicht voldaan" });

    internal Task PlichtAsync(DossierRef dossier, Inburgeringsplicht plicht) => InAsync(dossier.Gemeentecode, t =>
        new DossierNormalization(Dossiers).ApplyAsync(t, dossier, Leverrecht.Van(Beleid, "duo")!, Guid.NewGuid(), [(plicht, Klok.GetUtcNow())], Ct));

    internal Task OpdrachtAsync(DossierRef dossier, string taak, DateTimeOffset? tot) => InAsync(dossier.Gemeentecode, async t =>
    {
        await new OpdrachtStore(new RelatieStore(Klok)).GiveAsync(t, dossier, new Opdracht($"vwn-{dossier.Gemeentecode}", taak, Klok.GetUtcNow().AddYears(-1), tot), "proef", Ct);
        return 0;
    });

    /// <summary>A message as it stands after the work on it.</summary>
    internal async Task<Guid> BerichtAsync(DossierRef? dossier, Berichtstatus status, Guid? externId = null, string gemeente = Gemeente)
    {
        var store = new BerichtStore(Applicatie, Kluis, Klok, Klok);
        var ontvangst = await InAsync(dossier?.Gemeentecode ?? gemeente, t => store.StoreAsync(t, new Levering
        {
            Gemeentecode = dossier?.Gemeentecode ?? gemeente,
            ClientId = "duo",
            Partner = "duo",
            ExternId = (externId ?? Guid.NewGuid()).ToByteArray(),
            Code = "SS139",
            Inhoud = Encoding.UTF8.GetBytes($"{{\"naam\":\"{Naam}\"}}"),
            Status = status,
            TraceId = new string('a', 32),
        }, dossier, Ct));
        return ontvangst.BerichtId;
    }

    /// <summary>Tables in which the row of this dossier, or one that names it, still stands; the log apart.</summary>
    internal async Task<string[]> StaatInAsync(Guid dossierId)
    {
        var found = new List<string>();
        foreach (var tabel in await TabellenAsync())
        {
            if ((await ListAsync($"select count(*)::text from {tabel} t where t::text like '%{dossierId}%'"))[0] != "0")
            {
                found.Add(tabel);
            }
        }

        return [.. found];
    }

    /// <summary>Everything but the log, as text.</summary>
    internal async Task<string> BeeldAsync()
    {
        var beeld = new StringBuilder();
        foreach (var tabel in await TabellenAsync())
        {
            beeld.AppendJoin('\n', await ListAsync($"select t::text from {tabel} t order by 1")).Append('\n');
        }

        return beeld.ToString();
    }

    /// <summary>Number of rows of a table that name this dossier.</summary>
    internal async Task<int> TelAsync(string tabel, DossierRef dossier, string extra = "true") =>
        int.Parse((await ListAsync($"select count(*)::text from {tabel} where dossier_id = '{dossier.DossierId}' and {extra}"))[0], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Categories of which facts are left, and how many.</summary>
    internal async Task<string> FeitenAsync(DossierRef dossier) => string.Join(' ', await ListAsync(
        $"select categorie || ':' || count(*) from dossiers.feit where dossier_id = '{dossier.DossierId}' group by categorie order by categorie"));

    /// <summary>Names of the lines about this dossier that the run wrote.</summary>
    internal Task<IReadOnlyList<string>> RegelsAsync(DossierRef dossier) => ListAsync($"""
        select concat_ws('|', c.naam, c.gevraagd) from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
        where r.dossier_id = '{dossier.DossierId}' and c.actor = 'taak-bewaartermijnen' order by r.seq
        """);

    private Task<IReadOnlyList<string>> TabellenAsync() => ListAsync("""
        select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and n.nspname in ('dossiers', 'sleutels', 'inbox', 'toegang', 'identiteit') order by 1
        """);
}
