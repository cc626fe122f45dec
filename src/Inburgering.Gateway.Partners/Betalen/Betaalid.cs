using System.Globalization;

namespace Inburgering.Gateway.Partners.Betalen;

/// <summary>An id in a payment file: 1 to 35 letters, digits and hyphens, less than the bank allows (payments 2.3). Says nothing of a person, so it may be shown and logged.</summary>
public readonly record struct Betaalid
{
    private const int Langst = 35;

    private readonly string? value;

    private Betaalid(string value) => this.value = value;

    /// <param name="text">Null is allowed and is no id.</param>
    public static bool TryParse(string? text, out Betaalid id)
    {
        var goed = text is { Length: >= 1 and <= Langst } && text.All(teken => char.IsAsciiLetterOrDigit(teken) || teken == '-');
        id = goed ? new Betaalid(text!) : default;
        return goed;
    }

    /// <exception cref="FormatException">No such id.</exception>
    public static Betaalid Parse(string text) => TryParse(text, out var id) ? id : throw new FormatException("Geen id van 1 tot en met 35 letters, cijfers en streepjes.");

    /// <inheritdoc />
    public override string ToString() => value ?? string.Empty;
}

/// <summary>The EndToEndId of one order: <c>ZW7Q2K-202611-HUUR-1</c> (payments 3).</summary>
/// <param name="Dossiersleutel">Six capitals or digits, random per dossier and not derived from a person.</param>
/// <param name="Maand">Service month, as its first day.</param>
/// <param name="Poging">From 1; a new try after a refusal or return is a new order, and so is a second account of one kind: it has the next number.</param>
public sealed record Opdrachtkenmerk(string Dossiersleutel, DateOnly Maand, Betaalsoort Soort, int Poging)
{
    private const int Sleutellengte = 6;
    private const string Maandvorm = "yyyyMM";

    private static readonly IReadOnlyDictionary<string, Betaalsoort> Soorten = new Dictionary<string, Betaalsoort>
    {
        ["HUUR"] = Betaalsoort.Huur,
        ["ENER"] = Betaalsoort.Energie,
        ["WATR"] = Betaalsoort.Water,
        ["ZORG"] = Betaalsoort.Zorgverzekering,
        ["LEEF"] = Betaalsoort.Leefgeld,
        ["VAKG"] = Betaalsoort.Vakantiegeld,
        ["BESL"] = Betaalsoort.Beslag,
    };

    /// <summary>As it stands in a file.</summary>
    /// <exception cref="FormatException">The key is not of six capitals or digits, or the attempt is below 1.</exception>
    public Betaalid Id => IsSleutel(Dossiersleutel) && Poging >= 1
        ? Betaalid.Parse(string.Create(CultureInfo.InvariantCulture, $"{Dossiersleutel}-{Maand.ToString(Maandvorm, CultureInfo.InvariantCulture)}-{Soorten.First(s => s.Value == Soort).Key}-{Poging}"))
        : throw new FormatException("Een dossiersleutel heeft zes hoofdletters of cijfers, en een poging is 1 of hoger.");

    /// <summary>What a code of four letters pays.</summary>
    /// <exception cref="KeyNotFoundException">No such code.</exception>
    public static Betaalsoort SoortVan(string code) => Soorten[code];

    /// <summary>Reads an EndToEndId of ours; false for one of another's.</summary>
    /// <param name="text">Null is allowed and is none.</param>
    public static bool TryParse(string? text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Opdrachtkenmerk? kenmerk)
    {
        kenmerk = null;
        if (text?.Split('-') is [var sleutel, var maand, var soort, var poging] && IsSleutel(sleutel) && Soorten.TryGetValue(soort, out var gekend)
            && DateOnly.TryParseExact(maand, Maandvorm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var eerste)
            && int.TryParse(poging, NumberStyles.None, CultureInfo.InvariantCulture, out var keer) && keer >= 1 && poging[0] != '0')
        {
            kenmerk = new Opdrachtkenmerk(sleutel, eerste, gekend, keer);
        }

        return kenmerk is not null;
    }

    private static bool IsSleutel(string sleutel) => sleutel.Length == Sleutellengte && sleutel.All(teken => char.IsAsciiLetterUpper(teken) || char.IsAsciiDigit(teken));
}

/// <summary>What an order pays (payments 3 and 8).</summary>
public enum Betaalsoort
{
    Huur,
    Energie,
    Water,
    Zorgverzekering,

    /// <summary>What is left of the benefit, to the person.</summary>
    Leefgeld,
    Vakantiegeld,

    /// <summary>To the bailiff, when a decision says so.</summary>
    Beslag,
}
