namespace Inburgering.Gateway.Partners;

/// <summary>Writes a file for a partner: pure, no I/O, no clock. The same record gives the same bytes.</summary>
/// <remarks>Render once and keep the bytes: what is handed over again must be what was handed over before. An implementation has a constructor without parameters.</remarks>
public interface IBestandschrijver<in TBestand>
    where TBestand : class
{
    /// <summary>The file, checked as it was rendered: by the partner's schema first, then by its other rules.</summary>
    Bestanduitkomst Schrijf(TBestand bestand);
}

/// <summary>Reads a file of a partner: pure, no I/O, no clock. Throws nothing for bad input; whole or not at all.</summary>
/// <remarks>An implementation has a constructor without parameters.</remarks>
public interface IBestandlezer<TBericht>
    where TBericht : class
{
    /// <summary>Answers what the file says, or <see cref="PartnerReply{T}.Unreadable"/> with the reasons for quarantine.</summary>
    PartnerReply<TBericht> Lees(ReadOnlyMemory<byte> inhoud);
}

/// <summary>What came of writing a file. Closed: written, or refused with every fault.</summary>
public abstract record Bestanduitkomst
{
    private Bestanduitkomst()
    {
    }

    /// <summary>May be handed over.</summary>
    /// <param name="Inhoud">The bytes, never to be rendered again.</param>
    /// <param name="Sha256">Of the bytes, 64 hex in small letters.</param>
    public sealed record Geschreven(ReadOnlyMemory<byte> Inhoud, string Sha256) : Bestanduitkomst;

    /// <summary>Nothing may leave.</summary>
    /// <param name="Fouten">At least one; places are those of the record, <c>/opdrachten/3/naam</c>, or of the rendered file.</param>
    public sealed record Afgekeurd(IReadOnlyList<BerichtFout> Fouten) : Bestanduitkomst;
}
