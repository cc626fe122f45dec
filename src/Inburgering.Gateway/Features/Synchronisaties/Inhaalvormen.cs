using Inburgering.Gateway.Door;

namespace Inburgering.Gateway.Features.Synchronisaties;

/// <summary>Een periode opnieuw ophalen.</summary>
public sealed record InhaalInvoer
{
    /// <summary>Eerste dag.</summary>
    public required DateOnly Van { get; init; }

    /// <summary>Laatste dag; die telt mee. Hoogstens 92 dagen bij elkaar en niet later dan vandaag.</summary>
    public required DateOnly Tot { get; init; }

    /// <summary>Waarom, in 10 tot 500 tekens en zonder nummers van personen.</summary>
    public required string Reden { get; init; }
}

/// <summary>Om welke dagen het gaat.</summary>
public sealed record InhaalramingInvoer
{
    /// <summary>Eerste dag.</summary>
    public required DateOnly Van { get; init; }

    /// <summary>Laatste dag; die telt mee. Hoogstens 92 dagen bij elkaar en niet later dan vandaag.</summary>
    public required DateOnly Tot { get; init; }
}

/// <summary>Hoe groot een inhaalrun wordt.</summary>
/// <param name="Personen">Over wie de partner in deze dagen iets stuurde, of die in deze dagen in beeld kwamen.</param>
/// <param name="AkkoordNodig">Of een tweede persoon eerst akkoord moet geven: bij meer dan 25 personen.</param>
public sealed record InhaalramingView(int Personen, bool AkkoordNodig) : IVerantwoord
{
    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => [];
}

/// <summary>Wat de tweede persoon beslist.</summary>
public sealed record InhaalbesluitInvoer
{
    /// <summary>Ja: zij begint nu. Nee: zij gaat niet door.</summary>
    public required bool Akkoord { get; init; }

    /// <summary>Waarom, in 10 tot 500 tekens en zonder nummers van personen.</summary>
    public required string Reden { get; init; }
}
