namespace Inburgering.Gateway.Features.Ontzorgen;

/// <summary>Een besluit tot financieel ontzorgen, zoals de gemeente het nam.</summary>
public sealed record OntzorgbesluitInvoer
{
    /// <summary>Nummer van het besluit bij de gemeente, 1 tot 40 letters, cijfers of . _ / -, zonder nummer van een persoon.</summary>
    public required string Besluitnummer { get; init; }

    /// <summary>Eerste dag van het ontzorgen, zoals in het besluit.</summary>
    public required DateOnly Begindatum { get; init; }

    /// <summary>Laatste dag; ontbreekt voor zes maanden vanaf de begindatum. Later kan alleen bij een verlenging.</summary>
    public DateOnly? Einddatum { get; init; }

    /// <summary>Wanneer de inburgeraar de machtiging gaf.</summary>
    public DateOnly? MachtigingOp { get; init; }

    /// <summary>Grondslag van een verlenging na de eerste zes maanden: artikel-57 of verzoek; ontbreekt in het eerste besluit.</summary>
    public string? Verlenging { get; init; }

    /// <summary>Waarin het besluit afwijkt van de regel, 10 tot 500 tekens, zonder nummer van een persoon; ontbreekt als het niet afwijkt.</summary>
    public string? Afwijking { get; init; }

    /// <summary>Het minste leefgeld in eurocenten; ontbreekt voor dat van de gemeente.</summary>
    public long? OndergrensCenten { get; init; }

    /// <summary>De vaste lasten, 1 tot 20.</summary>
    public required IReadOnlyList<KostenInvoer> Kosten { get; init; }

    /// <summary>De rekeningen voor het leefgeld, 1 tot 4; blijft er een cent over, dan gaat die naar de eerste.</summary>
    public required IReadOnlyList<RekeningInvoer> Leefgeld { get; init; }

    /// <summary>Wie een beslag ontvangt; ontbreekt als er geen beslag is of het uitkeringssysteem het betaalt.</summary>
    public RekeningInvoer? Beslaglegger { get; init; }

    /// <summary>Nummer van het besluit waarvoor dit in de plaats komt; ontbreekt als er geen is.</summary>
    public Guid? Vervangt { get; init; }
}

/// <summary>Een vaste last: elke maand een hele rekening.</summary>
public sealed record KostenInvoer
{
    /// <summary>huur, energie, water of zorg.</summary>
    public required string Soort { get; init; }

    /// <summary>Wie betaald wordt.</summary>
    public required RekeningInvoer Crediteur { get; init; }

    /// <summary>Betalingskenmerk of RF-kenmerk van de crediteur; of dit, of een omschrijving.</summary>
    public string? Kenmerk { get; init; }

    /// <summary>Omschrijving voor de crediteur, bijvoorbeeld een contractnummer, hoogstens 140 tekens.</summary>
    public string? Omschrijving { get; init; }

    /// <summary>Bedrag per maand in eurocenten.</summary>
    public required long BedragCenten { get; init; }

    /// <summary>Eerste dag waarover betaald wordt.</summary>
    public required DateOnly Vanaf { get; init; }

    /// <summary>Laatste dag waarover betaald wordt; ontbreekt zolang die niet bekend is.</summary>
    public DateOnly? TotEnMet { get; init; }

    /// <summary>Dag van de maand waarop betaald moet zijn, 1 tot 31.</summary>
    public required int Vervaldag { get; init; }

    /// <summary>Of het besluit deze last ook noemt voor een periode die voor het begin of na het einde begint.</summary>
    public bool OokBuitenPeriode { get; init; }
}

/// <summary>Een rekening.</summary>
/// <param name="Naam">Op wiens naam zij staat, hoogstens 70 tekens.</param>
/// <param name="Iban">Het rekeningnummer.</param>
public sealed record RekeningInvoer(string Naam, string Iban);

/// <summary>De maand die berekend wordt.</summary>
public sealed record MaandInvoer
{
    /// <summary>Als jjjj-mm.</summary>
    public required string Maand { get; init; }

    /// <summary>De uitkering die over deze maand betaald wordt, netto en zonder vakantiegeld, in eurocenten; ontbreekt zolang zij niet is aangeleverd.</summary>
    public long? UitkeringCenten { get; init; }

    /// <summary>Wat een besluit daarvan inhoudt voor een beslag, in eurocenten.</summary>
    public long? BeslagCenten { get; init; }

    /// <summary>De uitkering van een hele maand in eurocenten; daarmee wordt voor een gebroken maand een schatting getoond, die nooit wordt betaald.</summary>
    public long? VolleMaandCenten { get; init; }
}
