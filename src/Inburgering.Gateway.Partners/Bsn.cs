namespace Inburgering.Gateway.Partners;

/// <summary>A burgerservicenummer: nine digits that pass the 11-proef, leading zeros kept.</summary>
/// <remarks>
/// Prints as <c>BSN(hidden)</c>; <see cref="Reveal"/> is the one greppable way out.
/// Source of the 11-proef: domain "Identifier rules" (weights 9..2 and -1, sum mod 11 = 0, not all zeros).
/// </remarks>
public readonly record struct Bsn
{
    private readonly string? value;

    private Bsn(string value) => this.value = value;

    /// <summary>Reads nine digits; false when the text is no BSN or fails the 11-proef.</summary>
    /// <param name="text">Null is allowed and is no BSN.</param>
    public static bool TryParse(string? text, out Bsn bsn)
    {
        bsn = default;
        if (text is not { Length: 9 } || !text.All(char.IsAsciiDigit) || text == "000000000" || !PassesElevenTest(text))
        {
            return false;
        }

        bsn = new Bsn(text);
        return true;
    }

    /// <summary>The nine digits. Never into a log, a URL of ours, an exception or a job name.</summary>
    public string Reveal() => value ?? throw new InvalidOperationException("A default Bsn has no number.");

    /// <inheritdoc />
    public override string ToString() => "BSN(hidden)";

    private static bool PassesElevenTest(string digits)
    {
        var sum = -(digits[8] - '0');
        for (var i = 0; i < 8; i++)
        {
            sum += (9 - i) * (digits[i] - '0');
        }

        return sum % 11 == 0;
    }
}
