namespace Inburgering.Gateway.Partners;

/// <summary>What one delivered event says: about whom, and what.</summary>
public sealed record Partnerbericht
{
    /// <summary>Begin of every event type on the wire (interface.md 4); ports and config leave it out.</summary>
    public const string Voorvoegsel = "nl.inburgering.";

    private const string Gemeenteveld = "gemeentecode";

    /// <summary>CBS code of the gemeente it is for; null: the type does not name one, so the sender's client must be of one gemeente.</summary>
    public string? Gemeentecode { get; init; }

    /// <summary>At least one. The first is whom the message is about; the others are named in it, each with a dossier of its own.</summary>
    public required IReadOnlyList<Persoonsbericht> Personen { get; init; }

    /// <summary>The message about one person, for the gemeente of the client, that holds these fields beside the person and no others.</summary>
    /// <remarks>For partners that must not bring in health or anything else unasked: what the contract lacks does not come in, not even into the store of messages.</remarks>
    public static Partnerbericht Strikt(JsonFields data, string[] velden, Func<JsonFields, IReadOnlyList<object>> lees)
    {
        data.Only([Gemeenteveld, .. Persoonsaanduiding.Namen, .. velden], "Dit veld hoort niet in dit bericht. Stuur niets dat hier niet gevraagd is, en nooit iets over gezondheid.");
        return new Partnerbericht
        {
            Gemeentecode = data.Optional(Gemeenteveld)?.Text(tekst => tekst.Length == 4 && tekst.All(char.IsAsciiDigit), "Is geen gemeentecode van vier cijfers."),
            Personen = [new Persoonsbericht(Persoonsaanduiding.Read(data), lees(data))],
        };
    }

    /// <summary>True: a person whom the gemeente does not know yet gets a dossier by it. Else such a person is <c>geen-relatie</c>.</summary>
    public bool OpentDossier { get; init; }
}

/// <summary>What a message says of one person.</summary>
/// <param name="Records">Canonical records; each becomes fields of one category.</param>
public sealed record Persoonsbericht(Persoonsaanduiding Persoon, IReadOnlyList<object> Records);

/// <summary>How a partner names a person: in <c>data</c>, never in <c>subject</c>. At least one is filled.</summary>
public sealed record Persoonsaanduiding
{
    private const string GeenBsn = "Is geen BSN: negen cijfers die aan de 11-proef voldoen.";
    private const string GeenVNummer = "Is geen V-nummer: tekst van één tot tien cijfers.";
    private const string GeenReferentie = "Is geen partnerReferentie: PR- met tien cijfers of hoofdletters.";
    private const int Referentielengte = 13;

    /// <summary>The names under which a message may name the person.</summary>
    internal static IReadOnlyList<string> Namen { get; } = ["partnerReferentie", "bsn", "vNummer"];

    public Bsn? Bsn { get; init; }

    public VNummer? VNummer { get; init; }

    /// <summary>Our reference for this person towards this one partner.</summary>
    public string? PartnerReferentie { get; init; }

    /// <summary>Reads exactly one of partnerReferentie, bsn and vNummer; none or more is a fault.</summary>
    public static Persoonsaanduiding Read(JsonFields data)
    {
        var persoon = new Persoonsaanduiding
        {
            Bsn = ReadBsn(data),
            VNummer = data.Optional("vNummer") is { } vNummer ? ReadVNummer(vNummer) : null,
            PartnerReferentie = data.Optional("partnerReferentie")?.Text(IsReferentie, GeenReferentie),
        };
        string[] genoemd = [.. Namen.Where(naam => data.Optional(naam) is not null)];
        if (genoemd.Length != 1)
        {
            data.Fault(genoemd.Length == 0 ? "partnerReferentie" : genoemd[1], "Noem de persoon één keer: met partnerReferentie, bsn of vNummer.");
        }

        return persoon;
    }

    /// <summary>Reads vNummer, which is required, and bsn, which is not: for a partner that knows people by their V-nummer first.</summary>
    public static Persoonsaanduiding ReadVNummerEerst(JsonFields data) => new() { VNummer = ReadVNummer(data.Required("vNummer")), Bsn = ReadBsn(data) };

    private static Bsn? ReadBsn(JsonFields data) =>
        data.Optional("bsn")?.Text(tekst => Partners.Bsn.TryParse(tekst, out _), GeenBsn) is { } goed && Partners.Bsn.TryParse(goed, out var bsn) ? bsn : null;

    private static VNummer ReadVNummer(JsonField veld) =>
        Partners.VNummer.TryParse(veld.Text(tekst => Partners.VNummer.TryParse(tekst, out _), GeenVNummer), out var vNummer) ? vNummer : default;

    private static bool IsReferentie(string tekst) =>
        tekst.Length == Referentielengte && tekst.StartsWith("PR-", StringComparison.Ordinal) && tekst[3..].All(teken => char.IsAsciiDigit(teken) || char.IsAsciiLetterUpper(teken));
}
