using System.Text.Json.Nodes;

namespace Inburgering.Gateway.Partners;

/// <summary>Whether a person is assigned to the gemeente that is told. Source: none published; our own form (domain b.3, ASM).</summary>
public sealed record Koppeling
{
    /// <summary>False: it lapsed.</summary>
    public required bool Geldig { get; init; }

    /// <summary>Since when it holds, or when it lapsed; null: not said.</summary>
    public DateOnly? Datum { get; init; }

    /// <summary>A word of the contract: why it lapsed; null: not said.</summary>
    public string? Reden { get; init; }
}

/// <summary>Who a person is, without numbers.</summary>
public sealed record Personalia
{
    public string? Naam { get; init; }

    public DateOnly? Geboortedatum { get; init; }

    /// <summary>man, vrouw or onbekend.</summary>
    public string? Geslacht { get; init; }
}

/// <summary>Where a person can be reached. GGM (W-4) has telephone and e-mail while in an azc; the rest is ours.</summary>
public sealed record Bereikbaarheid
{
    public string? Azc { get; init; }

    public string? Telefoon { get; init; }

    public string? Email { get; init; }

    /// <summary>ISO 639, two or three letters.</summary>
    public string? Taal { get; init; }

    public bool? Tolk { get; init; }
}

/// <summary>The household a person came with, told together (ASM).</summary>
/// <param name="Huishoudgrootte">The person included.</param>
/// <param name="Leden">Of whom the message was about; empty in the dossier of the others, who are told only how many they are.</param>
public sealed record Gezin(int Huishoudgrootte, IReadOnlyList<Gezinslid> Leden);

/// <summary>One other of the household. No numbers: those stand in that person's own dossier.</summary>
/// <param name="Relatie">partner, kind, ouder or overig.</param>
public sealed record Gezinslid(string Relatie, string? Naam, DateOnly? Geboortedatum);

/// <summary>What the reception agency wrote down before the move. The groups of fields are those of GGM (W-4), their spelling is ours.</summary>
/// <param name="Profiel">Empty: nothing was filled in yet, which is normal and no fault.</param>
/// <param name="Voorinburgering">Preparation in the azc; empty: nothing was filled in.</param>
public sealed record Klantprofiel(JsonObject Profiel, JsonObject Voorinburgering);

/// <summary>The talk in which the reception agency hands a person over to the gemeente (S0, S1; its form is ours).</summary>
public sealed record WarmeOverdracht
{
    /// <summary>gepland, gehouden or afgezegd.</summary>
    public required string Stand { get; init; }

    /// <summary>Null: no moment was agreed on yet.</summary>
    public DateTimeOffset? Moment { get; init; }

    /// <summary>locatie, telefoon or video; null: not said.</summary>
    public string? Wijze { get; init; }
}

/// <summary>The person left the reception agency (ASM).</summary>
/// <param name="Datum">Null: not said.</param>
/// <param name="Reden">huisvesting, vertrek or overig; null: not said.</param>
public sealed record Opvanguitstroom(DateOnly? Datum, string? Reden);
