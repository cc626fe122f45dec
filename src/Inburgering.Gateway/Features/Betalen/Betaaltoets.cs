using System.Globalization;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Partners.Betalen;
using Inburgering.Gateway.Storage.Betalen;

namespace Inburgering.Gateway.Features.Betalen;

/// <summary>What has to be right before a second person may let an order go; the codes are those of payments 9.</summary>
internal static class Betaaltoets
{
    /// <param name="rekening">The gemeente's own.</param>
    /// <param name="vandaag">Dutch day, by the business clock.</param>
    public static IEnumerable<InvoerFout> Fouten(Betaling betaling, Iban rekening, DateOnly vandaag)
    {
        var (waar, inhoud) = (betaling.Kenmerk.ToString(), betaling.Wat.Inhoud);
        var iban = Iban.TryParse(inhoud.Iban, out var gelezen) ? gelezen : (Iban?)null;
        if (iban is not { IsSepa: true })
        {
            yield return Fout("BT-01: Dit IBAN klopt niet (controlegetal).", waar);
        }
        else if (iban == rekening)
        {
            yield return Fout("Deze betaling gaat naar de rekening van de gemeente zelf.", waar);
        }

        if (betaling.Controle is not { Betaalbaar: true })
        {
            yield return Fout(Rekening(betaling.Controle), waar);
        }

        if (!new Bedrag(inhoud.BedragCenten).IsBetaalbaar)
        {
            yield return Fout("BT-04: Het bedrag moet tussen € 0,01 en € 999.999.999,99 liggen, met twee decimalen.", waar);
        }

        foreach (var fout in Banktekst.Naam(inhoud.Naam).Fouten(waar).Concat(inhoud.Omschrijving is { } tekst ? Banktekst.Omschrijving(tekst).Fouten(waar) : []))
        {
            yield return Fout(fout.Detail, waar);
        }

        if (betaling.Wat.Dag < vandaag || !Bankdagen.Is(betaling.Wat.Dag))
        {
            yield return Fout(
                string.Create(CultureInfo.InvariantCulture, $"BT-07: De uitvoeringsdatum is geen bankdag of ligt in het verleden; eerstvolgende: {Bankdagen.Eerstvolgende(vandaag):dd-MM-yyyy}."), waar);
        }
    }

    /// <summary>As it goes into the file.</summary>
    public static Betaalopdracht Opdracht(Betaling betaling)
    {
        var inhoud = betaling.Wat.Inhoud;
        return new Betaalopdracht
        {
            Kenmerk = betaling.Kenmerk,
            Bedrag = new Bedrag(inhoud.BedragCenten),
            Naam = Banktekst.Naam(inhoud.Naam),
            Rekening = Iban.TryParse(inhoud.Iban, out var iban) ? iban : throw new InvalidOperationException("An approved order has no account."),
            Omschrijving = Crediteurreferentie.TryParse(inhoud.Kenmerk, out var kenmerk)
                ? new Omschrijving.Kenmerk(kenmerk)
                : new Omschrijving.Vrij(Banktekst.Omschrijving(inhoud.Omschrijving ?? throw new InvalidOperationException("An approved order has no text."))),
        };
    }

    private static string Rekening(Rekeningcontrole? controle) => controle switch
    {
        null => "BT-02: Dit IBAN is nog niet gecontroleerd door een tweede medewerker. Leg eerst vast van wie de rekening is.",
        { GeblokkeerdOm: { } reden } => $"De bank meldde dat deze rekening niet te betalen is ({reden}). Vraag een ander rekeningnummer.",
        _ => "BT-02: Dit IBAN is nog niet gecontroleerd door een tweede medewerker.",
    };

    private static InvoerFout Fout(string detail, string waar) => new($"{waar}: {detail}");
}
