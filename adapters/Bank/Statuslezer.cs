using System.Globalization;
using System.Xml.Linq;
using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Adapters.Bank;

/// <summary>pain.002.001.10, CustomerPaymentStatusReport: what the bank says of a file of ours.</summary>
internal sealed class Statuslezer
{
    private const string Deel = "OrgnlPmtInfAndSts", Opdracht = "TxInfAndSts";

    private readonly Isobestand bestand;
    private readonly List<Batchstatus> batches = [];
    private string berichtId = string.Empty;
    private Isodeel? groep;

    private Statuslezer(Isobestand bestand) => this.bestand = bestand;

    public static Bankbericht.Status Lees(Isobestand bestand, string soort)
    {
        var lezer = new Statuslezer(bestand);
        bestand.Binnen(_ => bestand.Binnen(lezer.Lees));
        return lezer.Bericht(soort);
    }

    private void Lees(string naam)
    {
        bestand.Plaats = $"/{naam}";
        switch (naam)
        {
            case "GrpHdr":
                berichtId = Neem($"/{naam}").Tekst("MsgId") ?? string.Empty;
                break;
            case "OrgnlGrpInfAndSts":
                groep = Neem($"/{naam}");
                break;
            case Deel:
                LeesBatch();
                break;
            default:
                bestand.SlaOver();
                break;
        }
    }

    private void LeesBatch()
    {
        var plaats = string.Create(CultureInfo.InvariantCulture, $"/{Deel}/{batches.Count + 1}");
        var kop = new List<XElement>();
        var opdrachten = new List<Opdrachtstatus>();
        bestand.Binnen(naam =>
        {
            bestand.Plaats = naam == Opdracht ? string.Create(CultureInfo.InvariantCulture, $"{plaats}/{Opdracht}/{opdrachten.Count + 1}") : $"{plaats}/{naam}";
            if (naam == Opdracht)
            {
                opdrachten.Add(Een(Neem(bestand.Plaats)));
            }
            else
            {
                kop.Add(bestand.Neem());
            }
        });
        var deel = Iso.Samen(Deel, kop, plaats, bestand.Fouten);
        batches.Add(new Batchstatus { BatchId = deel.Tekst("OrgnlPmtInfId") ?? string.Empty, Batch = Status(deel, "PmtInfSts"), Opdrachten = opdrachten });
    }

    private Bankbericht.Status Bericht(string soort)
    {
        if (groep?.Tekst("OrgnlMsgNmId")?.StartsWith("pain.001", StringComparison.OrdinalIgnoreCase) is false)
        {
            groep.Twijfel("Onbekende of niet ondersteunde berichtversie: het gaat niet over een pain.001.", "BK-01");
        }

        return new Bankbericht.Status
        {
            Soort = soort,
            BerichtId = berichtId,
            OverBericht = groep?.Tekst("OrgnlMsgId") ?? string.Empty,
            Aantal = groep?.Aantal("OrgnlNbOfTxs"),
            Totaal = XmlBedrag.Lees(groep?.Tekst("OrgnlCtrlSum")),
            Bestand = groep is null ? null : Status(groep, "GrpSts"),
            Batches = batches,
        };
    }

    private static Opdrachtstatus Een(Isodeel deel) => new()
    {
        Kenmerk = Iso.Kenmerk(deel.Tekst("OrgnlEndToEndId")),
        Bedrag = deel.Deel("OrgnlTxRef", "Amt")?.Euro("InstdAmt", moet: false),
        Status = Status(deel, "TxSts"),
    };

    private static Bankstatus? Status(Isodeel deel, string naam) =>
        deel.Tekst(naam) is { } code ? Bankcodes.Status(code, [.. deel.Delen("StsRsnInf").Select(Bankcodes.Reden)]) : null;

    private Isodeel Neem(string plaats) => new(bestand.Neem(), plaats, bestand.Fouten);
}
