using System.Data.Common;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Berichten;
using Inburgering.Gateway.Storage.Model;

namespace Inburgering.Gateway.Normalization;

/// <summary>What a partner proposes and the gemeente decides (domain c, bronhouder): nothing of it goes to DUO before the gemeente says it itself.</summary>
public static class Voorstelregels
{
    /// <summary>The closing talk of the MAP.</summary>
    internal static Voorstelsoort Eindgesprek { get; } = new(Berichtredenen.MapBevestigen, "MAP", "voorstel", "voorstelEindgesprek", "datumEindgesprek");

    /// <summary>The signed declaration of the PVT.</summary>
    internal static Voorstelsoort Ondertekening { get; } = new(Berichtredenen.PvtBevestigen, "PVT", "ondertekening", "datumOndertekening", "datumOndertekening");

    /// <summary>Both.</summary>
    internal static IReadOnlyList<Voorstelsoort> Soorten { get; } = [Eindgesprek, Ondertekening];

    /// <summary>What this melding answers; null: no proposal, or it says nothing of a date.</summary>
    internal static Voorstelsoort? BeantwoordDoor(Melding melding) => melding switch
    {
        MapMelding { DatumEindgesprek: not null } => Eindgesprek,
        PvtMelding { DatumOndertekening: not null } => Ondertekening,
        _ => null,
    };

    /// <summary>Whether a message proposes anything.</summary>
    internal static bool Stelt(Persoonsbericht inhoud) => Van(inhoud) is not null;

    /// <summary>After a message was applied and written: its proposal waits for the gemeente, and what the same source proposed before does not any more.</summary>
    /// <returns>What waits; null: the message proposes nothing, a newer one came first, or the gemeente has said the same already.</returns>
    internal static async Task<Voorstelsoort?> OpenAsync(DbTransaction transactie, DossierRef dossier, Leverrecht recht, Bericht bericht, Persoonsbericht inhoud, CancellationToken ct)
    {
        if (Van(inhoud) is not { } soort || await StaatAsync(transactie, dossier, recht, soort, bericht.BerichtId, ct) is not { } feit)
        {
            return null;
        }

        await Voorstelstore.SluitAsync(transactie, dossier, soort.Reden, bericht.ClientId, ct);
        var eigen = (await EigenGegevens.GetAsync(transactie, dossier, soort.Categorie, ct))?[soort.EigenVeld];
        return (string?)eigen == (string?)feit.Velden[soort.Veld] ? null : soort;
    }

    private static Voorstelsoort? Van(Persoonsbericht inhoud) => inhoud.Records.Select(record => record switch
    {
        MapEindgesprekvoorstel => Eindgesprek,
        PvtOndertekening => Ondertekening,
        _ => null,
    }).FirstOrDefault(soort => soort is not null);

    private static async Task<Feit?> StaatAsync(DbTransaction transactie, DossierRef dossier, Leverrecht recht, Voorstelsoort soort, Guid berichtId, CancellationToken ct) =>
        (await Feitlezer.ReadAsync(transactie, dossier, [soort.Categorie], ct)).Find(f => f.Bron == recht.Bron && f.Veldgroep == soort.Veldgroep && f.BerichtId == berichtId);
}

/// <summary>A kind of proposal.</summary>
/// <param name="Reden">Code of <see cref="Berichtredenen"/>: what the message waits for.</param>
/// <param name="Veld">Where the partner's date stands, in a group of its own.</param>
/// <param name="EigenVeld">Where the gemeente's own stands.</param>
internal sealed record Voorstelsoort(string Reden, string Categorie, string Veldgroep, string Veld, string EigenVeld);
