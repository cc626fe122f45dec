using System.Xml.Linq;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Bank;

/// <summary>What the readers of all messages share.</summary>
internal static class Iso
{
    /// <summary>The small parts of an element whose large ones were read one by one.</summary>
    public static Isodeel Samen(string naam, IReadOnlyList<XElement> delen, string plaats, FaultList fouten) =>
        new(new XElement((delen.Count > 0 ? delen[0].Name.Namespace : XNamespace.None) + naam, delen), plaats, fouten);

    /// <summary>An EndToEndId; null for none and for the word that says so.</summary>
    public static string? Kenmerk(string? tekst) => tekst is null or "" or Isobericht.NietGegeven ? null : tekst;
}
