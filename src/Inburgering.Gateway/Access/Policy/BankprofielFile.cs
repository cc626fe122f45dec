using System.Globalization;
using System.Text.Json.Serialization;
using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Access.Policy;

/// <summary>The ways of one bank as config writes them; the words and ranges are those of the schema.</summary>
internal sealed record BankprofielFile
{
    [JsonPropertyName("$comment")]
    public string? Comment { get; init; }

    public required string Sleutel { get; init; }

    public required string Naam { get; init; }

    public required string Versie { get; init; }

    public required bool Verzamelboeking { get; init; }

    public required int MeesteOpdrachten { get; init; }

    public required int MeesteBytes { get; init; }

    /// <summary>Dutch time as 14:30; null: not known.</summary>
    public string? Sluitingstijd { get; init; }

    /// <summary>Null: not known.</summary>
    public int? EerderVanaf { get; init; }

    public required string Statusmeldingen { get; init; }

    public required string Naamcontrole { get; init; }

    public required List<string> Bevestigd { get; init; }

    /// <summary>As a writer of files takes it.</summary>
    public Bankprofiel Profiel() => new()
    {
        Sleutel = Sleutel,
        Naam = Naam,
        Versie = Versie == "pain.001.001.03" ? Painversie.V03 : Painversie.V09,
        Verzamelboeking = Verzamelboeking,
        MeesteOpdrachten = MeesteOpdrachten,
        MeesteBytes = MeesteBytes,
        Sluitingstijd = Sluitingstijd is null ? null : TimeOnly.ParseExact(Sluitingstijd, "HH:mm", CultureInfo.InvariantCulture),
        EerderVanaf = EerderVanaf,
        Statusmeldingen = Statusmeldingen switch
        {
            "alleen-weigeringen" => Partners.Betalen.Statusmeldingen.AlleenWeigeringen,
            "ook-acceptatie" => Partners.Betalen.Statusmeldingen.OokAcceptatie,
            _ => Partners.Betalen.Statusmeldingen.Onbekend,
        },
        Naamcontrole = Naamcontrole == "op-verzoek" ? Naamcontrolekeuze.OpVerzoek : Naamcontrolekeuze.Onbekend,
        Bevestigd = Bevestigd,
    };
}

/// <summary>What one file of profiles must obey beyond its shape.</summary>
internal static class BankprofielRules
{
    public static IEnumerable<string> Check(PartnerFile partner, Plaats hier)
    {
        var profielen = partner.Bankprofielen ?? [];
        return from i in Enumerable.Range(0, profielen.Count)
               where profielen.Take(i).Any(eerder => eerder.Sleutel == profielen[i].Sleutel)
               select hier["bankprofielen"][i]["sleutel"].Fout($"bankprofiel «{profielen[i].Sleutel}» staat er twee keer.");
    }
}
