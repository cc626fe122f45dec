using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Bank;

/// <summary>One file on its way through the reader: held against its schema while it is read, and never further in memory than the part that is looked at.</summary>
/// <remarks>
/// Source: payments 9, «Inbound files»: a size limit, no DTD, no resolver, root and namespace looked at by ourselves because .NET only warns of an unknown one. Warnings
/// stay warnings: foreign data under SplmtryData is legal.
/// </remarks>
internal sealed class Isobestand : IDisposable
{
    /// <summary>Letters of an element's name that is named in a fault: what is in a name may be data too.</summary>
    private const int Langstenaam = 35;

    private const int Kilo = 1024;

    private static readonly byte[] Bom = [0xEF, 0xBB, 0xBF];

    private readonly StreamReader tekst;
    private readonly XmlReader reader;

    private Isobestand(StreamReader tekst, FaultList fouten, int hoogstens)
    {
        this.tekst = tekst;
        Fouten = fouten;
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = hoogstens,
            ValidationType = ValidationType.Schema,
            Schemas = Isoschema.Samen,
        };
        settings.ValidationEventHandler += (sender, e) => Ongeldig(sender as XmlReader, e);
        reader = XmlReader.Create(tekst, settings);
    }

    /// <summary>What is wrong so far.</summary>
    public FaultList Fouten { get; }

    /// <summary>Where the reader is, for a fault of the schema.</summary>
    public string Plaats { get; set; } = string.Empty;

    /// <summary>Whether a byte order mark stands at the front.</summary>
    public static bool HeeftBom(ReadOnlySpan<byte> inhoud) => inhoud.StartsWith(Bom);

    /// <summary>Reads a file from its root to its end.</summary>
    /// <param name="hoogstens">Bytes; a larger file is not looked into.</param>
    /// <param name="lees">Gets the file on its root, with the kind of message, and leaves it behind the root. Not called for a root that we do not know.</param>
    /// <param name="soorten">The messages that may come in here.</param>
    public static FaultList Lees(ReadOnlyMemory<byte> inhoud, int hoogstens, IReadOnlyCollection<string> soorten, Action<Isobestand, string> lees)
    {
        var fouten = new FaultList();
        if (inhoud.Length > hoogstens)
        {
            fouten.Add(Beschadigd(string.Create(CultureInfo.InvariantCulture, $"Is groter dan {hoogstens / Kilo / Kilo} MiB.")));
        }
        else if (!Utf8.IsValid(inhoud.Span))
        {
            fouten.Add(Beschadigd("Is geen UTF-8."));
        }
        else
        {
            Open(inhoud, fouten, hoogstens, soorten, lees);
        }

        return fouten;
    }

    /// <summary>Goes into the element and gives the name of each element directly in it to whoever reads, skips or enters that one.</summary>
    public void Binnen(Action<string> deel)
    {
        var leeg = reader.IsEmptyElement;
        reader.Read();
        if (leeg)
        {
            return;
        }

        while (reader.NodeType is not (XmlNodeType.EndElement or XmlNodeType.None))
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                deel(reader.LocalName);
            }
            else
            {
                reader.Read();
            }
        }

        reader.Read();
    }

    /// <summary>The element as a whole; the reader goes behind it.</summary>
    public XElement Neem() => (XElement)XNode.ReadFrom(reader);

    /// <summary>The reader goes behind the element.</summary>
    public void SlaOver() => reader.Skip();

    /// <summary>All that is left of the file as one document.</summary>
    public XDocument Alles() => XDocument.Load(reader);

    public void Dispose()
    {
        reader.Dispose();
        tekst.Dispose();
    }

    private static void Open(ReadOnlyMemory<byte> inhoud, FaultList fouten, int hoogstens, IReadOnlyCollection<string> soorten, Action<Isobestand, string> lees)
    {
        using var stream = Stroom(HeeftBom(inhoud.Span) ? inhoud[Bom.Length..] : inhoud);
        using var bestand = new Isobestand(new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false), fouten, hoogstens);
        try
        {
            bestand.Loop(soorten, lees);
        }
        catch (XmlException e)
        {
            fouten.Add(Beschadigd(string.Create(CultureInfo.InvariantCulture, $"Is geen goed gevormde XML of heeft een DTD (regel {e.LineNumber}).")));
        }
    }

    private static MemoryStream Stroom(ReadOnlyMemory<byte> inhoud) => MemoryMarshal.TryGetArray(inhoud, out var reeks)
        ? new MemoryStream(reeks.Array!, reeks.Offset, reeks.Count, writable: false)
        : new MemoryStream(inhoud.ToArray(), writable: false);

    private static BerichtFout Beschadigd(string detail) => new(string.Empty, $"Het bestand is beschadigd of onvolledig: {detail}") { Code = "BK-02" };

    private void Loop(IReadOnlyCollection<string> soorten, Action<Isobestand, string> lees)
    {
        reader.Read();
        if (reader.NodeType == XmlNodeType.XmlDeclaration && reader.GetAttribute("encoding") is { } codering && !codering.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            Fouten.Add(Beschadigd("Zegt dat het geen UTF-8 is."));
            return;
        }

        reader.MoveToContent();
        if (reader.LocalName != Isobericht.Wortel || Isobericht.Soort(reader.NamespaceURI) is not { } soort || !soorten.Contains(soort))
        {
            Fouten.Add(new BerichtFout(string.Empty, $"Onbekende of niet ondersteunde berichtversie. Wij lezen: {string.Join(", ", soorten)}.") { Code = "BK-01" });
            return;
        }

        lees(this, soort);
        while (reader.Read())
        {
            // what stands behind the root has to be well-formed too
        }
    }

    /// <remarks>The message of the schema repeats the value, which is an account or a name: ours does not.</remarks>
    private void Ongeldig(XmlReader? bij, ValidationEventArgs e)
    {
        if (e.Severity == XmlSeverityType.Error)
        {
            var naam = bij?.LocalName is { Length: > 0 and <= Langstenaam } element && element.All(char.IsAsciiLetter) ? $" (bij {element})" : string.Empty;
            Fouten.Add(new BerichtFout(Plaats, $"Past niet in het schema{naam}.") { Code = "BK-02" });
        }
    }
}
