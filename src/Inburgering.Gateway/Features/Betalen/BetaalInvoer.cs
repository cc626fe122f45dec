namespace Inburgering.Gateway.Features.Betalen;

/// <summary>De maand die klaargezet wordt.</summary>
public sealed record BetaalplanInvoer
{
    /// <summary>Het dossier.</summary>
    public required Guid DossierId { get; init; }

    /// <summary>Het ontzorgbesluit waarop de betalingen berusten.</summary>
    public required Guid BesluitId { get; init; }

    /// <summary>Als jjjj-mm.</summary>
    public required string Maand { get; init; }

    /// <summary>Wat er in deze maand netto betaald mag worden, zonder vakantiegeld, in eurocenten.</summary>
    public long? UitkeringCenten { get; init; }

    /// <summary>Wat een besluit daarvan inhoudt voor een beslag, in eurocenten.</summary>
    public long? BeslagCenten { get; init; }

    /// <summary>De dag waarop de bank betaalt wat geen eigen vervaldag heeft; ontbreekt: de eerstvolgende bankdag.</summary>
    public DateOnly? Uitvoeringsdatum { get; init; }
}

/// <summary>Waarom een betaling niet doorgaat.</summary>
public sealed record AnnuleringInvoer
{
    /// <summary>fout-in-opdracht, uitkering-gestopt, machtiging-ingetrokken, verhuisd, overleden of op-verzoek.</summary>
    public required string Reden { get; init; }
}

/// <summary>Een nieuwe poging van een betaling die de bank weigerde of terugboekte.</summary>
public sealed record PogingInvoer
{
    /// <summary>Een ander rekeningnummer; ontbreekt: hetzelfde.</summary>
    public string? Iban { get; init; }

    /// <summary>Op wie dat rekeningnummer staat; verplicht bij een ander rekeningnummer.</summary>
    public string? Naam { get; init; }

    /// <summary>De bankdag waarop de bank betaalt; ontbreekt: de eerstvolgende.</summary>
    public DateOnly? Uitvoeringsdatum { get; init; }
}

/// <summary>Een betaling die iemand zelf bij de bank deed, buiten de gateway om.</summary>
public sealed record BuitenbetalingInvoer
{
    /// <summary>De dag waarop zij betaald is: vandaag of eerder, hoogstens een jaar terug.</summary>
    public required DateOnly BetaaldOp { get; init; }

    /// <summary>spoed, kanaal-gestoord of op-verzoek.</summary>
    public required string Reden { get; init; }
}

/// <summary>Van wie een rekening is, nagegaan bij de bank of langs een andere weg.</summary>
public sealed record RekeningcontroleInvoer
{
    /// <summary>naamcontrole of ander-kanaal.</summary>
    public required string Wijze { get; init; }

    /// <summary>Bij naamcontrole: overeenkomst, bijna, geen of niet-mogelijk. Bij ander-kanaal: bevestigd.</summary>
    public required string Uitkomst { get; init; }
}

/// <summary>De dag waarvan de vrijgegeven betalingen in een bestand gaan.</summary>
public sealed record BetaalbatchInvoer
{
    /// <summary>Een bankdag, vandaag of later.</summary>
    public required DateOnly Uitvoeringsdatum { get; init; }
}
