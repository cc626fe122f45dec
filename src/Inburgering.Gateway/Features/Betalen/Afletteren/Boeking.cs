using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Features.Betalen.Afletteren;

/// <summary>A debit or return that is certainly of one order. It counts whatever the order's state; what the state forbids is said, never undone.</summary>
internal static class Boeking
{
    public static void Af(Werkboek werk, Boeksleutel sleutel, BekendeOpdracht van)
    {
        var opdracht = werk.Boekt(sleutel, van.Kenmerk, default(Bedrag) - van.Bedrag);
        if (opdracht.Afschrijvingen > 1)
        {
            Meld(werk, Signaalcode.DubbelBetaald, Signaalernst.Alarm, sleutel, opdracht);
        }
        else if (!werk.Beweeg(opdracht.Kenmerk, Opdrachtgebeurtenis.Afgeboekt) || opdracht.Stand == Opdrachtstand.Afgewezen)
        {
            // Refused or withdrawn, so a next try may be on its way: this may become a second payment.
            Meld(werk, Signaalcode.TegenstrijdigBericht, Signaalernst.Hoogste, sleutel, opdracht);
        }

        if (opdracht.Retouren > 0)
        {
            werk.Beweeg(opdracht.Kenmerk, Opdrachtgebeurtenis.Teruggeboekt);
        }

        BankHeeft(werk, sleutel, opdracht);
    }

    public static void Terug(Werkboek werk, Boeksleutel sleutel, BekendeOpdracht van, Bankreden reden)
    {
        var opdracht = werk.Boekt(sleutel, van.Kenmerk, van.Bedrag);
        werk.Beweeg(opdracht.Kenmerk, Opdrachtgebeurtenis.Teruggeboekt);
        Redengevolg.Doe(werk, opdracht, [reden]);
        Redengevolg.Meld(werk, Signaalcode.Retour, opdracht, [reden]);
        if (opdracht.Afschrijvingen == 0)
        {
            Meld(werk, Signaalcode.RetourZonderAfschrijving, Signaalernst.Taak, sleutel, opdracht);
        }

        BankHeeft(werk, sleutel, opdracht);
    }

    /// <summary>Who books an order has its batch; of one that never left, or is to go again, that is the worst that can be heard.</summary>
    private static void BankHeeft(Werkboek werk, Boeksleutel sleutel, BekendeOpdracht opdracht)
    {
        var batch = werk.Batch(opdracht.Batch!.Value);
        werk.Beweeg(batch, Batchgebeurtenis.Bevestigd);
        if (!batch.IsWeg)
        {
            Meld(werk, Signaalcode.TegenstrijdigBericht, Signaalernst.Hoogste, sleutel, opdracht);
        }
    }

    private static void Meld(Werkboek werk, Signaalcode code, Signaalernst ernst, Boeksleutel sleutel, BekendeOpdracht opdracht) =>
        werk.Meld(new Signaal(code, ernst) { Kenmerk = opdracht.Kenmerk, Batch = opdracht.Batch, Post = sleutel });
}
