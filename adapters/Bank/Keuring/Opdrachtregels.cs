using System.Text.RegularExpressions;
using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Adapters.Bank.Keuring;

/// <summary>The rules of payments 2 on one order.</summary>
internal sealed partial class Opdrachtregels(Isodeel opdracht, Isodeel batch)
{
    /// <summary>Looks at everything; the faults are kept by the document.</summary>
    public void Keur()
    {
        Betaalregels.Id(opdracht, "PmtId", "EndToEndId");
        Bedrag();
        Betaalregels.Naam(opdracht, "Cdtr");
        Betaalregels.Iban(opdracht, "CdtrAcct");
        if (opdracht.Tekst("CdtrAcct", "Id", "IBAN") is { } rekening && rekening == batch.Tekst("DbtrAcct", "Id", "IBAN"))
        {
            opdracht.Twijfel("De rekening van de ontvanger is die van de gemeente zelf.", "BB-08");
        }

        Omschrijving();
    }

    /// <summary>Rules 5 and 7.</summary>
    private void Bedrag()
    {
        var bedrag = opdracht.Deel("Amt", "InstdAmt");
        if (bedrag?.Element.Attribute("Ccy")?.Value != Isobericht.Euro)
        {
            opdracht.Twijfel("Het bedrag is niet in euro.", "BB-05");
        }

        if (bedrag is null || !Euros().IsMatch(bedrag.Element.Value) || XmlBedrag.Lees(bedrag.Element.Value) is not { IsBetaalbaar: true })
        {
            opdracht.Twijfel("Het bedrag moet tussen € 0,01 en € 999.999.999,99 liggen, met twee decimalen.", "BT-04");
        }
    }

    /// <summary>Rules 10 and 11.</summary>
    private void Omschrijving()
    {
        var rmtInf = opdracht.Deel("RmtInf");
        var (vrij, kenmerk) = (rmtInf?.Delen("Ustrd") ?? [], rmtInf?.Delen("Strd") ?? []);
        if (vrij.Count > 1 || vrij.Any(tekst => tekst.Element.Value.Length > Banktekst.Omschrijvinglengte))
        {
            opdracht.Twijfel($"De omschrijving staat er vaker dan één keer of is langer dan {Banktekst.Omschrijvinglengte} tekens.", "BB-10");
        }

        if ((vrij.Count == 0) == (kenmerk.Count == 0) || kenmerk.Count > 1 || kenmerk.Any(k => k.Delen("CdtrRefInf").Count != 1))
        {
            opdracht.Twijfel("Er hoort één omschrijving of één betalingskenmerk te staan, niet allebei.", "BB-11");
        }

        foreach (var referentie in kenmerk.SelectMany(k => k.Delen("CdtrRefInf")))
        {
            Referentie(referentie);
        }
    }

    private static void Referentie(Isodeel referentie)
    {
        var goed = Crediteurreferentie.TryParse(referentie.Tekst("Ref"), out var gelezen) && gelezen.Reveal() == referentie.Deel("Ref")!.Element.Value
            && referentie.Tekst("Tp", "CdOrPrtry", "Cd") == "SCOR" && referentie.Tekst("Tp", "Issr") == Isobericht.Uitgever(gelezen.Soort);
        if (!goed)
        {
            referentie.Twijfel("Het betalingskenmerk klopt niet (controlecijfer, lengte of soort).", "BT-03");
        }
    }

    [GeneratedRegex(@"^(0|[1-9][0-9]{0,8})\.[0-9]{2}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Euros();
}
