using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Tests.Features.Betalen;

using Opdrachtstand = Inburgering.Gateway.Partners.Betalen.Opdrachtstand;

/// <summary>The state machines of payments 5, exactly: what is not in the table does not happen.</summary>
public sealed class VerloopTests
{
    private const string Opdrachten = """
        gepland bewerkt gepland
        gepland vrijgegeven vrijgegeven
        vrijgegeven bewerkt gepland
        gepland geannuleerd geannuleerd
        vrijgegeven geannuleerd geannuleerd
        vrijgegeven aangeboden aangeboden
        aangeboden geaccepteerd geaccepteerd
        aangeboden afgewezen afgewezen
        geaccepteerd afgewezen afgewezen
        aangeboden afgeboekt uitgevoerd
        geaccepteerd afgeboekt uitgevoerd
        afgewezen afgeboekt uitgevoerd
        uitgevoerd teruggeboekt teruggeboekt
        aangeboden ingetrokken geannuleerd
        geaccepteerd ingetrokken geannuleerd
        gepland buitenbetaald buiten_gateway
        vrijgegeven buitenbetaald buiten_gateway
        buiten_gateway buitenhersteld geannuleerd
        """;

    private const string Batches = """
        open verzegeld verzegeld
        open ingetrokken ingetrokken
        verzegeld aanbiedenbegonnen wordt_aangeboden
        verzegeld onzeker onbekend
        verzegeld bevestigd bevestigd
        verzegeld geweigerd geweigerd
        wordt_aangeboden ontvangen aangeboden
        wordt_aangeboden onzeker onbekend
        wordt_aangeboden bevestigd bevestigd
        wordt_aangeboden geweigerd geweigerd
        aangeboden onzeker onbekend
        aangeboden bevestigd bevestigd
        aangeboden geweigerd geweigerd
        onbekend ontvangen aangeboden
        onbekend afwezigheidbewezen verzegeld
        onbekend bevestigd bevestigd
        onbekend geweigerd geweigerd
        geweigerd bevestigd bevestigd
        bevestigd afgerond gesloten
        """;

    [Fact]
    public void Opdracht_ElkPaarVanStandEnGebeurtenis_GaatAlleenWaarDeTabelZegt() =>
        Assert.Equal(Regels(Opdrachten), Alle<Opdrachtstand, Opdrachtgebeurtenis>((van, door) => Opdrachtverloop.Na(van, door)));

    [Fact]
    public void Batch_ElkPaarVanStandEnGebeurtenis_GaatAlleenWaarDeTabelZegt() =>
        Assert.Equal(Regels(Batches), Alle<Batchstand, Batchgebeurtenis>((van, door) => Batchverloop.Na(van, door)));

    [Fact]
    public void Opdracht_DieBijDeBankIs_KomtNooitMeerTerugInVoorbereiding()
    {
        foreach (var stand in Enum.GetValues<Opdrachtstand>().Where(s => Opdrachtverloop.IsBijBank(s) || Opdrachtverloop.IsMislukt(s)))
        {
            Assert.DoesNotContain(Enum.GetValues<Opdrachtgebeurtenis>(), door => Opdrachtverloop.Na(stand, door) is Opdrachtstand.Gepland or Opdrachtstand.Vrijgegeven);
        }
    }

    [Fact]
    public void Woorden_VanElkeStand_ZijnDieVanApiEnDatabase()
    {
        Assert.Equal("wordt_aangeboden", Enumwoord.Van(Batchstand.WordtAangeboden));
        Assert.Equal(Enum.GetValues<Opdrachtstand>(), Enum.GetValues<Opdrachtstand>().Select(s => Enumwoord.Lees<Opdrachtstand>(Enumwoord.Van(s))));
        Assert.False(Enumwoord.TryLees<Opdrachtstand>("betaald", out _));
    }

    private static string[] Regels(string tabel) => [.. tabel.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Order(StringComparer.Ordinal)];

    private static string[] Alle<TStand, TGebeurtenis>(Func<TStand, TGebeurtenis, TStand?> na)
        where TStand : struct, Enum
        where TGebeurtenis : struct, Enum =>
        [
            .. (from van in Enum.GetValues<TStand>()
                from door in Enum.GetValues<TGebeurtenis>()
                let naar = na(van, door)
                where naar is not null
                select $"{Enumwoord.Van(van)} {Enumwoord.Van(door)} {Enumwoord.Van(naar.Value)}").Order(StringComparer.Ordinal),
        ];
}
