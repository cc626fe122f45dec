namespace Inburgering.Gateway.Partners.Betalen;

/// <summary>The creditor's own reference, whose check is right: a Dutch betalingskenmerk, or an RF reference (ISO 11649).</summary>
/// <remarks>
/// Prints hidden: it leads to a person at the creditor. Source: payments 3 (betaalvereniging.nl, specificaties betalingskenmerk): 7 digits without a check, 9 to 14 with
/// check digit and length digit, or 16 with a check digit; 8 and 15 do not exist.
/// </remarks>
public readonly record struct Crediteurreferentie
{
    private const int LangsteRf = 25;
    private static readonly int[] Gewichten = [2, 4, 8, 5, 10, 9, 7, 3, 6, 1];

    private readonly string? value;

    private Crediteurreferentie(string value, Referentiesoort soort) => (this.value, Soort) = (value, soort);

    /// <summary>Who issues this kind.</summary>
    public Referentiesoort Soort { get; }

    /// <summary>Reads what a person or a file wrote: white space goes, small letters become capitals. False: BT-03.</summary>
    /// <param name="text">Null is allowed and is no reference.</param>
    public static bool TryParse(string? text, out Crediteurreferentie referentie)
    {
        var tekst = string.Concat((text ?? string.Empty).Where(teken => !char.IsWhiteSpace(teken))).ToUpperInvariant();
        referentie = default;
        if (IsKenmerk(tekst))
        {
            referentie = new Crediteurreferentie(tekst, Referentiesoort.Betalingskenmerk);
        }
        else if (IsRf(tekst))
        {
            referentie = new Crediteurreferentie(tekst, Referentiesoort.Rf);
        }

        return referentie.value is not null;
    }

    /// <summary>As it stands in a file. Never into a log, a URL of ours, an exception or a job name.</summary>
    public string Reveal() => value ?? throw new InvalidOperationException("A default Crediteurreferentie has no text.");

    /// <inheritdoc />
    public override string ToString() => "Referentie(hidden)";

    private static bool IsKenmerk(string tekst) => tekst.All(char.IsAsciiDigit) && tekst.Length switch
    {
        7 => true,
        >= 9 and <= 14 => tekst[1] - '0' == (tekst.Length - 2) % 10 && IsGewogen(tekst),
        16 => IsGewogen(tekst),
        _ => false,
    };

    /// <summary>The first digit is the check over all that follow.</summary>
    private static bool IsGewogen(string tekst)
    {
        var som = tekst.Skip(1).Reverse().Select((teken, i) => (teken - '0') * Gewichten[i % Gewichten.Length]).Sum();
        var controle = (11 - (som % 11)) switch
        {
            10 => 1,
            11 => 0,
            var cijfer => cijfer,
        };
        return tekst[0] - '0' == controle;
    }

    private static bool IsRf(string tekst) =>
        tekst.Length is > 4 and <= LangsteRf && tekst.StartsWith("RF", StringComparison.Ordinal) && tekst[2..4].All(char.IsAsciiDigit)
        && tekst.All(char.IsAsciiLetterOrDigit) && Mod97.Klopt(tekst);
}

/// <summary>Who issues a reference.</summary>
public enum Referentiesoort
{
    /// <summary>Currence; in a file: CUR.</summary>
    Betalingskenmerk,

    /// <summary>ISO 11649; in a file: ISO.</summary>
    Rf,
}
