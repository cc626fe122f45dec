using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Storage.Verwerkingslog;

/// <summary>What a reader of the log asks for; every null is "all".</summary>
public sealed record LogFilter
{
    /// <summary>Acts that show lines about several persons.</summary>
    internal static readonly short[] Zoekend = [(short)Actie.Zoeken, (short)Actie.Exporteren];

    public Guid? DossierId { get; init; }

    /// <summary>One person: all of its dossiers, and what was asked about its number before there was one.</summary>
    public LogPersoon? Persoon { get; init; }

    /// <summary>First instant of the period, business clock.</summary>
    public DateTimeOffset? Van { get; init; }

    /// <summary>First instant after the period.</summary>
    public DateTimeOffset? Tot { get; init; }

    /// <summary>Last instant of registration, system clock: what is written while somebody reads on stays out.</summary>
    public DateTimeOffset? Vastgelegd { get; init; }

    public string? ClientId { get; init; }

    /// <summary>Account, client or job.</summary>
    public string? Actor { get; init; }

    /// <summary>"VA-07-leerroute/1".</summary>
    public string? Verwerkingsactiviteit { get; init; }

    public string? Organisatie { get; init; }

    public string? Doel { get; init; }

    /// <summary>Leaves out what was done for this doel; lines without a doel stay.</summary>
    public string? ZonderDoel { get; init; }

    /// <summary>Code of a gegevenscategorie of which something was asked or shown.</summary>
    public string? Categorie { get; init; }

    /// <summary>Null: every action.</summary>
    public IReadOnlyList<Actie>? Acties { get; init; }

    public Resultaat? Resultaat { get; init; }

    /// <summary>Only jobs, or everything but jobs.</summary>
    public bool? Automatisch { get; init; }

    /// <summary>Only what went to another than the actor, or nothing of that.</summary>
    public bool? MetOntvanger { get; init; }

    public Vertrouwelijkheid? Vertrouwelijkheid { get; init; }

    /// <summary>Leaves out the lines per person of a search in the log itself, which would push away what was searched for.</summary>
    public bool ZonderGevondenen { get; init; }

    /// <summary>Leaves out what may not be told outside the control of the log itself.</summary>
    public bool ZonderVertrouwelijk { get; init; }

    /// <summary>32 lower-case hex.</summary>
    public string? TraceId { get; init; }

    /// <summary>16 lower-case hex: the one line of a decision.</summary>
    public string? SpanId { get; init; }
}

/// <param name="Pseudoniem">64 lower-case hex.</param>
public sealed record LogPersoon(string Pseudoniem, IReadOnlyList<Guid> Dossiers);

/// <summary>Place of a line in "newest first"; the next page begins behind it.</summary>
public sealed record LogPlaats(DateTimeOffset Tijdstip, DateTimeOffset Registratie, long Seq, int Slot);

/// <summary>A line as it was written, with its place.</summary>
public sealed record GelezenRegel(LogPlaats Plaats, Logregel Regel);

/// <param name="Volgende">Where the next page begins; null on the last page.</param>
public sealed record LogPagina(IReadOnlyList<GelezenRegel> Regels, LogPlaats? Volgende);
