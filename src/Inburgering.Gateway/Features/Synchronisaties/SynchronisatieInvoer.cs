namespace Inburgering.Gateway.Features.Synchronisaties;

/// <summary>Een ander rooster.</summary>
public sealed record RoosterInvoer
{
    /// <summary>Het rooster; weggelaten: weer het standaardrooster.</summary>
    public RoosterVorm? Rooster { get; init; }

    /// <summary>Waarom, in 10 tot 500 tekens en zonder nummers van personen.</summary>
    public required string Reden { get; init; }

    /// <summary>De versie die u las.</summary>
    public required int Versie { get; init; }
}

/// <summary>Nu beginnen.</summary>
public sealed record UitvoeringInvoer
{
    /// <summary>Waarom u niet op het rooster wacht, in 10 tot 500 tekens en zonder nummers van personen.</summary>
    public required string Reden { get; init; }

    /// <summary>Proefdraaien: telt wat er zou gebeuren en neemt niets over.</summary>
    public bool Proef { get; init; }
}

/// <summary>Verdergaan met wat over was.</summary>
public sealed record VervolgInvoer
{
    /// <summary>Waarom, in 10 tot 500 tekens en zonder nummers van personen.</summary>
    public required string Reden { get; init; }
}

/// <summary>Een tijd niet vanzelf beginnen.</summary>
public sealed record PauzeInvoer
{
    /// <summary>Waarom, in 10 tot 500 tekens en zonder nummers van personen.</summary>
    public required string Reden { get; init; }

    /// <summary>Wanneer zij vanzelf verdergaat, hoogstens 14 dagen verder; weggelaten: morgen om 06:00 uur.</summary>
    public DateTimeOffset? Tot { get; init; }
}

/// <summary>Weer verdergaan.</summary>
public sealed record HervatInvoer
{
    /// <summary>Waarom, in 10 tot 500 tekens en zonder nummers van personen.</summary>
    public required string Reden { get; init; }

    /// <summary>inhalen: begint nu als er in de pauze een moment voorbijging. overslaan: wacht op het volgende moment.</summary>
    public required string Wijze { get; init; }
}

/// <summary>Een rooster om te bekijken, zonder het te bewaren.</summary>
public sealed record RoostervoorbeeldInvoer
{
    /// <summary>Het rooster; weggelaten: het standaardrooster.</summary>
    public RoosterVorm? Rooster { get; init; }
}
