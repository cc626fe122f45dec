namespace Inburgering.Gateway.Partners;

/// <summary>What stands registered for the MAP; whether exceeding the term is verwijtbaar is not given back. Source: DUO MAP, PVT en Z-route 1.0.0.</summary>
public sealed record MapRegistratie(DateOnly DatumEindgesprek);

/// <summary>What stands registered for the PVT; verwijtbaar is not given back. Source: DUO MAP, PVT en Z-route 1.0.0.</summary>
public sealed record PvtRegistratie(DateOnly DatumOndertekening);

/// <summary>The totals of hours, per gemeente that told them. Source: DUO Gevolgde uren 1.0.0.</summary>
public sealed record GevolgdeUren(IReadOnlyList<GemeenteUren> Gemeenten);

/// <summary>What one gemeente told: totals since the begin, never increments.</summary>
public sealed record GemeenteUren
{
    /// <summary>CBS code: four digits.</summary>
    public string? Gemeentecode { get; init; }

    /// <summary>Exclusive: the hours before this day are known.</summary>
    public DateOnly? BekendTot { get; init; }

    /// <summary>0-9999.</summary>
    public int? TaallesEnKnmBredeIntake { get; init; }

    /// <summary>0-9999.</summary>
    public int? Participatieactiviteiten { get; init; }

    /// <summary>0-9999.</summary>
    public int? ParticipatieAlsTaalles { get; init; }
}

/// <summary>Every course provider with a keurmerk; about nobody. Source: DUO Inburgeringsaanbod 1.2.0, /instellingen.</summary>
public sealed record Instellingen(IReadOnlyList<Instelling> Lijst);
