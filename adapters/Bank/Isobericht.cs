using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Adapters.Bank;

/// <summary>Names of the messages and of what is in them. Source: the schemas beside this file.</summary>
internal static class Isobericht
{
    public const string Pain001V03 = "pain.001.001.03", Pain001V09 = "pain.001.001.09", Pain002 = "pain.002.001.10", Camt053 = "camt.053.001.08", Camt054 = "camt.054.001.08";

    public const string Wortel = "Document";
    public const string Euro = "EUR";
    public const string NietGegeven = "NOTPROVIDED";

    private const string Begin = "urn:iso:std:iso:20022:tech:xsd:";

    public static IReadOnlyList<string> Alle { get; } = [Pain001V03, Pain001V09, Pain002, Camt053, Camt054];

    public static string Naamruimte(string soort) => Begin + soort;

    /// <summary>Null: no message that we know.</summary>
    public static string? Soort(string naamruimte) => Alle.FirstOrDefault(soort => Naamruimte(soort) == naamruimte);

    public static string Soort(Painversie versie) => versie == Painversie.V09 ? Pain001V09 : Pain001V03;

    /// <summary>Issr of a reference.</summary>
    public static string Uitgever(Referentiesoort soort) => soort == Referentiesoort.Rf ? "ISO" : "CUR";
}
