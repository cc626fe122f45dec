namespace Inburgering.Gateway.Partners.Betalen;

/// <summary>An account number whose structure and check digits are right.</summary>
/// <remarks>
/// Prints as <c>IBAN(hidden)</c>; <see cref="Reveal"/> is the one greppable way out. Source: payments 3. No elfproef: former giro numbers fail it.
/// Lengths per country, and which countries are in SEPA, are general knowledge, to be confirmed.
/// </remarks>
public readonly record struct Iban
{
    private const int Kortst = 15;
    private const int Langst = 34;
    private const string Nederland = "NL";

    /// <summary>Length of an IBAN per country of SEPA.</summary>
    private static readonly IReadOnlyDictionary<string, int> Lengten =
        ("AD24 AL28 AT20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GI23 GR27 HR21 HU28 IE22 IS26 "
        + "IT27 LI21 LT20 LU20 LV21 MC27 MD24 ME22 MK19 MT31 NL18 NO15 PL28 PT25 RO24 RS22 SE24 SI19 SK24 SM27 VA22")
        .Split(' ').ToDictionary(land => land[..2], land => int.Parse(land.AsSpan(2), System.Globalization.CultureInfo.InvariantCulture));

    private readonly string? value;

    private Iban(string value) => this.value = value;

    /// <summary>Two capitals.</summary>
    public string Land => Reveal()[..2];

    /// <summary>False: outside the Netherlands, which is allowed and worth a warning.</summary>
    public bool IsNederlands => Land == Nederland;

    /// <summary>Whether a SEPA payment can go there; a report may name an account where none can.</summary>
    public bool IsSepa => Lengten.ContainsKey(Land);

    /// <summary>As <see cref="TryParse(string?, out Iban, out Ibanfout?)"/>, without the reason.</summary>
    public static bool TryParse(string? text, out Iban iban) => TryParse(text, out iban, out _);

    /// <summary>Reads what a person or a file wrote: white space goes, small letters become capitals.</summary>
    /// <param name="text">Null is allowed and is no IBAN.</param>
    /// <param name="fout">Why it is none; null when it is one.</param>
    public static bool TryParse(string? text, out Iban iban, out Ibanfout? fout)
    {
        var tekst = string.Concat((text ?? string.Empty).Where(teken => !char.IsWhiteSpace(teken)));
        fout = tekst.All(char.IsAsciiLetterOrDigit) ? Fout(tekst.ToUpperInvariant()) : Ibanfout.Tekens;
        iban = fout is null ? new Iban(tekst.ToUpperInvariant()) : default;
        return fout is null;
    }

    /// <summary>Capitals and digits without spaces. Never into a log, a URL of ours, an exception or a job name.</summary>
    public string Reveal() => value ?? throw new InvalidOperationException("A default Iban has no number.");

    /// <inheritdoc />
    public override string ToString() => "IBAN(hidden)";

    private static Ibanfout? Fout(string tekst)
    {
        if (tekst.Length == 0)
        {
            return Ibanfout.Leeg;
        }

        if (tekst.Length < 4 || !tekst[..2].All(char.IsAsciiLetter) || !tekst[2..4].All(char.IsAsciiDigit))
        {
            return Ibanfout.Begin;
        }

        if (Lengten.TryGetValue(tekst[..2], out var lengte) ? tekst.Length != lengte : tekst.Length is < Kortst or > Langst)
        {
            return Ibanfout.Lengte;
        }

        if (tekst[..2] == Nederland && !(tekst[4..8].All(char.IsAsciiLetter) && tekst[8..].All(char.IsAsciiDigit)))
        {
            return Ibanfout.Tekens;
        }

        return Mod97.Klopt(tekst) ? null : Ibanfout.Controlegetal;
    }
}

/// <summary>Why a text is no IBAN; for a person all of them are BT-01.</summary>
public enum Ibanfout
{
    Leeg,

    /// <summary>No country and check digits at the front.</summary>
    Begin,

    /// <summary>Not that of its country, or outside 15 to 34.</summary>
    Lengte,

    /// <summary>Something else than letters and digits, or not where this country has them.</summary>
    Tekens,

    /// <summary>Mod 97 is not 1, or the check digits are 00, 01 or 99.</summary>
    Controlegetal,
}
