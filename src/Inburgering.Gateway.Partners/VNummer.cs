using System.Globalization;

namespace Inburgering.Gateway.Partners;

/// <summary>Number in the aliens administration: text of ten digits inside, an integer 0..9999999999 on DUO's wire.</summary>
/// <remarks>Padding to ten positions is our assumption (domain, "Identifier rules"); no check digit is documented.</remarks>
public readonly record struct VNummer
{
    private readonly string? value;

    private VNummer(string value) => this.value = value;

    /// <summary>Reads one to ten digits and pads them to ten.</summary>
    public static bool TryParse(string? text, out VNummer vNummer)
    {
        vNummer = default;
        if (text is not { Length: >= 1 and <= 10 } || !text.All(char.IsAsciiDigit))
        {
            return false;
        }

        vNummer = new VNummer(text.PadLeft(10, '0'));
        return true;
    }

    /// <summary>From DUO's integer, whose leading zeros were lost.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside 0..9999999999.</exception>
    public static VNummer FromInteger(long number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 9_999_999_999);
        return new VNummer(number.ToString("D10", CultureInfo.InvariantCulture));
    }

    /// <summary>The ten digits. Never into a log, a URL of ours, an exception or a job name.</summary>
    public string Reveal() => value ?? throw new InvalidOperationException("A default VNummer has no number.");

    /// <inheritdoc />
    public override string ToString() => "VNummer(hidden)";
}
