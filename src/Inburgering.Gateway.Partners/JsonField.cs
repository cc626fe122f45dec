using System.Globalization;
using System.Text.Json;

namespace Inburgering.Gateway.Partners;

/// <summary>One field of a partner's JSON. Each read gives the value, or keeps a fault and gives a default that nobody will see.</summary>
public sealed class JsonField
{
    private readonly JsonElement? element;
    private readonly string at;
    private readonly FaultList faults;

    internal JsonField(JsonElement? element, string at, FaultList faults)
    {
        this.element = element;
        this.at = at;
        this.faults = faults;
    }

    /// <summary>Text of a length, counted in Unicode characters. Control characters other than line breaks and tabs are a fault.</summary>
    public string Text(int min, int max) =>
        Text(text => text.EnumerateRunes().Count() is var length && length >= min && length <= max, $"Is geen tekst van {min} tot en met {max} tekens.");

    /// <summary>Text in a form.</summary>
    /// <param name="fits">Whether it has that form.</param>
    /// <param name="detail">In Dutch: what was expected.</param>
    public string Text(Predicate<string> fits, string detail) =>
        element is { ValueKind: JsonValueKind.String } given && given.GetString() is { } text && !HasControls(text) && fits(text)
            ? text
            : Fault(detail, string.Empty);

    /// <summary>One of the contract's words, as it is.</summary>
    public string OneOf(params string[] words) => Text(words.Contains, "Is geen van de waarden uit het contract.");

    /// <summary>One of the contract's words, as ours.</summary>
    public T Choice<T>(IReadOnlyDictionary<string, T> words)
        where T : struct => words.GetValueOrDefault(OneOf([.. words.Keys]));

    /// <summary>A calendar date, jjjj-mm-dd.</summary>
    public DateOnly Date() =>
        element is { ValueKind: JsonValueKind.String } given
            && DateOnly.TryParseExact(given.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : Fault("Is geen datum (jjjj-mm-dd).", default(DateOnly));

    /// <summary>A calendar month, jjjj-mm; given as its first day.</summary>
    public DateOnly Month() =>
        element is { ValueKind: JsonValueKind.String } given
            && DateOnly.TryParseExact(given.GetString(), "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            ? month
            : Fault("Is geen maand (jjjj-mm).", default(DateOnly));

    /// <summary>A moment by RFC 3339 with an offset, in capitals; -00:00 (offset unknown) is a fault.</summary>
    public DateTimeOffset Moment() =>
        element is { ValueKind: JsonValueKind.String } given && Rfc3339.TryParse(given.GetString(), out var moment)
            ? moment
            : Fault("Is geen tijdstip met tijdzone (zoals 2024-05-06T09:00:00Z).", default(DateTimeOffset));

    /// <summary>True or false.</summary>
    public bool Flag() => element switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => Fault("Is niet true of false.", false),
    };

    /// <summary>A number without fraction or exponent.</summary>
    public long Integer(long min, long max) =>
        element is { ValueKind: JsonValueKind.Number } given && given.TryGetInt64(out var number) && number >= min && number <= max
            ? number
            : Fault($"Is geen geheel getal van {min} tot en met {max}.", 0L);

    /// <summary>A number with at most two decimals, without exponent.</summary>
    public decimal Hundredths(int min, int max) =>
        element is { ValueKind: JsonValueKind.Number } given && given.TryGetDecimal(out var number) && number >= min && number <= max
            && decimal.Round(number, 2) == number && !given.GetRawText().Contains('e', StringComparison.OrdinalIgnoreCase)
            ? number
            : Fault($"Is geen getal van {min} tot en met {max} met hoogstens twee decimalen.", 0m);

    /// <summary>A number without fraction or exponent, from zero; as text of digits too, as CloudEvents writes it.</summary>
    public long Count()
    {
        if (element is { ValueKind: JsonValueKind.String } given && given.GetString() is { Length: > 0 and <= 18 } text && text.All(char.IsAsciiDigit))
        {
            return long.Parse(text, CultureInfo.InvariantCulture);
        }

        return element is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var count) && count >= 0
            ? count
            : Fault("Is geen geheel getal van 0 of hoger.", 0L);
    }

    /// <summary>A list of objects.</summary>
    /// <param name="most">More is a fault.</param>
    /// <param name="map">From the fields of one item to its record.</param>
    public IReadOnlyList<T> List<T>(int most, Func<JsonFields, T> map)
    {
        if (element is { ValueKind: JsonValueKind.Array } given && given.GetArrayLength() <= most)
        {
            return [.. given.EnumerateArray().Select((item, index) => map(JsonFields.Of(item, $"{at}/{index}", faults)))];
        }

        return Fault<IReadOnlyList<T>>($"Is geen lijst van hoogstens {most} regels.", []);
    }

    /// <summary>An object within this one.</summary>
    public JsonFields Object() => JsonFields.Of(element, at, faults);

    private static bool HasControls(string text) => text.Any(sign => char.IsControl(sign) && sign is not ('\n' or '\r' or '\t'));

    private T Fault<T>(string detail, T nothing)
    {
        // A field that is missing was reported by JsonFields.
        if (element is not null)
        {
            faults.Add(new BerichtFout(at, detail));
        }

        return nothing;
    }
}
