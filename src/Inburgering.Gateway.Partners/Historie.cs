namespace Inburgering.Gateway.Partners;

/// <summary>What the plicht was before. Source: DUO Inburgeringsplicht 1.2.2, /historie.</summary>
public sealed record Plichthistorie(IReadOnlyList<Plichtperiode> Perioden);

/// <summary>One period.</summary>
/// <param name="Einddatum">Inclusive.</param>
public sealed record Plichtperiode(bool Plichtig, DateOnly? Begindatum, DateOnly? Einddatum, DateOnly? Wijzigingsdatum);

/// <summary>The groups a person belonged to. Source: DUO Inburgeringsplicht 1.2.2, /doelgroep/historie.</summary>
public sealed record Doelgroephistorie(IReadOnlyList<Doelgroepperiode> Perioden);

/// <summary>One period.</summary>
/// <param name="Einddatum">Inclusive.</param>
public sealed record Doelgroepperiode(Doelgroep? Doelgroep, DateOnly? Begindatum, DateOnly? Einddatum);

/// <summary>How the end of the term moved. Source: DUO Inburgeringstermijn 1.0.0, /historie.</summary>
public sealed record Termijnhistorie(IReadOnlyList<Termijnstand> Standen);

/// <summary>One state of the term.</summary>
/// <param name="Einddatum">Exclusive: the first day after the term.</param>
/// <param name="Verlengingsgrondcode">May show illness: never to a partner.</param>
public sealed record Termijnstand(DateOnly? Einddatum, DateOnly? Wijzigingsdatum, string? Verlengingsgrondcode, string? Verlengingsgrondomschrijving);

/// <summary>Every ground on which a term can be extended; about nobody. Source: DUO Inburgeringstermijn 1.0.0, /verlengingsgronden.</summary>
public sealed record Verlengingsgronden(IReadOnlyList<Verlengingsgrond> Gronden);

/// <param name="Code">1-10 characters.</param>
/// <param name="Omschrijving">1-200 characters.</param>
public sealed record Verlengingsgrond(string Code, string Omschrijving);
