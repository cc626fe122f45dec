using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage.Betalen;
using Inburgering.Gateway.Door;

namespace Inburgering.Gateway.Features.Betalen;

/// <summary>Een bericht van de bank en wat ervan kwam. Zegt niets van personen.</summary>
public sealed record BankberichtView : IVerantwoord
{
    /// <summary>Nummer bij de gateway.</summary>
    public required Guid BerichtId { get; init; }

    /// <summary>ontvangen, wacht (er ontbreekt iets dat eerst komt), verwerkt of quarantaine (er klopt iets niet; er is niets geboekt).</summary>
    public required string Stand { get; init; }

    /// <summary>Wat voor bericht het is, met de versie; ontbreekt als het niet te lezen is.</summary>
    public string? Soort { get; init; }

    /// <summary>Het eigen nummer van de bank; ontbreekt als het niet te lezen is.</summary>
    public string? Kenmerk { get; init; }

    /// <summary>SHA-256 van wat er binnenkwam.</summary>
    public required string Hash { get; init; }

    /// <summary>Wanneer het binnenkwam.</summary>
    public required DateTimeOffset OntvangenOp { get; init; }

    /// <summary>Wanneer het verwerkt is; ontbreekt zolang dat niet zo is.</summary>
    public DateTimeOffset? VerwerktOp { get; init; }

    /// <summary>Waarom het wacht of in quarantaine staat.</summary>
    public required IReadOnlyList<BankberichtFout> Fouten { get; init; }

    /// <summary>Waar een medewerker naar moet kijken.</summary>
    public required IReadOnlyList<BanksignaalView> Signalen { get; init; }

    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => [];

    internal static BankberichtView Of(Ontvangenbericht bericht, IEnumerable<Gemeldsignaal> signalen) => new()
    {
        BerichtId = bericht.BerichtId,
        Stand = Enumwoord.Van(bericht.Stand),
        Soort = bericht.Soort?.Soort,
        Kenmerk = bericht.Soort?.Kenmerk,
        Hash = bericht.Hash,
        OntvangenOp = bericht.OntvangenOp,
        VerwerktOp = bericht.VerwerktOp,
        Fouten = [.. bericht.Fouten.Select(f => new BankberichtFout(f.Pointer, f.Detail, f.Code))],
        Signalen = [.. signalen.Select(BanksignaalView.Of)],
    };
}

/// <summary>Wat er niet klopt.</summary>
/// <param name="Plaats">Waar in het bericht.</param>
/// <param name="Detail">Wat er niet klopt.</param>
/// <param name="Code">BK-01 tot en met BK-04.</param>
public sealed record BankberichtFout(string Plaats, string Detail, string? Code = null);

/// <summary>Iets over betalingen waar een medewerker naar moet kijken.</summary>
public sealed record BanksignaalView
{
    /// <summary>Volgnummer bij de gateway.</summary>
    public required long Nummer { get; init; }

    /// <summary>Het dossier waarover het gaat; alleen in een lijst van wat er te doen is.</summary>
    public Guid? DossierId { get; init; }

    /// <summary>Wat er aan de hand is, zoals dubbel-betaald, niet-te-matchen of ontzorgen-loopt-af.</summary>
    public required string Code { get; init; }

    /// <summary>taak, spoed, alarm of hoogste.</summary>
    public required string Ernst { get; init; }

    /// <summary>Wanneer het gemeld werd.</summary>
    public required DateTimeOffset Op { get; init; }

    /// <summary>Kenmerk van de betaalopdracht (EndToEndId); ontbreekt als het van geen ene is.</summary>
    public string? Opdracht { get; init; }

    /// <summary>Nummer van het bestand (MsgId); ontbreekt als het van geen is.</summary>
    public string? Batch { get; init; }

    /// <summary>De boeking op het afschrift, of de dag waarover het gaat; ontbreekt als het van geen is.</summary>
    public string? Boeking { get; init; }

    /// <summary>Wat de reden van de bank vraagt, of hoeveel weken er nog zijn; ontbreekt als er geen is.</summary>
    public string? Reden { get; init; }

    /// <summary>Betaalopdrachten waar het om kan gaan.</summary>
    public required IReadOnlyList<string> Kandidaten { get; init; }

    /// <summary>Wanneer een medewerker het afhandelde; ontbreekt zolang het openstaat.</summary>
    public DateTimeOffset? AfgehandeldOp { get; init; }

    internal static BanksignaalView Of(Gemeldsignaal signaal) => new()
    {
        Nummer = signaal.Nummer,
        Code = signaal.Code,
        Ernst = signaal.Ernst,
        Op = signaal.Op,
        Opdracht = signaal.Kenmerk,
        Batch = signaal.Batch,
        Boeking = signaal.Post,
        Reden = signaal.Reden,
        Kandidaten = signaal.Kandidaten,
        AfgehandeldOp = signaal.AfgehandeldOp,
    };
}

/// <summary>Berichten van de bank, nieuwste eerst.</summary>
/// <param name="Volgende">Geef dit mee als cursor voor de volgende; ontbreekt op de laatste pagina.</param>
public sealed record BankberichtenView(IReadOnlyList<BankberichtView> Bankberichten, string? Volgende = null) : IVerantwoord
{
    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => [];
}
