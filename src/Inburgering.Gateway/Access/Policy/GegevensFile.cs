using System.Text.Json.Serialization;

namespace Inburgering.Gateway.Access.Policy;

/// <summary>config/gegevens.json: the words of the policy, the grants of the gemeente's own roles, and what leaves in files.</summary>
internal sealed record GegevensFile
{
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    [JsonPropertyName("$comment")]
    public string? Comment { get; init; }

    public required Dictionary<string, CategorieFile> Categorieen { get; init; }

    public required Dictionary<string, BewaartermijnFile> Bewaartermijnen { get; init; }

    /// <summary>How long the body of a message is kept after it was worked on, ISO 8601.</summary>
    public required string Berichtinhoud { get; init; }

    /// <summary>How long a run of an exchange, and who changed what of it, is kept, ISO 8601; policies from before there were runs do not name it.</summary>
    public string Uitwisselgeschiedenis { get; init; } = "P13M";

    /// <summary>Words in a partner's free text at which it is warned that health does not belong there, in small letters without accents; «psych*» is every word that begins so.</summary>
    public List<string> Gezondheidswoorden { get; init; } = [];

    public required Dictionary<string, GrondslagFile> Grondslagen { get; init; }

    public required RegisterFile Register { get; init; }

    public required Dictionary<string, ActiviteitFile> Activiteiten { get; init; }

    public required Dictionary<string, DoelFile> Doelen { get; init; }

    /// <summary>What travels with a person to another gemeente: category to fields, «*» for all (domain c, tenant rule).</summary>
    public required Dictionary<string, List<string>> Verhuizing { get; init; }

    public required Dictionary<string, string> Rollen { get; init; }

    /// <summary>Who receives a file and is no partner of the gateway.</summary>
    public required Dictionary<string, string> Ontvangers { get; init; }

    public required List<GrantFile> Grants { get; init; }

    public required List<UitgaandFile> Uitgaand { get; init; }
}

/// <summary>One gegevenscategorie.</summary>
internal sealed record CategorieFile
{
    public required string Naam { get; init; }

    /// <summary>N no, G sensitive, B special (AVG 9).</summary>
    public required string Bijzonder { get; init; }

    /// <summary>Code of <see cref="GegevensFile.Bewaartermijnen"/>.</summary>
    public required string Bewaartermijn { get; init; }

    /// <summary>Fields with another term than their category's.</summary>
    public Dictionary<string, string>? BewaartermijnVelden { get; init; }

    /// <summary>How often is looked whether keeping is still needed; null: not apart.</summary>
    public string? Herzien { get; init; }

    /// <summary>Who may bring it in; when sources differ, the first wins. «*» of the file is written out when it is read: every other partner that says it delivers this.</summary>
    public required List<string> Bronhouders { get; init; }

    public required List<string> Velden { get; init; }

    /// <summary>Field to the only partners and receivers that may ever get it (BSN: UAVG 46).</summary>
    public Dictionary<string, List<string>>? AlleenVoor { get; init; }

    /// <summary>Free text: to REG and its sender only (security 15).</summary>
    public List<string>? VrijeTekst { get; init; }

    /// <summary>Fields that may rest on consent; all others never.</summary>
    public List<string>? OpToestemming { get; init; }
}

/// <param name="Termijn">ISO 8601 duration.</param>
/// <param name="Uiterlijk">A second limit, counted from <paramref name="UiterlijkVanaf"/>; null: none.</param>
internal sealed record BewaartermijnFile(string Naam, string Termijn, string Vanaf, string? Uiterlijk = null, string? UiterlijkVanaf = null);

/// <param name="Dpv">Term of W3C DPV; Consent is toestemming.</param>
/// <param name="Bezwaar">Whether the person may object to use that rests on it (AVG 21).</param>
internal sealed record GrondslagFile(string Naam, string Dpv, bool Bezwaar)
{
    [JsonIgnore]
    public bool IsToestemming => Dpv == "Consent";
}

/// <summary>What holds for the whole register of art. 30.</summary>
/// <param name="Altijd">Measures of every activity.</param>
internal sealed record RegisterFile(string Verwerkingsverantwoordelijke, string Verwerker, Dictionary<string, string> Maatregelen, List<string> Altijd);

/// <summary>One verwerkingsactiviteit.</summary>
internal sealed record ActiviteitFile
{
    /// <summary>Goes up with every change of what the register says.</summary>
    public required int Versie { get; init; }

    public required string Naam { get; init; }

    /// <summary>False: nothing may be read with its doelen.</summary>
    public required bool Actief { get; init; }

    public required DateOnly GeldigVanaf { get; init; }

    public required List<string> Betrokkenen { get; init; }

    /// <summary>Needed to be active with a sensitive or special category (domain f24).</summary>
    public string? DpiaNummer { get; init; }

    /// <summary>Beside those of <see cref="RegisterFile.Altijd"/>.</summary>
    public required List<string> Maatregelen { get; init; }
}

/// <param name="Uitwisseling">True: for messages and files only; nobody reads a dossier with it.</param>
internal sealed record DoelFile(string Naam, string Activiteit, string Grondslag, bool Uitwisseling = false);
