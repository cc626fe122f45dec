using System.Globalization;
using System.Numerics;
using Inburgering.Gateway.Benchmarks.Lezen;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Partners.Betalen;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Betalen;
using Inburgering.Gateway.Storage.Ontzorgen;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Tests.Shared;
using Npgsql;

namespace Inburgering.Gateway.Benchmarks.Betalen;

/// <summary>Many people whose payments were approved, written as the gateway writes them; each with an account and a key of their own.</summary>
internal sealed class Betaalwereld(RunningHouse house)
{
    private const string Gemeente = "1708";
    private const int PerTransactie = 250;
    private static readonly DateOnly Maand = new(2024, 12, 1);
    private static readonly Stil Klok = new();
    private static readonly string[] Soorten = ["HUUR", "ENER", "WATR", "ZORG"];
    private int personen;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="aantal">People.</param>
    /// <param name="dagen">Bank days; each of them is paid once on each.</param>
    public async Task ZetKlaarAsync(int aantal, IReadOnlyList<DateOnly> dagen)
    {
        using var sleutels = Sleutelmap.Open(Path.Combine(house.Data, "sleutels"));
        await using var bron = house.OpenDatabase();
        var kluis = new Kluis(sleutels);
        var werk = new Werk(kluis, new DossierWriter(kluis, Klok), new OntzorgbesluitStore(bron, kluis, Klok), new BetalingStore(kluis, Klok), new BetalingLezer(bron, kluis), new RekeningcontroleStore(Klok));
        for (var eerste = 0; eerste < aantal; eerste += PerTransactie)
        {
            await using var verbinding = await bron.OpenConnectionAsync(Ct);
            await using var transactie = await verbinding.BeginTenantAsync(Gemeente, Ct);
            for (var i = eerste; i < Math.Min(aantal, eerste + PerTransactie); i++)
            {
                await PersoonAsync(werk, transactie, dagen);
            }

            await transactie.CommitAsync(Ct);
        }

        await Cluster.ExecuteOnAsync(house.Database, "analyze", Ct);
    }

    private async Task PersoonAsync(Werk werk, NpgsqlTransaction transactie, IReadOnlyList<DateOnly> dagen)
    {
        var nummer = ++personen;
        var dossier = await werk.Dossiers.FindOrOpenAsync(transactie, Gemeente, null, VNummer.FromInteger(7_000_000_000 + nummer), null, Ct);
        var besluit = await werk.Besluiten.PutAsync(transactie, dossier, new NieuwBesluit(new DateOnly(2024, 11, 15), new DateOnly(2025, 5, 14), "{}"u8.ToArray(), null), "inkomen-1708", Ct);
        var iban = Rekening(nummer);
        var hash = werk.Kluis.Rekening(Gemeente, iban);
        await werk.Controles.PutAsync(transactie, Gemeente, hash, new Rekeningcontrole("naamcontrole", "overeenkomst", "inkomen-1708", null, null), Ct);
        Assert.True(await werk.Controles.AcceptAsync(transactie, Gemeente, hash, "portaal:marieke", Ct));
        foreach (var (dag, soort) in dagen.Zip(Soorten))
        {
            var inhoud = new Betaalinhoud(61235 + nummer, "Woningstichting De Linde", iban) { Omschrijving = "Contract 20024" };
            await werk.Betalingen.PlanAsync(transactie, dossier, new NieuweBetaling(besluit.BesluitId, Maand, soort, dag, inhoud), [], null, "inkomen-1708", Ct);
        }

        foreach (var betaling in await werk.Lezer.ReadAsync(transactie, dossier, Ct))
        {
            await werk.Betalingen.MoveAsync(transactie, dossier, betaling, Opdrachtgebeurtenis.Vrijgegeven, "portaal:marieke", null, Ct);
        }
    }

    /// <summary>A test account (TEST is no bank) with the right check digits.</summary>
    private static string Rekening(int nummer)
    {
        var rekening = (7_000_000_000 + nummer).ToString(CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"NL{98 - (int)(BigInteger.Parse($"29142829{rekening}232100", CultureInfo.InvariantCulture) % 97):D2}TEST{rekening}");
    }

    private sealed record Werk(Kluis Kluis, DossierWriter Dossiers, OntzorgbesluitStore Besluiten, BetalingStore Betalingen, BetalingLezer Lezer, RekeningcontroleStore Controles);
}
