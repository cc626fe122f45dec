using Inburgering.Gateway.Storage.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Inzagen;

/// <summary>One page of lines, newest first.</summary>
internal sealed record Inzagenpagina
{
    /// <summary>As the caller names it; null for the whole gemeente.</summary>
    public required Guid? DossierId { get; init; }

    public required Periode Periode { get; init; }

    /// <summary>How many lines there are on all pages; null when nobody asked.</summary>
    public long? Gevonden { get; init; }

    public required IReadOnlyList<Inzage> Regels { get; init; }

    /// <summary>The same lines by day; only with the first page.</summary>
    public IReadOnlyList<Inzagegroep> Groepen { get; init; } = [];

    public required bool EerstePagina { get; init; }

    /// <summary>Cursor of the next page; null on the last.</summary>
    public required string? Volgende { get; init; }
}

/// <summary>One line as people may see it: organisation and role, never a name.</summary>
internal sealed record Inzage
{
    public required DateTimeOffset Tijdstip { get; init; }

    public required string Handeling { get; init; }

    public required Actie Actie { get; init; }

    public required Resultaat Resultaat { get; init; }

    public required string? Reden { get; init; }

    /// <summary>OIN.</summary>
    public required string Organisatie { get; init; }

    public required string Rol { get; init; }

    /// <summary>True: a person in the portal; false: a system.</summary>
    public required bool Medewerker { get; init; }

    /// <summary>Account or client; null for who may not know.</summary>
    public required string? Actor { get; init; }

    /// <summary>OIN of who received it; null: the actor itself.</summary>
    public required string? Ontvanger { get; init; }

    public required string? Doel { get; init; }

    public required string? Grondslag { get; init; }

    public required string Verwerkingsactiviteit { get; init; }

    /// <summary>"IDN.bsn": names only.</summary>
    public required IReadOnlyList<string> Velden { get; init; }

    public required IReadOnlyList<string> Gevraagd { get; init; }

    public required Vertrouwelijkheid Vertrouwelijkheid { get; init; }

    public required Guid? DossierId { get; init; }

    public required string TraceId { get; init; }

    /// <summary>Number under which the decision can be asked for.</summary>
    public required string BesluitId { get; init; }

    /// <summary>Place in the log: gemeente, stream, number.</summary>
    public required string LogId { get; init; }

    public static Inzage Of(GelezenRegel gelezen, bool metActor)
    {
        var regel = gelezen.Regel;
        return new Inzage
        {
            Tijdstip = regel.Tijdstip,
            Handeling = regel.Naam,
            Actie = regel.Actie,
            Resultaat = regel.Resultaat,
            Reden = regel.Reden,
            Organisatie = regel.Organisatie,
            Rol = regel.Rol,
            Medewerker = regel.ClientId is null && Guid.TryParse(regel.Actor, out _),
            Actor = metActor ? regel.Actor : null,
            Ontvanger = regel.Ontvanger,
            Doel = regel.Doel,
            Grondslag = regel.Grondslag,
            Verwerkingsactiviteit = regel.Verwerkingsactiviteit,
            Velden = regel.Geleverd,
            Gevraagd = regel.Gevraagd,
            Vertrouwelijkheid = regel.Vertrouwelijkheid,
            DossierId = regel.Betrokkene?.DossierId,
            TraceId = regel.TraceId,
            BesluitId = regel.SpanId,
            LogId = $"{regel.Gemeentecode}-{gelezen.Plaats.Slot}-{gelezen.Plaats.Seq}",
        };
    }

    /// <summary>Codes of the categories of which something was shown.</summary>
    public IReadOnlyList<string> Categorieen() => [.. Velden.Where(v => v.Contains('.', StringComparison.Ordinal)).Select(v => v.Split('.')[0]).Distinct()];
}
