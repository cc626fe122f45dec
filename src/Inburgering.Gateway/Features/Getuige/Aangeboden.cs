using Inburgering.Gateway.Verwerkingslog.Zegels;

namespace Inburgering.Gateway.Features.Getuige;

/// <summary>A checkpoint as another gateway sends it.</summary>
/// <param name="Van">The name under which we know the sender.</param>
/// <param name="Inhoud">Canonical JSON of the checkpoint.</param>
/// <param name="Hash">Hex.</param>
/// <param name="Kid">Name of the sender's seal key.</param>
/// <param name="Handtekening">Hex.</param>
internal sealed record Aangeboden(string Van, string Inhoud, string Hash, string Kid, string Handtekening)
{
    /// <summary>Null when it does not have the form of a checkpoint.</summary>
    public Zegel? ToZegel()
    {
        try
        {
            return Van is { Length: > 0 and <= 64 } && Kid is { Length: > 0 and <= 128 } && Inhoud is not null && ZegelForm.Read(Inhoud) is { } inhoud
                ? new Zegel(inhoud.Nummer, inhoud.Tijd, Inhoud, inhoud.VorigHash, Convert.FromHexString(Hash), Kid, Convert.FromHexString(Handtekening))
                : null;
        }
        catch (Exception e) when (e is FormatException or ArgumentNullException)
        {
            return null;
        }
    }
}

/// <summary>What the witness answers.</summary>
/// <param name="Inhoud">Canonical JSON that is signed.</param>
/// <param name="Tijd">When it first had this checkpoint, ms since 1970.</param>
/// <param name="Kid">Name of the witness's seal key.</param>
/// <param name="Handtekening">Hex.</param>
internal sealed record Bevestiging(string Inhoud, long Tijd, string Kid, string Handtekening);
