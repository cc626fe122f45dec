using Inburgering.Gateway.Features.Synchronisaties;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Storage.Synchronisaties;

namespace Inburgering.Gateway.Tests.Features;

/// <summary>ux 5: nothing is well by default, a retry is no failure and what was stopped is never «gelukt».</summary>
public sealed class StandbepalingTests
{
    private static readonly DateTimeOffset Nu = new(2024, 11, 15, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Last runs newest first as «status:ontvangen», minutes until the next slot, minutes that a pause still lasts, usual number, and what is said.</summary>
    public static TheoryData<string, int?, int?, double?, string> Standen => new()
    {
        { "", 60, null, null, "onbekend" },
        { "", null, null, null, "onbekend" },
        { "Gelukt:9", 60, null, 9, "gelukt" },
        { "Gelukt:0", 60, null, 9, "verdacht-leeg" },
        { "Gelukt:0", 60, null, 0, "gelukt" },
        { "Gelukt:0", 60, null, null, "gelukt" },
        { "GeluktMetAfkeur:9", 60, null, 9, "gelukt-met-afkeur" },
        { "Mislukt:9", 60, null, 9, "mislukt" },
        { "Gestopt:9", 60, null, 9, "gestopt" },
        { "Loopt:9 Mislukt:9", 60, null, 9, "loopt" },
        { "Loopt:9", -30, 60, 9, "loopt" },
        { "Overgeslagen:0 Mislukt:9", 60, null, 9, "mislukt" },
        { "Overgeslagen:0", 60, null, null, "onbekend" },
        { "Proef:9 Mislukt:9", 60, null, 9, "mislukt" },
        { "Proef:9", 60, null, null, "onbekend" },
        { "Inhaalrun:9 Gelukt:9", 60, null, 9, "gelukt" },
        { "Gelukt:9", -1, null, 9, "gelukt" },
        { "Gelukt:9", -3, null, 9, "te-laat" },
        { "Mislukt:9", -3, null, 9, "te-laat" },
        { "", -3, null, null, "te-laat" },
        { "Gelukt:9", 60, 30, 9, "gepauzeerd" },
        { "Gelukt:9", -3, 30, 9, "gepauzeerd" },
        { "Gelukt:9", 60, -1, 9, "gelukt" },
    };

    [Theory]
    [MemberData(nameof(Standen))]
    public void Stand_VanWatErGebeurde_IsWatEenMensMoetWeten(string uitvoeringen, int? volgende, int? pauze, double? gewoon, string verwacht)
    {
        var synchronisatie = new Synchronisatie
        {
            Gemeentecode = "1708",
            SynchronisatieId = Guid.Empty,
            Partner = "duo",
            Soort = "afstemming",
            EigenRooster = null,
            Versie = 1,
            VolgendeOp = volgende is { } v ? Nu.AddMinutes(v) : null,
            Pauze = pauze is { } p ? new Pauze(Nu.AddDays(-1), Nu.AddMinutes(p)) : null,
        };

        var stand = Standbepaling.Van(
            synchronisatie,
            uitvoeringen.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Uitvoering),
            gewoon is { } g ? new Gewoonte(TimeSpan.FromMinutes(1), g) : null,
            Nu);

        Assert.Equal(verwacht, Synchronisatiewoorden.Code(stand));
        Assert.EndsWith(".", Synchronisatiewoorden.Stand(stand, synchronisatie, 1, null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Gelukt:0", 9.0, "verdacht-leeg")]
    [InlineData("Gelukt:0", 0.0, "gelukt")]
    [InlineData("", null, "onbekend")]
    public void Stand_VanWatDePartnerLevert_IsNooitTeLaat(string uitvoeringen, double? gewoon, string verwacht)
    {
        var levering = new Synchronisatie
        {
            Gemeentecode = "1708",
            SynchronisatieId = Guid.Empty,
            Partner = "coa",
            Soort = "levering",
            Instantie = "coa",
            EigenRooster = null,
            Versie = 1,
            VolgendeOp = Nu.AddHours(-1),
            Pauze = null,
        };

        var stand = Standbepaling.Van(
            levering, uitvoeringen.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Uitvoering), gewoon is { } g ? new Gewoonte(TimeSpan.Zero, g) : null, Nu);

        Assert.Equal(verwacht, Synchronisatiewoorden.Code(stand));
        Assert.EndsWith(".", Synchronisatiewoorden.Stand(stand, levering, 1, null), StringComparison.Ordinal);
    }

    private static Uitvoering Uitvoering(string tekst)
    {
        var (naam, ontvangen) = (tekst.Split(':')[0], int.Parse(tekst.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture));
        return new Uitvoering
        {
            UitvoeringId = Guid.NewGuid(),
            SynchronisatieId = Guid.Empty,
            Moment = null,
            Aanleiding = naam switch
            {
                "Proef" => Uitvoeropdracht.Proef,
                "Inhaalrun" => Uitvoeropdracht.Inhaalrun,
                _ => Uitvoeropdracht.Rooster,
            },
            Periode = naam == "Inhaalrun" ? (DateOnly.FromDateTime(Nu.Date), DateOnly.FromDateTime(Nu.Date)) : null,
            VervolgVan = null,
            GestartDoor = "taak-synchronisatie",
            Toelichting = null,
            BegonnenOp = Nu.AddHours(-1),
            GeeindigdOp = Nu,
            Status = naam switch
            {
                "Proef" => Uitvoeringstatus.Gelukt,
                "Inhaalrun" => Uitvoeringstatus.WachtOpAkkoord,
                _ => Enum.Parse<Uitvoeringstatus>(naam),
            },
            Reden = null,
            Telling = new Uitvoeringtelling(ontvangen, 0, 0, ontvangen, 0, 0, 0),
            WachtTot = null,
            Pauzes = 0,
        };
    }
}
