using System.Text.Json.Nodes;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage.Model;

namespace Inburgering.Gateway.Storage.Afstemmingen;

/// <summary>One round as it stands.</summary>
internal sealed record Afstemming
{
    public required Guid AfstemmingId { get; init; }

    public required string Partner { get; init; }

    /// <summary>rooster, verzoek, proef or inhaalrun; nacht in rounds from before there were schedules.</summary>
    public required string Aanleiding { get; init; }

    public required string GestartDoor { get; init; }

    /// <summary>System clock.</summary>
    public required DateTimeOffset BegonnenOp { get; init; }

    public required DateTimeOffset? GeeindigdOp { get; init; }

    public required Afstemmingstatus Status { get; init; }

    public required Afstemtelling Telling { get; init; }

    /// <summary>Why it waits; null: it does not.</summary>
    public required string? Reden { get; init; }

    public required DateTimeOffset? WachtTot { get; init; }
}

/// <summary>The numbers of a round: every person done is in one of the five.</summary>
/// <param name="GemisteGebeurtenissen">Groups of facts, not persons.</param>
internal sealed record Afstemtelling(int Totaal, int Gelijk, int Gemist, int Verschillend, int Mislukt, int Tegengehouden, int GemisteGebeurtenissen)
{
    public int Gedaan => Gelijk + Gemist + Verschillend + Mislukt + Tegengehouden;
}

/// <summary>What starts a round.</summary>
/// <param name="Partner">Key of the partner to ask.</param>
/// <param name="Aanleiding">rooster, verzoek, proef or inhaalrun.</param>
/// <param name="Door">Account, client or job.</param>
/// <param name="TraceId">32 hex.</param>
internal sealed record Afstemopdracht(string Partner, string Aanleiding, string Door, string TraceId)
{
    /// <summary>The run it is the work of, whose number it gets; null: it is of no run.</summary>
    public Guid? UitvoeringId { get; init; }

    /// <summary>Asks, compares and counts, and takes nothing over.</summary>
    public bool Proef { get; init; }

    /// <summary>Whoever was left in this round, which was stopped; null: it begins from the start.</summary>
    public Guid? VervolgVan { get; init; }

    /// <summary>Whoever the partner wrote of, or who came to us, between these; null: whoever is active now.</summary>
    public (DateTimeOffset Begin, DateTimeOffset Einde)? Periode { get; init; }
}

/// <summary>One person of a round, taken by a worker.</summary>
internal sealed record Afstempersoon
{
    public required string Gemeentecode { get; init; }

    public required Guid AfstempersoonId { get; init; }

    public required Guid AfstemmingId { get; init; }

    public required Guid DossierId { get; init; }

    public required string Partner { get; init; }

    public required string TraceId { get; init; }

    public required string GestartDoor { get; init; }

    /// <summary>Nothing of what is found is taken over.</summary>
    public required bool Proef { get; init; }

    public required int Pogingen { get; init; }

    /// <summary>Waits of the round in a row.</summary>
    public required int Pauzes { get; init; }

    /// <summary>System clock: the first question may leave from then on.</summary>
    public required DateTimeOffset Vanaf { get; init; }

    /// <summary>Null: the dossier is gone or takes no more.</summary>
    public required Bsn? Bsn { get; init; }

    public required bool Gesloten { get; init; }

    public required Stopgronden Stop { get; init; }
}

/// <summary>How it ended for one person.</summary>
/// <param name="Reden">Code; null while nothing is wrong.</param>
/// <param name="Verslag">Null: there is nothing to tell.</param>
internal sealed record Afstemafloop(Afstemuitkomst Uitkomst, string? Reden = null, Afstemverslag? Verslag = null);

/// <summary>What was found of one person.</summary>
/// <param name="Gemist">Per missed event the fields it changed, "TER.einddatum TER.wijzigingsdatum".</param>
/// <param name="Verschillen">What differs, and stays as it is until a person decides.</param>
internal sealed record Afstemverslag(IReadOnlyList<string> Gemist, IReadOnlyList<Verschil> Verschillen);

/// <summary>The same field from two sources, side by side.</summary>
internal sealed record Verschil
{
    public required string Categorie { get; init; }

    public required string Veld { get; init; }

    /// <summary>Which of several values of the field; null: it has one.</summary>
    public string? Onderdeel { get; init; }

    /// <summary>What the partner says now; null: it says nothing.</summary>
    public JsonNode? VanPartner { get; init; }

    /// <summary>The other source: "gemeente", another partner, or the partner itself for what it told before.</summary>
    public required string Bron { get; init; }

    /// <summary>What the other source says; null: it says nothing.</summary>
    public JsonNode? VanBron { get; init; }

    /// <summary>The source the policy believes of the two; null: neither is one.</summary>
    public string? Wint { get; init; }
}
