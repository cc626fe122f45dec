using System.Text.Json.Nodes;

namespace Inburgering.Gateway.Storage;

/// <summary>How one group of fields stands: its current version, opened when somebody looks.</summary>
internal sealed class Feitstand(Guid feitId, int versie, byte[] hash, byte[] inhoud, Feit feit)
{
    private bool open;

    public Guid FeitId => feitId;

    public int Versie => versie;

    /// <summary>Keyed hash of the plain content.</summary>
    public byte[] Hash => hash;

    /// <summary>Encrypted with the dossier's key.</summary>
    public byte[] Inhoud => inhoud;

    /// <summary>With its provenance; its fields only after <see cref="Open"/>.</summary>
    public Feit Feit { get; private set; } = feit;

    /// <summary>As the database keeps a moment: whole microseconds.</summary>
    public static DateTimeOffset Moment(DateTimeOffset op) => new(op.UtcTicks - (op.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    public bool Is(Feit ander) => Feit.Categorie == ander.Categorie && Feit.Veldgroep == ander.Veldgroep && Feit.Bron == ander.Bron;

    public bool Zegt(byte[] ander) => hash.AsSpan().SequenceEqual(ander);

    /// <summary>Whether what stands here counts before this.</summary>
    public bool IsNieuwer(DateTimeOffset moment, Feit nieuw) =>
        !nieuw.GaatVoor && (Feit.Volgorde is { } eigen && nieuw.Volgorde is { } ander ? eigen > ander : Feit.GevraagdOp > moment);

    /// <summary>The source says the same again: from then on that is when it said so.</summary>
    /// <returns>False: it said so later already.</returns>
    public bool Bevestig(DateTimeOffset moment, Feit nieuw)
    {
        if (!nieuw.GaatVoor && Feit.GevraagdOp >= moment && !(Feit.Volgorde < nieuw.Volgorde))
        {
            return false;
        }

        var laatste = moment > Feit.GevraagdOp || nieuw.GaatVoor ? moment : Feit.GevraagdOp;
        Feit = Feit with { GevraagdOp = laatste, Volgorde = nieuw.GaatVoor ? nieuw.Volgorde : Laatste(Feit.Volgorde, nieuw.Volgorde) };
        return true;
    }

    public Feit Open(DossierRef dossier)
    {
        if (!open)
        {
            (Feit, open) = (Feit with { Velden = Sectie.Open(dossier.Sleutel, inhoud, dossier.Gemeentecode, feitId) }, true);
        }

        return Feit with { Velden = (JsonObject)Feit.Velden.DeepClone() };
    }

    private static long? Laatste(long? een, long? ander) => een is { } a && ander is { } b ? Math.Max(a, b) : een ?? ander;
}
