namespace Inburgering.Gateway.Storage.Bewaren;

/// <summary>What decides how long a dossier is kept: dates and codes, no content.</summary>
internal sealed record DossierStand
{
    public required Guid DossierId { get; init; }

    /// <summary>Last day of the plicht, of a merged dossier that of the one it went up in; null while it runs.</summary>
    public required DateOnly? PlichtEinde { get; init; }

    /// <summary>The dossier it went up in was erased.</summary>
    public required bool Verweesd { get; init; }

    /// <summary>A legal hold runs.</summary>
    public required bool Vastgehouden { get; init; }

    /// <summary>A message of this dossier is still to be worked on.</summary>
    public required bool InBehandeling { get; init; }

    /// <summary>Categories under restriction: they are kept until it is lifted (AVG 18(1)(b) and (c)).</summary>
    public required IReadOnlyList<string> Beperkt { get; init; }

    public required Opdrachtstand Opdrachten { get; init; }

    /// <summary>The same of the taak begeleiding alone.</summary>
    public required Opdrachtstand Begeleiding { get; init; }

    /// <summary>When the first PIP was recorded.</summary>
    public required DateTimeOffset? EerstePip { get; init; }

    /// <summary>Every version of every group of fields.</summary>
    public required IReadOnlyList<Feitstand> Feiten { get; init; }

    /// <summary>Messages worked on before the limit whose body is still there.</summary>
    public required IReadOnlyList<Guid> Berichten { get; init; }
}

/// <summary>Whether opdrachten run and when the last one ended.</summary>
internal sealed record Opdrachtstand(bool Loopt, DateTimeOffset? LaatsteEinde);

/// <summary>One version of one group of fields.</summary>
/// <param name="Velden">Names of its fields; null when all of its category have one term, so nobody looked.</param>
internal sealed record Feitstand(Guid FeitId, string Categorie, DateTimeOffset Tijdstip, IReadOnlyList<string>? Velden);

/// <summary>What is erased of one dossier.</summary>
internal sealed record Wisplan
{
    public required Guid DossierId { get; init; }

    /// <summary>Null: the dossier stays; else the term that passed last, "P5Y".</summary>
    public required string? HeelDossier { get; init; }

    public required IReadOnlyList<Wiscategorie> Categorieen { get; init; }

    /// <summary>Bodies that are emptied; the messages stay recognisable.</summary>
    public required IReadOnlyList<Guid> Berichten { get; init; }

    public bool IsLeeg => HeelDossier is null && Categorieen.Count == 0 && Berichten.Count == 0;
}

/// <summary>What is erased of one category.</summary>
/// <param name="Termijn">"P5Y".</param>
/// <param name="Feiten">Versions that go whole.</param>
/// <param name="Inkortingen">Versions of which some fields stay.</param>
internal sealed record Wiscategorie(string Categorie, string Termijn, IReadOnlyList<Guid> Feiten, IReadOnlyList<Inkorting> Inkortingen);

/// <summary>A version that keeps only fields with a longer term.</summary>
internal sealed record Inkorting(Guid FeitId, IReadOnlyList<string> Blijft);
