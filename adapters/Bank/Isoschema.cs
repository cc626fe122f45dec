using System.Xml;
using System.Xml.Schema;

namespace Inburgering.Gateway.Adapters.Bank;

/// <summary>The schemas, read and compiled once for all files.</summary>
internal static class Isoschema
{
    private static readonly Lazy<XmlSchemaSet> Gelezen = new(Lees);

    /// <summary>Compiled; nobody adds to it.</summary>
    public static XmlSchemaSet Samen => Gelezen.Value;

    private static XmlSchemaSet Lees()
    {
        var samen = new XmlSchemaSet { XmlResolver = null };
        foreach (var soort in Isobericht.Alle)
        {
            using var schema = typeof(Isoschema).Assembly.GetManifestResourceStream($"Bank/Schemas/{soort}.xsd")!;
            using var reader = XmlReader.Create(schema, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            samen.Add(Isobericht.Naamruimte(soort), reader);
        }

        samen.Compile();
        return samen;
    }
}
