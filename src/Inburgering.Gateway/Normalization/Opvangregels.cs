using Inburgering.Gateway.Storage;

namespace Inburgering.Gateway.Normalization;

/// <summary>What koppeling, warme overdracht and uitstroom make of a dossier. By the facts that hold, never by the message that came last: so any order ends the same.</summary>
public sealed class Opvangregels(Opvangstand stand)
{
    private const string Coa = "COA";

    /// <summary>Whether a partner's message may still come into this dossier (domain b.3: who lost the person gets nothing new).</summary>
    /// <param name="opent">The message is one that opens a dossier.</param>
    public static async Task<bool> NeemtAanAsync(Dossierstapel stapel, DossierRef dossier, string partner, Aanlevermoment moment, bool opent, CancellationToken ct)
    {
        if (dossier.VerhuisdNaar is not null)
        {
            return false;
        }

        var koppeling = (await FeitenAsync(stapel, dossier, partner, ct)).Find(f => f.Veldgroep == Aankomstgegevens.Koppeling);
        return opent || koppeling is null || Stand(koppeling) != Aankomstgegevens.Vervallen || !moment.Na(koppeling);
    }

    /// <summary>Lets the dossier follow the facts, after a message changed them.</summary>
    /// <returns>What happened to the dossier as a whole; null: nothing.</returns>
    public async Task<Opvanggevolg?> VolgAsync(Dossierstapel stapel, DossierRef dossier, string partner, CancellationToken ct)
    {
        var feiten = await FeitenAsync(stapel, dossier, partner, ct);
        if (feiten.Count == 0)
        {
            return null;
        }

        // what follows is said to the database itself, so what it follows from has to stand there
        await stapel.WriteAsync(ct);
        await Opvangstand.FaseAsync(stapel.Transactie, dossier, Fase(feiten), ct);
        return feiten.Find(f => f.Veldgroep == Aankomstgegevens.Koppeling) switch
        {
            null => null,
            { } vervallen when Stand(vervallen) == Aankomstgegevens.Vervallen => await stand.SluitAsync(stapel.Transactie, dossier, ct) ? Opvanggevolg.Gesloten : null,
            _ => await Opvangstand.HeropenAsync(stapel.Transactie, dossier, ct) ? Opvanggevolg.Heropend : null,
        };
    }

    /// <summary>domain (d): gekoppeld, overgedragen, gehuisvest.</summary>
    private static string Fase(List<Feit> feiten) => feiten switch
    {
        _ when feiten.Exists(f => f.Veldgroep == Aankomstgegevens.Uitstroom && (string?)f.Velden[f.Veldgroep]?["reden"] is "huisvesting" or "onbekend") => "gehuisvest",
        _ when feiten.Exists(f => f.Veldgroep == Aankomstgegevens.Overdracht && Stand(f) == Aankomstgegevens.Gehouden) => "overgedragen",
        _ => "gekoppeld",
    };

    private static string? Stand(Feit feit) => (string?)feit.Velden[feit.Veldgroep]?["stand"];

    private static Task<List<Feit>> FeitenAsync(Dossierstapel stapel, DossierRef dossier, string partner, CancellationToken ct) =>
        stapel.ReadAsync(dossier, Coa, partner, ct);
}

/// <summary>What a koppeling made of a dossier.</summary>
public enum Opvanggevolg
{
    /// <summary>It lapsed.</summary>
    Gesloten,

    /// <summary>It holds again.</summary>
    Heropend,
}

/// <summary>When something was sent: its place in the sender's own order, and its moment for where there is none.</summary>
/// <param name="Op">As the sender says, else when it was received.</param>
/// <param name="Volgorde">Null: the sender keeps no order.</param>
public sealed record Aanlevermoment(DateTimeOffset Op, long? Volgorde)
{
    /// <summary>Whether it came after what stands in the dossier, by the same rule as <see cref="DossierWriter.PutAsync"/>.</summary>
    public bool Na(Feit feit) => Volgorde is { } eigen && feit.Volgorde is { } ander ? eigen > ander : Op > feit.GevraagdOp;
}
